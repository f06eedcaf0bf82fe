"""Rates that are named in one sentence and counted in another: "The rate was 1.86%. Of 1,505 ...".

Only a rate with its own words is read: the whole is called orders or parcels, the part is called
what the rate counts, and there is one of each. Where any count of the text gives the rate, all is
well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from kaizen.arithmetic.shares import is_limit, is_rounded, share
from kaizen.arithmetic.statement import Statement
from kaizen.arithmetic.words import (
    NUMBER,
    NUMBER_BEGINS,
    any_of,
    as_number,
    percentage,
    unit,
    words,
)

_BEHIND, _AHEAD = 100, 160
_LABEL = 40
_NEAR = 2_000


@dataclass(frozen=True, slots=True)
class _Rate:
    """How one rate is named and counted."""

    metric: str
    named: re.Pattern[str]
    counted: re.Pattern[str]
    only_some: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with the words on both sides of it."""

    start: int
    end: int
    value: int
    before: str
    behind: str


def rate_statements(text: str, taken: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the rates that counts near them confirm or contradict; ``taken`` is read already."""
    claims = _named(text)
    for place, (found, rate) in enumerate(claims):
        if any(known.start <= found.start("percent") < known.end for known in taken):
            continue
        floor = claims[place - 1][0].end() if place else 0
        ceiling = claims[place + 1][0].start() if place + 1 < len(claims) else len(text)
        begin = max(floor, _sentence_begin(text, found.start()))
        end = _cut(text, found.end(), min(ceiling, found.end() + _AHEAD))
        claim = _counted(text, found, rate, begin, end)
        if claim is not None:
            yield claim


def rate_of_counts(text: str, part: int, whole: int) -> Statement | None:
    """Return the one rate that folded text names, against counts that are kept as numbers."""
    claims = _named(text)
    if len(claims) != 1 or not 0 <= part <= whole or not whole:
        return None
    found = claims[0][0]
    if not _gives(part, whole, found) and _is_given_near(text, whole, found):
        return None
    return share(part, whole, found, found.start(), found.end())


def _named(text: str) -> list[tuple[re.Match[str], _Rate]]:
    """Return the rates that a text names with their percentage, in order, targets left out."""
    claims = [(found, rate) for rate in _rates() for found in rate.named.finditer(text)]
    claims.sort(key=lambda claim: claim[0].start())
    return [claim for claim in claims if not is_limit(text, claim[0].start("percent"))]


def _sentence_begin(text: str, at: int) -> int:
    floor = max(0, at - _BEHIND)
    ends = [found.end() for found in _sentence_end().finditer(text, floor, at)]
    return ends[-1] if ends else floor


def _cut(text: str, begin: int, end: int) -> int:
    other = _other_time().search(text, begin, end)
    return other.start() if other else end


def _counted(
    text: str, found: re.Match[str], rate: _Rate, begin: int, end: int
) -> Statement | None:
    numbers = [
        number
        for number in _numbers(text, begin, end)
        if number.end <= found.start() or number.start >= found.end()
    ]
    wholes = [number for number in numbers if _is_whole(number, rate)]
    parts = [number for number in numbers if number not in wholes and _is_part(number, rate)]
    values = {number.value for number in wholes}
    if len(values) != 1 or not parts or not (whole := wholes[0].value):
        return None
    part = next((one for one in parts if _gives(one.value, whole, found)), None)
    if part is None:
        if len({one.value for one in parts}) > 1 or _is_given_near(text, whole, found):
            return None
        part = parts[0]
    if part.value > whole:
        return None
    places = (found, wholes[0], part)
    start = min(found.start(), wholes[0].start, part.start)
    last = max(place.end if isinstance(place, _Number) else place.end() for place in places)
    return replace(share(part.value, whole, found, start, last), metric=rate.metric)


def _is_given_near(text: str, whole: int, found: re.Match[str]) -> bool:
    """Tell whether any count around the rate gives it: then the words were read wrongly."""
    begin = max(0, found.start() - _NEAR)
    counts = {as_number(n) for n in _any_number().findall(text, begin, found.end() + _NEAR)}
    return any(_gives(count, whole, found) for count in counts)


def _gives(part: int, whole: int, found: re.Match[str]) -> bool:
    claimed = Decimal(found["percent"])
    digits = -int(claimed.as_tuple().exponent)
    shares = (100 * part / whole, 100 - 100 * part / whole)
    if part > whole or all(abs(one - float(claimed)) > 2 * 10**-digits for one in shares):
        return False
    exact, loose = Fraction(100 * part, whole), found["about"] is not None
    return any(is_rounded(one, claimed, digits, loose) for one in (exact, 100 - exact))


def _is_whole(number: _Number, rate: _Rate) -> bool:
    japanese, english = _whole_words()
    if rate.counted.search(number.before) or rate.only_some.search(number.before):
        return False
    if japanese.search(number.before[-12:]) or japanese.match(number.behind[1:]):
        return True
    named = english.search(number.behind)
    return named is not None and not rate.counted.search(number.behind[: named.end()])


def _is_part(number: _Number, rate: _Rate) -> bool:
    near = f"{number.before}|{number.behind}"
    return bool(rate.counted.search(near)) and not rate.only_some.search(near)


def _numbers(text: str, begin: int, end: int) -> Iterator[_Number]:
    for found in _count().finditer(text, begin, end):
        before = re.split(_clause(), text[max(begin, found.start() - _LABEL) : found.start()])[-1]
        behind = re.split(_clause(), text[found.end() : min(end, found.end() + _LABEL)])[0]
        yield _Number(found.start(), found.end(), as_number(found["number"]), before, behind)


@cache
def _rates() -> tuple[_Rate, ...]:
    links = any_of([*words()["rate_words"]["links"], words()["marks"]["listed"], ","])
    return tuple(
        _Rate(
            entry["metric"],
            re.compile(
                rf"(?<![A-Za-z])(?i:{any_of(entry['names'])})(?:\s?\([^()\n]{{0,24}}\))?"
                rf"(?:\s?{links}){{0,3}}\s?\(?{percentage()}"
            ),
            re.compile(any_of(entry["counted"]), re.IGNORECASE),
            re.compile(any_of(entry["only_some"]), re.IGNORECASE),
        )
        for entry in words()["rates"]
    )


@cache
def _whole_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = words()["rate_words"]
    english = any_of(table["wholes_en"])
    return (
        re.compile(any_of(table["wholes"])),
        re.compile(rf"^(?: [A-Za-z-]{{1,24}}){{0,3}}? {english}\b"),
    )


@cache
def _count() -> re.Pattern[str]:
    """Return the pattern of a count: with a Japanese unit, or before an English word."""
    return re.compile(
        rf"{NUMBER_BEGINS}(?P<number>{NUMBER})"
        rf"(?:\s?{unit()}|(?= [A-Za-z])(?! {any_of(words()['spans'])}\b))"
    )


@cache
def _any_number() -> re.Pattern[str]:
    return re.compile(rf"{NUMBER_BEGINS}(?:{NUMBER})(?![\d.]\d?)")


@cache
def _clause() -> re.Pattern[str]:
    marks = words()["marks"]
    return re.compile(rf"[\d\n();,{marks['listed']}{marks['stop']}]|\. ")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(rf"[{words()['marks']['stop']}]|\. |\n\n")


@cache
def _other_time() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words()['rate_words']['other_time'])}|\n\n", re.IGNORECASE)
