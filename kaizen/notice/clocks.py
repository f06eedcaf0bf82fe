"""The clocks of a notice: the one for the answer, and the others."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kaizen.notice.dates import FoundDate, latest_up_to, next_on_or_after
from kaizen.notice.durations import Duration, asks_here
from kaizen.notice.model import Clock, Deadline
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern

_LABEL = 14


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """The deadline, its place and how sure the reader is."""

    deadline: Deadline
    start: int
    end: int
    confidence: float


def other_clocks(found: list[Duration], page: Page) -> list[tuple[Clock, Duration]]:
    """Return money, inventory, review and similar clocks, each once."""
    clocks: dict[tuple[str, int | None, int | None], tuple[Clock, Duration]] = {}
    for one in found:
        if one.kind in ("funds", "inventory", "review", "remove_similar_listings"):
            text = _context(page, one.start, one.end)
            clock = Clock(one.kind, one.days, one.hours, text)
            clocks.setdefault((one.kind, one.days, one.hours), (clock, one))
    return list(clocks.values())


def deadline(
    page: Page,
    found: list[Duration],
    found_dates: list[FoundDate],
    start: date | None,
    first_notice: date | None,
    today: date,
) -> FoundDeadline | None:
    """Return the clock for the answer, counted from the day of the notice or the first notice.

    Where no day of the notice is known, a fixed date is taken to lie after ``today``.
    """
    answers = [one for one in found if one.kind == "answer"]
    fixed = _fixed_date(page, found_dates, start or today, is_dated=start is not None)
    if answers:
        best = max(answers, key=lambda one: (not one.quoted, one.weight, -one.start))
        is_older = fixed is not None and best.quoted and fixed[1].start < best.start
        if fixed is None or (best.weight >= fixed[0] and not is_older):
            begin = _named_day(page, best, found_dates, start)
            if begin is None:
                begin = first_notice if _counts_from_first(page, best) else start
            found_one = _counted(page, best, begin)
            if any(_asks_to_call(page, one) for one in answers if _is_as_long(one, best)):
                return replace(found_one, deadline=replace(found_one.deadline, kind="call"))
            return found_one
    if fixed is None:
        return None
    weight, one, day = fixed
    kind = _kind(page, one.start)
    text = _context(page, one.start, one.end)
    sure = 0.9 if weight >= 4 else 0.7
    return FoundDeadline(Deadline(kind, None, None, day, text), one.start, one.end, sure)


def _is_as_long(one: Duration, other: Duration) -> bool:
    return (one.days, one.hours) == (other.days, other.hours)


def _asks_to_call(page: Page, one: Duration) -> bool:
    """Tell whether the sentence of a time asks for a call, and for nothing in writing."""
    sentence = page.lower[slice(*page.sentence(one.start))]
    return bool(pattern("clocks", "please_call").search(sentence)) and not pattern(
        "clocks", "answer"
    ).search(sentence)


def _counts_from_first(page: Page, one: Duration) -> bool:
    sentence = page.lower[slice(*page.sentence(one.start))]
    return one.quoted or pattern("clocks", "original").search(sentence) is not None


def _counted(page: Page, one: Duration, begin: date | None) -> FoundDeadline:
    day = None if begin is None else _after(begin, one)
    text = _context(page, one.start, one.end)
    sure = 0.95 if one.weight >= 4 else 0.8
    kind = _kind(page, one.start)
    return FoundDeadline(Deadline(kind, one.days, one.hours, day, text), one.start, one.end, sure)


def _named_day(
    page: Page, one: Duration, found: list[FoundDate], start: date | None
) -> date | None:
    """Return the day that the notice itself names as the one from which it counts."""
    for day in found:
        between = page.lower[day.end : one.start] if day.end <= one.start else ""
        behind = page.lower[one.end : day.start] if day.start >= one.end else ""
        if (between and pattern("clocks", "counts_from").match(between)) or (
            behind and pattern("clocks", "counts_from_after").match(behind)
        ):
            return latest_up_to(day, start) if start else day.date
    return None


def _after(begin: date, one: Duration) -> date:
    if one.hours is not None:
        return begin + timedelta(days=-(-one.hours // 24))
    days = one.days or 0
    if not one.business:
        return begin + timedelta(days=days)
    day = begin
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def _fixed_date(
    page: Page, found: list[FoundDate], start: date, *, is_dated: bool
) -> tuple[int, FoundDate, date] | None:
    """Return the best limit that is a day; where the notice has no day, it may have passed."""
    best: tuple[int, FoundDate, date] | None = None
    for one in found:
        before = _label_before(page, one.start)
        after = re.split("[\u3001\u3002\n]", page.lower[one.end : one.end + 26])[0]
        sentence = page.lower[slice(*page.sentence(one.start))]
        is_marked = (
            pattern("clocks", "own_date").search(before)
            or pattern("clocks", "own_date_after").match(after)
            or (before.endswith("on ") and pattern("clocks", "before_then").search(sentence))
            or _is_end_of_grace(page, one)
        )
        if not is_marked:
            continue
        strong = pattern("clocks", "strong_date").search(before + "|" + after)
        if pattern("clocks", "other_limit").search(before):
            continue
        asks = (
            pattern("clocks", "submit").search(sentence)
            or asks_here(page, one.start)
            or pattern("clocks", "unless_done").match(page.lower[one.end : one.end + 72])
            or _is_end_of_grace(page, one)
            or (before.endswith("on ") and pattern("clocks", "threat").search(sentence))
        )
        if not (strong or asks):
            continue
        day = next_on_or_after(one, start)
        if day < start and (is_dated or not one.year_given):
            continue
        answers = pattern("clocks", "answer").search(sentence)
        weight = 4 if answers or strong else 3
        if best is None or weight > best[0]:
            best = (weight, one, day)
    return best


def _is_end_of_grace(page: Page, one: FoundDate) -> bool:
    """Tell whether something begins on the day, and the next sentence asks before it."""
    if not pattern("clocks", "from_then").match(page.lower[one.end : one.end + 12]):
        return False
    end = page.sentence(one.start)[1]
    return pattern("clocks", "before_then").match(page.lower[end : end + 40].lstrip()) is not None


def _label_before(page: Page, at: int) -> str:
    """Return the words before a day: of its line, or of a short label above it."""
    start, _ = page.unit(at)
    if start == at and start:
        above, _ = page.unit(start - 1)
        return page.lower[above : start - 1] if start - above <= _LABEL else ""
    return page.lower[max(start, at - 40) : at]


def _kind(page: Page, at: int) -> str:
    sentence = page.lower[slice(*page.sentence(at))]
    answers = pattern("clocks", "answer")
    if answers.search(sentence):
        return "appeal"
    if pattern("clocks", "call").search(sentence):
        return "call"
    calls = pattern("clocks", "call").search(page.lower) and not answers.search(page.lower)
    return "call" if calls else "appeal"


def _context(page: Page, start: int, end: int) -> str:
    return page.text[start : min(len(page.text), end)]
