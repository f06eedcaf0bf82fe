"""Headings within item 3 that say: what follows is done, or what follows is planned."""

import re

from kaizen.plan import Progress
from kaizen.reading.vocabulary import found, pattern

_BRACKETED = re.compile(
    r"[\u3010\[<\u300a\u3014(]([^\u3010\u3011\[\]<>\u300a\u300b]{1,60})[\u3011\]>\u300b\u3015)]"
)
_COLON = re.compile(r"([^:\u3002\n]{1,70}):")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[\u3002.!?]$|[\u3059\u305f]$")
_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[a-d])[)\].:\u3001]\s?")
_SHORT_JA, _SHORT_WORDS = 24, 7
_ORNAMENTS = " \u3000\u25a0\u25a1\u25cf\u25c6\u25c7\u25a0\u2022*#\u30fb-=~<>\u25bc\u25b6"


def heading_of(sentence: str) -> tuple[Progress, int] | None:
    """Return what a heading at the head of ``sentence`` announces, and where it ends.

    ``sentence`` is folded and in lower case. A heading that announces neither what is done nor
    what is planned is ``UNDECIDED``; a sentence without heading gives None.
    """
    bracketed = _BRACKETED.match(sentence)
    if bracketed and not (sentence[0] == "(" and ":" in bracketed.group(1)):
        progress = _progress(bracketed.group(1))
        if progress is Progress.UNDECIDED and sentence[0] in "(<[":
            return None
        return progress, bracketed.end()
    # Brackets behind a measure hold its facts ("done: Nov 5"); they announce nothing.
    colon = None if sentence.startswith("(") else _COLON.match(sentence)
    if colon:
        progress = _progress(colon.group(1))
        if progress is not Progress.UNDECIDED and _is_short(colon.group(1)):
            return progress, colon.end()
    bare = sentence.strip(_ORNAMENTS)
    number = _NUMBER.match(bare)
    if number:
        bare = bare[number.end() :]
        if not pattern("headings", "title_ends").search(bare):
            return None
    if _is_short(bare) and not _ENDS_LIKE_A_SENTENCE.search(bare):
        progress = _progress(bare)
        if progress is not Progress.UNDECIDED and _is_title(bare):
            return progress, len(sentence)
    return None


def marked_progress(text: str) -> Progress:
    """Return what marks within a measure say, such as a bracketed "done" at its end."""
    for bracketed in _BRACKETED.finditer(text):
        inner = bracketed.group(1)
        if len(inner) <= 16:
            progress = _progress(inner)
            if progress is not Progress.UNDECIDED:
                return progress
    return Progress.UNDECIDED


def _progress(heading: str) -> Progress:
    if found(heading, "headings", "planned"):
        return Progress.PLANNED
    if found(heading, "headings", "done"):
        return Progress.DONE
    return Progress.UNDECIDED


def _is_short(heading: str) -> bool:
    if heading.isascii():
        return len(heading.split()) <= _SHORT_WORDS + 4
    return len(heading) <= _SHORT_JA + 6


def _is_title(bare: str) -> bool:
    """Tell whether a line without colon or brackets is a title and not a short measure."""
    if bare.isascii():
        return len(bare.split()) <= 5 and not re.search(r"\d", bare)
    whole = pattern("headings", "done", "planned").search(bare)
    return whole is not None and len(bare) <= 16 and not re.search(r"\d", bare)
