// Copy buttons. Where the clipboard is refused, the text is selected instead, and the page says so.
for (const button of document.querySelectorAll("[data-copy-from]")) {
  const source = document.getElementById(button.dataset.copyFrom);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(source);
      source.focus({ preventScroll: true });
      status.textContent = button.dataset.selected;
    }
  });
}
