"""Readable text of an HTML mail or page, in one pass and without following anything."""

import html
import re

_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:]{0,20})")
_HREF = re.compile(
    r"""href\s{0,3}=\s{0,3}(?:"([^"]{1,600})"|'([^']{1,600})'|([^\s>"']{1,600}))""", re.I
)
_BLOCK_NAMES = """
p div br tr li ul ol table tbody thead tfoot h1 h2 h3 h4 h5 h6 hr blockquote pre section article
header footer dl dt dd center form fieldset
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_HIDDEN = ("script", "style", "head", "noscript", "template", "svg", "title")
_LONGEST_TAG = 4_000
# Ten times what is taken: blanks are counted here and fall away below.
_LONGEST = 2_000_000
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r" ?\n ?(?:\n ?)*")


def html_text(source: str) -> str:
    """Return the text; blocks become lines, and a link keeps its target behind its words."""
    parts: list[str] = []
    at, link, said, size = 0, "", 0, 0
    endless: set[str] = set()
    while size <= _LONGEST:
        start = source.find("<", at)
        if start < 0:
            parts.append(_words(source[at:]))
            break
        parts.append(_words(source[at:start]))
        size += start - at + 1
        at, tag, opening = _tag(source, start)
        if not tag:
            if at == start + 1:
                parts.append("<")
            continue
        name = _NAME.match(tag)
        kind = name.group(1).lower() if name else ""
        if kind in _HIDDEN and opening and kind not in endless:
            end = _after_hidden(source, at, kind)
            endless |= {kind} if end < 0 else set()
            at = max(at, end)
        elif kind in _BLOCKS:
            parts.append("\n")
        elif kind in _CELLS:
            parts.append(" ")
        elif kind == "a":
            if opening:
                link, said = _target(tag), len(parts)
            elif link:
                if link not in "".join(parts[said:])[:_LONGEST_TAG]:
                    parts.append(f" ({link}) ")
                link = ""
    text = _SPACES.sub(" ", "".join(parts))
    return _LINES.sub(lambda match: "\n\n" if match.group().count("\n") > 2 else "\n", text).strip()


def _words(source: str) -> str:
    return html.unescape(source).replace("\n", " ") if source else ""


def _tag(source: str, start: int) -> tuple[int, str, bool]:
    """Return where reading goes on, the tag's text (empty if none) and whether it opens."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        return (len(source) if end < 0 else end + 3), "", False
    following = source[start + 1 : start + 2]
    if not (following.isalpha() or following in "/!?"):
        return start + 1, "", False
    end = source.find(">", start, start + _LONGEST_TAG)
    if end < 0:
        return start + 1, "", False
    if following in "!?":
        return end + 1, "", False
    return end + 1, source[start : end + 1], following != "/"


def _after_hidden(source: str, at: int, kind: str) -> int:
    match = re.compile(rf"</{kind}\b[^>]{{0,40}}>", re.I).search(source, at)
    return match.end() if match else -1


def _target(tag: str) -> str:
    match = _HREF.search(tag)
    if match is None:
        return ""
    target = html.unescape(next(group for group in match.groups() if group)).strip()
    return target if target.lower().startswith(("http://", "https://")) else ""
