"""Whole numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.count_field import read_count


@pytest.mark.parametrize(
    "typed, number",
    [
        ("28", 28),
        ("２８", 28),
        ("28件", 28),
        ("２８件", 28),
        ("１，５０５件", 1505),
        ("1,505", 1505),
        ("1,505件", 1505),
        ("1、505", 1505),
        (" 28 orders ", 28),
        ("12 units.", 12),
        ("0", 0),
        ("1,234,567", 1234567),
    ],
)
def test_a_plain_number_is_read(typed, number):
    assert read_count(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "約28件",
        "28件以上",
        "2万",
        "1万2千",
        "28〜30",
        "1.5",
        "-3",
        "1,50",
        "二十八",
        "28%",
        "多数",
        "+5",
        "1e5",
    ],
)
def test_what_is_no_plain_number_is_not_guessed(typed):
    assert read_count(typed) is None


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(typed):
    found = read_count(typed)
    assert found is None or found >= 0


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_written_with_commas_is_read_back(number):
    assert read_count(f"{number:,}件") == number
