"""The figures of a rate, the forecast, and what is taken over into the plan."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from forms.numbers import stamp
from kaizen.case import Case, Language, NoticeRecord
from kaizen.metric_record import DayRecord, MetricRecord, Totals
from kaizen.plan import Plan, Violation
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


@pytest.fixture
def entered(store: CaseStore) -> Case:
    """Return a case in which the totals of a rate were entered; items 4 and 6 are free."""
    plan = replace(a_case().plan, effect_text="", effect_month="")
    return store.create(replace(a_case(), plan=plan, numbers=(ODR,)))


def test_the_rates_of_the_notice_come_first(reader: FlaskClient, store: CaseStore) -> None:
    text = "出荷遅延率(30日間) 9.2% 目標:4%未満\n追跡可能率(30日間) 88.4% 目標:95%以上"
    case = store.create(Case(notice=NoticeRecord(text)))
    page = reader.get(f"/cases/{case.id}/numbers").text
    places = [page.index(f"/numbers/{key}") for key in ("lsr", "vtr", "odr")]
    assert places == sorted(places)
    assert "9.2%" in page


def test_every_rate_has_its_page(reader: FlaskClient, empty_case: Case) -> None:
    page = reader.get(f"/cases/{empty_case.id}/numbers").text
    keys = re.findall(rf"/cases/{empty_case.id}/numbers/(\w+)", page)
    assert len(keys) > 8
    for key in keys:
        assert reader.get(path(empty_case, key)).status_code == 200


def test_totals_give_rate_day_chart_and_assumptions(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    answer = client.send(path(case), **TOTALS)
    assert answer.status_code == 303
    assert record(store, case) == ODR
    page = client.get(path(case)).text
    assert "2026年12月19日から、目標を満たす見込みです" in page
    assert "<svg" in page
    assert "1.86%" in page
    assert "均等に分けました" in page
    assert "2027年1月は計算と合っています" in page


def test_a_part_is_stored_and_computed_as_far_as_it_goes(
    reader: FlaskClient, store: CaseStore, case: Case
) -> None:
    reader.send(path(case), count="28", orders="1505", last_day="2026/11/2")
    assert record(store, case) == MetricRecord("odr", totals=ODR.totals)
    page = reader.get(path(case)).text
    assert "1.86%" in page
    assert "<svg" not in page


def test_an_emptied_page_leaves_nothing(
    client: FlaskClient, store: CaseStore, entered: Case
) -> None:
    assert client.send(path(entered), **dict.fromkeys(TOTALS, "")).status_code == 303
    assert record(store, entered) is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"count": "1506"}, "count"),
        ({"count": "三"}, "count"),
        ({"orders": ""}, "orders"),
        ({"last_day": "11月"}, "last_day"),
        ({"last_day": ""}, "last_day"),
        ({"last_day": "1026/11/2"}, "last_day"),
        ({"from_day": "来週"}, "from_day"),
        ({"from_day": "9026/11/2"}, "from_day"),
        ({"rate": "ゼロ"}, "rate"),
        ({"rate": "101"}, "rate"),
        ({"rate": "NaN"}, "rate"),
        ({"window": "0"}, "window"),
        ({"window": "999"}, "window"),
        ({"target": "-1"}, "target"),
    ],
)
def test_what_cannot_be_read_comes_back_and_the_rest_is_kept(
    reader: FlaskClient, store: CaseStore, case: Case, changes: dict[str, str], field: str
) -> None:
    answer = reader.send(path(case), **{**TOTALS, **changes})
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    for typed in changes.values():
        assert f'value="{typed}"' in answer.text
    kept = record(store, case)
    assert kept is not None
    assert (kept.from_day == ODR.from_day) or field == "from_day"


def test_own_window_and_target_are_used(client: FlaskClient, store: CaseStore, case: Case) -> None:
    client.send(path(case), **TOTALS, window="３０", target="0.5%")
    kept = record(store, case)
    assert kept is not None
    assert (kept.window, kept.target) == (30, Decimal("0.5"))
    assert "0.5%未満" in client.get(path(case)).text


def test_plan_and_notice_fill_the_first_page_and_nothing_is_stored(
    client: FlaskClient, store: CaseStore
) -> None:
    violation = Violation(
        count=28, total=1505, period_from=date(2026, 9, 4), period_to=date(2026, 11, 2)
    )
    plan = Plan(violation=violation, implementation_date="2026年11月14日までに実施")
    case = store.create(replace(Case(), plan=plan))
    page = client.get(path(case)).text
    for value in ("28", "1,505", "2026年11月2日", "2026年11月14日"):
        assert f'value="{value}"' in page
    assert record(store, case) is None


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


def test_columns_can_be_chosen_by_hand(client: FlaskClient, store: CaseStore, case: Case) -> None:
    table = "a,b,c\n2026-11-01,3,30\n2026-11-02,0,31\n"
    asked = client.send(path(case), table=table)
    assert asked.status_code == 422
    assert 'name="column_date"' in asked.text
    chosen = {
        "column_date": "0",
        "column_orders": "2",
        "column_counts": "1",
        "count_is": "defects",
    }
    headless = table.split("\n", 1)[1]
    client.send(path(case), table=headless, **chosen, accept="1")
    kept = record(store, case)
    assert kept is not None
    assert kept.days == (DayRecord(date(2026, 11, 1), 30, 3), DayRecord(date(2026, 11, 2), 31, 0))


def test_columns_may_count_the_opposite(client: FlaskClient, store: CaseStore, case: Case) -> None:
    chosen = {
        "column_date": "0",
        "column_orders": "1",
        "column_counts": "2",
        "count_is": "defects",
    }
    client.send(path(case, "vtr"), table="2026-11-01,20,3\n", **chosen, accept="1")
    kept = record(store, case, "vtr")
    assert kept is not None
    assert kept.days == (DayRecord(date(2026, 11, 1), 20, 17),)


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


def test_the_rate_is_compared_with_the_notice(client: FlaskClient, store: CaseStore) -> None:
    text = "直近60日間の注文不良率が1.86%となり、目標である1%未満を満たしていません。"
    case = store.create(replace(a_case(), notice=NoticeRecord(text)))
    client.send(path(case), **TOTALS)
    assert "通知の数字(1.86%)と合っています" in client.get(path(case)).text
    client.send(path(case), **{**TOTALS, "count": "25"})
    assert "入力された数字では1.66%" in client.get(path(case)).text


def test_a_small_seller_learns_the_smallest_rate(client: FlaskClient, case: Case) -> None:
    client.send(path(case), **{**TOTALS, "count": "1", "orders": "45"})
    assert "2.22%" in client.get(path(case)).text
    client.send(path(case), **{**TOTALS, "orders": "15050"})
    assert "最も小さい率" not in client.get(path(case)).text


def test_a_month_that_is_too_early_is_flagged_with_the_computed_day(
    client: FlaskClient, store: CaseStore
) -> None:
    plan = replace(a_case().plan, effect_month="2026年11月")
    case = store.create(replace(a_case(), plan=plan, numbers=(ODR,)))
    page = client.get(path(case)).text
    assert "2026年11月では早すぎます" in page
    assert "2026年12月11日" in page
    assert "2026年11月では早すぎます" in client.get(f"/cases/{case.id}/plan/dates").text
    assert "2026年11月では早すぎます" in client.get(f"/cases/{case.id}/numbers").text


def test_two_rates_together_name_the_later_month(client: FlaskClient, store: CaseStore) -> None:
    lsr = replace(ODR, metric="lsr", totals=Totals(30, 326, date(2026, 11, 9)))
    lsr = replace(lsr, from_day=date(2026, 11, 30), rate=Decimal(2))
    vtr = replace(lsr, metric="vtr", totals=Totals(152, 172, date(2026, 11, 9)), rate=Decimal(98))
    case = store.create(replace(a_case(), numbers=(lsr, vtr)))
    for page in (client.get(path(case, "lsr")).text, client.get(f"/cases/{case.id}/numbers").text):
        assert "出荷遅延率、追跡可能率" in page
        assert "2027年1月です" in page


def test_a_month_is_taken_over_into_an_empty_item_6(
    reader: FlaskClient, store: CaseStore, entered: Case
) -> None:
    page = reader.get(path(entered)).text
    (first, *_others) = re.findall(r'name="month" value="([\d-]+)"', page)
    assert first == "2027-1"
    assert reader.send(path(entered, act="/use"), month=first).status_code == 303
    found = store.get(entered.id)
    assert found is not None
    assert found.plan.effect_month == "2027年1月"
    reader.send(path(entered, act="/use"), month="2026-12")
    again = store.get(entered.id)
    assert again is not None
    assert again.plan.effect_month == "2027年1月"


def test_sentences_are_added_once_and_only_on_a_press(
    client: FlaskClient, store: CaseStore, entered: Case
) -> None:
    client.get(path(entered))
    before = store.get(entered.id)
    assert before is not None
    assert before.plan == entered.plan
    for _ in range(2):
        client.send(path(entered, act="/use"), act="effect")
        client.send(path(entered, act="/use"), act="counts")
    plan = (store.get(entered.id) or entered).plan
    assert plan.effect_text.count("0.4%") == 1
    assert plan.violation.text.startswith(entered.plan.violation.text)
    assert plan.violation.text.count("不良のあった注文は28件(1.86%)") == 1
    page = client.get(path(entered)).text
    assert 'name="act"' not in page


def test_an_english_plan_gets_english_sentences(client: FlaskClient, store: CaseStore) -> None:
    case = store.create(Case(language=Language.EN, numbers=(ODR,)))
    client.send(path(case, act="/use"), act="effect")
    client.send(path(case, act="/use"), month="2027-1")
    plan = (store.get(case.id) or case).plan
    assert plan.effect_text.startswith("We will bring the order defect rate from 1.86%")
    assert plan.effect_month == "January 2027"


def test_a_full_field_stays_as_it_is(client: FlaskClient, store: CaseStore) -> None:
    plan = Plan(effect_text="あ" * 7_990)
    case = store.create(Case(plan=plan, numbers=(ODR,)))
    client.send(path(case, act="/use"), act="effect")
    assert (store.get(case.id) or case).plan == plan


@pytest.mark.parametrize("month", ["0-1", "2027-13", "2027", "x-y", "99999-1", "２０２７-1"])
def test_a_month_nobody_offered_is_not_taken(
    client: FlaskClient, store: CaseStore, entered: Case, month: str
) -> None:
    client.send(path(entered, act="/use"), month=month)
    assert (store.get(entered.id) or entered).plan.effect_month in ("", "2027年1月")


def test_the_chart_goes_into_the_files_and_out_again(
    reader: FlaskClient, store: CaseStore, entered: Case
) -> None:
    reader.send(path(entered, act="/document"), in_document="yes")
    kept = record(store, entered)
    assert kept is not None
    assert kept.in_document
    printed = reader.get(f"/cases/{entered.id}/print").text
    assert "data:image/svg+xml" in printed
    assert "注文不良率の見込み" in printed
    reader.send(path(entered, act="/document"), in_document="no")
    assert "data:image/svg+xml;base64" not in reader.get(f"/cases/{entered.id}/print").text


def test_the_pdf_shows_the_chart_after_three_presses(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    from tests.export_builders import pdf_pages, squeezed

    fields = {"from_day": "2026/11/14", "rate": "0.4"}
    client.send(path(case), **fields, file=a_file(a_table()))
    client.send(path(case), **fields, table=a_table(), accept="1")
    client.send(path(case, act="/document"), in_document="yes")
    content = client.get(f"/cases/{case.id}/files/pdf?draft=1").data
    assert squeezed("注文不良率の見込み") in squeezed("".join(pdf_pages(content)))


def test_two_windows_overwrite_nothing(
    reader: FlaskClient, store: CaseStore, entered: Case
) -> None:
    old = stamp(entered, "odr")
    assert f'name="stamp" value="{old}"' in reader.get(path(entered)).text
    reader.send(path(entered), **{**TOTALS, "rate": "0.5"}, stamp=old)
    answer = reader.send(path(entered), **{**TOTALS, "rate": "0.6"}, stamp=old)
    assert answer.status_code == 409
    assert 'value="0.6"' in answer.text
    kept = record(store, entered)
    assert kept is not None
    assert kept.rate == Decimal("0.5")


def test_the_language_switch_keeps_what_was_typed(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    answer = client.send(path(case), **TOTALS, switch_language="en")
    assert answer.location == path(case)
    assert record(store, case) == ODR
    assert '<html lang="en">' in client.get(path(case)).text


def test_figures_from_a_file_that_make_no_sense_do_no_harm(
    reader: FlaskClient, store: CaseStore
) -> None:
    wild = replace(ODR, window=0, totals=Totals(9, 1, date(9999, 12, 31)), in_document=True)
    case = store.create(replace(a_case(), numbers=(wild, MetricRecord("no such rate"))))
    for address in (path(case), f"/cases/{case.id}/numbers", f"/cases/{case.id}/plan/dates"):
        assert reader.get(address).status_code == 200
    assert reader.get(f"/cases/{case.id}/print").status_code == 200


def test_what_does_not_exist_is_not_found(client: FlaskClient, case: Case) -> None:
    for address in ("/cases/none/numbers", "/cases/none/numbers/odr", path(case, "nothing")):
        assert client.get(address).status_code == 404
    for address in (path(case, "ahr"), path(case, act="/use"), path(case, act="/document")):
        assert client.send(address, act="effect").status_code == 404
    assert client.delete(path(case)).status_code == 405
    assert client.get(path(case, act="/use")).status_code == 405
