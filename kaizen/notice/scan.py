"""Patterns of many families tried only where they can begin.

What a pattern can begin with, and what must follow, is read from the pattern itself and looked for
among the other words of a page; so a family may hold dozens of wordings and a long text still takes
linear time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kaizen.notice.heads import OPEN, heads, needs

_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Scanner:
    """Families and their patterns, what must follow, and by beginning the numbers of patterns."""

    patterns: tuple[tuple[str, str], ...]
    needs: tuple[tuple[frozenset[str], ...], ...]
    by_head: dict[str, tuple[int, ...]]

    @property
    def words(self) -> set[str]:
        """Return every word whose places are asked for."""
        return {word for some in self.needs for part in some for word in part}.union(self.by_head)

    def scan(
        self, text: str, places: Mapping[str, list[int]], most: int
    ) -> list[tuple[str, int, int]]:
        """Return family, start and end of every match, at most ``most`` of a family.

        ``places`` are those of the words; the matches of a family do not overlap.
        """
        found: list[tuple[str, int, int]] = []
        until: dict[str, int] = {}
        count: dict[str, int] = {}
        size = len(self.patterns)
        for one in sorted(self._tries(text, places)):
            at, number = divmod(one, size)
            family, pattern = self.patterns[number]
            if until.get(family, 0) > at:
                continue
            match = _compiled(pattern).match(text, at)
            if match:
                count[family] = count.get(family, 0) + 1
                until[family] = match.end() if count[family] < most else len(text) + 1
                found.append((family, at, match.end()))
        return found

    def met(self, text: str, places: Mapping[str, list[int]]) -> list[str]:
        """Return the families that match at all, in the order of their first matches."""
        heads: dict[int, list[str]] = {}
        for head in self.by_head.keys() & places.keys():
            for number in self.by_head[head]:
                heads.setdefault(number, []).append(head)
        firsts: dict[str, tuple[int, int]] = {}
        for number, some in heads.items():
            family, pattern = self.patterns[number]
            match_at = _compiled(pattern).match
            begins = sorted({at for head in some for at in _beginnings(text, head, places[head])})
            first = next((at for at in begins if match_at(text, at)), None)
            if first is not None:
                firsts[family] = min(firsts.get(family, (first, number)), (first, number))
        return sorted(firsts, key=lambda family: firsts[family])

    def _tries(self, text: str, places: Mapping[str, list[int]]) -> set[int]:
        """Return the places where patterns can begin, times their number, plus the pattern's."""
        size = len(self.patterns)
        is_nowhere = places.keys().isdisjoint
        is_idle: dict[int, bool] = {}
        tries: set[int] = set()
        for head in self.by_head.keys() & places.keys():
            here = None
            for number in self.by_head[head]:
                idle = is_idle.get(number)
                if idle is None:
                    idle = is_idle[number] = any(map(is_nowhere, self.needs[number]))
                if idle:
                    continue
                if here is None:
                    here = _beginnings(text, head, places[head])
                tries.update([at * size + number for at in here])
        return tries


def scanner(families: Mapping[str, list[str]]) -> Scanner:
    """Return the scanner for patterns by family; Latin ones begin at a word or with "n't"."""
    patterns = tuple((family, one) for family, some in families.items() for one in some)
    by_head: dict[str, list[int]] = {}
    for number, (_, pattern) in enumerate(patterns):
        for head in {head.removesuffix(OPEN) for head in heads(pattern, _LENGTH)}:
            by_head.setdefault(head, []).append(number)
    return Scanner(
        patterns,
        tuple(needs(pattern, _LENGTH) for _, pattern in patterns),
        {head: tuple(numbers) for head, numbers in by_head.items()},
    )


def _beginnings(text: str, head: str, places: list[int]) -> list[int]:
    """Return the places where the head may begin: within a Latin word only "n't" does."""
    if not "a" <= head[0] <= "z":
        return places
    return [
        at
        for at in places
        if not at or not "a" <= text[at - 1] <= "z" or text.startswith("n't", at)
    ]


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern, re.MULTILINE)
