from datetime import date, timedelta
from decimal import Decimal

import pytest

from intake.forecast_file import forecast_file, percentage
from intake.table_words import TableProblem
from kaizen.forecast import Day, Forecast, forecast
from kaizen.metrics import find_metric

TABLE = b"date,orders,defects\n2026-11-01,25,1\n2026-11-02,1030,0\n2026-11-03,0,0\n"


def test_a_file_gives_the_same_forecast_as_its_days():
    lines = "".join(f"{date(2026, 9, 1) + timedelta(days=n)},100,2\n" for n in range(60))
    answer = forecast_file(
        ("date,orders,defects\n" + lines).encode(),
        metric="odr",
        from_day=date(2026, 11, 14),
        rate="0.4%",
        today=date(2026, 11, 6),
    )
    days = [Day(date(2026, 9, 1) + timedelta(days=n), 100, 2) for n in range(60)]
    assert isinstance(answer, Forecast)
    assert answer == forecast(
        days,
        metric=find_metric("odr"),
        from_day=date(2026, 11, 14),
        rate=Decimal("0.4"),
        today=date(2026, 11, 6),
    )


@pytest.mark.parametrize(
    "change, code",
    [
        ({"metric": "ahr"}, "unknown_metric"),
        ({"metric": "nothing"}, "unknown_metric"),
        ({"rate": "101"}, "bad_rate"),
        ({"rate": "nan"}, "bad_rate"),
        ({"target": "-1"}, "bad_rate"),
        ({"window": 0}, "bad_window"),
        ({"data": TABLE + b"2026-11-99,1,0\n"}, "bad_date"),
        ({"data": b""}, "empty"),
    ],
)
def test_the_command_names_what_has_to_be_put_right(change, code):
    asked = {
        "data": TABLE,
        "metric": "odr",
        "from_day": date(2026, 11, 14),
        "rate": "0.4",
        "today": date(2026, 11, 6),
    } | change
    answer = forecast_file(asked.pop("data"), **asked)
    assert isinstance(answer, TableProblem)
    assert answer.code == code
    assert "{" not in answer.sentence("en", "x.csv")


@pytest.mark.parametrize("written, value", [("0.4", "0.4"), ("0.4 %", "0.4"), ("１.5％", "1.5")])
def test_a_percentage_may_carry_its_sign(written, value):
    assert percentage(written) == Decimal(value)
