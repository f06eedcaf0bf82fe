"""The pasted text cleaned for reading, with every character's place in the original.

Quote marks, HTML remains and hard wraps go; what is left is ``text``: one unit a line, each unit a
sentence group, heading or list item. Spaces beside Japanese characters go too, so that phrases need
to be written only one way.
"""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from kaizen.notice.layout import joins, wrapping
from kaizen.notice.model import Span
from kaizen.text import Folded, fold, places_between

HEAD = 40_000
TAIL = 12_000
"""A longer text is read closely at its head and its tail only; ids are taken from all of it."""

# One space between two Latin letters is a space: only the others are looked at.
_SPACE = (
    r"(?P<space>[ \t]{2,}|\t|(?<=[\u2e80-\U0010ffff]) |^ "
    r"| (?=[\u2e80-\U0010ffff]|$))"
)
_NOISE = re.compile(
    r"(?=[ \t>|<&])(?:(?P<quote>^[ \t>|]*[>|][ \t]?)"
    r"|(?P<hidden><(?:style|script|head)\b[^<>]{0,200}>[^<]{0,8000}</(?:style|script|head)>)"
    r"|(?P<block></?(?:p|br|div|tr|li|ul|ol|table|tbody|thead|h[1-6]|hr|blockquote|pre|html|body"
    r"|head|title|center|section|article)\b[^<>]{0,400}>)"
    r"|(?P<inline></?(?:a|b|i|u|s|em|strong|span|font|td|th|img|small|big|meta|o:p|wbr|label|input)"
    r"\b[^<>]{0,400}>)"
    r"|(?P<entity>&(?:nbsp|amp|lt|gt|quot|yen|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});)"
    rf"|{_SPACE})",
    re.MULTILINE | re.IGNORECASE,
)
_PLAIN_NOISE = re.compile(rf"(?=[ \t>|])(?:(?P<quote>^[ \t>|]*[>|][ \t]?)|{_SPACE})", re.MULTILINE)
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "yen": "\u00a5"}
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)} | {
    0x2018: "'",
    0x2019: "'",
    0x201C: '"',
    0x201D: '"',
}
# Folded, "(2)180 days" would be 2,180 days.
_RINGED_BEFORE_A_FIGURE = re.compile("[\u2460-\u2473](?=[0-9\uff10-\uff19])")
_BREAK = re.compile(
    "[\u3002\n!?.](?:(?<!\\.)|"
    "(?<!e\\.g\\.)(?<!i\\.e\\.)(?<! [ap]\\.m\\.)(?<!\\d[ap]\\.m\\.)(?<! no\\.)(?<!incl\\.)"
    "(?=[ \n]|$))",
    re.IGNORECASE,
)
_WIDE = "\u2e80"
_LETTERS = "\u3041"
_MOST_LINES = 4_000


@dataclass(frozen=True, slots=True)
class Page:
    """Cleaned ``text``, its lower-case twin and the way back to the pasted original.

    ``kept`` holds what was searched for once.
    """

    original: str
    text: str
    lower: str
    folded: Folded
    places: "array[int]"
    gap_at: int
    gap: int
    ends: tuple[int, ...]
    kept: dict[str, Any] = field(default_factory=dict, compare=False)

    def span(self, start: int, end: int) -> Span:
        """Return the original words behind ``text[start:end]``."""
        if start >= end:
            at = self._shift(self.places[start] if start < len(self.places) else 0)
            return Span(at, at, "")
        first = self.folded.starts[self.places[start]]
        _, last = self.folded.span(self.places[end - 1], self.places[end - 1] + 1)
        begin, finish = self._shift(first), self._shift(last)
        return Span(begin, finish, self.original[begin:finish])

    def place(self, at: int) -> int:
        """Return where in the original the character ``at`` of the text begins."""
        return self._shift(self.folded.starts[self.places[at]] if self.places else 0)

    def _shift(self, place: int) -> int:
        return min(len(self.original), place + self.gap if place > self.gap_at else place)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence around character ``at``."""
        index = bisect_right(self.ends, at)
        start = self.ends[index - 1] if index else 0
        end = self.ends[index] if index < len(self.ends) else len(self.text)
        return start, end

    def unit(self, at: int) -> tuple[int, int]:
        """Return start and end of the line of ``text`` around character ``at``."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return start, len(self.text) if end < 0 else end

    def units(self) -> list[tuple[int, int]]:
        """Return start and end of every line of ``text``."""
        known: list[tuple[int, int]] | None = self.kept.get("units")
        if known is None:
            known = self.kept["units"] = _units(self.text)
        return known


