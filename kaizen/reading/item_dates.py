"""The day of item 5 and the month of item 6, also where words stand around them."""

import re
from datetime import date

from kaizen.dates import Month, day_of, month_of
from kaizen.plan import Item
from kaizen.reading.days import days_in
from kaizen.review_context import Review

_DIGITS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
_KANJI_NUMBER = re.compile(
    rf"(?:[{_DIGITS[1:]}]?\u5341[{_DIGITS[1:]}]?|[{_DIGITS}]{{1,4}})(?=[\u5e74\u6708\u65e5])"
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
    return _KANJI_NUMBER.sub(lambda found: str(_value(found.group())), text)


def _value(kanji: str) -> int:
    """Return the number of figures in a row, or of tens and ones."""
    if "\u5341" not in kanji:
        return int("".join(str(_DIGITS.index(digit)) for digit in kanji))
    tens, _, ones = kanji.partition("\u5341")
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)


def months_between(first: Month, last: Month) -> int:
    """Return how many months lie from ``first`` to ``last``."""
    return (last.year - first.year) * 12 + last.month - first.month
