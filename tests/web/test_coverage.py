from dataclasses import replace

import pytest

from kaizen.case import NoticeRecord
from tests.builders import a_case

NOTICE = """件名: 出品の停止
出品者様
2026年11月3日
ASIN B0ZX1A2K3M の出品を停止しました。改善計画を17日以内にご提出ください。
請求書もお送りください。
"""


@pytest.fixture
def asked(store):

    return store.create(replace(a_case(), notice=NoticeRecord(text=NOTICE)))


def test_what_the_plan_leaves_out_stands_first(reader, asked):
    page = reader.get(f"/cases/{asked.id}/coverage")
    assert page.status_code == 200
    assert "B0ZX1A2K3M" in page.text


def test_a_row_is_answered_as_soon_as_the_plan_names_it(client, asked, store):
    before = client.get(f"/cases/{asked.id}/coverage").text.count("status-weak")
    plan = asked.plan.replace(cause_text="ASIN B0ZX1A2K3M の件です。")
    store.save(asked.with_plan(plan))
    assert client.get(f"/cases/{asked.id}/coverage").text.count("status-weak") == before - 1


def test_a_row_can_be_left_out_with_a_reason_and_taken_back(client, asked, store):
    typed = {"key": "asin:B0ZX1A2K3M", "reason": "当店の商品ではありません"}
    assert client.send(f"/cases/{asked.id}/coverage/waive", **typed).status_code == 303
    assert store.get(asked.id).notice.waived == {"asin:B0ZX1A2K3M": "当店の商品ではありません"}
    assert "当店の商品ではありません" in client.get(f"/cases/{asked.id}/coverage").text
    client.send(f"/cases/{asked.id}/coverage/unwaive", key="asin:B0ZX1A2K3M")
    assert store.get(asked.id).notice.waived == {}


def test_leaving_a_row_out_asks_for_a_reason(reader, asked, store):
    page = reader.send(f"/cases/{asked.id}/coverage/waive", key="asin:B0ZX1A2K3M", reason=" ")
    assert page.status_code == 422
    assert store.get(asked.id).notice.waived == {}


def test_only_rows_of_the_notice_can_be_left_out(client, asked):
    typed = {"key": "asin:B000000000", "reason": "x"}
    assert client.send(f"/cases/{asked.id}/coverage/waive", **typed).status_code == 404


def test_without_a_notice_it_is_asked_for(client, case):
    assert "/notice/paste" in client.get(f"/cases/{case.id}/coverage").headers["Location"]


def test_missing_cases_and_wrong_methods(client, asked):
    assert client.get("/cases/nothing/coverage").status_code == 404
    assert client.send("/cases/nothing/coverage/waive", key="x", reason="y").status_code == 404
    assert client.get(f"/cases/{asked.id}/coverage/waive").status_code == 405
