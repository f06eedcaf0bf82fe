"""The figures of a rate and the forecast that they give."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from forms.numbers import stamp
from kaizen.case import Case, NoticeRecord
from kaizen.metric_record import MetricRecord, Totals
from kaizen.plan import Plan, Violation
from store import CaseStore
from tests.builders import a_case
from tests.number_builders import ODR, TOTALS, path, record


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


@pytest.mark.parametrize("written, is_said", [("2026年11月14日", False), ("2026年12月1日", True)])
def test_a_day_that_differs_from_item_5_is_said(
    client: FlaskClient, store: CaseStore, written: str, is_said: bool
) -> None:
    case = store.create(a_case(implementation_date=written))
    client.send(path(case), **TOTALS)
    page = client.get(path(case)).text
    assert (f"項目5は{written}ですが、この計算は2026年11月14日からです" in page) is is_said


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


@pytest.mark.parametrize(
    ("key", "said", "count", "orders"),
    [
        ("odr", "注文不良率が1.86%でした。受注1,505件のうち不良は28件です。", "28", "1,505"),
        ("vtr", "追跡可能率88.4%。対象172個のうち20個に番号がありません。", "152", "172"),
        ("lsr", "Our late shipment rate was 9.2%. Of 326 orders, 30 were late.", "30", "326"),
        ("lsr", "注文不良率が1.86%でした。受注1,505件のうち不良は28件です。", "", ""),
        ("odr", "注文不良率が1.68%でした。受注1,505件のうち不良は28件です。", "", ""),
    ],
)
def test_counts_in_words_that_name_the_rate_fill_the_first_page(
    client: FlaskClient, store: CaseStore, key: str, said: str, count: str, orders: str
) -> None:
    made = store.create(a_case(violation=said))
    page = client.get(path(made, key)).text
    shown = [re.search(rf'<input[^>]*id="{name}"[^>]*>', page) for name in ("count", "orders")]
    values = [re.search('value="([^"]*)"', field[0]) for field in shown if field]
    assert [value[1] if value else "" for value in values] == [count, orders]


def test_what_has_no_rate_is_explained_with_its_source(reader: FlaskClient, case: Case) -> None:
    page = reader.get(f"/cases/{case.id}/numbers").text
    assert "アカウント健全性評価" in page or "Account health rating" in page
    assert "https://jumpfly.com/?p=30849" in page


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
    wild = replace(ODR, window=0, totals=Totals(9, 1, date(2199, 12, 31)), in_document=True)
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


def test_the_task_list_leads_to_the_numbers(reader: FlaskClient, store: CaseStore) -> None:
    details = replace(a_case().details, violation_type="late_shipment_rate")
    for case in (
        store.create(replace(Case(), details=details)),
        store.create(replace(a_case(), numbers=(ODR,))),
        store.create(Case()),
    ):
        assert f'href="/cases/{case.id}/numbers"' in reader.get(f"/cases/{case.id}").text


def test_the_steps_lead_to_the_numbers(reader: FlaskClient, case: Case) -> None:
    for step in ("effect", "dates"):
        page = reader.get(f"/cases/{case.id}/plan/{step}").text
        assert f'href="/cases/{case.id}/numbers"' in page
