"""Items 5 and 6 without their year: which year is meant, and the words with it written out.

The year is only understood, never printed: whoever wrote "10/6" is asked to write it out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kaizen.dates import Month, month_named, real_day, write_day, write_month
from kaizen.reading.days import PlaceOfDay, places_of_days
from kaizen.text import fold

# How far ahead item 5 may lie.
FAR_DAYS = 90
# A year in figures, or told by another ("this year").
_YEAR = re.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\u5e74|(?<![a-z])years?(?![a-z])", re.IGNORECASE)
# A short month name alone, with "in" or "by the end of" in front of it, is no longer.
_SHORT = 24
_PAIR = re.compile(r"(\d{1,2})[-.](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Understood:
    """A day (or only a month) whose year was left out; ``written_out`` holds it."""

    month: Month
    day: date | None
    written_out: str


def day_without_year(
    text: str, *, today: date, notice: date | None, language: str
) -> Understood | None:
    """Return the last day that ``text`` names without a year, in the year most likely meant.

    That is a day from today to the farthest that item 5 may name; else one since the notice; else
    the nearest. A text with any year in it is not read here.
    """
    places = [place for place in _places(text) if place.day]
    if not places:
        return None
    last = places[-1]
    days = [day for year in _years(today) if (day := real_day(year, last.month, last.day or 0))]
    if not days:
        return None
    ahead = [day for day in days if today <= day <= today + timedelta(days=FAR_DAYS)]
    since = [day for day in days if notice is not None and notice <= day <= today]
    nearest = min(days, key=lambda one: abs((one - today).days))
    day = next(iter([*ahead, *since]), nearest)
    month = Month(day.year, day.month)
    return Understood(month, day, _written_out(text, places, day.year, language))


def month_without_year(text: str, *, begins: date, language: str) -> Understood | None:
    """Return the last month that ``text`` names without a year: the next from ``begins`` on."""
    places = _places(text)
    if not places:
        return None
    last = places[-1]
    year = begins.year if last.month >= begins.month else begins.year + 1
    if last.day is not None and real_day(year, last.month, last.day) is None:
        return None
    month = Month(year, last.month)
    return Understood(month, None, _written_out(text, places, year, language))


def names_day_without_year(text: str) -> bool:
    """Tell whether ``text`` names a day of some year, and no year."""
    # Every day of the calendar exists in a leap year.
    return any(place.day and real_day(2028, place.month, place.day) for place in _places(text))


def names_month_without_year(text: str) -> bool:
    """Tell whether ``text`` names a month and no year."""
    return bool(_places(text))


def _years(today: date) -> Iterator[int]:
    yield from (today.year, today.year + 1, today.year - 1)


def _places(text: str) -> Sequence[PlaceOfDay]:
    folded = fold(text).text
    if _YEAR.search(folded):
        return ()
    found = places_of_days(text)
    if found:
        return () if any(place.year for place in found) else found
    bare = folded.strip()
    start = folded.find(bare)
    if pair := _PAIR.fullmatch(bare):
        month, day = int(pair[1]), int(pair[2])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return (PlaceOfDay(start, start + len(bare), None, month, day),)
    name = bare.split(" ")[-1]
    if (number := month_named(name)) and len(bare) <= _SHORT:
        end = start + len(bare)
        return (PlaceOfDay(end - len(name), end, None, number, None),)
    return ()


def _written_out(text: str, places: Sequence[PlaceOfDay], year: int, language: str) -> str:
    """Return ``text`` with ``year`` in its last place, and in those before it one that fits."""
    folded, last = fold(text), places[-1]
    for place in reversed(places):
        start, end = folded.span(place.start, place.end)
        is_later = (place.month, place.day or 0) > (last.month, last.day or 31)
        own_year = year - 1 if is_later else year
        words = text[start:end]
        spoken = _language_of(words) or language
        day = real_day(own_year, place.month, place.day) if place.day else None
        month = Month(own_year, place.month)
        written = write_day(day, spoken) if day else write_month(month, spoken)
        text = text[:start] + written + text[end:]
    return text


def _language_of(words: str) -> str:
    """Return the language in which a month is named; empty for figures alone."""
    if any(character.isascii() and character.isalpha() for character in words):
        return "en"
    return "ja" if any(character.isalpha() for character in words) else ""
