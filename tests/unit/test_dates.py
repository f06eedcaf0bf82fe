from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.dates import DateProblem, Month, iso_day, read_day, read_month, write_day, write_month


@pytest.mark.parametrize(
    "written",
    [
        "2026年11月30日",
        "2026年11月30日までに実施",
        "２０２６年１１月３０日",
        "2026/11/30",
        "2026-11-30",
        "2026.11.30",
        "20261130",
        "令和8年11月30日",
        "令和８年１１月３０日まで",
        "R8.11.30",
        " 2026 年 11 月 30 日 ",
        "2026年11月30日(月)",
        "November 30, 2026",
        "By November 30, 2026",
        "Nov. 30, 2026",
        "30 November 2026",
        "30th Nov 2026",
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    assert read_day(written) == date(2026, 11, 30)


@pytest.mark.parametrize(
    "written, problem",
    [
        ("", DateProblem.EMPTY),
        ("   ", DateProblem.EMPTY),
        ("11月末", DateProblem.PART_OF_MONTH),
        ("2026年11月末", DateProblem.PART_OF_MONTH),
        ("2026年11月下旬", DateProblem.PART_OF_MONTH),
        ("end of November 2026", DateProblem.PART_OF_MONTH),
        ("11月30日", DateProblem.YEAR_MISSING),
        ("11/30", DateProblem.YEAR_MISSING),
        ("Nov 30", DateProblem.YEAR_MISSING),
        ("2026年11月", DateProblem.DAY_MISSING),
        ("2026-11", DateProblem.DAY_MISSING),
        ("2026年2月30日", DateProblem.NO_SUCH_DAY),
        ("2026年13月1日", DateProblem.NO_SUCH_DAY),
        ("0000-01-01", DateProblem.NO_SUCH_DAY),
        ("早急に", DateProblem.NOT_A_DATE),
        ("ASAP", DateProblem.NOT_A_DATE),
        ("○年○月○日までに実施", DateProblem.NOT_A_DATE),
    ],
)
def test_what_is_no_day_says_why(written, problem):
    assert read_day(written) is problem


@pytest.mark.parametrize(
    "written",
    ["2027年1月", "2027-01", "2027/1", "令和9年1月", "January 2027", "2027年1月31日", "Jan 2027"],
)
def test_a_month_is_read(written):
    assert read_month(written) == Month(2027, 1)


@pytest.mark.parametrize(
    "written", ["そのうち", "Soon", "2027年", "2027年13月", "2027年2月30日", "1月"]
)
def test_what_is_no_month_is_refused(written):
    assert isinstance(read_month(written), DateProblem)


def test_the_last_day_of_a_month_knows_december_and_leap_years():
    assert Month(2026, 12).last_day() == date(2026, 12, 31)
    assert Month(2028, 2).last_day() == date(2028, 2, 29)


@pytest.mark.parametrize("language", ["ja", "en"])
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_written_day_is_read_again(language, day):
    assert read_day(write_day(day, language)) == day
    assert read_month(write_month(Month(day.year, day.month), language)) == Month(
        day.year, day.month
    )


@given(st.text())
def test_any_text_is_a_day_or_a_problem(written):
    assert isinstance(read_day(written), date | DateProblem)
    assert isinstance(read_month(written), Month | DateProblem)


@pytest.mark.parametrize(
    "written", ["9999-12-31", "2200-01-01", "1899/12/31", "0001-01-01", "1026年11月24日"]
)
def test_a_year_that_cannot_be_meant_is_no_day(written):
    assert read_day(written) is DateProblem.NO_SUCH_DAY
    assert read_month(written) is DateProblem.NO_SUCH_DAY
    assert iso_day(written) is None


@pytest.mark.parametrize("written", ["2199-12-31", "1900-01-01"])
def test_a_far_day_that_could_be_meant_is_a_day(written):
    assert read_day(written) == iso_day(written) == date.fromisoformat(written)


@pytest.mark.parametrize("written", ["", "2026-02-30", "2026年11月24日", "tomorrow"])
def test_only_the_short_form_is_an_iso_day(written):
    assert iso_day(written) is None
