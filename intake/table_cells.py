"""One cell → a whole number or a day, in the ways spreadsheets and Seller Central write them."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from intake.table_words import table_words
from kaizen.dates import day_of, real_day

_YEAR_FIRST = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*", re.ASCII)
_BRACKETS = re.compile(r"\([^()]{0,9}\)")
_SERIAL = re.compile(r"[345]\d{4}(\.0+)?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}|\d{1,3}(,\d{3}){1,3}", re.ASCII)
_ZEROS_BEHIND = re.compile(r"\.0+")
_SERIAL_BEGINS = date(1899, 12, 30)
_LONGEST_CELL = 60


class YearLast(StrEnum):
    """The two ways to read 11/3/2026."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"


def bare(cell: str) -> str:
    """Return a cell folded to one width, without blanks around it."""
    return unicodedata.normalize("NFKC", cell[:_LONGEST_CELL]).strip()


def whole_number(cell: str) -> int | None:
    """Return a count from 0, with or without thousands marks and unit; None if it is none."""
    text = bare(cell).lower()
    for unit in _units():
        text = text.removesuffix(unit)
    text = _ZEROS_BEHIND.sub("", text.strip()) if text.count(".") == 1 else text.strip()
    return int(text.replace(",", "")) if _WHOLE.fullmatch(text) else None


def is_nothing(cell: str) -> bool:
    """Tell whether a cell is empty or says that there is nothing."""
    return bare(cell).lower() in _nothing()


def is_total(cell: str) -> bool:
    """Tell whether the first cell of a line names a total."""
    return bare(cell).lower().replace(" ", "").rstrip(":") in _totals()


def day_in(cell: str, order: YearLast) -> date | None:
    """Return the day that a cell names; ``order`` says how 11/3/2026 is meant."""
    text = _BRACKETS.sub("", _TIME.sub("", bare(cell))).strip()
    found = _YEAR_FIRST.fullmatch(text)
    if found is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _YEAR_LAST.fullmatch(text)
    if found is not None:
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if order is YearLast.MONTH_FIRST else (second, first)
        return _day(int(found[3]), month, day)
    if _SERIAL.fullmatch(text):
        return _SERIAL_BEGINS + timedelta(days=int(float(text)))
    return day_of(text)


def is_year_last(cell: str) -> bool:
    """Tell whether a cell names a day with its year at the end."""
    return _YEAR_LAST.fullmatch(_TIME.sub("", bare(cell)).strip()) is not None


def order_of(cells: Sequence[str]) -> YearLast | None:
    """Return how days such as 11/3/2026 in a column are meant; None where there are none.

    The order in which all of them are days wins; then the one whose days lie closer together.
    """
    written = [cell for cell in cells if is_year_last(cell)]
    if not written:
        return None

    def badness(order: YearLast) -> tuple[int, int]:
        days = [day for day in (day_in(cell, order) for cell in written) if day is not None]
        span = (max(days) - min(days)).days if days else 0
        return len(written) - len(days), span

    return min(YearLast, key=badness)


def _day(year: int, month: int, day: int) -> date | None:
    return real_day(year, month, day)


@cache
def _units() -> tuple[str, ...]:
    return tuple(table_words()["rows"]["units"])


@cache
def _nothing() -> frozenset[str]:
    return frozenset(table_words()["rows"]["nothing"])


@cache
def _totals() -> frozenset[str]:
    return frozenset(word.replace(" ", "") for word in table_words()["rows"]["totals"])
