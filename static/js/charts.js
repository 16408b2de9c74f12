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

  // The figure with its title above it, and source, filters and address below: a picture travels alone.
  const composed = (figures) => {
    const figure = copy(fitting(figures, Infinity));
    const { layout } = figure;
    const around = layout.meta.picture;
    layout.annotations.push(...around.annotations);
    layout.margin.t += around.top;
    layout.margin.b += around.bottom;
    layout.height += around.top + around.bottom;
    layout.width = around.width;
    layout.autosize = false;
    return figure;
  };

  const savePicture = (button) => {
    const plot = document.getElementById(`${button.dataset.chart}-plot`);
    const figures = plot && figuresOf(plot);
    if (!figures || !window.Plotly) {
      return;
    }
    const format = button.dataset.chartPicture;
    const figure = composed(figures);
    const { width, height } = figure.layout;
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
