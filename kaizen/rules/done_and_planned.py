"""Item 3 lets a reader tell what is done, when, and what is still to come (R14, R15, R16)."""

from collections.abc import Iterator
from datetime import date

from kaizen.finding import Hit, Severity
from kaizen.plan import Item, Progress
from kaizen.reading.days import WrittenDay, days_in
from kaizen.reading.item_dates import implementation_day
from kaizen.reading.measures import WrittenMeasure, read_fix
from kaizen.reading.sentences import read
from kaizen.reading.tense import tense_of
from kaizen.reading.vocabulary import found, pattern
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.share import by_share

ONE_MONTH = 31
# The first business day of a month lies no later.
_MONTH_BEGINS = 7
# The last business day of a month lies no earlier.
_MONTH_ENDS = 22
# So many characters beside a day tell what the day is for.
_JUST_AHEAD, _JUST_BEHIND = 24, 12
# A clause ends here, and is no longer than this on either side of its day.
_CLAUSE_ENDS = (",", ";", ".", "\n", "\u3002")
_CLAUSE = 120


class DoneAndPlannedMixed(Rule):
    """Neither headings nor days and tenses tell the done from the planned."""

    id = "R14"
    slug = "done-and-planned-mixed"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where a reader cannot tell, or where nothing is called done."""
        written = review[Item.FIX]
        fix = read_fix(written.text)
        if not fix.measures or fix.has_headings:
            return
        done = [m for m in fix.measures if _tells_of_the_past(m, review.today)]
        undated = [m for m in fix.acts if not m.has_day]
        place = written.place(fix.measures[0].start, fix.measures[-1].end)
        if not done:
            yield Hit(place, variant="" if undated else "nothing_done")
        elif len(done) < len(fix.measures) and undated:
            yield Hit(place, variant="mixed")


class DoneActionUndated(Rule):
    """Something is called done without a day, with a day to come, or as an intention."""

    id = "R15"
    slug = "done-action-undated"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each such measure.

        What only sounds like an intention, or was done in part, is a remark.
        """
        written = review[Item.FIX]
        fix = read_fix(written.text)
        acts = fix.acts
        nothing_done = not any(measure.is_done for measure in acts)
        begin = frozenset(measure.start for measure in acts)
        hits, maybe = [], []
        for measure in fix.measures:
            place = written.place(measure.start, measure.end)
            if _is_intention(measure, review.today, nothing_done=nothing_done):
                hits.append(Hit(place, variant="intention"))
            elif _sounds_intended(measure, nothing_done=nothing_done):
                maybe.append(Hit(place, variant="intention", severity=Severity.INFO))
            elif measure.start not in begin:
                continue
            elif measure.is_done and not measure.has_day:
                hits.append(Hit(place))
            elif measure.is_done and (ahead := _lies_ahead(measure, review.today)):
                if all(ahead):
                    hits.append(Hit(place, variant="ahead"))
                elif any(ahead[-1:]):
                    maybe.append(Hit(place, variant="ahead", severity=Severity.INFO))
        yield from by_share(hits, len(acts))
        yield from maybe


