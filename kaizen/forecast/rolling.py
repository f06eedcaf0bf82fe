"""Rolling sums in whole numbers, and the day from which they stay on the right side of a target."""

import operator
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate
from math import lcm

from kaizen.forecast.day import Amount
from kaizen.forecast.result import Point
from kaizen.metrics import Metric


def whole(
    past_orders: list[Amount],
    orders: list[Fraction],
    past_counts: list[Amount],
    counts: list[Fraction],
) -> tuple[list[int], list[int]]:
    """Return both rows as whole numbers, multiplied by one common denominator."""
    amounts = {*past_orders, *past_counts, *orders, *counts}
    scale = lcm(*(amount.denominator for amount in amounts))
    whole = {amount: int(amount * scale) for amount in amounts}
    return (
        [whole[amount] for amount in (*past_orders, *orders)],
        [whole[amount] for amount in (*past_counts, *counts)],
    )


def rolling(amounts: Sequence[Amount], width: int) -> list[Amount]:
    """Return for each day the sum of the ``width`` days that end with it."""
    total = [0, *accumulate(amounts)]
    return [total[n] - total[max(0, n - width)] for n in range(1, len(total))]


def first_for_good(
    metric: Metric, numerators: Sequence[Amount], denominators: Sequence[Amount]
) -> int | None:
    """Return the place from which every day meets the target, to the end; none if none does."""
    meets = _comparison(metric)
    target = Fraction(metric.target) / 100
    found = None
    for place in range(len(numerators) - 1, -1, -1):
        orders = denominators[place]
        if not orders or not meets(
            numerators[place] * target.denominator, orders * target.numerator
        ):
            break
        found = place
    return found


def _comparison(metric: Metric) -> Callable[[Amount, Amount], bool]:
    if metric.more_is_better:
        return operator.gt if metric.strict else operator.ge
    return operator.lt if metric.strict else operator.le


def points(
    first: date, numerators: Sequence[Amount], denominators: Sequence[Amount]
) -> tuple[Point, ...]:
    """Return the rates in percent of the days from ``first`` on; none where there are no orders."""
    start = first.toordinal()
    return tuple(
        (date.fromordinal(start + n), float(100 * count / orders) if orders else None)
        for n, (count, orders) in enumerate(zip(numerators, denominators, strict=True))
    )
