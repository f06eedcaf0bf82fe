"""Rows of an account health dashboard: a category of the policies, a count and a severity."""

import re
from dataclasses import dataclass
from itertools import islice

from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, patterns
from kaizen.notice.words import each_match

_FEWEST = 3
_STATED = 5
_MOST = 60
_REACH = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A category with the number of its open violations and how grave they are (0 to 4)."""

    value: str
    count: int
    severity: int
    start: int
    end: int

    @property
    def hit(self) -> Hit:
        """Return the row as words that state a violation."""
        return Hit(self.value, _STATED + self.severity, self.start, self.end)


def rows(page: Page) -> list[Row]:
    """Return the rows of a dashboard, the gravest first; none where no dashboard is pasted."""
    known: list[Row] | None = page.kept.get("rows")
    if known is None:
        known = page.kept["rows"] = _find(page)
    return known


def _find(page: Page) -> list[Row]:
    matches = list(islice(each_match(page, "categories", "row"), _MOST))
    if len(matches) < _FEWEST:
        return []
    nexts = [match.start() for match in matches[1:]] + [len(page.text)]
    found = [_row(page, match, until) for match, until in zip(matches, nexts, strict=True)]
    return sorted(found, key=lambda row: (-row.severity, row.start))


def _row(page: Page, match: "re.Match[str]", until: int) -> Row:
    start, end = match.span()
    label, count = match.group(), match.group("count")
    value = next(
        value
        for value, stems in patterns("categories")["category"].items()
        if any(stem in label for stem in stems)
    )
    number = int(count) if count.isdigit() else 0
    return Row(value, number, _severity(page, end, until), start, end)


def _severity(page: Page, end: int, until: int) -> int:
    after = page.lower[end : min(until, end + _REACH, page.unit(end)[1])]
    grades = patterns("categories")["severity"]
    return max((grades[word] for word in grades if word in after), default=0)
