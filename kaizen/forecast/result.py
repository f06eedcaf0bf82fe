"""What a forecast says: where the metric stands, and three courses with their dates."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kaizen.forecast.day import Amount
from kaizen.metrics import Metric

Point = tuple[datetime.date, float | None]


class NoDate(StrEnum):
    """Why a course has no date."""

    NO_ORDERS = "no_orders"
    RATE_TOO_WEAK = "rate_too_weak"
    BEYOND_HORIZON = "beyond_horizon"


class Note(StrEnum):
    """What the seller should know about the figures that were used."""

    SHORT_DATA = "short_data"
    OLD_DATA = "old_data"
    DAYS_AHEAD = "days_ahead"
    ALREADY_MET = "already_met"
    NOT_BETTER = "not_better"
    ONE_IS_TOO_MANY = "one_is_too_many"
    SHOWN_LATER = "shown_later"
    WINDOW_ASSUMED = "window_assumed"
    SPREAD_EVENLY = "spread_evenly"


@dataclass(frozen=True, slots=True)
class Window:
    """The metric over one window: exact counts, both days included."""

    first_day: datetime.date
    last_day: datetime.date
    numerator: Amount
    denominator: Amount

    @property
    def rate(self) -> Fraction | None:
        """Return the exact rate in percent; none where there were no orders."""
        return Fraction(100 * self.numerator) / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Course:
    """One way the days may go on.

    ``date`` is the first day from which the metric meets its target for good; ``settled`` the first
    day whose window holds only days with ``rate`` (percent), reached from ``begins`` on.
    """

    begins: datetime.date
    rate: Fraction | None
    date: datetime.date | None
    no_date: NoDate | None
    settled: datetime.date
    series: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """The whole answer. Rates in ``past`` and in the series are percentages, for drawing only."""

    metric: Metric
    today: datetime.date
    from_day: datetime.date
    rate: Decimal
    first_day: datetime.date
    now: Window
    orders_a_day: Fraction
    past: tuple[Point, ...]
    best: Course
    likely: Course
    cautious: Course
    notes: tuple[Note, ...]

    @property
    def courses(self) -> tuple[tuple[str, Course], ...]:
        """Return the three courses with their names, in the order of hope."""
        return (("best", self.best), ("likely", self.likely), ("cautious", self.cautious))
