"""What a case keeps about one metric: the figures entered, the improvement planned, the choices.

Plain values only, so that ``kaizen.plain`` writes and reads it. Nothing computed is stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Any, Self

from kaizen.forecast import Day, Forecast, Window, forecast, spread
from kaizen.metrics import LONGEST_WINDOW_DAYS, Metric, find_metric
from kaizen.plain import from_plain, to_plain

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
LONGEST_SPAN_DAYS = 4_020
_MOST_ORDERS = 10**9


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

    def is_sound(self) -> bool:
        """Tell whether the figures can be computed with: a file may bring any."""
        entered = [*self.days]
        if self.totals is not None:
            entered.append(DayRecord(self.totals.last_day, self.totals.orders, self.totals.count))
        written = [entry.day for entry in entered] + ([self.from_day] if self.from_day else [])
        rates = [rate for rate in (self.rate, self.target) if rate is not None]
        return (
            all(0 <= entry.count <= entry.orders <= _MOST_ORDERS for entry in entered)
            and all(EARLIEST <= day <= LATEST for day in written)
            and (not self.days or _span(self.days) <= LONGEST_SPAN_DAYS)
            and all(rate.is_finite() and 0 <= rate <= 100 for rate in rates)
            and (self.window is None or 1 <= self.window <= LONGEST_WINDOW_DAYS)
        )

    def now(self) -> Window | None:
        """Return the window that ends on the last day entered, or None without figures."""
        metric = self.found_metric()
        days = self.table() if metric and metric.can_be_forecast and self.is_sound() else ()
        if metric is None or not days:
            return None
        last = max(entry.day for entry in days)
        first = last - timedelta(days=metric.window_days - 1)
        inside = [entry for entry in days if entry.day >= first]
        counted, orders = sum(day.count for day in inside), sum(day.orders for day in inside)
        return Window(first, last, counted, orders)

    def forecast(self, today: date) -> Forecast | None:
        """Return the forecast, or None while something it needs is missing or makes no sense."""
        metric = self.found_metric()
        days = self.table() if metric and metric.can_be_forecast and self.is_sound() else ()
        if metric is None or not days or self.from_day is None or self.rate is None:
            return None
        return forecast(days, metric=metric, from_day=self.from_day, rate=self.rate, today=today)

    def is_empty(self) -> bool:
        """Tell whether nothing was entered."""
        return self == MetricRecord(self.metric)

    def to_plain(self) -> dict[str, Any]:
        """Return the record as data that JSON can hold."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_plain(cls, data: object) -> Self:
        """Return the record from plain data; raises PlainError naming what does not fit."""
        return from_plain(cls, data)


def records_of(days: Iterable[Day]) -> tuple[DayRecord, ...]:
    """Return the days of a table in order, each once."""
    ordered = sorted(days, key=lambda entry: entry.day)
    grouped = [(day, list(found)) for day, found in groupby(ordered, key=lambda entry: entry.day)]
    return tuple(
        DayRecord(day, sum(int(e.orders) for e in found), sum(int(e.count) for e in found))
        for day, found in grouped
    )


def _span(days: tuple[DayRecord, ...]) -> int:
    return (max(entry.day for entry in days) - min(entry.day for entry in days)).days
