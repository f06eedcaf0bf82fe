"""Where an older mail begins that the pasted text only quotes."""

import re
from bisect import bisect_right

from kaizen.notice.page import Page
from kaizen.notice.signature import pattern

_LEAST = 60
"""So many characters must stand above a quote before they can be the answer to it."""
_MOST_LINES = 400
_INTRO_LINES = 4
_MARKS = ">|\uff1e"
_LINE_END = re.compile("\n")


def quote_starts(page: Page) -> int:
    """Return where in the text a quoted older mail begins, or the length of the text."""
    known: int | None = page.kept.get("quote")
    if known is None:
        known = page.kept["quote"] = _find(page)
    return known


def tail_starts(page: Page) -> int:
    """Return where words without quote marks follow a text that begins with a quoted mail.

    The length of the text where there are none.
    """
    units, depths = _depths(page)
    if not depths or not depths[0]:
        return len(page.text)
    bare = (start for (start, _), depth in zip(units, depths, strict=True) if not depth)
    return next(bare, len(page.text))


def intro_ends(page: Page) -> int:
    """Return where the seller's own words end that announce a mail below them, else 0."""
    for start, end in page.units()[:_INTRO_LINES]:
        if pattern("states", "intro").search(page.lower[start:end]):
            return end
    return 0


def quotes_below(page: Page, at: int) -> int:
    """Return where more deeply quoted words begin below ``at``, or the length of the text."""
    units, depths = _depths(page)
    own: int | None = None
    for (start, end), depth in zip(units, depths, strict=True):
        if own is not None and depth > own:
            return start
        if start <= at < end:
            own = depth
    return len(page.text)


def head_ends(page: Page, until: int) -> int:
    """Return where the sender, day and subject above a quoted mail end: its own head, not words."""
    found = 0
    for start, end in page.units()[:_MOST_LINES]:
        if start >= until:
            break
        if pattern("states", "mail_head").match(page.lower[start:end]):
            found = end
    return found


def _find(page: Page) -> int:
    units, depths = _depths(page)
    least = min(depths, default=0)
    for (start, end), depth in zip(units, depths, strict=True):
        if start < _LEAST:
            continue
        if pattern("states", "quoted_mail").search(page.lower[start : min(end, start + 200)]):
            return start
        if depth > depths[0] and depth > least:
            return start
    return len(page.text)


def _depths(page: Page) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the first lines and how many quote marks stand before each; the page keeps both."""
    known: tuple[list[tuple[int, int]], list[int]] | None = page.kept.get("depths")
    if known is None:
        units = page.units()[:_MOST_LINES]
        known = page.kept["depths"] = (units, _counted(page, units))
    return known


def _counted(page: Page, units: list[tuple[int, int]]) -> list[int]:
    if not any(mark in page.original for mark in _MARKS):
        return [0] * len(units)
    breaks = [match.start() for match in _LINE_END.finditer(page.original)]
    found = []
    for start, _ in units:
        place = page.place(start)
        index = bisect_right(breaks, place - 1)
        line_start = breaks[index - 1] + 1 if index else 0
        lead = page.original[line_start:place]
        found.append(sum(lead.count(mark) for mark in _MARKS))
    return found
