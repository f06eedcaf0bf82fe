"""A title of the seller's own over an item: the item's number, ornaments, or a line with a colon.

A first line is a title only where more lines follow and it ends like no sentence. Titles that tell
what is done from what is planned, and the labels of the notice, are no titles of one's own
(words: ``phrases/own_headings.toml``).
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.reading.headings import heading_of
from kaizen.reading.sentences import lower

_ORNAMENT = (
    "[\u2605\u2606\u25a0\u25a1\u25c6\u25c7\u25cf\u25cb\u25ce\u25b2\u25bc\u25b6\u266a*#=~]{1,6}"
)
_FIRST = re.compile(
    rf"[ \t\u3000]*(?P<mark>{_ORNAMENT}[ \u3000]*|(?P<number>[1-7])[.):\u3001][ \u3000]*)?"
    r"(?P<title>[^\n\u3002!?]{2,60}?)[ \u3000]*(?:" + _ORNAMENT + r")?[ \u3000]*"
)
_LONGEST_LINE = 120
_LONGEST_JA, _MOST_WORDS = 20, 8
_FIX = 3
_ENDS_LIKE_A_SENTENCE = re.compile(r"(?:\u307e\u3059|\u3067\u3059|\u305f|[.,\u3001])$")


def own_title(text: str, number: int) -> Iterator[tuple[int, int]]:
    """Yield the place of the title at the head of a folded item text; ``number`` is the item's."""
    end = text.find("\n", 0, _LONGEST_LINE)
    if end < 0 or not text[end:].strip():
        return
    found = _FIRST.fullmatch(text, 0, end)
    if not found or not _is_title(found.group("title")):
        return
    title, mark = lower(found.group("title")), found.group("mark")
    numbered = found.group("number")
    announced = bool(mark and (not numbered or int(numbered) == number))
    announced = announced or _is_in_capitals(found.group("title"))
    if not announced and not (title.endswith(":") and title.isascii() and not numbered):
        return
    # "Our rescue plan" announces nothing: only what is done or to come does.
    announces = number == _FIX and heading_of(re.sub(r"\bplans?\b", "", title)) is not None
    if not announces and not _labels().search(title):
        yield found.start("title"), found.end("title")


def _is_title(title: str) -> bool:
    bare = title.rstrip(":")
    if ":" in bare or re.search(r"\d", bare) or _ENDS_LIKE_A_SENTENCE.search(bare):
        return False
    if bare.isascii():
        return len(bare.split()) <= _MOST_WORDS
    return len(bare) <= _LONGEST_JA


def _is_in_capitals(title: str) -> bool:
    words = title.split()
    return len(words) > 1 and title.isascii() and title == title.upper()


@cache
def _labels() -> re.Pattern[str]:
    path = Path(__file__).with_name("phrases") / "own_headings.toml"
    return re.compile("|".join(tomllib.loads(path.read_text("utf-8"))["labels"]))
