"""Item 4 is a figure that can be measured, is watched, and is possible (R25 to R28)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from kaizen.finding import Hit, Severity
from kaizen.metrics import Metric, find_metric
from kaizen.plan import Item
from kaizen.reading.days import WrittenDay, days_in
from kaizen.reading.item_dates import implementation_day
from kaizen.reading.person import read_person
from kaizen.reading.sentences import lower, read
from kaizen.reading.slots import has_amount, has_owner, has_rhythm, without_loose
from kaizen.reading.subject import METRIC_TYPES, asks_for_measures, named_types, violation_types
from kaizen.reading.vocabulary import each, found, pattern, tables, without
from kaizen.reading.windows import showing
from kaizen.review_context import Review
from kaizen.rule import Rule

# Between a metric and its figure stands no more than this.
_LOOK_BACK = 120
_SOON = (1, 7, 14, 31)
# An "if" stands no further from a day in its clause.
_CLAUSE = 70
_PERCENT = re.compile(r"(?<![0-9.])([0-9]{1,3}(?:\.[0-9]{1,3})?) ?(?:%|percent)")
# Another share stands right before its figure.
_BESIDE = 12


class EffectNotMeasurable(Rule):
    """Item 4 has no figure, hopes only, or counts sales.

    Where its only figures tell how long or how often, sums of money or old years, or are figures
    of nothing that could be an effect, that is a hint.
    """

    id = "R25"
    slug = "effect-not-measurable"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit that says which of these it is."""
        written = review[Item.EFFECT]
        if not written.text.strip():
            return
        reading = read(written.text)
        figures = [s for s in reading.sentences if _has_figure(s.text)]
        if not figures:
            yield Hit(written.place())
        elif all(found(s.own, "effects", "sales") for s in figures):
            yield Hit(written.place(), variant="sales")
        elif all(found(s.own, "effects", "hope") for s in figures):
            yield Hit(written.place(), variant="hope")
        elif not any(_measures(s.text) for s in figures):
            yield Hit(written.place(), severity=Severity.INFO)


class OfficialTargetIgnored(Rule):
    """The goal is looser than the target that Amazon publishes.

    Where no figure of the one metric of item 4 reaches its target, that is a hint.
    """

    id = "R26"
    slug = "official-target-ignored"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each goal beyond the target of its metric."""
        written = review[Item.EFFECT]
        text = read(written.text).text
        only = _only_metric(review)
        loose = False
        for match in each(text, "effects", "goal"):
            number = next(at for at, part in enumerate(match.groups(), start=1) if part)
            metric = _metric_before(text, match.start(number)) or only
            if metric is None:
                continue
            goal = Decimal(match.group(number))
            if _is_another_share(match.group(), goal, metric):
                continue
            if goal != metric.target and not metric.is_met_by(goal):
                loose = True
                values = {"target": f"{metric.target}%"}
                yield Hit(written.place(match.start(), match.end()), values)
        metric = _metric_within(text) or only
        if metric is not None and not loose and (last := _none_reaches(metric, text)) is not None:
            values = {"target": f"{metric.target}%"}
            yield Hit(written.place(*last.span()), values, severity=Severity.INFO)


def _is_another_share(change: str, goal: Decimal, metric: Metric) -> bool:
    """Tell whether a change goes the wrong way for the metric: "parcels scanned: 97% to 100%"."""
    before = _PERCENT.search(change)
    if before is None or before.end() >= len(change):
        return False
    begins = Decimal(before.group(1))
    return goal > begins if not metric.more_is_better else goal < begins


class EffectNotMonitored(Rule):
    """Nobody measures, or nothing follows if the figure is missed."""

    id = "R27"
    slug = "effect-not-monitored"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit that says which of the two is missing."""
        written = review[Item.EFFECT]
        if not any(map(str.isalnum, written.text)) or not asks_for_measures(review):
            return
        reading = read(written.text)
        person = read_person(review[Item.RESPONSIBLE_PERSON].text)
        known = (person.family_name, *person.names)
        names = frozenset(lower(n if len(n) > 1 else f"{n}\u304c") for n in known if n)
        watched = has_owner(reading.text, reading.cased, names)
        watched = watched or (
            has_rhythm(reading.text) and found(reading.text, "effects", "measuring")
        )
        if not watched:
            yield Hit(written.place())
        elif not any(_follows_a_miss(sentence.text) for sentence in reading.sentences):
            yield Hit(written.place(), variant="if_missed")
        elif not found(reading.own, "effects", "measuring"):
            yield Hit(written.place(), severity=Severity.INFO)
        elif not any(_answers_a_miss(sentence.own) for sentence in reading.sentences):
            yield Hit(written.place(), variant="if_missed", severity=Severity.INFO)


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


