from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.deadlines import Urgency, calendar, days_left, japanese_day, urgency

STAMP = datetime(2026, 11, 24, 1, 2, 3, tzinfo=UTC)


def written(**changes):
    values = {"case_id": "7", "summary": "提出期限", "description": "改善計画", "stamp": STAMP}
    return calendar(date(2026, 12, 31), **(values | changes))


@pytest.mark.parametrize(
    "deadline, left, level",
    [
        (date(2026, 11, 23), -1, Urgency.OVERDUE),
        (date(2026, 11, 24), 0, Urgency.TODAY),
        (date(2026, 11, 25), 1, Urgency.URGENT),
        (date(2026, 11, 27), 3, Urgency.URGENT),
        (date(2026, 11, 28), 4, Urgency.SOON),
        (date(2026, 12, 1), 7, Urgency.SOON),
        (date(2026, 12, 2), 8, Urgency.CALM),
        (date(2027, 1, 1), 38, Urgency.CALM),
    ],
)
def test_days_are_counted_by_the_calendar(deadline, left, level):
    today = date(2026, 11, 24)
    assert days_left(deadline, today) == left
    assert urgency(deadline, today) is level


def test_the_day_is_the_one_in_japan():
    assert japanese_day(datetime(2026, 11, 24, 14, 59, tzinfo=UTC)) == date(2026, 11, 24)
    assert japanese_day(datetime(2026, 11, 24, 15, 0, tzinfo=UTC)) == date(2026, 11, 25)


def test_the_deadline_is_a_whole_day_with_two_reminders():
    lines = written().split("\r\n")
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20261124T010203Z" in lines
    assert [line for line in lines if line.startswith("TRIGGER")] == [
        "TRIGGER:-P3D",
        "TRIGGER:-P1D",
    ]
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 2


def test_the_same_case_keeps_its_entry():
    def uid(text):
        return next(line for line in text.split("\r\n") if line.startswith("UID"))

    assert uid(written()) == uid(written(summary="another"))
    assert uid(written()) != uid(written(case_id="8"))


def test_marks_of_the_format_are_escaped():
    assert "SUMMARY:a\\, b\\; c\\\\ d\\ne\r\n" in written(summary="a, b; c\\ d\ne")


@given(st.text(max_size=300))
def test_no_line_is_longer_than_the_format_allows(summary):
    text = written(summary=summary)
    assert text.endswith("END:VCALENDAR\r\n")
    for line in text.split("\r\n"):
        assert len(line.encode("utf-8", "surrogatepass")) <= 75
        assert "\n" not in line


def test_folded_lines_can_be_put_together_again():
    summary = "提出期限まで" * 30
    assert f"SUMMARY:{summary}" in written(summary=summary).replace("\r\n ", "")
