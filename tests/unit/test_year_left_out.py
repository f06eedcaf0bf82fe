from datetime import date

import pytest

from kaizen.dates import Month
from kaizen.reading.year_left_out import (
    day_without_year,
    month_without_year,
    names_day_without_year,
    names_month_without_year,
)

TODAY = date(2026, 11, 13)
NOTICE = date(2026, 11, 3)


def day_of(text, today=TODAY, notice=NOTICE, language="ja"):
    return day_without_year(text, today=today, notice=notice, language=language)


@pytest.mark.parametrize(
    "text, day, written_out",
    [
        ("11月30日", date(2026, 11, 30), "2026年11月30日"),
        ("11/30", date(2026, 11, 30), "2026年11月30日"),
        ("１１月３０日までに実施", date(2026, 11, 30), "2026年11月30日までに実施"),
        ("十一月三十日", date(2026, 11, 30), "2026年11月30日"),
        ("11-30", date(2026, 11, 30), "2026年11月30日"),
        ("November 30", date(2026, 11, 30), "November 30, 2026"),
        ("by 30 November", date(2026, 11, 30), "by November 30, 2026"),
        ("Nov. 30th at the latest", date(2026, 11, 30), "November 30, 2026 at the latest"),
        # Over the turn of the year: within the 90 days that item 5 may name.
        ("1月15日", date(2027, 1, 15), "2027年1月15日"),
        ("January 15", date(2027, 1, 15), "January 15, 2027"),
        ("12月28日から1月5日まで", date(2027, 1, 5), "2026年12月28日から2027年1月5日まで"),
        # Since the notice; else the nearest, also where it is past.
        ("11月5日", date(2026, 11, 5), "2026年11月5日"),
        ("10月6日", date(2026, 10, 6), "2026年10月6日"),
        ("4月1日", date(2027, 4, 1), "2027年4月1日"),
    ],
)
def test_a_day_without_its_year_is_the_one_most_likely_meant(text, day, written_out):
    found = day_of(text)
    assert found is not None
    assert (found.day, found.month) == (day, Month(day.year, day.month))
    assert found.written_out == written_out
    assert names_day_without_year(text)


def test_figures_alone_are_written_out_in_the_language_of_the_document():
    found = day_of("by 11/30", language="en")
    assert found is not None
    assert found.written_out == "by November 30, 2026"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "すぐ",
        "2026年11月30日",
        "2026/11/30",
        "11月末日",
        "来年1月5日",
        "2月30日",
        "11/30件",
        "Q4",
    ],
)
def test_what_names_no_day_or_a_year_of_its_own_is_left_alone(text):
    assert day_of(text) is None


def test_a_leap_day_is_taken_in_a_year_that_has_it():
    found = day_of("2月29日", today=date(2028, 1, 5))
    assert found is not None
    assert found.day == date(2028, 2, 29)
    assert day_of("2月29日", today=date(2026, 1, 5)) is None


@pytest.mark.parametrize(
    "text, begins, month, written_out",
    [
        ("1月", TODAY, Month(2027, 1), "2027年1月"),
        ("1月末頃", TODAY, Month(2027, 1), "2027年1月末頃"),
        ("11月", TODAY, Month(2026, 11), "2026年11月"),
        ("3月", date(2027, 4, 1), Month(2028, 3), "2028年3月"),
        ("in January", TODAY, Month(2027, 1), "in January 2027"),
        ("May", TODAY, Month(2027, 5), "May 2027"),
        ("by end of May", TODAY, Month(2027, 5), "by end of May 2027"),
        ("Dec.", TODAY, Month(2026, 12), "December 2026"),
        ("1/31", TODAY, Month(2027, 1), "2027年1月31日"),
    ],
)
def test_a_month_without_its_year_is_the_next_one(text, begins, month, written_out):
    found = month_without_year(text, begins=begins, language="ja")
    assert found is not None
    assert (found.month, found.written_out) == (month, written_out)
    assert names_month_without_year(text)


@pytest.mark.parametrize(
    "text", ["", "早急", "2027", "2027年1月", "3か月後", "来年1月", "in two months"]
)
def test_words_without_a_month_are_left_alone(text):
    assert month_without_year(text, begins=TODAY, language="ja") is None
