"""Builders for tests about the numbers of a case."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

from kaizen.case import Case
from kaizen.metric_record import MetricRecord, Totals
from store import CaseStore
from tests.builders import a_case

TOTALS = {
    "count": "28件",
    "orders": "１，５０５",
    "last_day": "2026/11/2",
    "from_day": "2026/11/14",
    "rate": "0.4%",
}
ODR = MetricRecord(
    "odr",
    totals=Totals(28, 1505, date(2026, 11, 2)),
    from_day=date(2026, 11, 14),
    rate=Decimal("0.4"),
)
FIRST = date(2026, 9, 1)


def path(case: Case, metric: str = "odr", act: str = "") -> str:
    return f"/cases/{case.id}/numbers/{metric}{act}"


def record(store: CaseStore, case: Case, metric: str = "odr") -> MetricRecord | None:
    found = store.get(case.id)
    assert found is not None
    return found.number(metric)


def a_table(days: int = 63, *, bad_line: int | None = None) -> str:
    """Return a table as a spreadsheet saves it, with columns that nobody asked for."""
    lines = ["曜日,不良数,売上高,注文件数,注文日,備考"]
    for n in range(days):
        day = FIRST + timedelta(days=n)
        lines.append(f'月,{n % 2},"12,000",25,{day.year}年{day.month}月{day.day}日,')
    if bad_line is not None:
        lines[bad_line - 1] = "月,三,0,25,2026年9月9日,"
    return "\r\n".join(lines)


def a_file(words: str | bytes, name: str = "表.csv") -> tuple[BytesIO, str]:
    return BytesIO(words if isinstance(words, bytes) else words.encode("cp932")), name


def an_entered_case() -> Case:
    """Return a case in which the totals of a rate were entered; items 4 and 6 are free."""
    plan = replace(a_case().plan, effect_text="", effect_month="")
    return replace(a_case(), plan=plan, numbers=(ODR,))
