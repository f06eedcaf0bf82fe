"""The day of item 5 and the month of item 6, also where words stand around them."""

import re
from datetime import date

from kaizen.dates import Month, day_of, month_of, real_day
from kaizen.plan import Item
from kaizen.reading.days import places_of_days
from kaizen.reading.kanji import DIGITS, TEN, number_of
from kaizen.reading.year_left_out import Understood, day_without_year, month_without_year
from kaizen.review_context import Review

_KANJI_NUMBER = re.compile(
    rf"(?:[{DIGITS[1:]}]?{TEN}[{DIGITS[1:]}]?|[{DIGITS}]{{1,4}})(?=[\u5e74\u6708\u65e5])"
)


def implementation_day(review: Review) -> date | None:
    """Return the last full day that item 5 names; a year left out is understood."""
    day = written_day(review[Item.IMPLEMENTATION_DATE].text)
    if day is not None:
        return day
    understood = implementation_understood(review)
    return understood.day if understood else None


def effect_month(review: Review) -> Month | None:
    """Return the last month that item 6 names; a year left out is understood."""
    month = written_month(review[Item.EFFECT_MONTH].text)
    if month is not None:
        return month
    understood = effect_understood(review)
    return understood.month if understood else None


def implementation_understood(review: Review) -> Understood | None:
    """Return the day of item 5 where its year was left out."""
    text = review[Item.IMPLEMENTATION_DATE].text
    if written_day(text) is not None:
        return None
    return day_without_year(
        text, today=review.today, notice=review.notice_date(), language=review.language
    )


def effect_understood(review: Review) -> Understood | None:
    """Return the month of item 6 where its year was left out."""
    text = review[Item.EFFECT_MONTH].text
    if written_month(text) is not None:
        return None
    begins = implementation_day(review) or review.today
    return month_without_year(text, begins=begins, language=review.language)


def written_day(text: str) -> date | None:
    """Return the last full day, with its year, that a text of item 5 names."""
    arabic = _arabic(text)
    plain = day_of(arabic)
    if plain is not None:
        return plain
    days = [
        real_day(place.year, place.month, place.day)
        for place in places_of_days(arabic)
        if place.year is not None and place.day is not None
    ]
    return next((day for day in reversed(days) if day), None)


def written_month(text: str) -> Month | None:
    """Return the last month, with a year before it, that a text of item 6 names."""
    arabic = _arabic(text)
    plain = month_of(arabic)
    if plain is not None:
        return plain
    found = [
        place
        for place in places_of_days(arabic)
        if place.year is None or real_day(place.year, place.month, place.day or 1)
    ]
    year = next((place.year for place in reversed(found) if place.year is not None), None)
    return Month(year, found[-1].month) if year is not None else None


def _arabic(text: str) -> str:
    """Return the text with the numbers before "year", "month" and "day" in Arabic figures."""
    return _KANJI_NUMBER.sub(lambda found: str(number_of(found.group())), text)


def months_between(first: Month, last: Month) -> int:
    """Return how many months lie from ``first`` to ``last``."""
    return (last.year - first.year) * 12 + last.month - first.month
