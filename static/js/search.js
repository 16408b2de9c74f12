/* Suggestions under the search box: the WAI-ARIA combobox with a list.
 *
 * Each form with data-suggestions (an address) asks GET <address>?q=words and expects
 *   {"results": [{"name": "St Helens", "kind": "Area", "href": "/areas/st-helens/", "detail": "North West"}]}
 * Names are put in as text, never as markup. Without this script the form is sent to /areas/?q=words as it is.
 */
(function () {
  "use strict";

  const WAIT = 150; // milliseconds without a key before asking
  const SHORTEST = 2; // letters

  function ownAddress(href) {
    const url = new URL(href, window.location.href);
    return url.origin === window.location.origin ? url.pathname + url.search + url.hash : null;
  }

  function line(className, words) {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = words;
    return span;
  }

  class Suggestions {
    constructor(form) {
      this.address = form.dataset.suggestions;
      this.input = form.querySelector("input[type=search]");
      this.list = document.getElementById(this.input.id + "-list");
      this.status = document.getElementById(this.input.id + "-status");
      this.options = [];
      this.current = -1;
      this.timer = 0;
      this.request = null;
      this.describe();
      this.input.addEventListener("input", () => this.wait());
      this.input.addEventListener("keydown", (event) => this.key(event));
      form.addEventListener("focusout", (event) => {
        if (!form.contains(event.relatedTarget)) this.close();
      });
      // A press on an option must not take the focus first, or the list closes under the finger.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
    }

    describe() {
      const attributes = {
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": this.list.id,
      };
      for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Places and forces");
    }

    wait() {
      window.clearTimeout(this.timer);
      if (this.request) this.request.abort();
      const words = this.input.value.trim();
      if (words.length < SHORTEST) {
        this.close();
        this.status.textContent = "";
        return;
      }
      this.timer = window.setTimeout(() => this.ask(words), WAIT);
    }

    async ask(words) {
      const request = new AbortController();
      this.request = request;
      try {
        const response = await fetch(this.address + "?q=" + encodeURIComponent(words), {
          headers: { Accept: "application/json" },
          signal: request.signal,
        });
        if (!response.ok) throw new Error("suggestions answered " + response.status);
        const { results } = await response.json();
        if (!request.signal.aborted) this.show(results);
      } catch (error) {
        if (error.name === "AbortError") return;
        // The form itself still works, so say that rather than nothing.
        this.close();
        this.status.textContent = "Suggestions are not available. Press Enter to search.";
      }
    }

    show(results) {
      this.list.replaceChildren();
      this.options = [];
      this.choose(-1);
      for (const result of results) this.add(result);
      const number = this.options.length;
      this.toggle(number > 0 && document.activeElement === this.input);
      this.status.textContent =
        number === 0 ? "No place or force found" : number + (number === 1 ? " suggestion" : " suggestions");
    }

    add(result) {
      const href = ownAddress(result.href);
      if (href === null) return;
      const option = document.createElement("a");
      option.id = this.list.id + "-" + this.options.length;
      option.className = "search__option";
      option.href = href;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.append(line("search__name", result.name));
      const detail = [result.kind, result.detail].filter(Boolean).join(" · ");
      if (detail) option.append(" ", line("search__detail", detail));
      this.options.push(option);
      this.list.append(option);
    }

    toggle(open) {
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
    }

    close() {
      window.clearTimeout(this.timer);
      if (this.request) this.request.abort();
      this.toggle(false);
      this.choose(-1);
    }

    choose(index) {
      this.options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      this.current = index;
      if (index < 0) {
        this.input.removeAttribute("aria-activedescendant");
      } else {
        this.input.setAttribute("aria-activedescendant", this.options[index].id);
        this.options[index].scrollIntoView({ block: "nearest" });
      }
    }

    key(event) {
      const open = !this.list.hidden;
      if (event.key === "Escape" && open) {
        this.close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && this.options.length > 0) {
        this.step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && open && this.current >= 0) {
        window.location.assign(this.options[this.current].href);
      } else {
        return;
      }
      event.preventDefault();
    }

    /* One past either end is the box itself, with nothing chosen. */
    step(by) {
      if (this.list.hidden) this.toggle(true);
      const places = this.options.length + 1;
      this.choose(((this.current + 1 + by + places) % places) - 1);
    }
  }

  for (const form of document.querySelectorAll("form[data-suggestions]")) {
    if (form.dataset.suggestions) new Suggestions(form);
  }
})();
