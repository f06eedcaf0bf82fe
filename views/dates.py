"""Dates and times as the pages write them; the patterns are translated like words."""

from datetime import date, datetime

from babel.dates import format_date
from flask_babel import gettext as _

from settings import JAPAN
from views.context import page_language


def day_with_weekday(day: date) -> str:
    """Return "Fri 20 Nov": the day as lists and deadlines write it."""
    # i18n: a date pattern: E weekday, d day, M month, y year
    return format_date(day, _("EEE d MMM"), locale=page_language())


def full_day(day: date) -> str:
    """Return "3 November 2026"."""
    # i18n: a date pattern: E weekday, d day, M month, y year
    return format_date(day, _("d MMMM y"), locale=page_language())


def full_day_with_weekday(day: date) -> str:
    """Return "Fri 20 November 2026"."""
    # i18n: a date pattern: E weekday, d day, M month, y year
    return format_date(day, _("EEE d MMMM y"), locale=page_language())


def clock_time(moment: datetime) -> str:
    """Return "21:04" in Japanese time."""
    return moment.astimezone(JAPAN).strftime("%H:%M")


def day_of_moment(moment: datetime) -> date:
    """Return the day in Japan on which ``moment`` fell."""
    return moment.astimezone(JAPAN).date()
