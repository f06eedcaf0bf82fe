"""One day of orders, and the ways to a row of days without gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

Amount = int | Fraction


@dataclass(frozen=True, slots=True)
class Day:
    """The orders of one day, and how many of them count for the metric.

    ``count`` is what the metric counts: defects where less is better, valid ones where more is.
    """

    day: date
    orders: Amount
    count: Amount


def spread(count: int, orders: int, *, window_days: int, last_day: date) -> tuple[Day, ...]:
    """Return the totals of one window as equal days, for a seller who knows only "n of m"."""
    first = last_day - timedelta(days=window_days - 1)
    share, counted = Fraction(orders, window_days), Fraction(count, window_days)
    return tuple(Day(first + timedelta(days=n), share, counted) for n in range(window_days))


def without_gaps(days: Sequence[Day]) -> tuple[date, list[Amount], list[Amount]]:
    """Return the first day, then orders and counts of every day to the last.

    A day that is missing had no orders; a day that is there twice has the sum.
    """
    first = min(entry.day for entry in days)
    length = (max(entry.day for entry in days) - first).days + 1
    orders: list[Amount] = [0] * length
    counts: list[Amount] = [0] * length
    for entry in days:
        place = (entry.day - first).days
        orders[place] += entry.orders
        counts[place] += entry.count
    return first, orders, counts
