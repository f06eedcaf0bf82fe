// Counts the characters of a long text while it is being written.

for (const line of document.querySelectorAll("[data-count-of]")) {
  const field = document.getElementById(line.dataset.countOf);
  const limit = Number(line.dataset.limit);
  const number = new Intl.NumberFormat("en");
  const show = () => {
    const count = [...field.value].length;
    const words = count > limit ? line.dataset.over : line.dataset.words;
    line.textContent = words
      .replace("{count}", number.format(count))
      .replace("{limit}", number.format(limit))
      .replace("{over}", number.format(count - limit));
    line.classList.toggle("last", count > limit);
  };
  field.addEventListener("input", show);
  show();
}
