"""The list of cases and the page of one case."""

from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from kaizen.case import Case, Details, NoticeRecord, Route, Status
from kaizen.plan import Plan
from store import CaseStore
from tests.builders import a_case, a_structured_plan

ALL_FINISHED = ("notice", "violation", "cause", "fix", "effect")
LONG = "とても長い店舗名の株式会社あおば暮らしの道具とキッチン用品の専門店" * 4


def due(day: str) -> NoticeRecord:
    """Return a notice whose deadline is ``day``, whatever the reader makes of its words."""
    return NoticeRecord("改善計画を提出してください。", corrections={"deadline": day})


def order_in(page: str, *names: str) -> bool:
    places = [page.index(f">{name}<") for name in names]
    return places == sorted(places)


def test_the_list_is_in_the_order_of_the_deadlines(client: FlaskClient, store: CaseStore) -> None:
    store.create(Case(title="遠い", notice=due("2026-11-25")))
    store.create(Case(title="期限なし"))
    store.create(Case(title="今日", notice=due("2026-11-08")))
    store.create(Case(title="近い", notice=due("2026-11-10")))
    page = client.get("/").text
    assert order_in(page, "今日", "近い", "遠い", "期限なし")
    assert 'class="left last">今日が最終日です' in page
    assert 'class="left soon">あと2日' in page
    assert 'class="left calm">あと17日' in page
    assert "11月25日（水）まで" in page


def test_a_deadline_that_has_passed_is_said_and_comes_first(
    client: FlaskClient, store: CaseStore
) -> None:
    store.create(Case(title="後", notice=due("2026-11-09")))
    store.create(Case(title="前", notice=due("2026-11-01")))
    page = client.get("/").text
    assert order_in(page, "前", "後")
    assert "過ぎました" in page


def test_waiting_and_ended_cases_have_their_own_groups(
    reader: FlaskClient, store: CaseStore
) -> None:
    sent = a_case().submitted("text", on=date(2026, 11, 4))
    store.create(replace(sent, title="待つ店"))
    store.create(replace(sent, title="再開した店", status=Status.REINSTATED))
    store.create(replace(sent, title="やり直す店", status=Status.MORE_ASKED))
    page = reader.get("/").text
    assert order_in(page, "やり直す店", "待つ店", "再開した店")
    assert "4日たちました" in page or "Sent 4 days ago" in page
    assert page.index("<details") < page.index("再開した店")


@pytest.mark.parametrize("number, has_search", [(9, False), (10, True)])
def test_search_comes_with_ten_cases(
    client: FlaskClient, store: CaseStore, number: int, has_search: bool
) -> None:
    for n in range(number):
        store.create(Case(title=f"案件{n}"))
    assert ('role="search"' in client.get("/").text) is has_search


@pytest.mark.parametrize(
    "words, found",
    [
        ("あおば", True),
        ("アオバ", False),
        ("ａｏｂａ", True),
        ("Aoba 暮らし", True),
        ("みずたま", False),
    ],
)
def test_search_finds_by_store_name_or_subject(
    client: FlaskClient, store: CaseStore, words: str, found: bool
) -> None:
    store.create(Case(title="探す案件", details=Details(store="あおば暮らし", legal_name="AOBA")))
    answer = client.send("/search", words=words)
    assert answer.status_code == 200
    assert (">探す案件<" in answer.text) is found


def test_reload_of_a_search_shows_all(client: FlaskClient) -> None:
    assert client.get("/search").location == "/"


def test_the_list_carries_two_hundred_cases(client: FlaskClient, store: CaseStore) -> None:
    for n in range(200):
        store.create(Case(title=f"案件{n}", notice=due("2026-11-20")))
    assert client.get("/").text.count('class="case"') == 200


def test_an_empty_case_begins_at_the_beginning(reader: FlaskClient, empty_case: Case) -> None:
    page = reader.get(f"/cases/{empty_case.id}").text
    assert page.count("status-todo") >= 9
    assert "status-done" not in page


def test_the_task_list_says_what_is_done_and_what_is_next(
    client: FlaskClient, store: CaseStore
) -> None:
    begun = replace(a_case(effect=""), finished=("violation", "notice"), notice=due("2026-11-20"))
    case = store.create(begun)
    page = client.get(f"/cases/{case.id}").text
    assert "7項目のうち6項目に記入" in page
    assert "原因の続きを書く" in page
    assert "11月20日（金）" in page
    assert "あと12日" in page
    assert "作成中" in page


def test_structured_parts_are_counted(reader: FlaskClient, store: CaseStore) -> None:
    case = store.create(Case(plan=a_structured_plan()))
    assert reader.get(f"/cases/{case.id}").status_code == 200


def test_a_deadline_without_a_day_asks_for_the_date_of_the_notice(
    client: FlaskClient, store: CaseStore
) -> None:
    text = "出品権限を一時停止しました。改善計画を17日以内に提出してください。"
    case = store.create(Case(notice=NoticeRecord(text)))
    page = client.get(f"/cases/{case.id}").text
    assert "通知の日付を入れてください" in page


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_next_thing(
    reader: FlaskClient, store: CaseStore, status: Status
) -> None:
    base = a_case().submitted("text", on=date(2026, 11, 4))
    for finished in ((), ALL_FINISHED):
        case = store.create(replace(base, status=status, finished=finished))
        page = reader.get(f"/cases/{case.id}").text
        assert page.count('class="button"') == 1
        assert case.id in reader.get("/").text


