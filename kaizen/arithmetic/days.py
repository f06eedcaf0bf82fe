"""Days: their weekdays, whether they exist, their order, and the length of periods."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from kaizen.arithmetic.statement import Kind, Statement
from kaizen.arithmetic.words import any_of, words

_YEARS_AROUND = (-1, 0, 1)
_NEAR_DAYS = 240


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
        return self.on(2024) is not None


def day_statements(text: str, today: date) -> Iterator[Statement]:
    """Yield what folded text claims about days."""
    days = _written_days(text)
    years = {day.year for day in days if day.year is not None}
    years |= {int(year) for year in _year_alone().findall(text)}
    for day in days:
        if not day.exists():
            named = text[day.start : day.end]
            yield Statement(Kind.NO_SUCH_DAY, day.start, day.end, named, "", False)
            continue
        claim = _weekday(text, day, today, years)
        if claim is not None:
            yield claim
    for first, last in pairwise(days):
        if first.exists() and last.exists() and _from_to().fullmatch(text[first.end : last.start]):
            yield from _period(text, first, last, today)


def _weekday(text: str, day: Written, today: date, years: set[int]) -> Statement | None:
    found = _weekday_behind().match(text, day.end)
    if found is not None:
        name, start, end = found["name"] or found["long"], day.start, found.end()
    else:
        before = _weekday_before().search(text[max(0, day.start - 30) : day.start])
        if before is None or before["repeated"]:
            return None
        name, start, end = before["name"], day.start - len(before[0]), day.end
    said = _number_of_weekday(name)
    candidates = [real.weekday() for real in _possible(day, today, years)]
    if not candidates:
        return None
    computed = _same_language(name, candidates[0])
    return Statement(Kind.WEEKDAY, start, end, name, computed, said in candidates)


def _possible(day: Written, today: date, years: set[int]) -> list[date]:
    """Return the days that may be meant, the nearest to ``today`` first."""
    if day.year is not None:
        real = day.on(day.year)
        return [] if real is None else [real]
    near = [day.on(today.year + offset) for offset in _YEARS_AROUND]
    kept = [real for real in near if real and abs((real - today).days) <= _NEAR_DAYS]
    named = [day.on(year) for year in years]
    kept += [real for real in named if real is not None]
    return sorted(kept, key=lambda real: abs((real - today).days))


def _period(text: str, first: Written, last: Written, today: date) -> Iterator[Statement]:
    begin, end = _ends(first, last, today)
    if begin is None or end is None:
        return
    if first.year is not None and last.year is not None and begin > end:
        claimed = text[first.start : last.end]
        yield Statement(Kind.ORDER, first.start, last.end, claimed, "", False)
        return
    length = _length().match(text, last.end)
    if length is None or begin > end:
        return
    said, days = int(length["free"] or length["bracketed"]), (end - begin).days + 1
    # Both ways of counting are usual: with the first day, and without it.
    agrees = said in (days, days - 1)
    yield Statement(Kind.PERIOD, first.start, length.end(), str(said), str(days), agrees)


def _ends(first: Written, last: Written, today: date) -> tuple[date | None, date | None]:
    """Return both ends; a missing year is that of the other end, or the next where needed."""
    year = first.year or last.year or today.year
    begin, end = first.on(year), last.on(last.year or year)
    if begin and end and begin > end and last.year is None:
        end = last.on(year + 1)
    elif begin and end and begin > end and first.year is None:
        begin = first.on(year - 1)
    return begin, end


def _written_days(text: str) -> list[Written]:
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


def _number_of_weekday(name: str) -> int:
    japanese, english = _weekdays()
    if name in japanese:
        return japanese[name]
    return next(value for full, value in english.items() if full.startswith(name.lower()[:3]))


def _same_language(name: str, weekday: int) -> str:
    """Return another weekday written like ``name``: in its language, short or long."""
    japanese, english = _weekdays()
    table = japanese if name in japanese else english
    full = next(word for word, value in table.items() if value == weekday)
    if name in japanese:
        return full
    return full.capitalize() if len(name) > len("Thurs") else full.capitalize()[:3]


def _weekdays() -> tuple[dict[str, int], dict[str, int]]:
    return words()["weekdays"], words()["weekdays_en"]


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
            r"(?P<day>\d{1,2})(?![\d/-])"
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
def _year_alone() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,-])20\d\d(?![\d.,%-])")


@cache
def _bare_end() -> re.Pattern[str]:
    """Return the pattern of a second day in the same month: "to the 31st"; "within 30" is none."""
    marks = words()["marks"]
    return re.compile(
        rf"{_from_to().pattern}(?P<day>\d{{1,2}})\s?{marks['day']}"
        rf"(?=\s?(?:\([^()]{{1,5}}\))?(?:{marks['up_to']}))"
    )


@cache
def _weekday_behind() -> re.Pattern[str]:
    suffix = words()["marks"]["day_suffix"]
    short = "".join(words()["weekdays"])
    name = rf"(?P<name>[{short}]|{_english_weekdays()})"
    long = rf"(?P<long>[{short}]){words()['marks']['weekday_long']}"
    return re.compile(rf"\s?\(\s?{name}\.?{suffix}\s?\)|\s?{long}")


@cache
def _weekday_before() -> re.Pattern[str]:
    repeated = any_of(words()["repeated"])
    return re.compile(
        rf"(?P<repeated>{repeated}\s?)?\b(?P<name>{_english_weekdays()})\.?,? (?:the )?$",
        re.IGNORECASE,
    )


def _english_months() -> str:
    long = [name.capitalize() for name in words()["months_long"]]
    return any_of([*long, *(name[:3] for name in long), "Sept"])


def _english_weekdays() -> str:
    full = list(words()["weekdays_en"])
    shown = [name.capitalize() for name in full]
    return any_of([*shown, *(name[:3] for name in shown), "Tues", "Thur", "Thurs"])


@cache
def _from_to() -> re.Pattern[str]:
    between = any_of(words()["from_to"])
    short = "".join(words()["weekdays"])
    return re.compile(rf"(?:\([{short}A-Za-z]{{1,9}}\))?\s?{between}\s?")


@cache
def _length() -> re.Pattern[str]:
    marks, until = words()["marks"], any_of(words()["until"])
    short = "".join(words()["weekdays"])
    days = r"(?P<{name}>\d{{1,4}})\s?(?:{unit})"
    free = days.format(name="free", unit=marks["period"])
    bracketed = days.format(name="bracketed", unit=f"{marks['period']}|{marks['day']}|days?")
    return re.compile(
        rf"(?:\([{short}A-Za-z]{{1,9}}\))?(?:{until})?\s?"
        rf"(?:[{marks['before_period']}]?\s?{free}(?!{marks['not_a_period']})|\(\s?{bracketed}\s?\))"
    )
