"""Every cause is answered by a measure, and every measure of the notice has its cause (R09)."""

import re
from collections.abc import Iterator, Sequence

from kaizen.finding import Hit, Severity
from kaizen.plan import Item
from kaizen.reading.causes import WrittenCause, read_causes
from kaizen.reading.measures import WrittenMeasure, read_fix
from kaizen.reading.passages import value_of
from kaizen.reading.sentences import read
from kaizen.reading.shared_words import off_topic, untouched
from kaizen.reading.subject import METRIC_TYPES, violation_types
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule

# A bare mark at the end of a measure: "(a)", "(1, 2)".
_ONE = r"[a-h1-9\u30a2-\u30b3]"
_ALONE = re.compile(
    rf"[(](?P<marks>{_ONE}(?:(?: ?[,\u3001\u30fb&] ?| and ){_ONE}){{0,5}})[)][.\u3002]?$"
)
_LEAST_ALONE = 2
# A mark of several parts wherever it is cited: "for 2.1", "(B3)".
_MARK = re.compile(r"(?<![a-z0-9.-])(?:[a-z]{1,4}-?\d{1,2}|\d{1,2}(?:[.-]\d{1,2}){1,2})(?![0-9])")


class CauseWithoutAction(Rule):
    """A cause that no measure answers, or a metric of the notice without a cause.

    Where the measures name no causes, and only what a cause is about stays untold, it is a remark.
    """

    id = "R09"
    slug = "cause-without-action"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit at each cause left alone, and one at item 3."""
        written = review[Item.CAUSE]
        orphans = _orphans(review)
        for cause in orphans:
            values = {"number": str(cause.number)}
            yield Hit(written.place(cause.start, cause.end), values)
        if orphans and review[Item.FIX].text.strip():
            numbers = ", ".join(str(cause.number) for cause in orphans)
            yield Hit(review[Item.FIX].place(), {"number": numbers}, variant="fix")
        elif left := _left_aside(review):
            numbers = ", ".join(str(cause.number) for cause in left)
            values = {"number": numbers}
            yield Hit(review[Item.FIX].place(), values, "fix", severity=Severity.INFO)
        if written.text.strip() and _leaves_out_a_metric(review):
            yield Hit(written.place(), variant="metric")


def _orphans(review: Review) -> list[WrittenCause]:
    causes = [c for c in read_causes(review[Item.CAUSE].text) if c.is_numbered]
    measures = read_fix(review[Item.FIX].text).measures
    if len(causes) < 2 or not measures:
        return []
    named = _by_mark(causes, measures)
    # The second of a-i-u is the first of i-ro-ha: a mark means the cause that bears it.
    marks = {value_of(cause.passage.marker): cause.number for cause in causes}
    cited = {number for measure in measures for number in measure.causes}
    answered = {marks.get(number, number) for number in cited or _cited_alone(causes, measures)}
    causes = [cause for cause in causes if not _is_of_earlier(cause)]
    if named is not None:
        return [cause for cause in causes if cause.number not in named]
    if answered and not all(_is_compound(cause.passage.marker) for cause in causes):
        return [cause for cause in causes if cause.number not in answered]
    if len(measures) < len(causes):
        return causes[len(measures) :]
    return untouched(causes, measures, review[Item.VIOLATION].text)


def _cited_alone(causes: Sequence[WrittenCause], measures: Sequence[WrittenMeasure]) -> set[int]:
    """Return the causes that bare marks at the ends of measures name, where several have one."""
    ends = [match["marks"] for m in measures if (match := _ALONE.search(m.text.rstrip()))]
    named = {value_of(mark) for marks in ends for mark in re.findall(_ONE, marks)}
    known = {cause.number for cause in causes}
    return named if len(ends) >= _LEAST_ALONE and named <= known else set()


def _is_of_earlier(cause: WrittenCause) -> bool:
    """Tell whether a point opens by saying why earlier measures failed."""
    return found(cause.passage.sentences[0].text, "causes", "of_earlier")


def _left_aside(review: Review) -> list[WrittenCause]:
    """Return the numbered causes about a thing of which no measure speaks, where none is cited."""
    causes = [c for c in read_causes(review[Item.CAUSE].text) if c.is_numbered]
    measures = read_fix(review[Item.FIX].text).measures
    if len(causes) < 2 or not measures or any(measure.causes for measure in measures):
        return []
    if _by_mark(causes, measures) or _cited_alone(causes, measures):
        return []
    causes = [cause for cause in causes if not _is_of_earlier(cause)]
    aside = off_topic(causes, measures)
    return aside or untouched(causes, measures, review[Item.VIOLATION].text, clearly=1)


def _is_compound(mark: str) -> bool:
    """Tell whether a mark has several parts, such as 2.1 or B3: alone it can mean nothing else."""
    return len(mark) > 1 and not mark.isdecimal() and not mark.isalpha()


def _by_mark(causes: Sequence[WrittenCause], measures: Sequence[WrittenMeasure]) -> set[int] | None:
    """Return the causes whose own compound marks the measures cite; None where they cite none."""
    marks = {cause.passage.marker: cause.number for cause in causes}
    if not all(map(_is_compound, marks)):
        return None
    cited = {mark for m in measures for mark in _MARK.findall(m.text[len(m.passage.marker) :])}
    named = {number for mark, number in marks.items() if mark in cited}
    return named or None


def _leaves_out_a_metric(review: Review) -> bool:
    types = [key for key in violation_types(review) if key in METRIC_TYPES]
    if review.notice is None or len(types) < 2:
        return False
    text = read(review[Item.CAUSE].text).text
    return any(not found(text, "cause_topics", key) for key in types if key in _TOPICS)


_TOPICS = ("late_shipment_rate", "valid_tracking_rate", "cancellation_rate", "odr")
