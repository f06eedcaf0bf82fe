"""A forecast as plain data, for the command line and for anyone who reads its JSON."""

from fractions import Fraction
from typing import Any

from kaizen.forecast.day import Amount
from kaizen.forecast.result import Course, Forecast


def forecast_as_json(forecast: Forecast) -> dict[str, Any]:
    """Return the forecast as dictionaries and lists; rates and targets are percentages."""
    metric, now = forecast.metric, forecast.now
    return {
        "metric": metric.key,
        "unit": "%",
        "window_days": metric.window_days,
        "target": float(metric.target),
        "direction": metric.direction.value,
        "strict": metric.strict,
        "today": forecast.today.isoformat(),
        "from_day": forecast.from_day.isoformat(),
        "planned_rate": float(forecast.rate),
        "orders_a_day": float(forecast.orders_a_day),
        "now": {
            "rate": None if now.rate is None else float(now.rate),
            "numerator": _number(now.numerator),
            "denominator": _number(now.denominator),
            "from": now.first_day.isoformat(),
            "to": now.last_day.isoformat(),
        },
        **{name: _course(course) for name, course in forecast.courses},
        "notes": [note.value for note in forecast.notes],
    }


def _course(course: Course) -> dict[str, Any]:
    return {
        "date": course.date and course.date.isoformat(),
        "no_date": course.no_date and course.no_date.value,
        "begins": course.begins.isoformat(),
        "rate": None if course.rate is None else float(course.rate),
        "settled": course.settled.isoformat(),
        "series": [[day.isoformat(), rate] for day, rate in course.series],
    }


def _number(amount: Amount) -> int | float:
    exact = Fraction(amount)
    return exact.numerator if exact.denominator == 1 else float(exact)
