"""What a seller takes over from the numbers into the plan. Nothing written is ever replaced."""

from collections.abc import Iterable
from dataclasses import replace

from kaizen.dates import Month, write_month
from kaizen.forecast import Forecast, Window
from kaizen.forecast.months import month_choices
from kaizen.plan import Plan, Violation


def with_month(plan: Plan, month: Month, language: str) -> Plan:
    """Return ``plan`` with item 6; as it is where item 6 holds words."""
    if plan.effect_month.strip():
        return plan
    return replace(plan, effect_month=write_month(month, language))


def with_effect(plan: Plan, sentence: str) -> Plan:
    """Return ``plan`` with ``sentence`` behind the text of item 4, once."""
    return replace(plan, effect_text=_behind(plan.effect_text, sentence))


def with_counts(plan: Plan, window: Window, sentence: str) -> Plan:
    """Return ``plan`` with the counts in item 1: in its empty fields, or behind its text."""
    found = plan.violation
    if found.text.strip():
        return replace(plan, violation=replace(found, text=_behind(found.text, sentence)))
    if not has_free_counts(found):
        return plan
    filled = replace(
        found,
        period_from=window.first_day,
        period_to=window.last_day,
        count=int(window.numerator),
        total=int(window.denominator),
    )
    return replace(plan, violation=filled)


def has_free_counts(violation: Violation) -> bool:
    """Tell whether the fields for period and counts are all empty."""
    entered = (violation.period_from, violation.period_to, violation.count, violation.total)
    return all(value is None for value in entered)


def joint_month(forecasts: Iterable[Forecast | None]) -> Month | None:
    """Return the first month in which every metric is all new; None if one never recovers."""
    offered = [month_choices(made, "en")[:1] if made else () for made in forecasts]
    if not offered or not all(offered):
        return None
    return max((choice.month for (choice,) in offered), key=lambda month: (month.year, month.month))


def _behind(text: str, sentence: str) -> str:
    if sentence in text:
        return text
    return f"{text.rstrip()}\n{sentence}" if text.strip() else sentence
