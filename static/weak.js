// What a reviewer may miss on a step, written anew after each save.

export function showWeak(points) {
  const section = document.getElementById("weak");
  const focus = document.activeElement;
  const isAbove = section.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING;
  // Nothing may push away what has the focus.
  if (isAbove && focus !== document.body) return;
  section.hidden = points.length === 0;
  document.getElementById("weak-list").replaceChildren(...points.map(weakLine));
}

function weakLine(point) {
  const line = element("li");
  line.append(tagOf(point), " ", linked(point, ""));
  weakRest(line, point);
  for (const other of point.also) {
    const folded = element("details", "also-finding");
    const summary = element("summary");
    summary.append(tagOf(other), " ", other.text);
    folded.append(summary);
    weakRest(folded, other);
    line.append(folded);
  }
  return line;
}

function weakRest(line, point) {
  if (point.quote) line.append(element("p", "note exact weak-quote", point.quote));
  line.append(element("p", "note muted", point.how));
  if (point.places.length) line.append(weakPlaces(point));
}

function tagOf(point) {
  return element("span", `tag tag-${point.severity}`, point.tag);
}

function weakPlaces(point) {
  const box = element("div", "places note");
  const list = element("ul", "plain");
  for (const place of point.places) {
    const entry = element("li");
    entry.append(linked(place, "exact"));
    list.append(entry);
  }
  if (point.rest) list.append(element("li", "", point.rest));
  box.append(element("p", "", point.places_words), list);
  return box;
}

function linked(point, name) {
  const isThere = Boolean(point.field && document.getElementById(point.field));
  const words = element(isThere ? "a" : "span", name, point.text);
  if (isThere) {
    words.setAttribute("href", `#${point.field}`);
    words.dataset.typed = point.typed;
  }
  return words;
}

function element(kind, name = "", words = "") {
  const made = document.createElement(kind);
  if (name) made.className = name;
  made.textContent = words;
  return made;
}

// A long text is one field: a link leads to the very words in it, and marks them.
document.getElementById("weak-list")?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-typed]");
  const field = link && document.getElementById(link.hash.slice(1));
  const words = link?.dataset.typed.trim();
  const start = words && field?.setSelectionRange ? field.value.indexOf(words) : -1;
  if (start < 0) return;
  event.preventDefault();
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.focus();
  field.setSelectionRange(start, start + words.length);
  field.scrollIntoView({ block: "nearest" });
});
