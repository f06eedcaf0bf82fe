"""What goes wrong answers with a page that says what to do; nothing typed is lost."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kaizen.case import Case
from store import CaseStore, StoreBusy, StoreDamaged, StoreFull, StoreReadOnly


def test_an_unknown_page_is_a_page_of_ours(reader: FlaskClient) -> None:
    answer = reader.get("/cases/there-is-none")
    assert answer.status_code == 404
    assert 'href="/"' in answer.text


def test_the_wrong_method_names_the_right_one(client: FlaskClient) -> None:
    answer = client.get("/language")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_post_from_another_site_changes_nothing(client: FlaskClient) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.post("/language", data={"switch_language": "en"}, headers=headers)
        assert answer.status_code == 403
        assert "別のサイト" in answer.text


def test_a_foreign_host_name_is_refused(app: Flask) -> None:
    answer = app.test_client().get("/healthz", headers={"Host": "rebinding.example"})
    assert answer.status_code == 400


def test_the_program_says_that_it_is_well(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.post("/healthz").status_code == 405


def test_an_expired_token_shows_the_words_and_a_button_that_saves_them(
    app: Flask, client: FlaskClient
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = client.send(
        "/language?x=1", next="/", typed="原因は<b>棚</b>です", switch_language="en"
    )
    assert answer.status_code == 400
    assert "もう一度保存してください" in answer.text
    assert "原因は&lt;b&gt;棚&lt;/b&gt;です" in answer.text
    assert 'action="/language?x=1"' in answer.text
    token = answer.text.split('name="csrf_token" value="')[-1].split('"')[0]
    again = client.send("/language?x=1", next="/", switch_language="en", csrf_token=token)
    assert again.status_code == 303


@pytest.mark.parametrize(
    "problem, status, words",
    [
        (StoreFull, 507, "ディスクがいっぱい"),
        (StoreReadOnly, 507, "書き込めません"),
        (StoreBusy, 503, "使われています"),
        (StoreDamaged, 503, "読み込めません"),
    ],
)
def test_a_store_that_cannot_work_is_named(
    client: FlaskClient,
    store: CaseStore,
    monkeypatch: pytest.MonkeyPatch,
    problem: type[Exception],
    status: int,
    words: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise problem("secret words of the case")

    for method in ("get", "cases", "create"):
        monkeypatch.setattr(type(store), method, fail)
    answer = client.get("/healthz")
    assert answer.status_code == status
    assert words in answer.text
    assert "secret words" not in answer.text


def test_a_bug_is_logged_without_the_words_of_the_case(
    client: FlaskClient,
    store: CaseStore,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("secret words of the case")

    monkeypatch.setattr(type(store), "get", fail)
    answer = client.get("/healthz")
    assert answer.status_code == 500
    assert "ValueError" in caplog.text
    assert "secret words" not in caplog.text + answer.text


def test_a_full_disk_gives_the_typed_words_back(
    client: FlaskClient, store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreFull

    monkeypatch.setattr(type(store), "create", fail)
    answer = client.send("/start", text="\n一行目は空です。\n二行目", key="k")
    assert answer.status_code == 507
    # The first line break of a textarea is dropped by browsers, so one is added.
    assert 'hidden aria-hidden="true">\n\n一行目は空です。\n二行目</textarea>' in answer.text
    assert 'name="key" hidden aria-hidden="true">\nk</textarea>' in answer.text
    assert answer.text.count("二行目") == 2


def test_a_bug_in_a_post_gives_the_typed_words_back(
    client: FlaskClient, store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(type(store), "create", fail)
    answer = client.send("/start", text="入力した通知", key="k")
    assert answer.status_code == 500
    assert "入力した通知" in answer.text


def test_too_large_a_request_names_the_limits(reader: FlaskClient) -> None:
    answer = reader.post("/open", data=b"x" * 41_000_000, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert "10" in answer.text
    assert "200,000" in answer.text or "20万字" in answer.text


def test_a_broken_form_is_no_crash(client: FlaskClient) -> None:
    answer = client.post("/start", data=b"--x\r\nbroken", content_type="multipart/form-data")
    assert answer.status_code in (400, 422)


def test_words_sent_to_a_deleted_case_are_shown_and_the_case_can_come_back(
    reader: FlaskClient, store: CaseStore, case: Case
) -> None:
    store.delete(case.id)
    answer = reader.send(f"/cases/{case.id}/details", store="書きかけの店舗名")
    assert answer.status_code == 404
    assert "書きかけの店舗名" in answer.text
    assert f'action="/cases/{case.id}/restore"' in answer.text
