"""Tables and reports that a seller brings for a rate."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from kaizen.case import Case
from kaizen.metric_record import DayRecord
from store import CaseStore
from tests.number_builders import ODR, TOTALS, a_file, a_table, path, record


def report(*figures: dict[str, object]) -> bytes:
    return json.dumps({"performanceMetrics": list(figures)}).encode()


def odr_entry(count: int, orders: int) -> dict[str, object]:
    return {
        "orderWithDefects": {"count": count},
        "orderCount": orders,
        "rate": round(count / orders, 4),
        "targetValue": 0.01,
        "reportingDateRange": {
            "reportingDateFrom": "2026-09-04T00:00:00Z",
            "reportingDateTo": "2026-11-02T00:00:00Z",
        },
    }


def test_a_file_with_mixed_columns_is_shown_before_it_counts(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    answer = client.send(path(case), file=a_file(a_table()), from_day="2026/11/14", rate="0.4")
    assert answer.status_code == 200
    assert "63日分" in answer.text
    assert "2026年9月1日" in answer.text
    kept = record(store, case)
    assert kept is not None
    assert kept.days == ()
    assert kept.rate == Decimal("0.4")


def test_confirmed_days_are_kept_and_need_no_second_look(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    fields = {"from_day": "2026/11/14", "rate": "0.4"}
    assert client.send(path(case), **fields, table=a_table(), accept="1").status_code == 303
    kept = record(store, case)
    assert kept is not None
    assert len(kept.days) == 63
    assert kept.days[1] == DayRecord(date(2026, 9, 2), 25, 1)
    page = client.get(path(case)).text
    assert "2026-09-02,25,1" in page
    written = "\n".join(f"{d.day},{d.orders},{d.count}" for d in kept.days)
    again = client.send(path(case), **{**fields, "rate": "0.5"}, table=written)
    assert again.status_code == 303
    changed = record(store, case)
    assert changed is not None
    assert (changed.days, changed.rate) == (kept.days, Decimal("0.5"))


def test_a_new_table_is_never_taken_unseen(
    client: FlaskClient, store: CaseStore, entered: Case
) -> None:
    answer = client.send(path(entered), **TOTALS, file=a_file(a_table()), accept="1")
    assert answer.status_code == 200
    assert record(store, entered) == ODR


def test_lines_that_cannot_be_read_are_named_and_stay_in_the_field(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    table = a_table(bad_line=5)
    answer = client.send(path(case), file=a_file(table))
    assert answer.status_code == 200
    assert "5行目" in answer.text
    assert "三" in answer.text
    assert "月,三,0,25,2026年9月9日," in answer.text
    client.send(path(case), table=table, accept="1")
    kept = record(store, case)
    assert kept is not None
    assert len(kept.days) == 62


def chosen_columns(page: str, day: int, orders: int, counts: int, kind: str) -> dict[str, str]:
    """Return the post of a seller who chose these columns on ``page``."""
    found = re.search(r'name="columns_of"[^>]*value="([^"]*)"', page)
    assert found
    return {
        "columns_of": found[1],
        "column_date": str(day),
        "column_orders": str(orders),
        "column_counts": str(counts),
        "count_is": kind,
    }


def test_columns_can_be_chosen_by_hand(client: FlaskClient, store: CaseStore, case: Case) -> None:
    table = "2026-11-01,3,30,x\n2026-11-02,0,31,x\n"
    asked = client.send(path(case), table=table)
    assert asked.status_code == 422
    chosen = chosen_columns(asked.text, 0, 2, 1, "defects")
    assert client.send(path(case), table=table, **chosen).status_code == 200
    client.send(path(case), table=table, **chosen, accept="1")
    kept = record(store, case)
    assert kept is not None
    assert kept.days == (DayRecord(date(2026, 11, 1), 30, 3), DayRecord(date(2026, 11, 2), 31, 0))


def test_columns_chosen_for_one_table_are_not_used_for_another(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    asked = client.send(path(case), table="2026-11-01,3,30,x\n")
    chosen = chosen_columns(asked.text, 0, 2, 1, "defects")
    client.send(path(case), table="日付,注文数,不良数\n2026-11-01,30,3\n", **chosen, accept="1")
    kept = record(store, case)
    assert kept is not None
    assert kept.days == (DayRecord(date(2026, 11, 1), 30, 3),)


def test_columns_may_count_the_opposite(client: FlaskClient, store: CaseStore, case: Case) -> None:
    table = "2026-11-01,20,3\n"
    asked = client.send(path(case, "vtr"), table=table)
    chosen = chosen_columns(asked.text, 0, 1, 2, "defects")
    client.send(path(case, "vtr"), table=table, **chosen, accept="1")
    kept = record(store, case, "vtr")
    assert kept is not None
    assert kept.days == (DayRecord(date(2026, 11, 1), 20, 17),)


def test_lines_are_numbered_as_they_stand_in_the_field(client: FlaskClient, case: Case) -> None:
    answer = client.send(
        path(case), table="\n\n日付,注文数,不良数\n2026-11-01,30,1\n2026-11-02,x,1\n"
    )
    assert "5行目" in answer.text


def test_of_a_very_long_file_the_days_are_kept(
    client: FlaskClient, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("views.table_upload.TABLE_CHARACTERS", 1_000)
    answer = client.send(path(case), file=a_file(a_table()))
    assert answer.status_code == 200
    assert "2026-09-02,25,1" in answer.text
    assert "12,000" not in answer.text


def test_a_file_that_cannot_be_read_leaves_the_field_as_it_is(
    client: FlaskClient, case: Case
) -> None:
    answer = client.send(path(case), table="書きかけの行", file=a_file(b"PK\x03\x04"))
    assert answer.status_code == 422
    assert "書きかけの行" in answer.text
    assert 'href="#file"' in answer.text


@pytest.mark.parametrize("words", ["{", "{]", "﻿{}", '{"performanceMetrics": []}', "[" * 9000])
def test_a_pasted_report_that_cannot_be_read_stays_in_the_field(
    client: FlaskClient, case: Case, words: str
) -> None:
    answer = client.send(path(case), table=words)
    assert answer.status_code == 422
    assert words.replace('"', "&#34;") in answer.text


@pytest.mark.parametrize(
    "words",
    [
        b"PK\x03\x04 a spreadsheet",
        b"\x00\x01\x02",
        b"only words",
        b'"open, never closed',
        b"{not json",
    ],
)
def test_a_file_that_is_no_table_is_answered_with_a_remedy(
    reader: FlaskClient, store: CaseStore, entered: Case, words: bytes
) -> None:
    answer = reader.send(path(entered), **TOTALS, file=a_file(words))
    assert answer.status_code == 422
    assert 'id="error-summary"' in answer.text
    assert record(store, entered) == ODR


def test_an_account_health_report_fills_the_totals(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    file = a_file(report({"orderDefectRate": odr_entry(28, 1505)}), "report.json")
    answer = client.send(path(case), file=file, from_day="2026/11/14", rate="0.4")
    assert answer.status_code == 303
    assert record(store, case) == ODR


def test_of_several_figures_the_seller_takes_one(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    both = {"mfn": odr_entry(28, 1505), "afn": odr_entry(1, 900)}
    file = a_file(report({"orderDefectRate": both}), "report.json")
    answer = client.send(path(case), file=file)
    assert answer.status_code == 200
    values = re.findall(r'name="figure"[^>]*value="([^"]+)"', answer.text)
    assert len(values) == 2
    client.send(path(case), figure=values[0])
    kept = record(store, case)
    assert kept is not None
    assert kept.totals == ODR.totals


def test_a_report_without_the_rate_names_what_it_has(client: FlaskClient, case: Case) -> None:
    file = a_file(report({"orderDefectRate": odr_entry(28, 1505)}), "report.json")
    answer = client.send(path(case, "lsr"), file=file)
    assert answer.status_code == 422
    assert "注文不良率" in answer.text


def test_a_figure_nobody_offered_changes_nothing(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    for value in ("x", "1/2/3", "5/2/2026-01-01/2026-02-01", "1/2/2026-99-01/2026-02-01"):
        client.send(path(case), figure=value)
        kept = record(store, case)
        assert kept is None or kept.now() is None


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "何も入っていません"), (b"0" * 12_800_000, "10MB")]
)
def test_an_empty_or_huge_file_is_told_beside_what_was_typed(
    client: FlaskClient, case: Case, data: bytes, said: str
) -> None:
    answer = client.send(path(case), file=a_file(data), **TOTALS)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="0.4%"' in answer.text
