import pytest

from intake.table_cells import YearLast, day_in, whole_number


@pytest.mark.parametrize(
    "cell, number",
    [
        ("1,505", 1505),
        ("１，５０５件", 1505),
        (" 12 ", 12),
        ("12.0", 12),
        ("1,50", None),
        ("12.5", None),
        ("", None),
        ("-3", None),
        ("1e3", None),
    ],
)
def test_a_count_is_read_as_people_write_it(cell, number):
    assert whole_number(cell) == number


@pytest.mark.parametrize("cell", ["2026/13/1", "2026-11-31", "11月3日", "20261131", "nan", "12"])
def test_what_is_no_day_is_no_day(cell):
    assert day_in(cell, YearLast.MONTH_FIRST) is None
