"""The day of item 5 and the month of item 6, also where words stand around them."""

import re
from datetime import date

from kaizen.dates import Month, day_of, month_of
from kaizen.plan import Item
from kaizen.reading.days import days_in
from kaizen.reading.kanji import DIGITS, TEN, number_of
from kaizen.review_context import Review

_KANJI_NUMBER = re.compile(
    rf"(?:[{DIGITS[1:]}]?{TEN}[{DIGITS[1:]}]?|[{DIGITS}]{{1,4}})(?=[\u5e74\u6708\u65e5])"
)


def implementation_day(review: Review) -> date | None:
    """Return the last full day, with its year, that item 5 names."""
    text = _arabic(review[Item.IMPLEMENTATION_DATE].text)
    plain = day_of(text)
    if plain is not None:
        return plain
    days = [day.day for day in days_in(text, review.today) if day.day and day.has_year]
    return days[-1] if days else None


def effect_month(review: Review) -> Month | None:
    """Return the last month, with a year before it, that item 6 names."""
    text = _arabic(review[Item.EFFECT_MONTH].text)
    plain = month_of(text)
    if plain is not None:
        return plain
    months = days_in(text, review.today)
    if not any(month.has_year for month in months):
        return None
    return months[-1].month


def _arabic(text: str) -> str:
    """Return the text with the numbers before "year", "month" and "day" in Arabic figures."""
    return _KANJI_NUMBER.sub(lambda found: str(number_of(found.group())), text)


def months_between(first: Month, last: Month) -> int:
    """Return how many months lie from ``first`` to ``last``."""
    return (last.year - first.year) * 12 + last.month - first.month
