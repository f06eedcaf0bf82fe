"""People named where a text tells who complained, was refunded or ordered (R58).

Names alone say nothing: staff have names too. A name counts where it takes the buyer's place.
"""

import re
from collections.abc import Iterator
from functools import cache

from kaizen.reading.vocabulary import found, tables

_CAPITAL = "[A-Z\u00c0-\u00de]"
_ONE = rf"{_CAPITAL}(?:\.|[^\W\d_]{{1,17}})"
_TITLED = rf"(?:Mrs?|Ms|Miss)\.? {_ONE}"
_NAME = rf"(?:{_TITLED}|{_ONE} {_CAPITAL}[^\W\d_]{{1,17}})"
# How far before a name a seat ("clerk", "store manager") may stand.
_SEAT = 30


def named_buyers(cased: str, *, told: bool) -> Iterator[tuple[int, int]]:
    """Yield the names in a buyer's place; where only is ``told`` what happened, also before a verb.

    ``cased`` is folded text with its capitals.
    """
    for pattern in _patterns(told):
        for match in pattern.finditer(cased):
            start, end = match.span("data")
            before = cased[max(0, start - _SEAT) : start].lower()
            if _is_person(match["data"]) and not found(before, "slots", "role"):
                yield start, end


def has_a_duty(cased: str, end: int) -> bool:
    """Tell whether the name that ends at ``end`` goes on with what the person does as a rule."""
    return _duty().match(cased, end) is not None


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(" " + tables("named_buyers")["duty"])


def _is_person(name: str) -> bool:
    words = name.lower().replace(".", "").split()
    known = set(tables("names")["not_names"].split())
    firms = set(tables("named_buyers")["firms"].split())
    return not known.intersection(words) and not firms.intersection(words)


@cache
def _patterns(told: bool) -> tuple[re.Pattern[str], ...]:
    data = tables("named_buyers")
    before, addressed = "|".join(data["before"]), "|".join(data["addressed"])
    parts = [
        rf"(?<![^\W_])(?:{before}) (?P<data>{_NAME})(?![^\W\d_])",
        rf"(?<![^\W_])(?:{addressed}) (?P<data>{_TITLED})(?![^\W\d_])",
    ]
    parts += data["ja"]
    if told:
        verbs = "|".join(data["verbs"])
        place = rf"(?: (?:of|from|in) {_ONE}| \({_ONE}\)|,[^.,\n]{{1,40}},)?"
        also = rf"(?:,? and {_NAME})?"
        parts.append(rf"(?<![^\W_])(?P<data>{_NAME}){place}{also} (?:{verbs})(?![^\W\d_])")
        parts.append(rf"(?<![^\W_])(?P<data>{_NAME}){data['dwelling']}")
        parts.append(rf"(?<![^\W_])(?P<data>{_TITLED} {_ONE})(?![^\W\d_])")
        parts += data["ja_told"]
    return tuple(map(re.compile, parts))
