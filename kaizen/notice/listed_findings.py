"""Findings that a notice lists: numbered policies, or rows that begin "Complaint type:"."""

from collections.abc import Iterator, Sequence
from itertools import islice

from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, pattern

_MOST = 60
"""More rows than a notice lists; a longer paste would cost too much."""
_LONGEST = 60
"""A numbered line that names a policy is no longer."""
_FURTHER = 240
"""What is told below a row belongs to it up to here, unless the next one begins."""


def listed_types(page: Page, found: Sequence[Hit]) -> list[str]:
    """Return the violation types of the rows in their order; empty where fewer than two differ."""
    starts = list(islice(_rows(page), _MOST))
    types = []
    for start, following in zip(starts, [*starts[1:], len(page.text)], strict=False):
        end = min(following, start + _FURTHER)
        inside = [hit for hit in found if start <= hit.start < end]
        if inside:
            first_line = page.unit(start)[1]
            best = max(inside, key=lambda hit: (hit.start < first_line, hit.weight, -hit.start))
            types.append(best.value)
    return types if len(set(types)) > 1 else []


def _rows(page: Page) -> Iterator[int]:
    """Yield where each row begins: labelled ones anywhere, numbered ones below their lead."""
    led = False
    for start, end in page.units():
        line = page.lower[start:end].strip()
        numbered = len(line) <= _LONGEST and pattern("types", "row_number").match(line)
        if pattern("types", "row_label").match(line) or (led and numbered):
            yield start
        elif pattern("types", "row_lead").search(line):
            led = True
        elif line.endswith(("?", "\uff1f")) or pattern("types", "row_end").search(line):
            led = False
