"""Days: their weekdays, whether they exist, their order, and the length of periods."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from kaizen.arithmetic.statement import Kind, Statement
from kaizen.arithmetic.words import any_of, words
from kaizen.arithmetic.written_days import Written, from_to, written_days

_YEARS_AROUND = (-1, 0, 1)
_NEAR_DAYS = 240
_BEFORE = 40


def day_statements(text: str, today: date) -> Iterator[Statement]:
    """Yield what folded text claims about days."""
    days = written_days(text)
    years = {day.year for day in days if day.year is not None}
    years |= {int(year) for year in _year_alone().findall(text)}
    for day in days:
        if not day.exists():
            named = text[day.start : day.end]
            longest = day.last_of_month()
            yield Statement(Kind.NO_SUCH_DAY, day.start, day.end, named, longest, False)
            continue
        claim = _weekday(text, day, today, years)
        if claim is not None:
            yield claim
    for first, last in pairwise(days):
        if not (first.exists() and last.exists()):
            continue
        link = from_to().fullmatch(text[first.end : last.start])
        if link is None:
            continue
        before = text[max(0, first.start - _BEFORE) : first.start]
        if link["link"] != " and " or _between().search(before):
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
    candidates = _possible(day, today, years)
    if not candidates:
        return None
    right = next((real for real in candidates if real.weekday() == said), candidates[0])
    computed = _same_language(name, candidates[0].weekday())
    return Statement(
        Kind.WEEKDAY, start, end, name, computed, right.weekday() == said, days=(right,)
    )


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
    if _runs_backwards(first, last):
        if _moves_a_day(text, first, last):
            return
        claimed = text[first.start : last.end]
        both = first.on(begin.year), last.on(begin.year if last.year is None else end.year)
        days = tuple(day for day in both if day is not None)
        yield Statement(Kind.ORDER, first.start, last.end, claimed, "", False, days=days)
        return
    length = _length().match(text, last.end)
    if length is None or begin > end:
        return
    said, count = int(length["free"] or length["bracketed"]), (end - begin).days + 1
    # Both ways of counting are usual: with the first day, and without it.
    agrees = said in (count, count - 1)
    yield Statement(
        Kind.PERIOD, first.start, length.end(), str(said), str(count), agrees, days=(begin, end)
    )


def _runs_backwards(first: Written, last: Written) -> bool:
    """Tell whether the last day comes before the first, whatever the missing years are.

    Within one month nobody means almost a year; "April 1 to March 31" and "April 2 to April 1" are.
    """
    if first.year is not None and last.year is not None:
        return (first.year, first.month, first.day) > (last.year, last.month, last.day)
    return first.month == last.month and first.day > last.day + 1


def _moves_a_day(text: str, first: Written, last: Written) -> bool:
    """Tell whether a day is moved "from the 20th to the 13th": no period, so nothing is wrong."""
    table = words()["order"]
    if any(word in text[first.end : last.start] for word in table["from"]):
        return _until().match(text, last.end) is None
    before = text[max(0, first.start - _BEFORE) : first.start].lower()
    return any(word in before for word in table["moved"])


def _ends(first: Written, last: Written, today: date) -> tuple[date | None, date | None]:
    """Return both ends; a missing year is that of the other end, or the next where needed."""
    year = first.year or last.year or today.year
    begin, end = first.on(year), last.on(last.year or year)
    if begin and end and begin > end and last.year is None:
        end = last.on(year + 1)
    elif begin and end and begin > end and first.year is None:
        begin = first.on(year - 1)
    return begin, end


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
def _year_alone() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,-])20\d\d(?![\d.,%-])")


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


def _english_weekdays() -> str:
    full = list(words()["weekdays_en"])
    shown = [name.capitalize() for name in full]
    return any_of([*shown, *(name[:3] for name in shown), "Tues", "Thur", "Thurs"])


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"{words()['order']['between']} (?:[A-Za-z]{{1,9}}\.?,? )?$", re.IGNORECASE)


@cache
def _until() -> re.Pattern[str]:
    short = "".join(words()["weekdays"])
    return re.compile(rf"\s?(?:\([{short}A-Za-z]{{1,9}}\))?\s?{any_of(words()['order']['until'])}")


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
