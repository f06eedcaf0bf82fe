"""Every cause is answered by a measure, and every measure of the notice has its cause (R09)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.plan import Item
from kaizen.reading.causes import WrittenCause, read_causes
from kaizen.reading.measures import read_fix
from kaizen.reading.sentences import read
from kaizen.reading.shared_words import untouched
from kaizen.reading.subject import METRIC_TYPES, violation_types
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule


class CauseWithoutAction(Rule):
    """A cause that no measure answers, or a metric of the notice without a cause."""

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
        if written.text.strip() and _leaves_out_a_metric(review):
            yield Hit(written.place(), variant="metric")


def _orphans(review: Review) -> list[WrittenCause]:
    causes = [c for c in read_causes(review[Item.CAUSE].text) if c.is_numbered]
    measures = read_fix(review[Item.FIX].text).measures
    if len(causes) < 2 or not measures:
        return []
    answered = {number for measure in measures for number in measure.causes}
    if answered:
        return [cause for cause in causes if cause.number not in answered]
    if len(measures) < len(causes):
        return causes[len(measures) :]
    return untouched(causes, measures, review[Item.VIOLATION].text)


def _leaves_out_a_metric(review: Review) -> bool:
    types = [key for key in violation_types(review) if key in METRIC_TYPES]
    if review.notice is None or len(types) < 2:
        return False
    text = read(review[Item.CAUSE].text).text
    return any(not found(text, "cause_topics", key) for key in types if key in _TOPICS)


_TOPICS = ("late_shipment_rate", "valid_tracking_rate", "cancellation_rate", "odr")
