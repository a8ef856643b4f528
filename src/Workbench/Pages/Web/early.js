// Runs before the page is drawn: the reader's choice of colours, so that nothing flashes.
(function (root) {
  var key = "mn-theme";
  function read(name) { try { return localStorage.getItem(name); } catch (error) { return null; } }
  function write(name, value) { try { localStorage.setItem(name, value); } catch (error) { /* Storage is a convenience. */ } }
  function now() { return root.getAttribute("data-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"); }
  var chosen = read(key);
  if (chosen === "dark" || chosen === "light") root.setAttribute("data-theme", chosen);
  window.MarketingNotebooksPage = { read: read, write: write };
  addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("mn-theme");
    function show() { button.setAttribute("aria-pressed", String(now() === "dark")); }
    button.hidden = false;
    show();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    button.addEventListener("click", function () {
      var next = now() === "dark" ? "light" : "dark";
      root.setAttribute("data-theme", next);
      write(key, next);
      show();
    });
  });
})(document.documentElement);
