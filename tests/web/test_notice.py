import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from kaizen.case import Case, NoticeRecord
from kaizen.notice_corrections import CORRECTABLE
from tests.builders import a_case

SHARED = Path(__file__).parents[1] / "notices" / "shared"


def notice_text(number: str) -> str:
    (file,) = SHARED.glob(f"{number}-*.txt")
    return file.read_text("utf-8")


@pytest.fixture
def stored(store):
    return store.create(Case(notice=NoticeRecord(text=notice_text("03"))))


def test_the_answer_stands_first_and_the_words_relied_on_are_marked(reader, stored):
    page = reader.get(f"/cases/{stored.id}/notice")
    assert page.status_code == 200
    assert "<mark>" in page.text
    assert "250-5550201-0000210" in page.text


def test_the_whole_notice_can_be_read_as_it_was_pasted(client, stored):
    html = client.get(f"/cases/{stored.id}/notice").text
    original = html.split('aria-labelledby="original" lang="ja">')[1].split("</p>")[0]
    words = re.sub(r"<b[^>]*>\d+</b> ", "", original)
    assert unescape(re.sub(r"<[^>]+>", "", words)) == stored.notice.text


def test_a_notice_that_asks_for_documents_says_so(reader, store):
    case = store.create(Case(notice=NoticeRecord(text=notice_text("05"))))
    html = reader.get(f"/cases/{case.id}/notice").text
    assert "書類に添え状を付けて送ります" in html or "Send documents with a note" in html


def test_a_cry_for_help_is_asked_for_the_whole_notice(reader, store):
    words = "アカウントが止まりました。助けてください"
    case = store.create(Case(notice=NoticeRecord(text=words)))
    html = reader.get(f"/cases/{case.id}/notice").text
    assert "通知の全文が要ります" in html or "The whole notice is needed" in html
    assert f'class="button" href="/cases/{case.id}/notice/paste"' in html
    hub = reader.get(f"/cases/{case.id}").text
    assert f'class="button" href="/cases/{case.id}/notice/paste"' in hub
    assert "いま送るものはありません" not in hub


@pytest.mark.parametrize(
    "key, typed, kept",
    [
        ("received_date", "2026/11/4", "2026-11-04"),
        ("received_date", "", ""),
        ("status", "deactivated", "deactivated"),
        ("status", "", ""),
        ("violation_type", "authenticity", "authenticity"),
        ("asins", "B0ZX1A2K3M", "B0ZX1A2K3M"),
        ("deadline", "令和8年11月21日", "2026-11-21"),
        ("documents_requested", ["invoice", "improvement_plan"], "invoice\nimprovement_plan"),
        ("submission_channel", "none", "none"),
        ("plan_requested", "no", "no"),
        ("has_seven_item_template", "no", "no"),
        ("other_violation_types", ["odr"], "odr"),
        ("metrics", "出荷遅延率 9.2%", "出荷遅延率 9.2%"),
        ("complaint_ids", "30012345671", "30012345671"),
        ("registration_numbers", "6900001", "6900001"),
        ("complainants", "ほしぞら工房", "ほしぞら工房"),
        ("related_store", "A***", "A***"),
        ("document_max_age_days", "365", "365"),
        ("file_formats", "pdf", "pdf"),
        ("other_clocks", "売上金: 90日", "売上金: 90日"),
        ("policies", "コンディションガイドライン", "コンディションガイドライン"),
    ],
)
def test_every_value_can_be_corrected_and_taken_back(reader, stored, store, key, typed, kept):
    assert reader.get(f"/cases/{stored.id}/notice?edit={key}").status_code == 200
    answer = reader.send(f"/cases/{stored.id}/notice/correct/{key}", value=typed)
    assert answer.status_code == 303
    assert store.get(stored.id).notice.corrections == {key: kept}
    assert reader.get(f"/cases/{stored.id}/notice").status_code == 200
    assert reader.send(f"/cases/{stored.id}/notice/restore/{key}").status_code == 303
    assert store.get(stored.id).notice.corrections == {}


