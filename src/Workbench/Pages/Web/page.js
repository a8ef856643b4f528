// The switch for code, and the table of contents that follows the reader.
(function () {
  var page = window.MarketingNotebooksPage, key = "mn-code";
  var button = document.getElementById("mn-code"), inputs = [].slice.call(document.querySelectorAll("details.input"));
  function show(on) {
    button.setAttribute("aria-pressed", String(on));
    inputs.forEach(function (input) { input.open = on && !input.hasAttribute("data-closed"); });
  }
  if (inputs.length) {
    button.hidden = false;
    if (page.read(key) === "off") show(false);
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      show(on);
      page.write(key, on ? "on" : "off");
    });
  }

  var contents = document.querySelector(".contents details");
  if (!contents) return;
  var wide = matchMedia("(min-width: 76rem)");
  function fold() { contents.open = wide.matches; }
  wide.addEventListener("change", fold);
  fold();
  contents.addEventListener("click", function (event) { if (event.target.closest("a") && !wide.matches) contents.open = false; });

  var links = {};
  contents.querySelectorAll("a").forEach(function (link) { links[decodeURIComponent(link.hash.slice(1))] = link; });
  var headings = Object.keys(links).map(function (id) { return document.getElementById(id); }).filter(Boolean);
  var current = null, waiting = false;
  function follow() {
    waiting = false;
    var here = null;
    headings.forEach(function (heading) { if (heading.getBoundingClientRect().top < 140) here = heading; });
    var link = here && links[here.id];
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "true");
    current = link;
  }
  addEventListener("scroll", function () {
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  }, { passive: true });
  follow();
})();
