import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kaizen.forecast import Day
from kaizen.metric_record import ChosenCourse, DayRecord, MetricRecord, Totals, records_of
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


ODR = MetricRecord(
    "odr",
    totals=Totals(28, 1505, date(2026, 11, 2)),
    from_day=date(2026, 11, 14),
    rate=Decimal("0.4"),
)


def test_the_present_window_needs_no_plan():
    window = MetricRecord("odr", totals=Totals(28, 1505, date(2026, 11, 2))).now()
    assert (window.numerator, window.denominator) == (28, 1505)
    assert (window.first_day, window.last_day) == (date(2026, 9, 4), date(2026, 11, 2))


def test_the_present_window_leaves_older_days_out():
    days = tuple(DayRecord(date(2026, 11, n), 10, 1) for n in range(1, 11))
    window = MetricRecord("cancel_rate", days=days).now()
    assert (window.numerator, window.denominator) == (7, 70)
    assert window.first_day == date(2026, 11, 4)


@pytest.mark.parametrize(
    "changes",
    [
        {"totals": Totals(29, 28, date(2026, 11, 2))},
        {"totals": Totals(-1, 28, date(2026, 11, 2))},
        {"totals": Totals(1, 28, date(9999, 12, 31))},
        {"days": (DayRecord(date(2001, 1, 1), 1, 0), DayRecord(date(2026, 1, 1), 1, 0))},
        {"window": 0},
        {"window": 100_000},
        {"rate": Decimal("NaN")},
        {"rate": Decimal(101)},
        {"target": Decimal(-1)},
        {"from_day": date(1, 1, 1)},
        {"metric": "ahr"},
        {"metric": "nothing"},
    ],
)
def test_figures_from_a_file_that_make_no_sense_give_nothing(changes):
    record = replace(ODR, **changes)
    assert record.forecast(date(2026, 11, 6)) is None
    assert ODR.forecast(date(2026, 11, 6)) is not None


def test_days_of_a_table_are_kept_in_order_and_once():
    days = [
        Day(date(2026, 11, 2), 5, 1),
        Day(date(2026, 11, 1), 4, 0),
        Day(date(2026, 11, 2), 3, 1),
    ]
    kept = (DayRecord(date(2026, 11, 1), 4, 0), DayRecord(date(2026, 11, 2), 8, 2))
    assert records_of(days) == kept
