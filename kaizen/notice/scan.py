"""Patterns of many families tried only where they can begin.

What a pattern can begin with is read from the pattern itself and looked for among the other words
of a page; so a family may hold dozens of wordings and a long text still takes linear time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kaizen.notice.heads import OPEN, heads

_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Scanner:
    """Families and their patterns, and by beginning the numbers of the patterns."""

    patterns: tuple[tuple[str, str], ...]
    by_head: dict[str, tuple[int, ...]]

    def scan(
        self, text: str, places: Mapping[str, list[int]], most: int
    ) -> list[tuple[str, int, int]]:
        """Return family, start and end of every match, at most ``most`` of a family.

        ``places`` are those of the beginnings; the matches of a family do not overlap.
        """
        found: list[tuple[str, int, int]] = []
        until: dict[str, int] = {}
        count: dict[str, int] = {}
        for at, numbers in self._tries(text, places):
            for number in numbers:
                family, pattern = self.patterns[number]
                if until.get(family, 0) > at:
                    continue
                match = _compiled(pattern).match(text, at)
                if match:
                    count[family] = count.get(family, 0) + 1
                    until[family] = match.end() if count[family] < most else len(text) + 1
                    found.append((family, at, match.end()))
        return found

    def _tries(
        self, text: str, places: Mapping[str, list[int]]
    ) -> list[tuple[int, tuple[int, ...]]]:
        """Return the places where patterns can begin, in order, with their numbers in order."""
        tries: dict[int, tuple[int, ...]] = {}
        for head in self.by_head.keys() & places.keys():
            numbers = self.by_head[head]
            for at in places[head]:
                if not _may_begin(text, at):
                    continue
                known = tries.setdefault(at, numbers)
                if known is not numbers:
                    tries[at] = tuple(sorted({*known, *numbers}))
        return sorted(tries.items())


def scanner(families: Mapping[str, list[str]]) -> Scanner:
    """Return the scanner for patterns by family; Latin ones begin at a word or with "n't"."""
    patterns = tuple((family, one) for family, some in families.items() for one in some)
    by_head: dict[str, list[int]] = {}
    for number, (_, pattern) in enumerate(patterns):
        for head in {head.removesuffix(OPEN) for head in heads(pattern, _LENGTH)}:
            by_head.setdefault(head, []).append(number)
    return Scanner(patterns, {head: tuple(numbers) for head, numbers in by_head.items()})


def _may_begin(text: str, at: int) -> bool:
    if not at or not "a" <= text[at] <= "z" or not "a" <= text[at - 1] <= "z":
        return True
    return text.startswith("n't", at)


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern, re.MULTILINE)
