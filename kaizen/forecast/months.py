"""Item 6: the months that a forecast speaks for, and the verdict on a month already written."""

from dataclasses import dataclass
from enum import StrEnum

from kaizen.dates import Month, write_day, write_month
from kaizen.forecast.earliest import earliest_day
from kaizen.forecast.result import Forecast
from kaizen.forecast.words import say, shown_on, values_of, written_date


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


def month_choices(forecast: Forecast, language: str) -> tuple[MonthChoice, ...]:
    """Return the months offered for item 6; first the one by which the whole window is new."""
    likely = forecast.likely
    if likely.date is None:
        return ()
    values = values_of(forecast, language)
    lag = forecast.metric.lag_days
    found = [("settled_shown" if lag else "settled", shown_on(forecast), likely.settled)]
    first = earliest_day(forecast.metric, forecast.from_day, forecast)
    found.append(("likely", first, first))
    if forecast.cautious.date is not None:
        found.append(("cautious", forecast.cautious.date, forecast.cautious.date))
    choices: dict[Month, list[str]] = {}
    for key, in_month_of, day in found:
        month = Month(in_month_of.year, in_month_of.month)
        told = values | {"month": write_month(month, language), "day": write_day(day, language)}
        choices.setdefault(month, []).append(say("month", key, language, **told))
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
    return say("verdict", verdict(forecast, month).value, language, **values)