def test_a_value_that_is_no_date_comes_back(reader, stored, store):
    page = reader.send(f"/cases/{stored.id}/notice/correct/deadline", value="11月末")
    assert page.status_code == 422
    assert "11月末" in page.text
    assert store.get(stored.id).notice.corrections == {}


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("metrics", "ひどい数字"),
        ("other_clocks", "いつか"),
        ("document_max_age_days", "新しいもの"),
    ],
)
def test_words_without_a_number_come_back_where_a_number_is_needed(
    reader, stored, store, key, typed
):
    page = reader.send(f"/cases/{stored.id}/notice/correct/{key}", value=typed)
    assert page.status_code == 422
    assert typed in page.text
    assert store.get(stored.id).notice.corrections == {}


def test_every_value_shown_can_be_corrected_and_every_other_added(client, store):
    case = store.create(Case(notice=NoticeRecord(text=notice_text("02"))))
    html = client.get(f"/cases/{case.id}/notice").text
    assert set(re.findall(r"[?&;]edit=(\w+)", html)) == set(CORRECTABLE) - {
        "plan_requested",  # ticked among the papers
        "appeal_possible",  # follows from the state
    }


def test_a_state_that_is_only_likely_is_called_so(client, store):
    text = "アカウントについて: 出品権限の件。17日以内に改善計画をご提出ください。Amazon.co.jp"
    case = store.create(Case(notice=NoticeRecord(text=text)))
    assert "おそらく" in client.get(f"/cases/{case.id}/notice").text


def test_a_corrected_deadline_moves_the_countdown(client, stored):
    client.send(f"/cases/{stored.id}/notice/correct/deadline", value="2026/11/9")
    assert "あと1日" in client.get(f"/cases/{stored.id}/notice").text


def test_only_known_keys_can_be_corrected(client, stored):
    assert client.send(f"/cases/{stored.id}/notice/correct/language", value="x").status_code == 404
    assert client.get(f"/cases/{stored.id}/notice?edit=language").status_code == 404


def test_a_case_without_a_notice_asks_for_it(reader, case):
    answer = reader.get(f"/cases/{case.id}/notice")
    assert answer.headers["Location"].endswith("/notice/paste")
    assert reader.get(f"/cases/{case.id}/notice/paste").status_code == 200


def test_a_notice_can_be_added_and_replaced(client, case, store):
    answer = client.send(f"/cases/{case.id}/notice/paste", text=notice_text("05"))
    assert answer.status_code == 303
    assert store.get(case.id).notice.text.strip() == notice_text("05").strip()
    assert store.get(case.id).plan == case.plan


@pytest.mark.parametrize("text", ["", "   ", "あ" * 200_001])
def test_an_empty_or_too_long_notice_comes_back(reader, case, store, text):
    page = reader.send(f"/cases/{case.id}/notice/paste", text=text)
    assert page.status_code == 422
    assert store.get(case.id).notice.text == ""


def test_going_on_puts_facts_where_nothing_is_written(client, stored, store):
    assert client.send(f"/cases/{stored.id}/notice/accept").status_code == 303
    violation = store.get(stored.id).plan.violation
    assert violation.order_ids[0] == "250-5550201-0000210"
    assert store.get(stored.id).details.notice_date == date(2026, 11, 3)


def test_going_on_overwrites_nothing(client, store):
    case = store.create(a_case())
    client.send(f"/cases/{case.id}/notice/paste", text=notice_text("03"))
    client.send(f"/cases/{case.id}/notice/accept")
    assert store.get(case.id).plan == case.plan


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7*7 }}", "今日は良い天気です。"])
def test_any_text_is_shown_as_text(reader, store, text):
    case = store.create(Case(notice=NoticeRecord(text=text)))
    page = reader.get(f"/cases/{case.id}/notice")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert text in unescape(page.text)


def test_missing_cases_and_wrong_methods(client, stored):
    assert client.get("/cases/nothing/notice").status_code == 404
    assert client.send("/cases/nothing/notice/accept").status_code == 404
    assert client.send("/cases/nothing/notice/paste", text="x").status_code == 404
    assert client.get(f"/cases/{stored.id}/notice/accept").status_code == 405
    assert client.post(f"/cases/{stored.id}/notice").status_code == 405
