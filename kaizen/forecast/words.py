"""The sentences about a forecast: assumptions, dates for a table, a proposal for item 4."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.dates import write_day
from kaizen.forecast.day import Amount
from kaizen.forecast.result import Course, Forecast, Window
from kaizen.forecast.simulate import CAUTIOUS_DELAY_DAYS
from kaizen.metrics import Metric, smallest_rate

_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class KeyDate:
    """One row of the table beside the chart; ``day`` is None where the text gives the reason."""

    key: str
    label: str
    text: str
    day: date | None


def written_rate(rate: Fraction | Decimal, metric: Metric) -> str:
    """Return a percentage with two digits, more where rounding would hide which side it is on."""
    exact = Fraction(rate)
    for digits in range(2, _MOST_DIGITS + 1):
        rounded = _rounded(exact, digits)
        if metric.is_met_by(rounded) == metric.is_met_by(exact):
            return f"{rounded}%"
    return f"{_rounded(exact, _MOST_DIGITS)}%"


def written_target(metric: Metric, language: str) -> str:
    """Return the target in words: "below 1%", "at least 95%"."""
    if metric.more_is_better:
        key = "above" if metric.strict else "at_least"
    else:
        key = "below" if metric.strict else "at_most"
    return say("target", key, language, target=f"{metric.target.normalize():f}")


def course_name(key: str, language: str) -> str:
    """Return the name of the best, likely or cautious course."""
    return say("course", key, language)


def assumptions(forecast: Forecast, language: str, *, in_document: bool = False) -> tuple[str, ...]:
    """Return what the result rests on, one sentence each.

    ``in_document`` leaves out what is said to the seller alone: to check a day, to add a table.
    """
    values = values_of(forecast, language)
    keys = ["window"]
    if forecast.likely.rate is not None:
        begun = forecast.from_day <= forecast.now.last_day
        keys += ["now", "orders", "likely_begun" if begun else "likely", "best"]
    sentences = [say("assumption", key, language, **values) for key in keys]
    cautious = forecast.cautious
    if cautious.rate is not None:
        late = values | {
            "begins": write_day(cautious.begins, language),
            "rate": written_rate(cautious.rate, forecast.metric),
        }
        sentences.append(say("assumption", "cautious", language, **late))
    section = "printed_note" if in_document else "note"
    told = [note.value for note in forecast.notes if note.value in _words()[section]]
    sentences += [say(section, key, language, **values) for key in told]
    return (*sentences, say("assumption", "no_promise", language))


def key_dates(forecast: Forecast, language: str) -> tuple[KeyDate, ...]:
    """Return the dates of the forecast in the order of the calendar of a plan."""
    values, now = values_of(forecast, language), forecast.now
    period = {"first": write_day(now.first_day, language), "last": values["last"]}
    window = say("key_date", "days", language, **period)
    rows = [
        KeyDate("window", say("key_date", "window", language), window, now.last_day),
        _row("from_day", forecast.from_day, language, values),
    ]
    for key, course in forecast.courses:
        label = say("key_date", "met", language, course=course_name(key, language))
        rows.append(KeyDate(key, label, written_date(course, language), course.date))
    if forecast.likely.date is not None:
        rows.append(_row("settled", forecast.likely.settled, language, values))
        if forecast.metric.lag_days:
            rows.append(_row("shown", shown_on(forecast), language, values))
    return tuple(rows)


def written_date(course: Course, language: str) -> str:
    """Return the day of a course, or why there is none."""
    if course.date is not None:
        return write_day(course.date, language)
    return say("no_date", str(course.no_date), language)


def effect_sentence(forecast: Forecast, language: str) -> str | None:
    """Return the sentence offered for item 4; None where the target is not reached."""
    if forecast.likely.date is None:
        return None
    return say("proposal", "effect", language, **values_of(forecast, language))


def counts_sentence(window: Window, metric: Metric, language: str) -> str | None:
    """Return the sentence offered for item 1; None where the window has no orders."""
    if window.rate is None:
        return None
    return say(
        "proposal",
        "counts",
        language,
        first=write_day(window.first_day, language),
        last=write_day(window.last_day, language),
        orders=written_amount(window.denominator),
        of=metric.denominator.in_language(language),
        count=written_amount(window.numerator),
        counted=metric.numerator.in_language(language),
        rate=written_rate(window.rate, metric),
    )


def shown_on(forecast: Forecast) -> date:
    """Return the day on which Amazon shows a window of new days only."""
    return forecast.likely.settled + timedelta(days=forecast.metric.lag_days)


def _row(key: str, day: date, language: str, values: dict[str, str]) -> KeyDate:
    return KeyDate(key, say("key_date", key, language, **values), write_day(day, language), day)


def values_of(forecast: Forecast, language: str) -> dict[str, str]:
    """Return all figures and days of a forecast as the sentences take them."""
    metric, now = forecast.metric, forecast.now
    smallest = smallest_rate(int(now.denominator))
    return {
        "name": _name(metric, language),
        "counted": metric.numerator.in_language(language),
        "window": str(metric.window_days),
        "target": written_target(metric, language),
        "count": written_amount(now.numerator),
        "orders": written_amount(now.denominator),
        "rate": "-" if now.rate is None else written_rate(now.rate, metric),
        "planned": f"{forecast.rate.normalize():f}%",
        "perfect": "100%" if metric.more_is_better else "0%",
        "mean": written_amount(forecast.orders_a_day),
        "smallest": "-" if smallest is None else written_rate(smallest, metric),
        "lag": str(metric.lag_days),
        "delay": str(CAUTIOUS_DELAY_DAYS),
        "first": write_day(now.first_day, language),
        "last": write_day(now.last_day, language),
        "first_day": write_day(forecast.first_day, language),
        "begins": write_day(forecast.from_day, language),
        "before": write_day(forecast.from_day - timedelta(days=1), language),
        "settled": write_day(forecast.likely.settled, language),
        "shown": write_day(shown_on(forecast), language),
    }


def _name(metric: Metric, language: str) -> str:
    """Return the name for the middle of a sentence."""
    if language == "ja":
        return metric.name.ja
    return metric.name.en[:1].lower() + metric.name.en[1:]


def written_amount(amount: Amount) -> str:
    """Return a count with thousands marks, and one digit behind the point where it is not whole."""
    exact = Fraction(amount)
    if exact.denominator == 1:
        return f"{exact.numerator:,}"
    return f"{_rounded(exact, 1):,}"


def _rounded(exact: Fraction, digits: int) -> Decimal:
    # Through whole numbers: a quotient of decimals would round twice.
    scaled = exact * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-digits).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def say(section: str, key: str, language: str, **values: str) -> str:
    """Return one sentence of ``words.toml``."""
    words: dict[str, str] = _words()[section][key]
    return words["ja" if language == "ja" else "en"].format(**values)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
