"""Item 4 as read by several rules: the metrics it names, and what is done if they are missed."""

from bisect import bisect_left
from functools import lru_cache

from kaizen.metrics import Metric, find_metric
from kaizen.plan import Item
from kaizen.reading.slots import without_loose
from kaizen.reading.subject import METRIC_TYPES, named_types, violation_types
from kaizen.reading.vocabulary import each, found, tables
from kaizen.review_context import Review

# Between a metric and its figure stands no more than this.
_LOOK_BACK = 120


def follows_a_miss(sentence: str) -> bool:
    """Tell whether a sentence says what is done if the figure is missed."""
    bare = without_loose(sentence)
    if found(bare, "effects", "if_so"):
        return True
    return found(bare, "effects", "condition") and found(bare, "effects", "consequence")


def answers_a_miss(sentence: str) -> bool:
    """Tell whether a condition about figures or goods stands with what is done then.

    "If the account stays closed, our lawyers ..." is a condition too.
    """
    bare = without_loose(sentence)
    if found(bare, "effects", "of_the_account"):
        return False
    return found(bare, "effects", "condition", "if_so") and found(bare, "effects", "consequence")


def metric_before(text: str, position: int) -> Metric | None:
    """Return the metric named last before ``position``, if no other rate stands between."""
    places = metrics_in(text)
    index = bisect_left(places, (position,)) - 1
    if index < 0:
        return None
    _, end, key = places[index]
    if found(text[end:position][-_LOOK_BACK:], "effects", "other_rate"):
        return None
    return find_metric(key)


@lru_cache(maxsize=256)
def metrics_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where metrics are named, in order."""
    return tuple(
        sorted(
            (match.start(), match.end(), key)
            for key in METRIC_TYPES
            for subject in ("types", *(("effects",) if key in tables("effects") else ()))
            for match in each(text, subject, key)
        )
    )


def metric_within(text: str) -> Metric | None:
    """Return the only metric that a sentence names."""
    keys = {key for _, _, key in metrics_in(text)}
    return find_metric(keys.pop()) if len(keys) == 1 else None


def only_metric(review: Review) -> Metric | None:
    """Return the metric of the case where it has just one and item 4 names none."""
    types = [key for key in violation_types(review) if key in METRIC_TYPES]
    if len(types) != 1 or named_types(review[Item.EFFECT].text):
        return None
    return find_metric(types[0])
