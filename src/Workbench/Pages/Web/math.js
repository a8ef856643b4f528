// Formulas: TeX in the page becomes MathML. Without Temml the TeX stays.
(function (temml) {
  if (!temml) return;
  document.querySelectorAll(".mn-math").forEach(function (element) {
    var tex = element.textContent, box = document.createElement(element.tagName);
    try {
      temml.render(tex, box, { displayMode: element.classList.contains("mn-display"), throwOnError: true, annotate: true });
    } catch (error) {
      element.title = error.message;
      return;
    }
    element.replaceChildren.apply(element, box.childNodes);
    element.classList.add("mn-set");
  });
})(typeof temml === "undefined" ? null : temml);