def test_who_has_written_all_seven_is_not_asked_to_declare_each(
    client: FlaskClient, store: CaseStore
) -> None:
    case = store.create(replace(a_case(), finished=()))
    page = client.get(f"/cases/{case.id}").text
    assert "7項目すべてに記入" in page
    assert "7項目がそろうと" not in page
    assert "続きを書く" not in page


def test_an_item_that_holds_back_the_files_is_not_called_done(
    client: FlaskClient, store: CaseStore
) -> None:
    held = a_case(fix="低評価のお客様には評価の削除をお願いし、応じていただければ返金します。")
    case = store.create(replace(held, finished=ALL_FINISHED))
    row = client.get(f"/cases/{case.id}").text.split("提出前に必要なところが")[1]
    assert row.split("</li>")[0].count("status-doing") == 1


def test_a_complete_case_leads_to_what_holds_it_back_or_to_submitting(
    client: FlaskClient, store: CaseStore
) -> None:
    complete = store.create(replace(a_case(), finished=ALL_FINISHED))
    assert "7項目すべてに記入" in client.get(f"/cases/{complete.id}").text


def test_very_long_names_do_not_break_the_page(reader: FlaskClient, store: CaseStore) -> None:
    case = store.create(replace(a_case(), title=LONG))
    for path in ("/", f"/cases/{case.id}", f"/cases/{case.id}/manage"):
        assert LONG in reader.get(path).text


def test_a_case_without_a_name_is_called_so(reader: FlaskClient, store: CaseStore) -> None:
    case = store.create(Case(plan=Plan(cause_text="原因")))
    assert "案件" in reader.get("/").text or "Case without a name" in reader.get("/").text
    assert reader.get(f"/cases/{case.id}").status_code == 200


def test_the_file_of_a_case_carries_its_name(client: FlaskClient, case: Case) -> None:
    answer = client.get(f"/cases/{case.id}/file")
    assert "case-2026-11-08.json" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/cases/none", "/cases/none/file"])
def test_missing_case(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/cases/{}", "/cases/{}/file"])
def test_wrong_method(client: FlaskClient, case: Case, path: str) -> None:
    assert client.send(path.format(case.id)).status_code == 405


DOCUMENTS = (
    "出品用アカウントの審査について\n\n出品者様の出品用アカウントは現在審査中です。ドロップシッピングポリシーの遵守を確認するため、"
    "請求書、納品書、梱包の写真をアカウント健全性ページからご提出ください。審査は30日以内に完了します。"
)


def test_where_documents_are_asked_the_list_says_that_no_plan_is(
    client: FlaskClient, store: CaseStore
) -> None:
    case = store.create(Case(title="審査の店", notice=NoticeRecord(DOCUMENTS)))
    assert "改善計画は求められていません" in client.get("/").text
    page = client.get(f"/cases/{case.id}").text
    assert "message-warn" in page
    assert "numbered" not in page
    assert 'name="route" value="plan"' in page
    assert f"/cases/{case.id}/review" not in page
    assert f"/cases/{case.id}/submit" not in page
    checked = store.create(Case(notice=NoticeRecord(DOCUMENTS), finished=("notice",)))
    page = client.get(f"/cases/{checked.id}").text
    assert f'class="button" href="/cases/{checked.id}/note"' in page
    assert "添え状" in page


def test_who_writes_a_plan_all_the_same_is_led_through_it(
    client: FlaskClient, store: CaseStore
) -> None:
    begun = replace(a_case(cause=""), notice=NoticeRecord(DOCUMENTS), finished=("notice",))
    begun = replace(begun, route=Route.PLAN)
    page = client.get(f"/cases/{store.create(begun).id}").text
    assert "規約違反の内容の続きを書く" in page


def test_once_the_answer_is_sent_no_deadline_presses(reader: FlaskClient, store: CaseStore) -> None:
    sent = replace(a_case(), notice=due("2026-11-20")).submitted("x", on=date(2026, 11, 4))
    case = store.create(sent)
    page = reader.get(f"/cases/{case.id}").text
    assert "bar-deadline" not in page
    assert "deadline.ics" not in page


def test_a_later_round_counts_from_the_answer(client: FlaskClient, store: CaseStore) -> None:
    text = "改善計画が不十分です。原因を補って、10日以内に改善計画を再度ご提出ください。"
    first = a_case().submitted("x", on=date(2026, 11, 4))
    more = first.answered(text, on=date(2026, 11, 7), status=Status.MORE_ASKED)
    case = store.create(replace(more, notice=NoticeRecord(text)))
    page = client.get(f"/cases/{case.id}").text
    assert "11月17日（火）" in page


def test_a_case_without_a_name_is_called_after_what_happened(
    client: FlaskClient, store: CaseStore
) -> None:
    store.create(Case(details=Details(violation_type="odr")))
    store.create(Case(details=Details(notice_date=date(2026, 11, 3))))
    page = client.get("/").text
    assert ">注文不良率<" in page
    assert ">2026年11月3日の通知<" in page


def test_rates_of_the_notice_have_a_row(client: FlaskClient, store: CaseStore) -> None:
    text = "出品者様の注文不良率が1.86%となり、目標の1%未満を満たしていません。改善計画をご提出ください。"
    case = store.create(Case(notice=NoticeRecord(text)))
    assert f'href="/cases/{case.id}/numbers"' in client.get(f"/cases/{case.id}").text
