"""Days as written in a text, with or without their year, and the words between two of them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from kaizen.arithmetic.words import any_of, words

_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written: the year may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, year: int) -> date | None:
        """Return the day in its own year, or else in ``year``; None where it does not exist."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def exists(self) -> bool:
        """Tell whether there is such a day in its year, or in any year."""
        return self.on(_LEAP_YEAR) is not None

    def last_of_month(self) -> str:
        """Return the number of the last day of its month; empty where there is no such month."""
        if not 1 <= self.month <= 12:
            return ""
        return str(monthrange(self.year or _LEAP_YEAR, self.month)[1])


def written_days(text: str) -> list[Written]:
    """Return the days of folded text in their order, without overlap."""
    found: list[Written] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            year = int(groups["year"]) if groups["year"] else None
            if groups.get("era_year"):
                year = words()["marks"]["era_before"] + int(groups["era_year"])
            name = groups.get("name")
            month = _month(name) if name else int(groups["month"])
            day = Written(match.start(), match.end(), year, month, int(groups["day"]))
            # "24/60" without a year may be anything; only what can be a day is one.
            found += [day] if day.exists() or groups["year"] != "" else []
    kept: list[Written] = []
    for day in sorted(found, key=lambda day: (day.start, -day.end)):
        if kept and day.start < kept[-1].end:
            continue
        kept.append(day)
        bare = _bare_end().match(text, day.end)
        if bare is not None:
            place = bare.start("day"), bare.end()
            last = Written(*place, day.year, day.month, int(bare["day"]))
            kept += [last] if last.exists() else []
    return kept


def _month(name: str) -> int:
    number: int = words()["months"][name.lower()[:3]]
    return number


@cache
def from_to() -> re.Pattern[str]:
    """Return the pattern of what stands between the two days of a period."""
    between = any_of(words()["from_to"])
    short = "".join(words()["weekdays"])
    return re.compile(rf"(?:\([{short}A-Za-z]{{1,9}}\))?\s?(?P<link>{between})\s?")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    marks = words()["marks"]
    year, month, day = marks["year"], marks["month"], marks["day"]
    names = _english_months()
    whole = r"(?P<year>\d{4})"
    return (
        re.compile(
            rf"(?:(?<!\d){whole}\s?{year}|{marks['era']}(?P<era_year>\d{{1,2}}){year})?\s?"
            rf"(?<!\d)(?P<month>\d{{1,2}})\s?{month}\s?(?P<day>\d{{1,2}})\s?{day}(?!{marks['not_the_day']})"
        ),
        re.compile(
            rf"(?<![\d/.-]){whole}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)"
            r"(?P<day>\d{1,2})(?![\d/-]|\.\d)"
        ),
        # From one day to the other with a hyphen: "2026/9/4-2026/11/2".
        re.compile(
            rf"(?<![\d/.-]){whole}(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})"
            r"(?=-\d{4}[/.]\d)"
        ),
        re.compile(
            rf"(?<=\d-){whole}(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?![\d/-])"
        ),
        re.compile(
            rf"(?<![\d/.-])(?P<year>)(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?=\s?{marks['near']})"
        ),
        re.compile(
            rf"\b(?P<name>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%.])"
            rf"(?:,? {whole})?(?!\d)"
        ),
        re.compile(
            rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>{names})\b(?:,? {whole})?"
        ),
    )


@cache
def _bare_end() -> re.Pattern[str]:
    """Return the pattern of a second day in the same month: "to the 31st"; "within 30" is none."""
    marks = words()["marks"]
    return re.compile(
        rf"{from_to().pattern}(?P<day>\d{{1,2}})\s?{marks['day']}"
        rf"(?=\s?(?:\([^()]{{1,5}}\))?(?:{marks['up_to']}))"
    )


def _english_months() -> str:
    long = [name.capitalize() for name in words()["months_long"]]
    return any_of([*long, *(name[:3] for name in long), "Sept"])
