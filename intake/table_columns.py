"""Which column of a table holds the day, the orders and the count."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from intake.table_words import table_words

_MARKS = re.compile(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|[\s_:.*#'\"-]+")
_SHORTEST_PART = 2
_SHORTEST_LATIN_PART = 4


class CountIs(StrEnum):
    """What the counting column holds."""

    DEFECTS = "defects"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns, from 0. Several counting columns are added up."""

    date: int
    orders: int
    counts: tuple[int, ...]
    count_is: CountIs


@dataclass(frozen=True, slots=True)
class Recognised:
    """The roles found in one line of headers; the missing ones are named."""

    date: int | None
    orders: int | None
    counts: tuple[int, ...]
    count_is: CountIs

    def missing(self) -> str | None:
        """Return the first role without a column."""
        if self.date is None:
            return "date"
        if self.orders is None:
            return "orders"
        return None if self.counts else "count"

    def columns(self) -> Columns | None:
        """Return the columns when every role has one."""
        if self.date is None or self.orders is None or not self.counts:
            return None
        return Columns(self.date, self.orders, self.counts, self.count_is)


def recognise(headers: Sequence[str], *, prefer: CountIs) -> Recognised:
    """Return the roles of ``headers``; where both kinds of count exist, the preferred one."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for place, header in enumerate(headers):
        found = _role(header)
        if found is not None:
            ranked.setdefault(found[0], []).append((found[1], place))
    best = {role: min(places)[1] for role, places in ranked.items()}
    kinds = [prefer.value, *(kind.value for kind in CountIs if kind is not prefer)]
    counted = next((kind for kind in kinds if kind in best), None)
    if counted is not None:
        counts: tuple[int, ...] = (best[counted],)
    else:
        counts = tuple(sorted(place for _, place in ranked.get("part", ())))
    return Recognised(
        best.get("date"), best.get("orders"), counts, CountIs(counted or CountIs.DEFECTS)
    )


def _role(header: str) -> tuple[str, int] | None:
    """Return the role of a header and its rank within the role (lower is surer)."""
    name = folded_name(header)
    if not name:
        return None
    exact, parts, others = _synonyms()
    if name in exact:
        return exact[name]
    if any(other in name for other in others):
        return None
    for synonym, role, rank in parts:
        if synonym in name:
            return role, 1000 + rank
    return None


def folded_name(header: str) -> str:
    """Return a header folded for comparing: one width, lower case, no blanks, marks or brackets."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", header[:200]).lower())


@cache
def _synonyms() -> tuple[dict[str, tuple[str, int]], list[tuple[str, str, int]], list[str]]:
    roles = {role: [folded_name(word) for word in words] for role, words in _roles().items()}
    others = roles.pop("other")
    exact = {word: (role, rank) for role, words in roles.items() for rank, word in enumerate(words)}
    parts = sorted(
        (
            (word, role, rank)
            for word, (role, rank) in exact.items()
            if len(word) >= (_SHORTEST_LATIN_PART if word.isascii() else _SHORTEST_PART)
        ),
        key=lambda part: -len(part[0]),
    )
    return exact, parts, others


def _roles() -> dict[str, list[str]]:
    roles: dict[str, list[str]] = table_words()["roles"]
    return roles
