from dataclasses import replace
from pathlib import Path

import pytest

from kaizen.case import Case, Exhibit, NoticeRecord

SHARED = Path(__file__).parents[1] / "notices" / "shared"


@pytest.fixture
def asked(store):
    (file,) = SHARED.glob("05-*.txt")
    return store.create(Case(notice=NoticeRecord(text=file.read_text("utf-8"))))


def test_where_documents_are_asked_the_note_is_offered(reader, asked):
    assert f"/cases/{asked.id}/notice/accept" in reader.get(f"/cases/{asked.id}/notice").text
    there = reader.send(f"/cases/{asked.id}/notice/accept").headers["Location"]
    assert there == f"/cases/{asked.id}/note"
    assert reader.get(f"/cases/{asked.id}/note").status_code == 200


def test_a_note_is_kept_and_shown_as_it_will_be_pasted(reader, asked, store):
    typed = "2026年11月5日付の通知について、仕入先の請求書3点を送ります。"
    assert reader.send(f"/cases/{asked.id}/note", note=typed).status_code == 303
    assert store.get(asked.id).note == typed
    assert typed in reader.get(f"/cases/{asked.id}/note").text
    assert reader.get(f"/cases/{asked.id}/note/send").text.count(typed) == 2


def test_a_note_put_aside_is_said_to_be_saved(client, asked):
    client.send(f"/cases/{asked.id}/note", note="請求書を送ります。", finished="later")
    assert "保存しました。文章ができたら" in client.get(f"/cases/{asked.id}/note").text


def test_the_documents_are_listed_in_the_note(client, asked, store):
    case = replace(
        asked, note="請求書を送ります。", exhibits=(Exhibit("資料1 請求書.pdf", None, "仕入れ"),)
    )
    store.save(case)
    text = client.get(f"/cases/{asked.id}/note/files/text").text
    assert "1.資料1 請求書.pdf:仕入れ" in text
    assert "請求書を送ります。" in text


def test_a_note_that_breaks_a_rule_stays_a_draft(reader, asked, store):
    store.save(replace(asked, note="別名義で新しいアカウントを作ります。"))
    assert "tag-block" in reader.get(f"/cases/{asked.id}/note").text
    assert "draft=1" in reader.get(f"/cases/{asked.id}/note/send").text


@pytest.mark.parametrize("key", ["text", "docx"])
def test_a_note_comes_as_a_file(client, asked, store, key):
    store.save(replace(asked, note="請求書を送ります。"))
    assert client.get(f"/cases/{asked.id}/note/files/{key}").status_code == 200


def test_a_note_that_is_too_long_comes_back(reader, asked, store):
    page = reader.send(f"/cases/{asked.id}/note", note="あ" * 8_001)
    assert page.status_code == 422
    assert "8,000" in page.text
    assert store.get(asked.id).note == ""


def test_another_window_is_not_overwritten(client, asked, store):
    store.save(replace(asked, note="先に保存した文"))
    page = client.send(f"/cases/{asked.id}/note", note="後の文", revision=asked.revision)
    assert page.status_code == 409
    assert "後の文" in page.text
    assert store.get(asked.id).note == "先に保存した文"


def test_missing_cases_and_wrong_methods(client, asked):
    assert client.get("/cases/nothing/note").status_code == 404
    assert client.send("/cases/nothing/note", note="x").status_code == 404
    assert client.get(f"/cases/{asked.id}/note/files/exe").status_code == 404
    assert client.post(f"/cases/{asked.id}/note/files/pdf").status_code == 405
