// Notes which fields the seller types into before autosave.js has come: on a slow line that takes
// seconds. What the browser itself puts back after a reload is not noted.

window.typedEarly = new Set();
addEventListener("input", (event) => event.isTrusted && window.typedEarly.add(event.target.name), true);
