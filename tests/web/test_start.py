"""The ways in: a pasted notice, a file, a blank case, a saved case."""

import json
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from kaizen.archive import write_archive
from kaizen.case import Case
from store import CaseStore
from tests.builders import a_case

NOTICE = "件名: 重要なお知らせ\r\n\r\n出品者様 改善計画を17日以内にご提出ください。\r\n"


def test_on_first_use_the_page_offers_the_ways_in(reader: FlaskClient) -> None:
    page = reader.get("/").text
    assert 'name="text"' in page
    assert 'action="/start/blank"' in page
    assert 'href="/open"' in page


def test_a_pasted_notice_becomes_a_case_with_the_notice_as_pasted(
    client: FlaskClient, store: CaseStore
) -> None:
    answer = client.send("/start", text=NOTICE, key="k")
    assert answer.status_code == 303
    [case] = store.cases()
    assert case.notice.text == NOTICE.replace("\r\n", "\n")
    assert case.id in answer.location


def test_a_double_click_makes_one_case(client: FlaskClient, store: CaseStore) -> None:
    answers = [client.send("/start", text=NOTICE, key="k") for _ in range(2)]
    assert len(store.cases()) == 1
    assert answers[0].location == answers[1].location


def test_another_notice_in_the_same_form_is_another_case(
    client: FlaskClient, store: CaseStore
) -> None:
    client.send("/start", text=NOTICE, key="k")
    client.send("/start", text="別の通知です。", key="k")
    assert len(store.cases()) == 2


@pytest.mark.parametrize("text", ["", "  \r\n "])
def test_an_empty_notice_says_what_to_do(reader: FlaskClient, store: CaseStore, text: str) -> None:
    answer = reader.send("/start", text=text, key="k")
    assert answer.status_code == 422
    assert 'id="error-summary"' in answer.text
    assert 'href="#text"' in answer.text
    assert 'aria-describedby="text-hint text-error"' in answer.text
    assert "<title>エラー:" in answer.text or "<title>Error: " in answer.text
    assert not store.cases()


def test_a_notice_over_the_limit_comes_back_with_the_limit(client: FlaskClient) -> None:
    answer = client.send("/start", text="あ" * 200_001, key="k")
    assert answer.status_code == 422
    assert "200,000" in answer.text
    assert "あ" * 200_001 in answer.text


def test_the_largest_notice_is_taken(client: FlaskClient, store: CaseStore) -> None:
    assert client.send("/start", text="あ" * 200_000, key="k").status_code == 303
    assert len(store.cases()[0].notice.text) == 200_000


def test_hostile_text_is_kept_and_shown_as_text(client: FlaskClient, store: CaseStore) -> None:
    text = "<script>alert(1)</script> {{7*7}} \u202e\U0001f600 &amp;"
    client.send("/start", text=text, key="k")
    assert store.cases()[0].notice.text == text
    shown = client.send("/start", text=text, key="k", switch_language="ja").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in shown


def test_the_language_switch_keeps_the_pasted_text(client: FlaskClient, store: CaseStore) -> None:
    answer = client.send("/start", text="まだ途中の通知", key="k", switch_language="en")
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    assert "まだ途中の通知" in answer.text
    assert not store.cases()


def test_a_blank_case_is_made_once(reader: FlaskClient, store: CaseStore) -> None:
    answers = [reader.send("/start/blank", key="k") for _ in range(2)]
    assert answers[0].location == answers[1].location
    [case] = store.cases()
    assert reader.get(f"/cases/{case.id}").status_code == 200


def test_a_saved_case_opens_again_without_loss(client: FlaskClient, store: CaseStore) -> None:
    original = store.create(a_case(cause="棚<b>が</b>\n隣でした。\U0001f600"))
    saved = client.get(f"/cases/{original.id}/file")
    assert "attachment" in saved.headers["Content-Disposition"]
    answer = client.send("/open", file=(BytesIO(saved.data), "case.json"), key="k")
    assert answer.status_code == 303
    copy = store.get(answer.location.rsplit("/", 1)[1])
    assert copy is not None
    assert write_archive(copy) == write_archive(original)
    assert copy.id != original.id


FILES = [
    (b"", "何も入っていません"),
    (b"%PDF-1.7 \xff\xfe", "案件のファイルではありません"),
    (b"{]", "案件のファイルではありません"),
    (b"[1]", "案件のファイルではありません"),
    (b'{"format": "other"}', "案件のファイルではありません"),
    (b'{"format": "kaizen-case", "version": 99}', "新しい版のアプリ"),
    (b'{"format": "kaizen-case", "version": 1, "plan": 5}', "plan"),
    (b"[" * 100_000, "案件のファイルではありません"),
    (json.dumps({"cause": "あ" * 60_001}).encode(), "6万字"),
]


@pytest.mark.parametrize("content, words", FILES)
def test_a_file_that_is_no_case_says_why(
    client: FlaskClient, store: CaseStore, content: bytes, words: str
) -> None:
    answer = client.send("/open", file=(BytesIO(content), "x.json"), key="k")
    assert answer.status_code == 422
    assert words in answer.text
    assert not store.cases()


def test_no_file_says_what_to_do(reader: FlaskClient) -> None:
    assert reader.get("/open").status_code == 200
    assert reader.send("/open", key="k").status_code == 422


def test_the_seven_fields_open_as_a_case(client: FlaskClient, store: CaseStore) -> None:
    content = json.dumps({"cause": "棚が隣でした。"}).encode("utf-8-sig")
    assert client.send("/open", file=(BytesIO(content), "x.json"), key="k").status_code == 303
    assert store.cases()[0].plan.cause_text == "棚が隣でした。"


@pytest.mark.parametrize("path", ["/start/blank"])
def test_wrong_method(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 405


def test_a_case_begun_without_notice_has_nothing_in_it(
    client: FlaskClient, store: CaseStore
) -> None:
    client.send("/start/blank", key="k")
    assert store.cases()[0].plan == Case().plan


def test_a_notice_in_a_mail_file_is_read(client: FlaskClient, store: CaseStore) -> None:
    mail = (
        "From: x@amazon.co.jp\r\nSubject: notice\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n改善計画をご提出ください。\r\n"
    ).encode()
    answer = client.send("/start", text="", file=(BytesIO(mail), "notice.eml"), key="k")
    assert answer.status_code == 303
    assert "改善計画をご提出ください。" in store.cases()[0].notice.text


UPLOADS = [("picture.png", b"\x89PNG"), ("empty.txt", b""), ("broken.pdf", b"%PDF-1.4 nothing")]


@pytest.mark.parametrize("name, content", UPLOADS)
def test_a_file_without_a_readable_notice_says_why(
    reader: FlaskClient, store: CaseStore, name: str, content: bytes
) -> None:
    answer = reader.send("/start", text="貼った文", file=(BytesIO(content), name), key="k")
    assert answer.status_code == 422
    assert 'href="#file"' in answer.text
    assert "貼った文" in answer.text
    assert "<details" in answer.text
    assert " open>" in answer.text
    assert not store.cases()
