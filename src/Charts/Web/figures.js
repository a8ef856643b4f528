// Draws the figures of MarketingNotebooks in any page. Run once a page; later runs do nothing.
(function (window, document, settings) {
  if (window.MarketingNotebooksCharts) return;
  var loading = null;
  var drawn = [];

  // plotly.js, from the page when it brings its own (window.Plotly, or a promise window.PlotlyReady), else from the CDN.
  function plotly() {
    if (window.Plotly && window.Plotly.newPlot) return Promise.resolve(window.Plotly);
    if (loading) return loading;
    loading = parsed().then(function () {
      if (window.Plotly && window.Plotly.newPlot) return window.Plotly;
      if (window.PlotlyReady && window.PlotlyReady.then) return window.PlotlyReady.then(function (given) { return given || window.Plotly; });
      return typeof window.define === "function" && window.define.amd ? shadowed() : tagged();
    });
    loading.catch(function () { loading = null; });
    return loading;
  }

  // A page may embed plotly.js below its figures: look again once the page has been read.
  function parsed() {
    return new Promise(function (resolve) {
      if (document.readyState !== "loading") resolve();
      else document.addEventListener("DOMContentLoaded", function () { resolve(); });
    });
  }

  function tagged() {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = settings.cdn;
      script.integrity = settings.integrity;
      script.crossOrigin = "anonymous";
      script.onload = function () { window.Plotly ? resolve(window.Plotly) : reject(new Error("plotly.js did not define Plotly")); };
      script.onerror = function () { reject(new Error("plotly.js could not be loaded from " + settings.cdn)); };
      document.head.appendChild(script);
    });
  }

  // Beside RequireJS a plain script would register as a module and leave Plotly undefined: run it where define is hidden.
  function shadowed() {
    return fetch(settings.cdn, { integrity: settings.integrity, mode: "cors", credentials: "omit" })
      .then(function (response) { return response.text(); })
      .then(function (code) {
        new Function("define", "module", "exports", code).call(window);
        return window.Plotly;
      });
  }

  function theme() {
    var html = document.documentElement, body = document.body || html;
    var own = html.getAttribute("data-theme") || body.getAttribute("data-theme");
    if (own === "dark" || own === "light") return own;
    var jupyter = body.getAttribute("data-jp-theme-light");
    if (jupyter) return jupyter === "false" ? "dark" : "light";
    var classes = " " + html.className + " " + body.className + " ";
    if (classes.indexOf(" vscode-high-contrast-light ") >= 0 || classes.indexOf(" vscode-light ") >= 0) return "light";
    if (classes.indexOf(" vscode-dark ") >= 0 || classes.indexOf(" vscode-high-contrast ") >= 0) return "dark";
    return window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  // A copy of the figure under the page's theme: its template, and palette colours named in it. A theme that the figure fixes stays.
  function themed(figure) {
    var copy = JSON.parse(JSON.stringify(figure));
    var layout = copy.layout = copy.layout || {};
    var meta = layout.template && layout.template.layout && layout.template.layout.meta;
    var from = meta && meta.template, to = theme();
    if (!from || (layout.meta && layout.meta.theme) || from === to) return copy;
    layout.template = JSON.parse(JSON.stringify(settings.templates[to]));
    swap(copy, settings.colors[from], settings.colors[to]);
    return copy;
  }

  var data = { x: 1, y: 1, z: 1, text: 1, customdata: 1, labels: 1, ids: 1, parents: 1, values: 1, template: 1, meta: 1 };
  function swap(node, from, to) {
    Object.keys(node).forEach(function (key) {
      if (data[key] === 1 && !Array.isArray(node)) return;
      var value = node[key];
      if (typeof value === "string") {
        var index = value.charAt(0) === "#" ? from.indexOf(value.toUpperCase()) : -1;
        if (index >= 0) node[key] = to[index];
      } else if (value && typeof value === "object") swap(value, from, to);
    });
  }

  function paint(box, figure, Plotly) {
    var ready = themed(figure), plot = box.querySelector(".mn-plot");
    if (plot) return Plotly.react(plot, ready.data, ready.layout, ready.config);
    plot = document.createElement("div");
    plot.className = "mn-plot";
    box.appendChild(plot);
    box.classList.add("mn-drawn");
    return Plotly.newPlot(plot, ready.data, ready.layout, ready.config);
  }

  function draw(id, figure) {
    plotly().then(function (Plotly) {
      document.querySelectorAll('[data-mn-figure="' + id + '"]:not([data-mn-state])').forEach(function (box) {
        box.setAttribute("data-mn-state", "drawing");
        paint(box, figure, Plotly).then(function () {
          box.setAttribute("data-mn-state", "drawn");
          drawn.push({ box: box, figure: figure });
        }, function (error) { fail(box, error); });
      });
    }).catch(function (error) {
      document.querySelectorAll('[data-mn-figure="' + id + '"]:not([data-mn-state])').forEach(function (box) { fail(box, error); });
    });
  }

  // The static picture stays.
  function fail(box, error) {
    box.setAttribute("data-mn-state", "static");
    box.classList.remove("mn-drawn");
    box.title = "A static picture: " + error.message;
  }

  var last = null;
  function follow() {
    var now = theme();
    if (now === last) return;
    last = now;
    drawn = drawn.filter(function (each) { return each.box.isConnected; });
    drawn.forEach(function (each) { paint(each.box, each.figure, window.Plotly); });
  }

  function watch() {
    last = theme();
    if (window.matchMedia) {
      var query = window.matchMedia("(prefers-color-scheme: dark)");
      if (query.addEventListener) query.addEventListener("change", follow);
    }
    if (!window.MutationObserver) return;
    var filter = { attributes: true, attributeFilter: ["class", "data-theme", "data-jp-theme-light"] };
    var observer = new MutationObserver(follow);
    observer.observe(document.documentElement, filter);
    if (document.body) observer.observe(document.body, filter);
  }

  window.MarketingNotebooksCharts = { draw: draw, plotly: plotly };
  parsed().then(watch);
})(window, document, SETTINGS);
