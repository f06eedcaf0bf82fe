"""The earliest month that item 6 can name: one answer for the page of numbers and for the rules."""

from datetime import date, timedelta

from kaizen.dates import Month
from kaizen.forecast.result import Forecast
from kaizen.metrics import Metric


def settled_on(metric: Metric, begins: date) -> date:
    """Return the first day whose window holds only days from ``begins`` on, that day included."""
    return begins + timedelta(days=metric.window_days - 1)


def earliest_day(metric: Metric, begins: date, made: Forecast | None = None) -> date:
    """Return the first day on which the effect can show, if the measures work from ``begins`` on.

    Figures of the case (``made``) may bring the target before the whole window is new. Without
    them, or where they never reach it, an earlier day would count on days before the measures.
    """
    if made is not None and made.likely.date is not None:
        return made.likely.date
    return settled_on(metric, begins)


def earliest_month(metric: Metric, begins: date, made: Forecast | None = None) -> Month:
    """Return the month of the first day on which the effect can show."""
    day = earliest_day(metric, begins, made)
    return Month(day.year, day.month)
