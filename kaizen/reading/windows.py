"""When a metric of the case can show the effect: by the figures entered, else by its window."""

from dataclasses import dataclass, replace
from datetime import date

from kaizen.forecast.earliest import earliest_day
from kaizen.metrics import Metric, find_metric
from kaizen.review_context import Review


@dataclass(frozen=True, slots=True)
class Showing:
    """The first day on which a metric can show the effect, and whether figures say so."""

    metric: Metric
    day: date
    by_figures: bool


def metric_of_case(review: Review, key: str) -> Metric | None:
    """Return a metric with the window of the seller's own figures, else that of the notice."""
    record = next((one for one in review.numbers if one.metric == key), None)
    if record is not None:
        return record.found_metric()
    metric, stated = find_metric(key), review.notice.metrics if review.notice else ()
    window = next((one.window_days for one in stated if one.key == key), None)
    return metric and metric.adjusted(window=window)


def showing(review: Review, key: str, begins: date) -> Showing | None:
    """Return when the metric can show the effect of measures that run from ``begins`` on."""
    metric = metric_of_case(review, key)
    if metric is None or not metric.can_be_forecast:
        return None
    record = next((one for one in review.numbers if one.metric == key), None)
    made = replace(record, from_day=begins).forecast(review.today) if record else None
    by_figures = made is not None and made.likely.date is not None
    return Showing(metric, earliest_day(metric, begins, made), by_figures)
