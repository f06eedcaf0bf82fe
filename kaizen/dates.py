"""Days and months as sellers write them: 2026/11/30, era years, full-width, in English words.

Words are in ``dates.toml``. A written day without its year is not read here: a plan needs the year.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from kaizen.text import fold

# Days outside are slips of the hand. Inside, a deadline and a window can be counted from any day
# without leaving the calendar of the computer, which ends with the year 9999.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class DateProblem(StrEnum):
    """Why a written date cannot be stored as a date."""

    EMPTY = "empty"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    DAY_MISSING = "day_missing"
    YEAR_MISSING = "year_missing"
    PART_OF_MONTH = "part_of_month"


@dataclass(frozen=True, slots=True)
class Month:
    """A year and month."""

    year: int
    month: int

    def first_day(self) -> date:
        """Return the first day of the month."""
        return date(self.year, self.month, 1)

    def last_day(self) -> date:
        """Return the last day of the month."""
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)


@dataclass(frozen=True, slots=True)
class _Words:
    eras: dict[str, int]
    months: dict[str, int]
    suffixes: tuple[str, ...]
    prefixes: tuple[str, ...]
    part_of_month: tuple[str, ...]
    first_year: str
    units: dict[str, str]


@cache
def _words() -> _Words:
    data = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))
    months = {name.lower(): number for name, number in data["months"].items()}
    return _Words(
        eras=data["eras"],
        months=months,
        suffixes=tuple(sorted(data["suffixes"], key=len, reverse=True)),
        prefixes=tuple(sorted(data["prefixes"], key=len, reverse=True)),
        part_of_month=tuple(data["part_of_month"]),
        first_year=data["first_year"],
        units=data["units"],
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = _words()
    year, month, day = (words.units[unit] for unit in ("year", "month", "day"))
    eras = "|".join(words.eras)
    names = "|".join(sorted(words.months, key=len, reverse=True))
    yyyy = rf"(?:(?P<era>{eras})(?P<era_year>\d{{1,2}}|{words.first_year})|(?P<year>\d{{4}}))"
    sources = (
        rf"{yyyy}{year}(?P<month>\d{{1,2}}){month}(?:(?P<day>\d{{1,2}}){day})?",
        rf"{yyyy}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?P<name>{names})\.?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?)?(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?P<name>{names})\.?,?(?P<year>\d{{4}})",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def real_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where there is none or its year is out of all reason."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_day(written: str) -> date | None:
    """Return the day written as 2026-11-30, or None; nothing else is understood."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return real_day(day.year, day.month, day.day)


def read_day(written: str) -> date | DateProblem:
    """Return the day that ``written`` names (and nothing else), or why it names none."""
    parts = _parts(written)
    if isinstance(parts, DateProblem):
        return parts
    year, month, day = parts
    if day is None:
        return DateProblem.DAY_MISSING
    return real_day(year, month, day) or DateProblem.NO_SUCH_DAY


def read_month(written: str) -> Month | DateProblem:
    """Return the month that ``written`` names (a day in it is allowed), or why it names none."""
    parts = _parts(written)
    if isinstance(parts, DateProblem):
        return parts
    year, month, day = parts
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        return DateProblem.NO_SUCH_DAY
    if day is not None and isinstance(read_day(written), DateProblem):
        return DateProblem.NO_SUCH_DAY
    return Month(year, month)


def day_of(written: str) -> date | None:
    """Return the day that ``written`` names, or None."""
    found = read_day(written)
    return found if isinstance(found, date) else None


def month_of(written: str) -> Month | None:
    """Return the month that ``written`` names, or None."""
    found = read_month(written)
    return found if isinstance(found, Month) else None


def _parts(written: str) -> tuple[int, int, int | None] | DateProblem:
    text = _bare(written)
    if not text:
        return DateProblem.EMPTY
    for pattern in _patterns():
        match = pattern.fullmatch(text)
        if match is not None:
            return _numbers(match.groupdict())
    return _problem(text)


def _bare(written: str) -> str:
    """Return the folded text without blanks and without words such as "by" around the date."""
    words = _words()
    text = "".join(fold(written[:80]).text.split()).rstrip(".\u3002")
    lowered = text.lower()
    for prefix in words.prefixes:
        if lowered.startswith(prefix) and len(lowered) > len(prefix):
            text = text[len(prefix) :]
            break
    text = re.sub(r"\([^()]{1,9}\)", "", text)
    for suffix in words.suffixes:
        if text.lower().endswith(suffix) and len(text) > len(suffix):
            return text[: -len(suffix)]
    return text


def _numbers(groups: dict[str, str | None]) -> tuple[int, int, int | None]:
    words = _words()
    era, name, day = groups.get("era"), groups.get("name"), groups.get("day")
    if era:
        written = groups["era_year"] or ""
        year = words.eras[era] + (1 if written == words.first_year else int(written))
    else:
        year = int(groups["year"] or 0)
    month = words.months[name.lower()] if name else int(groups["month"] or 0)
    return year, month, int(day) if day else None


def _problem(text: str) -> DateProblem:
    words = _words()
    month, day = words.units["month"], words.units["day"]
    if any(part in text.lower() for part in words.part_of_month):
        return DateProblem.PART_OF_MONTH
    names = "|".join(words.months)
    yearless = rf"\d{{1,2}}{month}\d{{1,2}}{day}|\d{{1,2}}[-/.]\d{{1,2}}|({names})\.?\d{{1,2}}"
    if re.fullmatch(yearless, text, re.IGNORECASE):
        return DateProblem.YEAR_MISSING
    return DateProblem.NOT_A_DATE


def month_named(word: str) -> int | None:
    """Return the number of the month that an English ``word`` alone names."""
    return _words().months.get(word.rstrip(".").lower())


def write_day(day: date, language: str) -> str:
    """Return ``day`` as a document in ``language`` writes it."""
    words = _words()
    if language == "ja":
        units = words.units
        return f"{day.year}{units['year']}{day.month}{units['month']}{day.day}{units['day']}"
    return f"{_month_name(day.month)} {day.day}, {day.year}"


def write_month(month: Month, language: str) -> str:
    """Return ``month`` as a document in ``language`` writes it."""
    if language == "ja":
        units = _words().units
        return f"{month.year}{units['year']}{month.month}{units['month']}"
    return f"{_month_name(month.month)} {month.year}"


def _month_name(number: int) -> str:
    return next(name for name, value in _words().months.items() if value == number).capitalize()