class PlannedAfterImplementationDate(Rule):
    """A planned measure begins after the day of item 5.

    A clause of what is called done may go on to something planned: its day is a remark.
    """

    id = "R16"
    slug = "planned-after-implementation-date"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each planned day behind item 5."""
        last = implementation_day(review)
        written = review[Item.FIX]
        if last is None:
            return
        for measure in read_fix(written.text).measures:
            if _tells_of_the_past(measure, review.today):
                yield from _planned_in_passing(measure, written, last, review.today)
                continue
            for start, end, day in _own_days(measure, written, review.today):
                if day > last and not _first_of_a_round(measure, day, last):
                    yield Hit(written.place(start, end), {"day": written.folded.quote(start, end)})
            for start, end in _later_months(measure, written, last, review.today):
                values = {"day": written.folded.quote(start, end)}
                yield Hit(written.place(start, end), values, severity=Severity.INFO)


def _planned_in_passing(
    measure: WrittenMeasure, written: ItemText, last: date, today: date
) -> Iterator[Hit]:
    """Yield, as a remark, each day behind item 5 on which somebody acts in a clause of its own."""
    text = read(written.text).text
    for start, end, day in _own_days(measure, written, today):
        if day <= max(last, today) or _first_of_a_round(measure, day, last):
            continue
        clause = _clause_around(text, measure, start, end)
        if found(clause, "done_words", "acts_then") and tense_of(clause) is Progress.PLANNED:
            values = {"day": written.folded.quote(start, end)}
            yield Hit(written.place(start, end), values, severity=Severity.INFO)


def _clause_around(text: str, measure: WrittenMeasure, start: int, end: int) -> str:
    """Return the clause of a measure in which a day stands from ``start`` to ``end``."""
    first, last = max(measure.start, start - _CLAUSE), min(measure.end, end + _CLAUSE)
    begins = max(text.rfind(mark, first, start) for mark in _CLAUSE_ENDS)
    ends = [text.find(mark, end, last) for mark in _CLAUSE_ENDS]
    closes = min((place for place in ends if place >= 0), default=last)
    return text[max(begins + 1, first) : closes]


def _first_of_a_round(measure: WrittenMeasure, day: date, last: date) -> bool:
    """Tell whether the day is the first turn of a monthly check, which is in force before it.

    A check on "the first business day" that begins on the 12th, or on "the end of the
    month" that begins on the 20th, is not: its day is a start.
    """
    if (day - last).days > ONE_MONTH or not found(measure.text, "windows", "monthly"):
        return False
    if found(measure.text, "windows", "monthly_end") and day.day < _MONTH_ENDS:
        return False
    fixed = pattern("windows", "monthly_day").search(measure.text)
    return fixed is None or day.day <= _MONTH_BEGINS


def _tells_of_the_past(measure: WrittenMeasure, today: date) -> bool:
    """Tell whether it is called done, or has no verb and a day that is past."""
    if measure.progress is not Progress.UNDECIDED:
        return measure.is_done
    days = _days(measure, today)
    return bool(days) and max(days) <= today


def _is_intention(measure: WrittenMeasure, today: date, *, nothing_done: bool) -> bool:
    """Tell whether the measure is an intention although nothing announces it as planned.

    Where a heading does, it still is one if nothing was done and no day binds it.
    """
    loose = nothing_done and not measure.has_day
    announced = measure.heading is Progress.PLANNED and not loose
    if announced and not found(measure.text, "done_words", "strong"):
        return False
    own = measure.passage.own
    if found(own, "done_words", "intention"):
        return True
    # "Going to" is an intention where nothing says from when.
    return found(own, "done_words", "going_to") and not any(
        day >= today for day in _days(measure, today)
    )


def _sounds_intended(measure: WrittenMeasure, *, nothing_done: bool) -> bool:
    """Tell whether what stands as done is only under way or meant, and none of it is told."""
    loose = nothing_done and not measure.has_day
    if measure.heading is not Progress.DONE and not loose:
        return False
    told = any(tense_of(one.text) is Progress.DONE for one in measure.passage.sentences)
    return not told and found(measure.passage.own, "done_words", "intention_loose")


def _lies_ahead(measure: WrittenMeasure, today: date) -> list[bool]:
    """Return for each day of a measure whether it is still to come."""
    return [day > today for day in _days(measure, today)]


def _days(measure: WrittenMeasure, today: date) -> list[date]:
    """Return the days of a measure without those until which something is kept or offered."""
    text = measure.text
    return [
        written.day
        for written in days_in(text, today)
        if written.day
        and not pattern("done_words", "until_ahead").search(text[: written.start][-_JUST_AHEAD:])
        and not pattern("done_words", "until_behind").match(text[written.end :][:_JUST_BEHIND])
    ]


def _is_end_of_a_season(ahead: str, begun: WrittenDay, today: date) -> bool:
    """Tell whether a day ends a stretch that began in the past: no planned act begins so."""
    if begun.day is None or begun.day >= today:
        return False
    return pattern("done_words", "stretch").fullmatch(ahead[begun.end :]) is not None


def _later_months(
    measure: WrittenMeasure, written: ItemText, last: date, today: date
) -> Iterator[tuple[int, int]]:
    """Yield the months after that of item 5 in which the measure is to begin or to be ready."""
    text = read(written.text).text
    for named in days_in(text[measure.start : measure.end], today):
        start, end = measure.start + named.start, measure.start + named.end
        if named.day or (named.month.year, named.month.month) <= (last.year, last.month):
            continue
        behind, ahead = text[end : end + _JUST_BEHIND], text[max(0, start - _JUST_AHEAD) : start]
        if pattern("done_words", "month_behind").match(behind) or pattern(
            "done_words", "month_ahead"
        ).search(ahead):
            yield start, end


def _own_days(
    measure: WrittenMeasure, written: ItemText, today: date
) -> Iterator[tuple[int, int, date]]:
    """Yield the days on which the measure begins or ends; days of letters and figures are none."""
    text = read(written.text).text
    before: WrittenDay | None = None
    for found_day in days_in(text[measure.start : measure.end], today):
        start, end = measure.start + found_day.start, measure.start + found_day.end
        begun, before = before, found_day
        if begun and _is_end_of_a_season(text[measure.start : start], begun, today):
            continue
        behind, ahead = text[end : end + _JUST_BEHIND], text[max(0, start - _JUST_AHEAD) : start]
        if found_day.day is None or pattern("done_words", "other_day_behind").match(behind):
            continue
        if pattern("done_words", "other_day_ahead").search(ahead):
            continue
        yield start, end, found_day.day
