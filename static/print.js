// The print button appears where script works; without it the menu of the browser does the same.
const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => print());
