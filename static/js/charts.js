// Draws the lanes chart from the figures a page carries as JSON, in the layout that fits its container.
// Everything it says is in the table below it too: without this file the page stands.
"use strict";

(() => {
  const CONFIG = {
    displayModeBar: false,
    responsive: false,
    showSendToCloud: false,
    plotlyServerURL: "",
    showTips: false,
    doubleClick: false,
  };
  const FONT = "Arial, Helvetica, Liberation Sans, sans-serif";
  const PICTURE_WIDTH = 1100;

  const figuresOf = (plot) => {
    const data = document.getElementById(plot.dataset.lanesChart);
    return data ? JSON.parse(data.textContent) : null;
  };

  // The widest layout that fits; in a container narrower than all of them, the narrowest.
  const fitting = (figures, width) => {
    const byWidth = Object.values(figures).sort((a, b) => b.layout.meta.width - a.layout.meta.width);
    return byWidth.find((figure) => figure.layout.meta.width <= width) || byWidth[byWidth.length - 1];
  };

  const copy = (value) => JSON.parse(JSON.stringify(value));

  const open = (address) => {
    // Only addresses of this site, as the server wrote them.
    if (typeof address === "string" && address.startsWith("/") && !address.startsWith("//")) {
      window.location.assign(address);
    }
  };

  const listen = (plot) => {
    plot.on("plotly_click", (event) => open(event.points[0].customdata[0]));
    plot.on("plotly_clickannotation", (event) => open(event.annotation.name));
    plot.on("plotly_hover", () => plot.classList.add("chart__lanes--over-mark"));
    plot.on("plotly_unhover", () => plot.classList.remove("chart__lanes--over-mark"));
  };

  const draw = (plot) => {
    const figures = figuresOf(plot);
    const width = Math.floor(plot.clientWidth);
    if (!figures || !window.Plotly || width === 0) {
      return;
    }
    const figure = copy(fitting(figures, width));
    figure.layout.width = Math.max(width, figure.layout.meta.width);
    figure.layout.autosize = false;
    const first = !plot.dataset.drawnWidth;
    plot.dataset.drawnWidth = String(width);
    window.Plotly.react(plot, figure.data, figure.layout, CONFIG).then(() => {
      if (first) {
        listen(plot);
      }
      plot.dataset.layout = figure.layout.meta.layout;
      for (const item of document.querySelectorAll(`#${plot.id.replace(/-plot$/, "")}-menu [data-needs-chart]`)) {
        item.hidden = false;
      }
    });
  };

  const watcher = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const plot = entry.target;
      if (String(Math.floor(plot.clientWidth)) !== plot.dataset.drawnWidth) {
        draw(plot);
      }
    }
  });

  // A chart that htmx took out of the page is let go, else its listeners and its picture stay in memory.
  const watched = new Set();
  const drawAll = () => {
    for (const plot of watched) {
      if (!plot.isConnected) {
        watcher.unobserve(plot);
        if (window.Plotly) {
          window.Plotly.purge(plot);
        }
        watched.delete(plot);
      }
    }
    for (const plot of document.querySelectorAll("[data-lanes-chart]")) {
      if (!watched.has(plot)) {
        watched.add(plot);
        plot.replaceChildren();
        delete plot.dataset.drawnWidth;
        draw(plot);
        watcher.observe(plot);
      }
    }
  };

  // Words broken into lines that fit a picture: it has no browser to do so later.
  const lines = (words, room, size, bold) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
    const found = [];
    for (const word of words.split(/\s+/).filter(Boolean)) {
      const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
      if (found.length && pen.measureText(longer).width <= room) {
        found[found.length - 1] = longer;
      } else {
        found.push(word);
      }
    }
    // An address has no spaces: it is broken where it must be.
    return found.flatMap((line) => {
      const pieces = [];
      let rest = line;
      while (pen.measureText(rest).width > room && rest.length > 1) {
        let end = rest.length - 1;
        while (end > 1 && pen.measureText(rest.slice(0, end)).width > room) {
          end -= 1;
        }
        pieces.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      return [...pieces, rest];
    });
  };

  const plain = (line) => line.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  const note = (layout, text, size, bold, y, anchor, shift) => ({
    xref: "paper",
    yref: "paper",
    x: 0,
    y,
    xanchor: "left",
    yanchor: anchor,
    xshift: 8 - layout.margin.l,
    yshift: shift,
    align: "left",
    showarrow: false,
    text,
    // Not <b>: plotly.js would write a style attribute, which the Content-Security-Policy forbids.
    font: { size, family: FONT, weight: bold ? "bold" : "normal", color: bold ? "#0b0c0c" : "#505a5f" },
  });

  // The figure with its title above it, and source, filters and address below: a picture travels alone.
  const composed = (figures, address) => {
    const figure = copy(fitting(figures, PICTURE_WIDTH));
    const { layout } = figure;
    const { meta } = layout;
    const room = PICTURE_WIDTH - 16;
    const title = lines(meta.title, room, 20, true);
    const subtitle = lines(meta.subtitle, room, 14, false);
    const below = [meta.filters ? `Shown: ${meta.filters}.` : "", meta.undated, meta.source, address]
      .filter(Boolean)
      .flatMap((words) => lines(words, room, 13, false));
    const top = title.length * 26 + subtitle.length * 19 + 18;
    const bottom = below.length * 17 + 8;
    layout.annotations = [
      ...layout.annotations,
      note(layout, title.map(plain).join("<br>"), 20, true, 1, "top", top - 4),
      note(layout, subtitle.map(plain).join("<br>"), 14, false, 1, "top", top - 4 - title.length * 26 - 4),
      note(layout, below.map(plain).join("<br>"), 13, false, 0, "top", -(layout.margin.b - 6)),
    ];
    layout.margin = { ...layout.margin, t: layout.margin.t + top, b: layout.margin.b + bottom };
    layout.height += top + bottom;
    layout.width = PICTURE_WIDTH;
    layout.autosize = false;
    return { figure, width: layout.width, height: layout.height };
  };

  const savePicture = (button) => {
    const plot = document.getElementById(`${button.dataset.chart}-plot`);
    const figures = plot && figuresOf(plot);
    if (!figures || !window.Plotly) {
      return;
    }
    const format = button.dataset.chartPicture;
    const { figure, width, height } = composed(figures, new URL(plot.dataset.address, window.location.href).href);
    const asked = { format, width, height, scale: format === "png" ? 2 : 1 };
    window.Plotly.toImage({ data: figure.data, layout: figure.layout, config: CONFIG }, asked).then((url) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = `${plot.dataset.fileName}.${format}`;
      document.body.append(link);
      link.click();
      link.remove();
    });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-chart-picture]");
    if (button) {
      savePicture(button);
    }
  });
  document.addEventListener("DOMContentLoaded", drawAll);
  for (const name of ["htmx:afterSettle", "htmx:historyRestore"]) {
    document.addEventListener(name, drawAll);
  }
  // A page kept by the browser and shown again on "back".
  window.addEventListener("pageshow", drawAll);
})();
