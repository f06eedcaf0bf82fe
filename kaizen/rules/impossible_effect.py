"""Item 4 promises nothing that cannot come true, or not so soon (R28)."""

import re
from collections.abc import Iterator
from functools import cache

from kaizen.finding import Hit, Severity
from kaizen.plan import Item
from kaizen.reading.days import WrittenDay, days_in
from kaizen.reading.effects import (
    answers_a_miss,
    follows_a_miss,
    metric_before,
    metric_within,
    only_metric,
)
from kaizen.reading.item_dates import implementation_day
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import found, pattern, tables, without
from kaizen.reading.windows import showing
from kaizen.review_context import Review
from kaizen.rule import Rule

_SOON = (1, 7, 14, 31)
# An "if" stands no further from a day in its clause.
_CLAUSE = 70
# The beginning of a reading stands right beside its day.
_BESIDE = 12


class ImpossibleEffect(Rule):
    """A guarantee, or a figure that the window does not allow so soon.

    Words of certainty that are no plain guarantee are a hint, unless a miss is provided for; so is
    a share of zero on a day at which the window that is read back still holds old orders.
    """

    id = "R28"
    slug = "impossible-effect"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each guarantee and each figure promised too early."""
        written = review[Item.EFFECT]
        for sentence in read(written.text).sentences:
            if found(sentence.own, "effects", "guarantee"):
                yield Hit(written.place(sentence.start, sentence.end))
            elif (days := _too_early(sentence.text, review)) is not None:
                values, place = {"days": str(days)}, written.place(sentence.start, sentence.end)
                reads_back = found(sentence.text, "effects", "later")
                yield Hit(place, values, "early", Severity.INFO if reads_back else None)
            elif found(sentence.own, "effects", "absolute") and not _is_guarded(sentence.own):
                yield Hit(written.place(sentence.start, sentence.end), severity=Severity.INFO)


def _is_guarded(sentence: str) -> bool:
    """Tell whether a sentence provides for a miss, or says that nothing can be promised."""
    if found(sentence, "effects", "no_promise"):
        return True
    if sentence.isascii():
        return found(sentence, "effects", "if_so")
    return answers_a_miss(without(sentence, "effects", "absolute"))


def _too_early(text: str, review: Review) -> int | None:
    """Return the window that has not passed on the day by which a rate is promised."""
    metric = metric_before(text, len(text)) or metric_within(text) or only_metric(review)
    start = implementation_day(review)
    if metric is None or not metric.can_be_forecast:
        return None
    if found(text, "effects", "as_before"):
        return None
    reads_back = found(text, "effects", "later")
    if not found(text, "effects", "zero" if reads_back else "promised"):
        return None
    days = _days_from_now(text)
    if days is not None and days < metric.window_days:
        return metric.window_days
    if start is None:
        return None
    begun = min(start, review.today)
    ends = [
        day.day or day.month.last_day()
        for day in days_in(text, review.today)
        if not (_is_of_a_condition(text, day) or (reads_back and _is_a_start(text, day)))
        and not _is_where_it_stood(text, day)
    ]
    first = showing(review, metric.key, begun)
    if ends and first is not None and max(ends) < first.day:
        return first.metric.window_days
    return None


def _is_of_a_condition(text: str, day: WrittenDay) -> bool:
    """Tell whether a day stands in an "if": there a figure is missed on it, and not promised."""
    ahead, behind = text[max(0, day.start - _CLAUSE) : day.start], text[day.end :][:_CLAUSE]
    if text.isascii():
        return pattern("effects", "if_ahead").search(ahead) is not None
    return pattern("effects", "if_behind").match(behind) is not None


def _is_where_it_stood(text: str, day: WrittenDay) -> bool:
    """Tell whether a day is the one of the figure from which a change leads: "3.4% in May"."""
    if pattern("effects", "stood_ahead").search(text[: day.start][-_CLAUSE:]):
        return True
    return pattern("effects", "stood_behind").match(text[day.end :][:_BESIDE]) is not None


def _is_a_start(text: str, day: WrittenDay) -> bool:
    """Tell whether a reading begins on a day."""
    if pattern("effects", "start_behind").match(text[day.end :][:_BESIDE]):
        return True
    return pattern("effects", "start_ahead").search(text[: day.start][-_BESIDE:]) is not None


def _days_from_now(text: str) -> int | None:
    """Return how soon the figure is promised, where a sentence counts from today or the start."""
    if follows_a_miss(text):
        return None
    return next((days for days in _SOON if _soon(days).search(text)), None)


@cache
def _soon(days: int) -> re.Pattern[str]:
    words = tables("effects")["soon"][f"days_{days}"]
    alone = (f"(?<![a-z0-9])(?:{entry})(?![a-z0-9])" for entry in words["en"])
    return re.compile("|".join([*words["ja"], *alone]))
