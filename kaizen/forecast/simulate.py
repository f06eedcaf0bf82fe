"""The recovery of a metric, day by day.

A window of W days ends on a day and includes it. "Now" is the window that ends on the last day of
the table. Future orders a day are the orders of that window divided by W; they need not be whole.
The present rate is the rate of that window; it goes on until the day before ``from_day``.

- likely: the planned rate holds from ``from_day`` on;
- best: nothing more goes wrong from ``from_day`` on (0 %, or 100 % where more is better);
- cautious: the measures work a week later, and bring three quarters of the improvement; until then
  the worse of the two rates holds. A planned rate that improves nothing is taken as it is.

The courses differ in nothing else, so best is never later than likely, nor likely than cautious.
The first day "for good" is the earliest day, "now" included, from which no later day misses the
target; once the window holds only days of the final rate nothing changes any more, so the answer
needs no horizon. All sums are integers over one common denominator: no rounding takes part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from kaizen.forecast.day import Amount, Day, without_gaps
from kaizen.forecast.earliest import settled_on
from kaizen.forecast.result import Course, Forecast, NoDate, Note, Point, Window
from kaizen.forecast.rolling import first_for_good, points, rolling, whole
from kaizen.metrics import Metric, smallest_rate

CAUTIOUS_DELAY_DAYS = 7
CAUTIOUS_SHARE = Fraction(3, 4)
HORIZON_DAYS = 1830
DATA_IS_OLD_AFTER_DAYS = 7


@dataclass(frozen=True, slots=True)
class _Past:
    """The table as whole days, and what its last window says."""

    metric: Metric
    first_day: date
    orders: list[Amount]
    counts: list[Amount]
    now: Window

    @property
    def orders_a_day(self) -> Fraction:
        return Fraction(self.now.denominator) / self.metric.window_days


def forecast(
    days: Sequence[Day],
    *,
    metric: Metric,
    from_day: date,
    rate: Decimal,
    today: date,
    window: int | None = None,
    target: Decimal | None = None,
) -> Forecast:
    """Return the courses of ``metric`` if ``rate`` percent holds from ``from_day`` on.

    The definition is that of this module; ``window`` (days) and ``target`` (percent) replace those
    of the metric. ``today`` decides nothing but notes: the table says how far the past reaches.
    Raises ValueError without any day, or with a rate that is not from 0 to 100.
    """
    if not days:
        raise ValueError("A forecast needs at least one day.")
    if not 0 <= rate <= 100:
        raise ValueError("The planned rate is a percentage from 0 to 100.")
    past = _past(days, metric.adjusted(window=window, target=target))
    best, likely, cautious = _courses(past, from_day, Fraction(rate))
    return Forecast(
        metric=past.metric,
        today=today,
        from_day=from_day,
        rate=rate,
        first_day=past.first_day,
        now=past.now,
        orders_a_day=past.orders_a_day,
        past=_past_points(past),
        best=best,
        likely=likely,
        cautious=cautious,
        notes=_notes(past, likely, today),
    )


def _past(days: Sequence[Day], metric: Metric) -> _Past:
    first, orders, counts = without_gaps(days)
    last = first + timedelta(days=len(orders) - 1)
    width = metric.window_days
    now = Window(last - timedelta(days=width - 1), last, sum(counts[-width:]), sum(orders[-width:]))
    return _Past(metric, first, orders, counts, now)


def _courses(past: _Past, from_day: date, planned: Fraction) -> tuple[Course, Course, Course]:
    late = from_day + timedelta(days=CAUTIOUS_DELAY_DAYS)
    present = past.now.rate
    if present is None:
        return _no_courses(past, from_day, late, NoDate.NO_ORDERS)
    end = max(past.now.last_day, late - timedelta(days=1)) + timedelta(days=past.metric.window_days)
    if (end - past.now.last_day).days > HORIZON_DAYS:
        return _no_courses(past, from_day, late, NoDate.BEYOND_HORIZON)
    more = past.metric.more_is_better
    perfect = Fraction(100 if more else 0)
    is_better = planned > present if more else planned < present
    careful = present + CAUTIOUS_SHARE * (planned - present) if is_better else planned
    worse = min(present, careful) if more else max(present, careful)
    return (
        _course(past, from_day, before=present, after=perfect, end=end),
        _course(past, from_day, before=present, after=planned, end=end),
        _course(past, late, before=worse, after=careful, end=end),
    )


def _no_courses(
    past: _Past, begins: date, late: date, reason: NoDate
) -> tuple[Course, Course, Course]:
    metric = past.metric
    on_time = Course(begins, None, None, reason, settled_on(metric, begins), ())
    return on_time, on_time, Course(late, None, None, reason, settled_on(metric, late), ())


def _course(past: _Past, begins: date, *, before: Fraction, after: Fraction, end: date) -> Course:
    width, last = past.metric.window_days, past.now.last_day
    length = (end - last).days
    waiting = min(max((begins - last).days - 1, 0), length)
    mean = past.orders_a_day
    counted = [mean * before / 100] * waiting + [mean * after / 100] * (length - waiting)
    orders, counts = whole(past.orders, [mean] * length, past.counts, counted)
    start = len(past.orders) - 1
    numerators, denominators = rolling(counts, width), rolling(orders, width)
    found = first_for_good(past.metric, numerators[start:], denominators[start:])
    day = None if found is None else last + timedelta(days=found)
    return Course(
        begins=begins,
        rate=after,
        date=day,
        no_date=NoDate.RATE_TOO_WEAK if day is None else None,
        settled=settled_on(past.metric, begins),
        series=points(last, numerators[start:], denominators[start:]),
    )


def _past_points(past: _Past) -> tuple[Point, ...]:
    """Return the days whose window lies within the table; without such days, all of them."""
    width = past.metric.window_days
    first = width - 1 if len(past.orders) >= width else 0
    return points(
        past.first_day + timedelta(days=first),
        rolling(past.counts, width)[first:],
        rolling(past.orders, width)[first:],
    )


def _notes(past: _Past, likely: Course, today: date) -> tuple[Note, ...]:
    now, metric = past.now, past.metric
    smallest = smallest_rate(int(now.denominator))
    better = max if metric.more_is_better else min
    holds = {
        Note.SHORT_DATA: past.first_day > now.first_day,
        Note.OLD_DATA: (today - now.last_day).days > DATA_IS_OLD_AFTER_DAYS,
        Note.DAYS_AHEAD: now.last_day > today,
        Note.ALREADY_MET: likely.date == now.last_day,
        Note.NOT_BETTER: now.rate is not None
        and likely.rate is not None
        and better(now.rate, likely.rate) == now.rate,
        Note.ONE_IS_TOO_MANY: smallest is not None
        and 0 < metric.target < 100
        and not metric.is_met_by(100 - smallest if metric.more_is_better else smallest),
        Note.SHOWN_LATER: metric.lag_days > 0,
        Note.WINDOW_ASSUMED: metric.window_assumed,
        Note.SPREAD_EVENLY: any(isinstance(amount, Fraction) for amount in past.orders),
    }
    return tuple(note for note, applies in holds.items() if applies)
