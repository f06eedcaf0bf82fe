"""A table file and a planned improvement → a forecast: the whole of the command in one call."""

import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from intake.daily_table import read_table
from intake.table_words import TableProblem
from kaizen.forecast import Day, Forecast, forecast
from kaizen.metrics import LONGEST_WINDOW_DAYS, Metric, find_metric, forecast_metrics


def forecast_file(
    data: bytes,
    *,
    metric: str,
    from_day: date,
    rate: str,
    today: date,
    window: int | None = None,
    target: str | None = None,
) -> Forecast | TableProblem:
    """Return the forecast of the table in ``data``, or the first thing that has to be put right.

    ``rate`` and ``target`` are percentages as typed. A line that cannot be read stops the command,
    because a forecast without it would give another date.
    """
    found = find_metric(metric)
    if found is None or not found.can_be_forecast:
        keys = ", ".join(known.key for known in forecast_metrics())
        return TableProblem("unknown_metric", values={"key": metric, "keys": keys})
    planned, wanted = percentage(rate), None if target is None else percentage(target)
    if planned is None or (target is not None and wanted is None):
        return TableProblem("bad_rate", values={"value": rate if planned is None else target or ""})
    if window is not None and not 1 <= window <= LONGEST_WINDOW_DAYS:
        limits = {"value": str(window), "limit": str(LONGEST_WINDOW_DAYS)}
        return TableProblem("bad_window", values=limits)
    days = _days(data, found)
    if isinstance(days, TableProblem):
        return days
    return forecast(
        days,
        metric=found,
        from_day=from_day,
        rate=planned,
        today=today,
        window=window,
        target=wanted,
    )


def percentage(written: str) -> Decimal | None:
    """Return a typed percentage from 0 to 100, with or without its sign; None if it is none."""
    try:
        value = Decimal(unicodedata.normalize("NFKC", written[:40]).strip().rstrip("%").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= 100 else None


def _days(data: bytes, metric: Metric) -> tuple[Day, ...] | TableProblem:
    table = read_table(data, metric=metric)
    if isinstance(table, TableProblem):
        return table
    return table.bad_lines[0] if table.bad_lines else table.days_for(metric)
