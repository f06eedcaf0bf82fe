"""Text folded for matching, with the way back to what was typed.

Sellers type full-width digits, half-width kana and dashes of every kind. Matching works on a folded
copy (NFKC, one hyphen, no invisible characters); places are always given in the original.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

# Characters that NFKC leaves alone whatever stands beside them: the fast road for most text.
_STABLE = re.compile(
    "[\t\n -~\u3001\u3002\u3005-\u301b\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fef]+", re.ASCII
)
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_HYPHENS = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_MARKS = frozenset("\u3099\u309a\uff9e\uff9f")
# Unicode orders the marks of one character in quadratic time; nobody types more than a few.
_LONGEST_CLUSTER = 16
# A few signs stand for whole phrases, up to eighteen characters: a page must not become a book.
_LONGEST_SIGN = 5
# Cut out of these, the places of a usual text are copied and not counted one by one.
_FIRST_PLACES = array("l", range(8_192))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, where that character began in the original."""

    original: str
    text: str
    starts: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of folded characters ``start`` to ``end``."""
        if start >= end:
            at = self.starts[start]
            return at, at
        first = self.starts[start]
        last = self.starts[end - 1]
        after = end
        while after < len(self.starts) - 1 and self.starts[after] == last:
            after += 1
        return first, self._end_of(last, self.starts[after])

    def _end_of(self, last: int, limit: int) -> int:
        end = last + 1
        while end < limit and (
            self.original[end] in _MARKS or unicodedata.combining(self.original[end])
        ):
            end += 1
        return end

    def quote(self, start: int, end: int) -> str:
        """Return the original characters behind folded characters ``start`` to ``end``."""
        first, last = self.span(start, end)
        return self.original[first:last]


@lru_cache(maxsize=256)
def fold(original: str) -> Folded:
    """Return ``original`` folded for matching; the case of letters is kept."""
    parts: list[str] = []
    starts: array[int] = array("l")
    position, length = 0, len(original)
    while position < length:
        run = _STABLE.match(original, position)
        if run is not None:
            end = run.end()
            if end < length and (original[end] in _MARKS or unicodedata.combining(original[end])):
                end -= 1
            if end > position:
                parts.append(original[position:end])
                starts.extend(places_between(position, end))
                position = end
                continue
        end = position + 1
        limit = min(length, position + _LONGEST_CLUSTER)
        while end < limit and (
            original[end] in _MARKS or unicodedata.combining(original[end]) != 0
        ):
            end += 1
        folded = _fold_cluster(original[position:end])
        parts.append(folded)
        starts.extend([position] * len(folded))
        position = end
    starts.append(length)
    return Folded(original, "".join(parts), starts)


def places_between(start: int, end: int) -> "array[int]":
    """Return the places from ``start`` up to ``end``, one for each character."""
    if end <= len(_FIRST_PLACES):
        return _FIRST_PLACES[start:end]
    return array("l", range(start, end))


def _fold_cluster(cluster: str) -> str:
    if cluster in _HYPHENS:
        return "-"
    if cluster == "\r":
        return ""
    kept = "".join(character for character in cluster if character not in _INVISIBLE)
    folded = unicodedata.normalize("NFKC", kept)
    if folded in _HYPHENS:
        return "-"
    return folded if len(folded) <= _LONGEST_SIGN * len(cluster) else kept
