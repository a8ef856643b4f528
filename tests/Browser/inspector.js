// Questions the tests ask of a page.
window.inspector = (function () {
  var all = function (selector, root) { return [].slice.call((root || document).querySelectorAll(selector)); };

  function settled() {
    return all("[data-mn-figure]").every(function (box) { return ["drawn", "static"].indexOf(box.getAttribute("data-mn-state")) >= 0; });
  }

  function frames(count) {
    return new Promise(function (resolve) {
      (function next() { count-- > 0 ? requestAnimationFrame(next) : resolve(); })();
    });
  }

  // Marks only: axes, grids and legends lie in other layers.
  var marks = [".mlayer path", ".mlayer image", ".mlayer text", ".polarlayer .point", ".pielayer path", ".treemaplayer path", ".sunburstlayer path", ".iciclelayer path",
    ".sankey path", ".funnelarealayer path", ".indicatorlayer text", ".indicatorlayer path", ".parcats path", ".table text"].join(",");

  function extent(mark) {
    var box = mark.getBBox ? mark.getBBox() : { width: 0, height: 0 };
    return box.width + box.height > 0;
  }

  function pixels(canvas) {
    var copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    if (!copy.width || !copy.height) return 0;
    var context = copy.getContext("2d");
    context.drawImage(canvas, 0, 0);
    var data = context.getImageData(0, 0, copy.width, copy.height).data, count = 0;
    for (var i = 3; i < data.length; i += 4) if (data[i] > 0) count++;
    return count;
  }

  function figures() {
    return all("[data-mn-figure]").map(function (box) {
      var canvases = all("canvas", box), plot = box.querySelector(".mn-plot");
      return {
        title: box.getAttribute("aria-label"), state: box.getAttribute("data-mn-state"), marks: all(marks, box).filter(extent).length,
        canvases: canvases.length, pixels: canvases.reduce(function (sum, canvas) { return sum + pixels(canvas); }, 0),
        paper: plot && plot._fullLayout ? plot._fullLayout.paper_bgcolor : "", width: box.getBoundingClientRect().width
      };
    });
  }

  // What sticks out of the window, its own scroll boxes apart.
  function overflow() {
    var root = document.documentElement, width = root.clientWidth;
    if (root.scrollWidth <= width) return [];
    return all("body *").filter(function (element) { return element.getBoundingClientRect().right > width + 1; }).slice(0, 5).map(function (element) {
      return element.tagName + "." + element.className + " " + Math.round(element.getBoundingClientRect().right) + " > " + width;
    });
  }

  function rgba(text) {
    var canvas = rgba.canvas = rgba.canvas || document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  }

  function ground(element) {
    for (; element; element = element.parentElement) {
      var color = rgba(getComputedStyle(element).backgroundColor);
      if (color[3] > 250) return color;
    }
    return rgba(matchMedia("(prefers-color-scheme: dark)").matches ? "#000" : "#fff");
  }

  function luminance(color) {
    var parts = [color[0], color[1], color[2]].map(function (part) {
      part /= 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  // Texts of the page below WCAG's ratio of 4.5; what charts and tables of outputs colour is theirs.
  function faint() {
    return all("body *").filter(function (element) {
      if (element.closest("svg, .mn-figure, .output.html, .cover, script, style, [hidden]") || !element.checkVisibility()) return false;
      return [].some.call(element.childNodes, function (node) { return node.nodeType === 3 && node.data.trim(); });
    }).map(function (element) {
      var color = getComputedStyle(element).color, under = ground(element), a = luminance(rgba(color)), b = luminance(under);
      var contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return { text: element.textContent.trim().slice(0, 40), contrast: contrast, color: color, ground: [].join.call(under, ",") };
    }).filter(function (each) { return each.contrast < 4.5; }).slice(0, 10);
  }

  function doubleIds() {
    var seen = {};
    return all("[id]").map(function (element) { return element.id; }).filter(function (id) { var twice = seen[id]; seen[id] = true; return twice; });
  }

  // Links within the page that lead nowhere.
  function deadEnds() {
    return all("main a[href^='#'], nav a[href^='#']").map(function (link) { return decodeURIComponent(link.hash.slice(1)); })
      .filter(function (id) { return !document.getElementById(id); });
  }

  return { settled: settled, frames: frames, figures: figures, overflow: overflow, faint: faint, doubleIds: doubleIds, deadEnds: deadEnds };
})();
