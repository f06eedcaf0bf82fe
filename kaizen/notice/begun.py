"""Patterns for a whole page, tried only where one of their beginnings stands.

A page is walked once for the beginnings of them all (``words``), and not once for each pattern.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kaizen.notice.heads import OPEN, heads
from kaizen.notice.signature import patterns

Match = re.Match[str]
_LENGTH = 4
NAMES = {
    "asking": (
        "announces",
        "announces_unless",
        "examples",
        "leads",
        "leads_denied",
        "noun_end",
    ),
    "categories": ("row",),
    "dates": ("earlier_again", "earlier_words"),
    "documents": ("not_a_paper",),
    "identifiers": ("book_label", "complaint", "registration"),
    "states": ("fulfilled", "no_measure"),
    "suspicious": ("click", "contact_other", "pay", "secrets", "sender", "unusual"),
    "words": (
        "complainant",
        "complainant_company_en",
        "contact",
        "contact_name",
        "ends_list",
        "format",
        "leads_list",
        "policy_en",
        "registered",
        "seven_items",
        "subject",
    ),
}
"""The names of the patterns by subject."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A pattern and what its matches can begin with, in lower case."""

    compiled: "re.Pattern[str]"
    heads: frozenset[str]

    def each(self, text: str, places: Sequence[int], begin: int, end: int) -> Iterator[Match]:
        """Yield the matches from ``begin`` to ``end``; ``places`` are those of the beginnings."""
        match_at, done = self.compiled.match, begin
        for at in places[bisect_left(places, begin) : bisect_left(places, end)]:
            if at >= done:
                match = match_at(text, at, end)
                if match:
                    done = match.end()
                    yield match

    def first(self, text: str, places: Sequence[int], begin: int, end: int) -> Match | None:
        """Return the first match from ``begin`` to ``end``, as ``each`` does."""
        for at in places[bisect_left(places, begin) : bisect_left(places, end)]:
            match = self.compiled.match(text, at, end)
            if match:
                return match
        return None


@cache
def begun(subject: str, name: str) -> tuple[Begun, ...]:
    """Return the one pattern, or those of the list, with a name in ``signatures``."""
    written = patterns(subject)[name]
    return tuple(map(_begun, [written] if isinstance(written, str) else written))


@cache
def by_beginning() -> dict[str, tuple[Begun, ...]]:
    """Return, by each of their beginnings, the patterns that begin so."""
    found: dict[str, tuple[Begun, ...]] = {}
    for subject, names in NAMES.items():
        for one in (one for name in names for one in begun(subject, name)):
            for head in one.heads:
                found[head] = (*found.get(head, ()), one)
    return found


def standing(places: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Return where each of the patterns may begin, by how it is written."""
    by_head = by_beginning()
    found: dict[str, set[int]] = {}
    for head in by_head.keys() & places.keys():
        for one in by_head[head]:
            found.setdefault(one.compiled.pattern, set()).update(places[head])
    return {written: sorted(some) for written, some in found.items()}


def _begun(pattern: str) -> Begun:
    return Begun(
        re.compile(pattern, re.MULTILINE),
        frozenset(head.removesuffix(OPEN).lower() for head in heads(pattern, _LENGTH)),
    )
