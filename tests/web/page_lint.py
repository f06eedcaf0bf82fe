"""What every page has to keep, whoever wrote it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import html5lib

# "told" holds the sentence of a finding, which quotes the seller.
QUOTED = frozenset({"exact", "quote", "notice", "clamp", "clip", "told"})
NAMELESS = frozenset({"hidden", "submit", "button", "image"})


def lint(html: str, headers: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a page; an empty list where nothing is."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    problems = [f"html: {code} at {place}" for place, code, _data in parser.errors]
    problems += _about_head(tree, html)
    problems += _about_ids(tree)
    problems += _about_sources(tree)
    problems += _about_controls(tree)
    problems += _about_forms(tree)
    problems += _about_words(tree)
    if "no-store" not in headers.get("Cache-Control", ""):
        problems.append("a page with case text may be kept by the browser")
    if "default-src 'none'" not in headers.get("Content-Security-Policy", ""):
        problems.append("no content security policy")
    return problems


def _about_head(tree: Element, html: str) -> Iterator[str]:
    if not html.lstrip().lower().startswith("<!doctype html>"):
        yield "no doctype"
    if tree.get("lang") not in ("ja", "en"):
        yield "no language"
    if len(tree.findall(".//h1")) != 1:
        yield f"{len(tree.findall('.//h1'))} h1"
    title = tree.findtext("head/title") or ""
    if not title.split(" - ")[0].strip():
        yield f"title: {title!r}"
    if len(tree.findall(".//main")) != 1:
        yield "not one main"


def _about_ids(tree: Element) -> Iterator[str]:
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    yield from (f"id twice: {name}" for name, count in ids.items() if count > 1)
    for element in tree.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "form"):
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"{attribute} points nowhere: {name}"
        link = element.get("href") or ""
        if element.tag == "a" and link.startswith("#") and link[1:] not in ids:
            yield f"link to nowhere: {link}"
        if element.get("style") or any(key.startswith("on") for key in element.attrib):
            yield f"inline style or script in {element.tag}"


def _about_sources(tree: Element) -> Iterator[str]:
    """Everything a page loads comes from the program itself, and nothing stands inside the page."""
    for element in tree.iter():
        loaded = element.get("src") or (element.get("href") if element.tag == "link" else None)
        # A chart is its own address: it is part of the page.
        is_own = bool(loaded) and loaded.startswith(("/", "data:image/svg+xml;base64,"))
        if loaded and (not is_own or loaded.startswith("//")):
            yield f"loaded from elsewhere: {loaded[:80]}"
        if element.tag == "style" or (element.tag == "script" and (element.text or "").strip()):
            yield f"inline {element.tag}"


def _about_controls(tree: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    for tag in ("input", "textarea", "select"):
        for control in tree.iter(tag):
            if control.get("type") in NAMELESS or "hidden" in control.attrib:
                continue
            name = control.get("id") in labelled or control.get("aria-label")
            if not (name or control.get("aria-labelledby")):
                yield f"no label: {control.get('name')}"
    for fieldset in tree.iter("fieldset"):
        if fieldset.find("legend") is None:
            yield "fieldset without legend"
    for element in (*tree.iter("a"), *tree.iter("button")):
        if not "".join(element.itertext()).strip() and not element.get("aria-label"):
            yield f"{element.tag} without words"


def _about_forms(tree: Element) -> Iterator[str]:
    for form in tree.iter("form"):
        if (form.get("method") or "get").lower() != "post":
            continue
        names = [control.get("name") for control in form.iter("input")]
        if names.count("csrf_token") != 1:
            yield f"form without one token: {form.get('action')}"
        if form.get("enctype") != "multipart/form-data" or "novalidate" not in form.attrib:
            yield f"form without enctype or novalidate: {form.get('action')}"


def _about_words(tree: Element) -> Iterator[str]:
    text = "\n".join(_own_words(tree))
    if re.search(r"%\(\w+\)[sd]|\{\w+\}|^\s*None\s*$|Undefined", text, re.MULTILINE):
        yield "an unfilled place in a sentence"
    if re.search("[\uff66-\uff9f]", text):
        yield "half-width kana"


def _own_words(element: Element) -> Iterator[str]:
    """Yield the words of the program; what is quoted from the seller stands in marked elements."""
    if element.tag in ("textarea", "script", "style"):
        return
    if QUOTED & set((element.get("class") or "").split()):
        return
    yield element.text or ""
    for child in element:
        yield from _own_words(child)
        yield child.tail or ""
