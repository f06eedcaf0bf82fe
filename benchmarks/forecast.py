"""How long a forecast takes over three years of days, with and without reading the table."""

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from intake.forecast_file import forecast_file
from kaizen.forecast import Day, forecast
from kaizen.metrics import find_metric, forecast_metrics

FIRST = date(2023, 11, 1)
LENGTH = 1096
FROM_DAY = FIRST + timedelta(days=LENGTH + 14)
REPEATS = 9


def measure() -> list[tuple[str, float]]:
    """Return the median milliseconds of each forecast, by name."""
    days = _days()
    table = "date,orders,defects\n" + "".join(f"{d.day},{d.orders},{d.count}\n" for d in days)
    figures = [
        (
            f"forecast {metric.key}, {LENGTH} days",
            _median(lambda key=metric.key: _forecast(days, key)),
        )
        for metric in forecast_metrics()
    ]
    file = table.encode()
    return [*figures, (f"forecast odr from a file, {LENGTH} days", _median(lambda: _file(file)))]


def _days() -> list[Day]:
    chance = random.Random(7)
    rows = []
    for n in range(LENGTH):
        orders = chance.randint(0, 60)
        defects = sum(chance.random() < 0.03 for _ in range(orders))
        rows.append(Day(FIRST + timedelta(days=n), orders, defects))
    return rows


def _forecast(days: list[Day], key: str) -> None:
    metric = find_metric(key)
    assert metric is not None
    forecast(days, metric=metric, from_day=FROM_DAY, rate=Decimal("0.43"), today=FROM_DAY)


def _file(data: bytes) -> None:
    forecast_file(data, metric="odr", from_day=FROM_DAY, rate="0.43", today=FROM_DAY)


def _median(act: Callable[[], None]) -> float:
    spent = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return sorted(spent)[REPEATS // 2]


if __name__ == "__main__":
    for name, milliseconds in measure():
        print(f"{milliseconds:8.2f} ms  {name}")