def _units(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def clean(original: str) -> Page:
    """Return the pasted text ready for reading."""
    excerpt, gap_at, gap = _excerpt(original)
    folded = fold(_RINGED_BEFORE_A_FIGURE.sub("\u30fb", excerpt))
    bare, bare_places = _without_noise(folded.text)
    text, places = _unwrapped(bare, bare_places)
    lower = text.translate(_LOWER)
    ends = tuple(match.end() for match in _BREAK.finditer(text))
    return Page(original, text, lower, folded, places, gap_at, gap, ends)


def _excerpt(original: str) -> tuple[str, int, int]:
    if len(original) <= HEAD + TAIL:
        return original, len(original), 0
    cut = original.rfind("\n", HEAD - 2_000, HEAD)
    head = HEAD if cut < 0 else cut
    tail = len(original) - TAIL
    return original[:head] + "\n" + original[tail:], head, tail - head - 1


def _without_noise(text: str) -> tuple[str, "array[int]"]:
    parts: list[str] = []
    places: array[int] = array("l")
    done = 0
    noise = _NOISE if "<" in text or "&" in text else _PLAIN_NOISE
    for match in noise.finditer(text):
        parts.append(text[done : match.start()])
        places.extend(places_between(done, match.start()))
        done = match.end()
        stand_in = _stand_in(match, text)
        if stand_in:
            parts.append(stand_in)
            places.append(match.start())
    parts.append(text[done:])
    places.extend(places_between(done, len(text)))
    return "".join(parts), places


def _stand_in(match: "re.Match[str]", text: str) -> str:
    kind = match.lastgroup
    if kind == "block":
        return "\n"
    if kind == "entity":
        return _entity(match.group()[1:-1])
    if kind != "space":
        return ""
    start, end = match.span()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before == "\n" or after == "\n":
        return ""
    if end - start < 3 and "\t" not in match.group() and _is_loose(before, after):
        return ""
    return " "


def _is_loose(before: str, after: str) -> bool:
    """Tell whether a space means nothing: beside punctuation or between kana and Latin letters."""
    if before >= _WIDE and after >= _WIDE:
        return before < _LETTERS or after < _LETTERS
    return before >= _WIDE or after >= _WIDE


def _entity(name: str) -> str:
    if not name.startswith("#"):
        return _ENTITIES[name.lower()]
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    character = chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
    plain = fold(character).text
    return plain if len(plain) == 1 else " "


def _unwrapped(text: str, places: "array[int]") -> tuple[str, "array[int]"]:
    lines = _lines(text)
    if not lines:
        return "", array("l")
    close = lines[:_MOST_LINES]
    how = wrapping([text[start:end] for start, end, _ in close])
    parts: list[str] = []
    kept: array[int] = array("l")
    previous = ""
    for number, (start, end, after_blank) in enumerate(lines):
        line = text[start:end]
        if number:
            glue = "\n"
            if not after_blank and number < _MOST_LINES:
                glue = joins(previous, line, how)
            if glue:
                parts.append(glue)
                kept.append(places[start - 1])
        parts.append(line)
        kept.extend(places[start:end])
        previous = line
    return "".join(parts), kept


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Return start, end and "a blank line stands before" of every line that is not blank."""
    found: list[tuple[int, int, bool]] = []
    blank = False
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            first = start + len(raw) - len(raw.lstrip())
            found.append((first, first + len(stripped), blank))
            blank = False
        else:
            blank = True
        start += len(raw) + 1
    return found
