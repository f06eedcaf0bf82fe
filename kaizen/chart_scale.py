"""Where days and rates fall on a chart, and which of them are marked on its axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

_STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50)
_MOST_RATE_STEPS = 5
_MOST_MONTHS = 6
_LEAST_SPAN = 0.4
_FEWEST_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing area in units of the picture, and the days and rates it spans."""

    left: float
    right: float
    top: float
    bottom: float
    first: date
    last: date
    lowest: float
    highest: float
    step: float

    def x(self, day: date) -> float:
        """Return the place of a day; days outside the frame fall on its edge."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def y(self, rate: float) -> float:
        """Return the place of a rate; rates outside the frame fall on its edge."""
        share = (rate - self.lowest) / (self.highest - self.lowest)
        return self.bottom - min(1.0, max(0.0, share)) * (self.bottom - self.top)

    def holds(self, day: date) -> bool:
        """Tell whether a day lies within the frame."""
        return self.first <= day <= self.last

    def rates(self) -> list[float]:
        """Return the rates to mark."""
        steps = round((self.highest - self.lowest) / self.step)
        return [self.lowest + n * self.step for n in range(steps + 1)]

    def days(self) -> list[tuple[date, bool]]:
        """Return the days to mark, and whether each stands for its month."""
        months = _month_starts(self.first, self.last)
        if len(months) >= _FEWEST_MONTHS:
            return [(day, True) for day in months[:: ceil(len(months) / _MOST_MONTHS)]]
        weeks = max(1, ceil((self.last - self.first).days / 7 / _MOST_MONTHS))
        length = (self.last - self.first).days
        return [(self.first + timedelta(days=n), False) for n in range(0, length + 1, 7 * weeks)]


def rate_range(
    rates: Sequence[float], target: float, *, more_is_better: bool
) -> tuple[float, float, float]:
    """Return the lowest and highest rate of the axis and its step; a good end lies at the edge."""
    if more_is_better:
        low, high = min([*rates, target]), 100.0
        low -= (high - low) * 0.15
    else:
        low, high = 0.0, max([*rates, target]) * 1.15
    if more_is_better:
        low = min(low, high - _LEAST_SPAN)
    else:
        high = max(high, low + _LEAST_SPAN)
    span = high - low
    step = next((step for step in _STEPS if span / step <= _MOST_RATE_STEPS), _STEPS[-1])
    lowest = max(0.0, floor(low / step) * step)
    highest = min(100.0, max(ceil(high / step) * step, lowest + step))
    return lowest, highest, step


def _month_starts(first: date, last: date) -> list[date]:
    found = []
    day = date(first.year, first.month, 1)
    while day <= last:
        if day >= first:
            found.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return found
