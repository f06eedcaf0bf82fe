"""The sentences about a forecast: assumptions, dates for a table, proposals for items 4 and 6."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.dates import Month, write_day, write_month
from kaizen.forecast.day import Amount
from kaizen.forecast.result import Course, Forecast
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


@dataclass(frozen=True, slots=True)
class MonthChoice:
    """A month that the seller may take for item 6, and what speaks for it."""

    month: Month
    sentences: tuple[str, ...]


class Verdict(StrEnum):
    """How an effect month stands to the forecast."""

    IMPOSSIBLE = "impossible"
    HOPEFUL = "hopeful"
    BEFORE_SETTLED = "before_settled"
    FITS = "fits"
    NEVER = "never"


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
    return _say("target", key, language, target=f"{metric.target.normalize():f}")


def course_name(key: str, language: str) -> str:
    """Return the name of the best, likely or cautious course."""
    return _say("course", key, language)


def assumptions(forecast: Forecast, language: str) -> tuple[str, ...]:
    """Return what the result rests on, one sentence each; for the page and for the PDF."""
    values = _values(forecast, language)
    keys = ["window"]
    if forecast.likely.rate is not None:
        begun = forecast.from_day <= forecast.now.last_day
        keys += ["now", "orders", "likely_begun" if begun else "likely", "best"]
    sentences = [_say("assumption", key, language, **values) for key in keys]
    cautious = forecast.cautious
    if cautious.rate is not None:
        late = values | {
            "begins": write_day(cautious.begins, language),
            "rate": written_rate(cautious.rate, forecast.metric),
        }
        sentences.append(_say("assumption", "cautious", language, **late))
    sentences += [_say("note", note.value, language, **values) for note in forecast.notes]
    return (*sentences, _say("assumption", "no_promise", language))


def key_dates(forecast: Forecast, language: str) -> tuple[KeyDate, ...]:
    """Return the dates of the forecast in the order of the calendar of a plan."""
    values, now = _values(forecast, language), forecast.now
    period = {"first": write_day(now.first_day, language), "last": values["last"]}
    window = _say("key_date", "days", language, **period)
    rows = [
        KeyDate("window", _say("key_date", "window", language), window, now.last_day),
        _row("from_day", forecast.from_day, language, values),
    ]
    for key, course in forecast.courses:
        label = _say("key_date", "met", language, course=course_name(key, language))
        rows.append(KeyDate(key, label, written_date(course, language), course.date))
    if forecast.likely.date is not None:
        rows.append(_row("settled", forecast.likely.settled, language, values))
        if forecast.metric.lag_days:
            rows.append(_row("shown", _shown(forecast), language, values))
    return tuple(rows)


def written_date(course: Course, language: str) -> str:
    """Return the day of a course, or why there is none."""
    if course.date is not None:
        return write_day(course.date, language)
    return _say("no_date", str(course.no_date), language)


def effect_sentence(forecast: Forecast, language: str) -> str | None:
    """Return the sentence offered for item 4; None where the target is not reached."""
    if forecast.likely.date is None:
        return None
    return _say("proposal", "effect", language, **_values(forecast, language))


def month_choices(forecast: Forecast, language: str) -> tuple[MonthChoice, ...]:
    """Return the months offered for item 6; first the one by which the whole window is new."""
    likely = forecast.likely
    if likely.date is None:
        return ()
    values = _values(forecast, language)
    lag = forecast.metric.lag_days
    found = [("settled_shown" if lag else "settled", _shown(forecast), likely.settled)]
    found.append(("likely", likely.date, likely.date))
    if forecast.cautious.date is not None:
        found.append(("cautious", forecast.cautious.date, forecast.cautious.date))
    choices: dict[Month, list[str]] = {}
    for key, in_month_of, day in found:
        month = Month(in_month_of.year, in_month_of.month)
        told = values | {"month": write_month(month, language), "day": write_day(day, language)}
        choices.setdefault(month, []).append(_say("month", key, language, **told))
    return tuple(MonthChoice(month, tuple(said)) for month, said in choices.items())


def verdict(forecast: Forecast, month: Month) -> Verdict:
    """Return how a month for item 6 stands to the forecast."""
    best, likely, last = forecast.best.date, forecast.likely.date, month.last_day()
    if best is None or (likely is None and last >= best):
        return Verdict.NEVER
    if last < best:
        return Verdict.IMPOSSIBLE
    if likely is not None and last < likely:
        return Verdict.HOPEFUL
    return Verdict.BEFORE_SETTLED if last < forecast.likely.settled else Verdict.FITS


def verdict_sentence(forecast: Forecast, month: Month, language: str) -> str:
    """Return the verdict on a month in one sentence."""
    values = {
        "month": write_month(month, language),
        "best": written_date(forecast.best, language),
        "likely": written_date(forecast.likely, language),
        "settled": write_day(forecast.likely.settled, language),
    }
    return _say("verdict", verdict(forecast, month).value, language, **values)


def _shown(forecast: Forecast) -> date:
    return forecast.likely.settled + timedelta(days=forecast.metric.lag_days)


def _row(key: str, day: date, language: str, values: dict[str, str]) -> KeyDate:
    return KeyDate(key, _say("key_date", key, language, **values), write_day(day, language), day)


def _values(forecast: Forecast, language: str) -> dict[str, str]:
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
        "shown": write_day(_shown(forecast), language),
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


def _say(section: str, key: str, language: str, **values: str) -> str:
    words: dict[str, str] = _words()[section][key]
    return words["ja" if language == "ja" else "en"].format(**values)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
