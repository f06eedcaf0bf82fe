"""Days and months that running text names, with their places (forms: ``phrases/days.toml``)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kaizen.dates import FIRST_YEAR, LAST_YEAR, Month
from kaizen.reading.kanji import number_of
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import tables

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day or month in a text; places are those of the folded text.

    ``day`` is None where only a month is written. Years left out are those nearest to today.
    """

    start: int
    end: int
    day: date | None
    month: Month
    has_year: bool


@dataclass(frozen=True, slots=True)
class PlaceOfDay:
    """Where a day or month stands in the folded text; ``year`` is None where it is left out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


def days_in(original: str, today: date) -> tuple[WrittenDay, ...]:
    """Return every day and month that ``original`` names, in order."""
    return tuple(
        written
        for found in places_of_days(original)
        if (written := _resolved(found, today)) is not None
    )


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each pattern behind the characters of which a text must hold one."""
    data = tables("days")
    return tuple(
        (data["needs"].get(name, ""), re.compile(source))
        for name, source in data["patterns"].items()
    )


@lru_cache(maxsize=512)
def places_of_days(original: str) -> tuple[PlaceOfDay, ...]:
    """Return where days and months stand, before their years are known."""
    text = read(original).text
    taken: list[PlaceOfDay] = []
    for needed, pattern in _patterns():
        if needed and not any(map(text.__contains__, needed)):
            continue
        matches = (_numbers(match) for match in pattern.finditer(text))
        new = [found for found in matches if found is not None]
        taken = _merged(taken, new) if taken else new
    return tuple(taken)


def _merged(taken: list[PlaceOfDay], new: list[PlaceOfDay]) -> list[PlaceOfDay]:
    """Return both lists in order; where they overlap, the earlier pattern wins."""
    merged = sorted([(found, 0) for found in taken] + [(found, 1) for found in new], key=_key)
    kept: list[tuple[PlaceOfDay, int]] = []
    for found, rank in merged:
        if kept and kept[-1][0].end > found.start:
            if kept[-1][1] > rank:
                kept[-1] = (found, rank)
            continue
        kept.append((found, rank))
    return [found for found, _ in kept]


def _key(entry: tuple[PlaceOfDay, int]) -> tuple[int, int]:
    return entry[0].start, entry[1]


def _numbers(match: "re.Match[str]") -> PlaceOfDay | None:
    groups = match.groupdict()
    name, kanji = groups.get("name"), groups.get("km")
    day: int | None
    if kanji:
        month, day = number_of(kanji), number_of(groups["kd"])
    else:
        month = _MONTHS.index(name[:3]) + 1 if name else int(groups["m"])
        day = int(groups["d"]) if groups.get("d") else None
    year = int(groups["y"]) if groups.get("y") else None
    if groups.get("era"):
        data = tables("days")
        written = groups["ey"]
        years = 1 if written == data["first_year"]["word"] else int(written)
        year = int(data["eras"][groups["era"]]) + years
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return PlaceOfDay(match.start(), match.end(), year, month, day)


def _resolved(found: PlaceOfDay, today: date) -> WrittenDay | None:
    year = found.year if found.year is not None else _nearest(found, today)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    day = None
    if found.day is not None:
        try:
            day = date(year, found.month, found.day)
        except ValueError:
            return None
    month = Month(year, found.month)
    return WrittenDay(found.start, found.end, day, month, found.year is not None)


def _nearest(found: PlaceOfDay, today: date) -> int:
    """Return the year that brings the written month nearest to today."""
    middle = found.day or 15

    def distance(year: int) -> int:
        return abs(
            (year - today.year) * 372 + (found.month - today.month) * 31 + middle - today.day
        )

    return min((today.year - 1, today.year, today.year + 1), key=distance)
