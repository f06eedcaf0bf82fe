"""What a case keeps about one metric: the figures entered, the improvement planned, the choices.

Plain values only, so that ``kaizen.plain`` writes and reads it. Nothing computed is stored.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from kaizen.forecast import Day, Forecast, forecast, spread
from kaizen.metrics import Metric, find_metric
from kaizen.plain import from_plain, to_plain


class ChosenCourse(StrEnum):
    """Which course the seller goes by for items 4 and 6."""

    BEST = "best"
    LIKELY = "likely"
    CAUTIOUS = "cautious"


@dataclass(frozen=True, slots=True)
class DayRecord:
    """One day as entered; ``count`` is what the metric counts (defects, or valid ones)."""

    day: date
    orders: int
    count: int


@dataclass(frozen=True, slots=True)
class Totals:
    """One window as entered: ``count`` of ``orders``, up to and including ``last_day``."""

    count: int
    orders: int
    last_day: date


@dataclass(frozen=True, slots=True)
class MetricRecord:
    """One metric of a case. Days win over totals where both were entered."""

    metric: str
    days: tuple[DayRecord, ...] = ()
    totals: Totals | None = None
    window: int | None = None
    target: Decimal | None = None
    from_day: date | None = None
    rate: Decimal | None = None
    course: ChosenCourse = ChosenCourse.LIKELY
    in_document: bool = False

    def found_metric(self) -> Metric | None:
        """Return the metric with the seller's own window and target; None for an unknown key."""
        metric = find_metric(self.metric)
        return metric and metric.adjusted(window=self.window, target=self.target)

    def table(self) -> tuple[Day, ...]:
        """Return the days of the forecast: those entered, or the totals spread over the window."""
        if self.days:
            return tuple(Day(entry.day, entry.orders, entry.count) for entry in self.days)
        metric = self.found_metric()
        if self.totals is None or metric is None:
            return ()
        return spread(
            self.totals.count,
            self.totals.orders,
            window_days=metric.window_days,
            last_day=self.totals.last_day,
        )

    def forecast(self, today: date) -> Forecast | None:
        """Return the forecast, or None while something it needs is still missing."""
        metric, days = self.found_metric(), self.table()
        if metric is None or not days or self.from_day is None or self.rate is None:
            return None
        return forecast(days, metric=metric, from_day=self.from_day, rate=self.rate, today=today)

    def to_plain(self) -> dict[str, Any]:
        """Return the record as data that JSON can hold."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_plain(cls, data: object) -> Self:
        """Return the record from plain data; raises PlainError naming what does not fit."""
        return from_plain(cls, data)
