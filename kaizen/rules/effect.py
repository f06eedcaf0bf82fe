"""Item 4 is a figure that can be measured, is watched, and meets the target (R25 to R27)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kaizen.finding import Hit, Severity
from kaizen.metrics import Metric
from kaizen.plan import Item
from kaizen.reading.effects import (
    answers_a_miss,
    follows_a_miss,
    metric_before,
    metric_within,
    metrics_in,
    only_metric,
)
from kaizen.reading.person import read_person
from kaizen.reading.sentences import Reading, lower, read
from kaizen.reading.slots import has_amount, has_owner, has_rhythm
from kaizen.reading.subject import asks_for_measures
from kaizen.reading.vocabulary import each, found, without
from kaizen.review_context import Review
from kaizen.rule import Rule

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
    """The goal is looser than the target of the notice, or else than the one Amazon publishes.

    Where no figure of the one metric of item 4 reaches its target, that is a hint.
    """

    id = "R26"
    slug = "official-target-ignored"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each goal beyond the target of its metric."""
        written = review[Item.EFFECT]
        text = read(written.text).text
        only = only_metric(review)
        loose = False
        for match in each(text, "effects", "goal"):
            number = next(at for at, part in enumerate(match.groups(), start=1) if part)
            metric = metric_before(text, match.start(number)) or only
            if metric is None:
                continue
            metric = _as_in_notice(metric, review)
            goal = Decimal(match.group(number))
            if _is_another_share(match.group(), goal, metric):
                continue
            if goal != metric.target and not metric.is_met_by(goal):
                loose = True
                values = {"target": f"{metric.target}%"}
                yield Hit(written.place(match.start(), match.end()), values)
        metric = metric_within(text) or only
        metric = metric and _as_in_notice(metric, review)
        if metric is not None and not loose and (last := _none_reaches(metric, text)) is not None:
            values = {"target": f"{metric.target}%"}
            yield Hit(written.place(*last.span()), values, severity=Severity.INFO)


def _as_in_notice(metric: Metric, review: Review) -> Metric:
    """Return the metric with the target that the notice states for it, if it states one."""
    told = review.notice.metrics if review.notice else ()
    stated = (one.target for one in told if one.key == metric.key and one.target is not None)
    return metric.adjusted(target=next(stated, None))


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
        elif not any(follows_a_miss(reading.text[told]) for told in _told(reading)):
            yield Hit(written.place(), variant="if_missed")
        elif not found(reading.own, "effects", "measuring"):
            yield Hit(written.place(), severity=Severity.INFO)
        elif not any(answers_a_miss(reading.own[told]) for told in _told(reading)):
            yield Hit(written.place(), variant="if_missed", severity=Severity.INFO)


def _told(reading: Reading) -> Iterator[slice]:
    """Yield where each sentence stands, and each labelled question with the answer to it."""
    yield from (slice(sentence.start, sentence.end) for sentence in reading.sentences)
    begins = [question.start for question in reading.questions]
    yield from (slice(start, end) for start, end in pairwise([*begins, len(reading.text)]))


def _none_reaches(metric: Metric, text: str) -> "re.Match[str] | None":
    """Return the last percentage of a text where there are some and none meets the target."""
    for start, end, _ in metrics_in(text):
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
