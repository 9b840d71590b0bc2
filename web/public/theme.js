// Runs before the first paint, so that a chosen theme or text size never flashes.
(function () {
  try {
    var p = JSON.parse(localStorage.getItem("cmd.prefs") || "{}");
    var d = document.documentElement.dataset;
    if (p.theme && p.theme !== "system") d.theme = p.theme;
    if (p.text && p.text !== "normal") d.text = p.text;
  } catch (e) {
    // Storage may be blocked: the system's own theme is used.
  }
})();
