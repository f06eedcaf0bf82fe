"""Patterns for a whole page, tried only where one of their beginnings stands.

A page is walked once for the beginnings of them all (``words``), and not once for each pattern.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kaizen.notice.heads import OPEN, heads
from kaizen.notice.signature import patterns

Match = re.Match[str]
_LENGTH = 4
NAMES = {
    "asking": ("noun_end",),
    "categories": ("row",),
    "dates": ("earlier_words",),
    "documents": ("not_a_paper",),
    "identifiers": ("book_label", "complaint", "registration"),
    "states": ("fulfilled", "no_measure"),
    "suspicious": ("click", "contact_other", "pay", "secrets", "sender", "unusual"),
    "words": (
        "complainant",
        "complainant_company_en",
        "contact",
        "contact_name",
        "format",
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

    def each(
        self, text: str, places: Mapping[str, list[int]], end: int | None = None, begin: int = 0
    ) -> Iterator[Match]:
        """Yield the matches in ``text`` from ``begin`` to ``end``.

        ``places`` are those of the beginnings.
        """
        standing = places.keys() & self.heads
        if not standing:
            return
        match_at, done = self.compiled.match, begin
        limit = len(text) if end is None else end
        for at in sorted({at for head in standing for at in places[head]}):
            if at >= done:
                match = match_at(text, at, limit)
                if match:
                    done = match.end()
                    yield match


@cache
def begun(subject: str, name: str) -> tuple[Begun, ...]:
    """Return the one pattern, or those of the list, with a name in ``signatures``."""
    written = patterns(subject)[name]
    return tuple(map(_begun, [written] if isinstance(written, str) else written))


@cache
def beginnings() -> frozenset[str]:
    """Return the beginnings of all these patterns."""
    return frozenset(
        head
        for subject, names in NAMES.items()
        for name in names
        for one in begun(subject, name)
        for head in one.heads
    )


def _begun(pattern: str) -> Begun:
    return Begun(
        re.compile(pattern, re.MULTILINE),
        frozenset(head.removesuffix(OPEN).lower() for head in heads(pattern, _LENGTH)),
    )
