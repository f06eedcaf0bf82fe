"""Dates on a page, whatever way they are written."""

import datetime
import re
from dataclasses import dataclass
from datetime import date

from kaizen.dates import real_day
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern, patterns

_FIRST_YEAR, _LAST_YEAR = 2008, 2040
_MOST = 200


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``start`` to ``end`` of the page, and whether its year is written."""

    date: date
    start: int
    end: int
    year_given: bool
    other: "datetime.date | None" = None
    """The same figures read with day and month the other way round."""


def dates(page: Page, today: date) -> list[FoundDate]:
    """Return the dates of the page in order; one without a year is the latest up to ``today``."""
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for name in _PATTERNS:
        if not any(map(page.lower.__contains__, patterns("dates")["needs"][name])):
            continue
        for count, match in enumerate(pattern("dates", name).finditer(page.lower)):
            if count >= _MOST:
                break
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            day = _as_date(match, page, today)
            if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
                continue
            taken.append(match.span())
            year_given = bool(match.groupdict().get("year"))
            other = _other_order(match, day)
            found.append(FoundDate(day, match.start(), match.end(), year_given, other))
    return sorted(found, key=lambda one: one.start)


_PATTERNS = (
    "full_ja",
    "full_ja_year_last",
    "full_slash_year_last",
    "full_iso",
    "full_slash",
    "full_en_month_first",
    "full_en_day_first",
    "short_ja",
    "short_slash",
)


def next_on_or_after(found: FoundDate, start: date) -> date:
    """Return the date, in the first year in which it is not before ``start`` if none is given."""
    day = found.date
    if not found.year_given:
        day = _safe(start.year, day.month, day.day) or day
    if day < start and found.other is not None and found.other >= start:
        return found.other
    while not found.year_given and day < start:
        later = _safe(day.year + 1, day.month, day.day)
        if later is None:
            break
        day = later
    return day


def latest_up_to(found: FoundDate, end: date) -> date:
    """Return the date, in the latest year up to ``end`` where its year is not given."""
    if found.year_given:
        return found.date
    earlier = (_safe(end.year - back, found.date.month, found.date.day) for back in range(5))
    return next((day for day in earlier if day is not None and day <= end), found.date)


def _as_date(match: "re.Match[str]", page: Page, today: date) -> date | None:
    groups = match.groupdict()
    if "first" in groups:
        return _from_slashes(groups, page, today)
    month = _month(groups)
    day = int(groups["day"])
    year = groups.get("year")
    if year:
        return _safe(_year(year), month, day)
    return _latest(month, day, today)


def _latest(month: int, day: int, today: date) -> date | None:
    for year in range(today.year, today.year - 5, -1):
        candidate = _safe(year, month, day)
        if candidate and candidate <= today:
            return candidate
    return None


def _from_slashes(groups: dict[str, str], page: Page, today: date) -> date | None:
    first, second, year = (int(groups[key]) for key in ("first", "second", "year"))
    month_first, day_first = _safe(year, first, second), _safe(year, second, first)
    if month_first is None or day_first is None:
        return month_first or day_first
    past = [day for day in (month_first, day_first) if day <= today]
    if len(past) == 1:
        return past[0]
    european = pattern("dates", "day_first_hint").search(page.text[:20_000])
    return day_first if european else month_first


def _other_order(match: "re.Match[str]", day: date) -> date | None:
    if "first" not in match.groupdict():
        return None
    return _safe(day.year, day.day, day.month) if day.day != day.month else None


def _month(groups: dict[str, str]) -> int:
    if "name" in groups:
        months: list[str] = patterns("dates")["months"]
        return months.index(groups["name"][:3]) + 1
    return int(groups["month"])


def _year(written: str) -> int:
    if written.isdigit():
        return int(written)
    digits = re.sub(r"\D", "", written)
    start: int = patterns("dates")["era_start"][written[0].lower()]
    return start + (int(digits) if digits else 1)


def _safe(year: int, month: int, day: int) -> date | None:
    return real_day(year, month, day)
