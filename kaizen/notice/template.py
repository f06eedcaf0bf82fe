"""The seven-item template and the file formats the notice allows."""

import re
from functools import cache

from kaizen.notice.identifiers import Found
from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern, patterns
from kaizen.notice.words import each_match, first_matches

_ENOUGH, _ITEMS = 5, 7
_LONGEST = 80


def seven_items(page: Page) -> Found | None:
    """Return the place of the seven-item template.

    Five of its labels in its own words are enough; in other words they must be items of a list.
    """
    places = [match.span() for match in first_matches(page, "words", "seven_items")]
    if len(places) < _ENOUGH:
        places = _in_other_words(page)
    if len(places) < _ENOUGH:
        return None
    return Found("seven", min(start for start, _ in places), max(end for _, end in places))


def _in_other_words(page: Page) -> list[tuple[int, int]]:
    """Return the list items that are the labels, each label once: in their order, or in any."""
    items = [(start, end) for start, end in page.units() if is_item(page.text[start:end])]
    places = _in_order(page, items)
    return places if len(places) >= _ENOUGH else _in_any_order(page, items)


def _in_order(page: Page, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most items that are the labels in their order, if the last of them is there."""
    labels = _labels("seven_items_loose")
    longest: list[list[tuple[int, int]]] = [[] for _ in labels]
    for start, end in items:
        line = page.lower[start : min(end, start + _LONGEST)]
        for at in range(len(labels) - 1, -1, -1):
            if labels[at].search(line):
                before = max(longest[:at], key=len, default=[])
                if len(before) >= len(longest[at]):
                    longest[at] = [*before, (start, end)]
    return longest[-1]


def _in_any_order(page: Page, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return seven Japanese items one below the other, each with a label of its own.

    The later labels say more exactly what is meant: "the day of the measures" is no measure.
    """
    for first in range(len(items) - _ITEMS + 1):
        places = items[first : first + _ITEMS]
        labels = list(_labels("seven_items_loose"))
        for start, end in places:
            line = page.lower[start : min(end, start + _LONGEST)]
            label = next((label for label in reversed(labels) if label.search(line)), None)
            if (
                label is None
                or line.isascii()
                or page.text.count("\n", places[0][0], start) >= _ITEMS
            ):
                break
            labels.remove(label)
        if not labels:
            return places
    return []


def file_formats(page: Page) -> list[Found]:
    """Return the file formats named as accepted, in order."""
    found: dict[str, Found] = {}
    for match in each_match(page, "words", "format", end=40_000):
        start, end = page.unit(match.start())
        line = page.lower[start:end]
        sentence = page.lower[slice(*_around(page, match.start(), match.end()))]
        if not pattern("words", "format_context").search(line):
            continue
        if pattern("words", "format_refused").search(sentence):
            continue
        found.setdefault(match.group(1), Found(match.group(1), *match.span()))
    return list(found.values())


@cache
def _labels(name: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(written) for written in patterns("words")[name])


def _around(page: Page, start: int, end: int) -> tuple[int, int]:
    line, line_end = page.unit(start)
    first, last = page.sentence(start)
    return max(line, first, start - 80), min(line_end, last, end + 80)
