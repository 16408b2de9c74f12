/* The form for an inspection typed in by hand: adds up while one types, and adds rows without a reload.
 *
 * Every tally (a fieldset with data-part="case_reviews") has a line [data-sum] that says, politely to a
 * screen reader, whether its parts add up. Without this script the same is said when the form is sent, and
 * the buttons that add a row send the form.
 */
(function () {
  "use strict";

  const GRADES = ["good", "adequate", "requires_improvement", "inadequate"];
  const WAIT = 400; // milliseconds without a key before a sum is said

  const form = document.querySelector("form[data-entry]");
  const scales = JSON.parse(document.getElementById("entry-scales").textContent);
  const framework = form.elements.namedItem("framework");

  function rules() {
    return scales[framework.value] || { cases: [], aspects: [], grades: [] };
  }

  function field(part, name) {
    return part.querySelector(`[name$="-${name}"]`);
  }

  function typed(part, name) {
    return field(part, name).value.trim();
  }

  function addedUp(numbers) {
    const words = numbers.join(" + ");
    return numbers.length > 1 ? `${words} = ${total(numbers)}` : words;
  }

  function total(numbers) {
    return numbers.reduce((sum, number) => sum + number, 0);
  }

  // [what to say, whether it is wrong]; null is "not given", never zero.
  function verdict(part) {
    const names = ["cases", "below_good", ...GRADES];
    const odd = names.map((name) => typed(part, name)).find((words) => words && !/^\d{1,9}$/.test(words));
    if (odd) return [`“${odd}” is not a whole number`, true];
    const number = (name) => (typed(part, name) === "" ? null : Number(typed(part, name)));
    const given = (list) => list.map(number).filter((one) => one !== null);
    const cases = number("cases");
    const belowGood = number("below_good");
    const parts = given(GRADES);
    const below = given(GRADES.slice(1));
    if (belowGood !== null && total(below) > belowGood) {
      return [`${addedUp(below)}, not ${belowGood} below good`, true];
    }
    if (cases !== null && belowGood !== null && (number("good") || 0) + belowGood > cases) {
      return [`${addedUp(given(["good", "below_good"]))}, more than ${cases} cases`, true];
    }
    if (!parts.length) return ["", false];
    const sum = total(parts);
    if (cases === null) return [`${addedUp(parts)}; the number of cases is not given`, false];
    if (sum === cases) return [`${addedUp(parts)}: adds up`, false];
    const needed = rules().cases.filter((grade) => grade !== "adequate");
    const all = needed.length > 0 && given(needed).length === needed.length;
    if (sum > cases || all) return [`${addedUp(parts)}, not ${cases}`, true];
    return [`${addedUp(parts)} of ${cases}; ${cases - sum} not given`, false];
  }

  function say(part) {
    const line = part.querySelector("[data-sum]");
    if (!line) return;
    const [words, wrong] = verdict(part);
    if (line.textContent !== words) line.textContent = words;
    line.classList.toggle("entry__sum--wrong", wrong);
  }

  function narrow(select, allowed) {
    for (const option of select.options) {
      const fits = !option.value || option.selected || !framework.value || allowed.includes(option.value);
      option.hidden = option.disabled = !fits;
    }
  }

  // Only what the chosen framework has: its aspects, its grades, and "adequate" where cases had it.
  function fit(part) {
    const { cases, aspects, grades } = rules();
    if (part.dataset.part === "judgements") {
      narrow(field(part, "aspect"), aspects);
      narrow(field(part, "grade"), grades);
    }
    if (part.dataset.part === "case_reviews") {
      const without = cases.length > 0 && !cases.includes("adequate") && !typed(part, "adequate");
      field(part, "adequate").closest("[data-field]").hidden = without;
    }
  }

  function add(parts) {
    const count = parts.querySelector('[name$="-TOTAL_FORMS"]');
    const most = parts.querySelector('[name$="-MAX_NUM_FORMS"]');
    if (Number(count.value) >= Number(most.value)) return;
    const copy = parts.querySelector("template").content.cloneNode(true);
    for (const element of copy.querySelectorAll("*")) {
      for (const attribute of element.attributes) {
        attribute.value = attribute.value.replace("__prefix__", count.value);
      }
    }
    const part = copy.querySelector("[data-part]");
    count.value = String(Number(count.value) + 1);
    const legend = part.querySelector("legend");
    legend.textContent = legend.dataset.heading.replace(/\d+$/, count.value);
    parts.insertBefore(copy, parts.querySelector("template"));
    fit(part);
    part.querySelector("input, select, textarea").focus();
  }

  let timer = 0;
  form.addEventListener("input", (event) => {
    const part = event.target.closest("[data-part]");
    window.clearTimeout(timer);
    if (part) timer = window.setTimeout(() => say(part), WAIT);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=add]");
    if (!button) return;
    event.preventDefault();
    add(button.closest("[data-parts]"));
  });
  framework.addEventListener("change", () => every((part) => (fit(part), say(part))));

  function every(act) {
    form.querySelectorAll("[data-part]").forEach(act);
  }
  every(fit);
  every(say);
})();
