"""How much of a text is made of the words of another."""

import re
from collections.abc import Hashable, Set
from itertools import pairwise

_LONGER_WORDS, _STEM = re.compile(r"[a-z]{3,24}"), 5
_ONLY_LETTERS = re.compile(r"[\W\d_]+")


def overlap(text: str, other: str) -> float:
    """Return the share of what ``text`` is made of that stands in ``other`` too."""
    pairs, known = (_pieces(part, words=text.isascii()) for part in (text, other))
    if not pairs:
        return 0.0
    return len(pairs & known) / len(pairs)


def _pieces(text: str, *, words: bool) -> Set[Hashable]:
    """Return the longer words of an English text, the pairs of letters of another."""
    if words:
        return {word[:_STEM] for word in _LONGER_WORDS.findall(text)}
    return set(pairwise(_ONLY_LETTERS.sub("", text)))
