import json
from datetime import date
from decimal import Decimal

import pytest

from kaizen.metric_record import ChosenCourse, DayRecord, MetricRecord, Totals
from kaizen.plain import PlainError

FULL = MetricRecord(
    metric="lsr",
    days=(DayRecord(date(2026, 11, 1), 20, 3), DayRecord(date(2026, 11, 2), 22, 0)),
    totals=Totals(30, 326, date(2026, 11, 9)),
    window=10,
    target=Decimal("3.5"),
    from_day=date(2026, 11, 13),
    rate=Decimal("1"),
    course=ChosenCourse.CAUTIOUS,
    in_document=True,
)


@pytest.mark.parametrize("record", [FULL, MetricRecord("odr")])
def test_a_record_survives_json(record):
    assert MetricRecord.from_plain(json.loads(json.dumps(record.to_plain()))) == record


def test_days_win_over_totals():
    assert [day.orders for day in FULL.table()] == [20, 22]


def test_totals_alone_fill_the_window():
    record = MetricRecord("odr", totals=Totals(28, 1505, date(2026, 11, 2)))
    assert len(record.table()) == 60
    assert sum(day.orders for day in record.table()) == 1505


def test_own_window_and_target_are_used():
    found = FULL.forecast(date(2026, 11, 3))
    assert (found.metric.window_days, found.metric.target) == (10, Decimal("3.5"))


@pytest.mark.parametrize(
    "record",
    [
        MetricRecord("odr"),
        MetricRecord("no_such_metric", days=FULL.days, from_day=FULL.from_day, rate=Decimal(0)),
        MetricRecord("odr", days=FULL.days, rate=Decimal(0)),
        MetricRecord("odr", days=FULL.days, from_day=FULL.from_day),
    ],
)
def test_a_record_half_filled_has_no_forecast_yet(record):
    assert record.forecast(date(2026, 11, 3)) is None


def test_data_that_do_not_fit_name_their_place():
    with pytest.raises(PlainError, match="days"):
        MetricRecord.from_plain({"metric": "odr", "days": [{"day": "never"}]})