def _none_reaches(metric: Metric, text: str) -> "re.Match[str] | None":
    """Return the last percentage of a text where there are some and none meets the target."""
    for start, end, _ in _metrics_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    figures = [
        match
        for match in _PERCENT.finditer(text)
        if Decimal(match[1]) != metric.target
        and not found(text[: match.start()][-_BESIDE:], "effects", "other_rate")
    ]
    if not figures or any(metric.is_met_by(Decimal(match[1])) for match in figures):
        return None
    return figures[-1]


def _has_figure(text: str) -> bool:
    told = without(text, "effects", "no_figure")
    return has_amount(told) or found(told, "effects", "figure")


def _measures(text: str) -> bool:
    """Tell whether a figure of a sentence can be one of the effect."""
    bare = without(text, "effects", "duration", "beside_the_matter")
    return _has_figure(bare) and found(bare, "effects", "of_effect")


def _follows_a_miss(sentence: str) -> bool:
    """Tell whether a sentence says what is done if the figure is missed."""
    bare = without_loose(sentence)
    if found(bare, "effects", "if_so"):
        return True
    return found(bare, "effects", "condition") and found(bare, "effects", "consequence")


def _answers_a_miss(sentence: str) -> bool:
    """Tell whether a condition about figures or goods stands with what is done then.

    "If the account stays closed, our lawyers ..." is a condition too.
    """
    bare = without_loose(sentence)
    if found(bare, "effects", "of_the_account"):
        return False
    return found(bare, "effects", "condition", "if_so") and found(bare, "effects", "consequence")


def _is_guarded(sentence: str) -> bool:
    """Tell whether a sentence provides for a miss, or says that nothing can be promised."""
    if found(sentence, "effects", "no_promise"):
        return True
    if sentence.isascii():
        return found(sentence, "effects", "if_so")
    return _answers_a_miss(without(sentence, "effects", "absolute"))


def _metric_before(text: str, position: int) -> Metric | None:
    """Return the metric named last before ``position``, if no other rate stands between."""
    places = _metrics_in(text)
    index = bisect_left(places, (position,)) - 1
    if index < 0:
        return None
    _, end, key = places[index]
    if found(text[end:position][-_LOOK_BACK:], "effects", "other_rate"):
        return None
    return find_metric(key)


@lru_cache(maxsize=256)
def _metrics_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where metrics are named, in order."""
    return tuple(
        sorted(
            (match.start(), match.end(), key)
            for key in METRIC_TYPES
            for subject in ("types", *(("effects",) if key in tables("effects") else ()))
            for match in each(text, subject, key)
        )
    )


def _only_metric(review: Review) -> Metric | None:
    """Return the metric of the case where it has just one and item 4 names none."""
    types = [key for key in violation_types(review) if key in METRIC_TYPES]
    if len(types) != 1 or named_types(review[Item.EFFECT].text):
        return None
    return find_metric(types[0])


def _too_early(text: str, review: Review) -> int | None:
    """Return the window that has not passed on the day by which a rate is promised."""
    metric = _metric_before(text, len(text)) or _metric_within(text) or _only_metric(review)
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


def _is_a_start(text: str, day: WrittenDay) -> bool:
    """Tell whether a reading begins on a day."""
    if pattern("effects", "start_behind").match(text[day.end :][:_BESIDE]):
        return True
    return pattern("effects", "start_ahead").search(text[: day.start][-_BESIDE:]) is not None


def _metric_within(text: str) -> Metric | None:
    """Return the only metric that a sentence names."""
    keys = {key for _, _, key in _metrics_in(text)}
    return find_metric(keys.pop()) if len(keys) == 1 else None


def _days_from_now(text: str) -> int | None:
    """Return how soon the figure is promised, where a sentence counts from today or the start."""
    if _follows_a_miss(text):
        return None
    return next((days for days in _SOON if _soon(days).search(text)), None)


@cache
def _soon(days: int) -> re.Pattern[str]:
    words = tables("effects")["soon"][f"days_{days}"]
    alone = (f"(?<![a-z0-9])(?:{entry})(?![a-z0-9])" for entry in words["en"])
    return re.compile("|".join([*words["ja"], *alone]))
