"""A free text of item 3, divided at its headings into what is done and what is planned."""

import re
from functools import cache

from kaizen.text import fold
from kaizen.wording import words

_BRACKETS = "[]\u3010\u3011\u300a\u300b<>()\u25a0\u25a1\u25cf\u25c6\u2022*#\u30fb"


def split_fix(text: str) -> tuple[str, str]:
    """Return (done, planned). A text without such headings goes whole to the first (R14)."""
    marks = headings(text)
    if not marks:
        return text, ""
    done: list[str] = []
    planned: list[str] = []
    lead = text[: marks[0][0]]
    if lead.strip():
        done.append(lead)
    for (start, is_done), following in zip(marks, [*marks[1:], (len(text), True)], strict=True):
        (done if is_done else planned).append(text[start : following[0]])
    return "".join(done).rstrip("\n"), "".join(planned).rstrip("\n")


def headings(text: str) -> list[tuple[int, bool]]:
    """Return where each heading line begins, and whether it opens what is done."""
    found: list[tuple[int, bool]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        is_done = _opens(line)
        if is_done is not None:
            found.append((position + len(line) - len(line.lstrip()), is_done))
        position += len(line)
    return found


def _opens(line: str) -> bool | None:
    """Return True for a heading of done measures, False for planned ones, None for other lines."""
    folded = fold(line.strip()[:200]).text
    bracketed = re.match(r"[\[\u3010<\u300a]([^\]\u3011>\u300b]{1,40})[\]\u3011>\u300b]", folded)
    if bracketed:
        return _kind(bracketed.group(1), at_start=True)
    head, colon, _rest = folded.partition(":")
    bare = head.strip(_BRACKETS + " ")
    return _kind(bare, at_start=False) if colon or len(folded) <= len(head) + 6 else None


def _kind(heading: str, *, at_start: bool) -> bool | None:
    bare = heading.strip().lower()
    for is_done in (True, False):
        known = _known(is_done)
        if bare in known or (at_start and any(bare.startswith(word) for word in known)):
            return is_done
    return None


@cache
def _known(is_done: bool) -> frozenset[str]:
    key = "done_headings" if is_done else "planned_headings"
    return frozenset(word for language in ("ja", "en") for word in words(key, language))
