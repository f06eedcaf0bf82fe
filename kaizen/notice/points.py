"""What a refused answer lacked: the points the notice lists."""

import re

from kaizen.notice.identifiers import Found
from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.papers_meant import POINTS
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import pattern

_LONGEST = 300
_MOST = 30


def missing_points(page: Page) -> list[Found]:
    """Return the points of the list that follows "the following is missing", in order."""
    found: list[Found] = []
    leading = False
    for start, end in page.units():
        line = page.text[start:end]
        prefix = pattern("words", "missing_prefix").match(line)
        if prefix and leading and len(line) <= _LONGEST and not _is_label(line, prefix.end()):
            found.append(_point(line, start, prefix.end()))
        elif not (is_item(line) and leading):
            if found:
                break
            leading = pattern("words", "missing_lead").search(page.lower[start:end]) is not None
    return [one for one in found if one.value][:_MOST] or _inline(page)


def _point(line: str, start: int, skip: int) -> Found:
    rest = line[skip:]
    soft = pattern("words", "missing_soft").match(rest)
    begin = skip + (soft.end() if soft else 0)
    return Found(line[begin:].strip().rstrip("."), start + begin, start + len(line))


def _is_label(line: str, skip: int) -> bool:
    return re.match(r"(?i)(?:asin|https?:)", line[skip:]) is not None


def _inline(page: Page) -> list[Found]:
    """Return the sentence that names the points where they are not a list."""
    sentences = dict.fromkeys(
        page.sentence(hit.start) for hit in hits(page, "documents") if hit.value in POINTS
    )
    return [
        Found(page.text[start:end].strip(), start, end)
        for start, end in sentences
        if pattern("words", "missing_lead").search(page.lower[start:end])
    ][:3]
