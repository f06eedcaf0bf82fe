"""Exhibits as cited in a text and as listed by the seller."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from kaizen.case import Exhibit
from kaizen.reading.days import WrittenDay
from kaizen.text import fold
from kaizen.voice import lowered

_MOST_IN_RANGE = 40
# So close to the kind of a file stands that it is handed over.
_NEAR = 40
_KINDS = {"sheet": "xls xlsx csv", "word": "doc docx", "slides": "ppt pptx", "archive": "zip rar"}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    path = Path(__file__).with_name("phrases") / "exhibits.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return {key: re.compile(pattern) for key, pattern in data["patterns"].items()}


def cited_numbers(text: str) -> dict[int, tuple[int, int]]:
    """Return each exhibit number that a folded text cites, with its first place."""
    cited: dict[int, tuple[int, int]] = {}
    for match in _patterns()["cited"].finditer(lowered(text)):
        first = int(match["ja"] or match["en"])
        last = int(match["ja_last"] or match["en_last"] or first)
        for number in range(first, min(last, first + _MOST_IN_RANGE) + 1):
            cited.setdefault(number, match.span())
    return cited


def says_attached(text: str) -> bool:
    """Tell whether a folded text says that something is attached."""
    return _patterns()["attached"].search(lowered(text)) is not None


def offered_kinds(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a folded text hands over a file of a named kind, and the endings of that kind."""
    patterns = _patterns()
    for match in patterns["kind"].finditer(lowered(text)):
        around = lowered(text)[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if patterns["handed_over"].search(around):
            yield match.start(), match.end(), _KINDS[match.lastgroup or ""]


def listed_numbers(exhibits: Iterable[Exhibit]) -> dict[int, Exhibit]:
    """Return the exhibits by number: the one in their name, else their place in the list."""
    numbered: dict[int, Exhibit] = {}
    for place, exhibit in enumerate(exhibits, start=1):
        match = _patterns()["listed"].match(lowered(fold(exhibit.name).text))
        numbered[int(match["number"]) if match else place] = exhibit
    return numbered


def is_described(exhibit: Exhibit, text: str) -> bool:
    """Tell whether a folded text speaks of what the exhibit's name says."""
    low = lowered(text)
    name = lowered(fold(exhibit.name).text)
    stem = name.rsplit(".", 1)[0]
    words = _patterns()["word"].findall(_patterns()["listed"].sub("", stem, count=1))
    return any(word in low for word in words if len(word) > 1)


def is_invoice(exhibit: Exhibit) -> bool:
    """Tell whether the exhibit's name speaks of an invoice."""
    return _patterns()["invoice"].search(lowered(fold(exhibit.name).text)) is not None


def is_paper_with_age(exhibit: Exhibit) -> bool:
    """Tell whether the name speaks of a paper for which a notice may say how old it may be."""
    return _patterns()["with_age"].search(lowered(fold(exhibit.name).text)) is not None


def names_a_paper(text: str) -> bool:
    """Tell whether a folded sentence hands over an invoice or a paper with an age."""
    patterns = _patterns()
    if not patterns["handed_over"].search(text):
        return False
    return any(patterns[key].search(text) for key in ("invoice", "with_age"))


def dates_a_paper(text: str, day: WrittenDay) -> bool:
    """Tell whether a day of a lowered text is that of a paper: "the invoice of May 2025"."""
    patterns = _patterns()
    if patterns["dated_behind"].match(text[day.end : day.end + _NEAR]):
        return True
    return patterns["dated_ahead"].search(text[max(0, day.start - _NEAR) : day.start]) is not None


def speaks_of_invoices(text: str) -> bool:
    """Tell whether a folded text speaks of invoices."""
    return _patterns()["invoice"].search(lowered(text)) is not None


def offers_receipts(text: str) -> bool:
    """Tell whether a folded text offers retail receipts as proof."""
    return _patterns()["receipt"].search(lowered(text)) is not None
