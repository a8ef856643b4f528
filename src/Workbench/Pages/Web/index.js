// Finds cards by their words.
(function () {
  var form = document.querySelector(".filter"), input = document.getElementById("mn-filter"), output = form.querySelector("output");
  var cards = [].slice.call(document.querySelectorAll(".card")).map(function (card) {
    return { card: card, words: card.querySelector(".text").textContent.toLowerCase() };
  });
  if (cards.length < 4) return;
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.addEventListener("input", function () {
    var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
    cards.forEach(function (each) {
      var fits = wanted.every(function (word) { return each.words.indexOf(word) >= 0; });
      each.card.hidden = !fits;
      if (fits) shown++;
    });
    output.textContent = wanted.length ? shown + " of " + cards.length : "";
  });
})();
