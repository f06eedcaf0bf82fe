"""Rename, copy, delete and bring back."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kaizen.archive import write_archive
from kaizen.case import Case
from store import CaseStore
from webapp import build_app


def test_a_case_gets_another_name(client: FlaskClient, store: CaseStore, case: Case) -> None:
    assert client.send(f"/cases/{case.id}/rename", title=" 新しい名前 ").status_code == 303
    saved = store.get(case.id)
    assert saved is not None
    assert saved.title == "新しい名前"


def test_an_empty_name_lets_the_store_stand(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    client.send(f"/cases/{case.id}/rename", title="")
    assert ">あおば暮らしの道具<" in client.get("/").text


def test_a_name_over_the_limit_comes_back(reader: FlaskClient, case: Case) -> None:
    answer = reader.send(f"/cases/{case.id}/rename", title="あ" * 201)
    assert answer.status_code == 422
    assert "あ" * 201 in answer.text
    assert "200" in answer.text


def test_the_language_switch_keeps_the_typed_name(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    answer = client.send(f"/cases/{case.id}/rename", title="途中", switch_language="en")
    assert "途中" in answer.text
    saved = store.get(case.id)
    assert saved is not None
    assert saved.title == case.title


def test_a_copy_holds_the_same_and_is_made_once(
    reader: FlaskClient, store: CaseStore, case: Case
) -> None:
    answers = [reader.send(f"/cases/{case.id}/duplicate", key="k") for _ in range(2)]
    assert answers[0].location == answers[1].location
    assert len(store.cases()) == 2
    copy = store.get(answers[0].location.rsplit("/", 1)[1])
    assert copy is not None
    assert {**write_archive(copy), "title": ""} == {**write_archive(case), "title": ""}
    assert reader.get(answers[0].location).status_code == 200


def test_a_deleted_case_can_be_brought_back_at_once(
    reader: FlaskClient, store: CaseStore, case: Case
) -> None:
    answer = reader.send(f"/cases/{case.id}/delete")
    assert not store.cases()
    page = reader.get(answer.location).text
    assert f'action="/cases/{case.id}/restore"' in page
    back = reader.send(f"/cases/{case.id}/restore")
    assert back.status_code == 303
    assert reader.get(back.location).status_code == 200
    assert "restore" not in reader.get(answer.location).text


def test_the_undo_stands_above_the_list_too(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    store.create(Case(title="残る案件"))
    page = client.get(client.send(f"/cases/{case.id}/delete").location).text
    assert "削除しました。" in page
    assert ">残る案件<" in page


def test_deleting_twice_says_that_it_is_gone(client: FlaskClient, case: Case) -> None:
    client.send(f"/cases/{case.id}/delete")
    assert client.send(f"/cases/{case.id}/delete").status_code == 404


@pytest.mark.parametrize("act", ["rename", "duplicate", "delete", "restore"])
def test_missing_case_and_wrong_method(client: FlaskClient, case: Case, act: str) -> None:
    assert client.send(f"/cases/none/{act}", title="x").status_code == 404
    assert client.get(f"/cases/{case.id}/{act}").status_code == 405


def test_the_page_of_a_missing_case(client: FlaskClient, case: Case) -> None:
    assert client.get("/cases/none/manage").status_code == 404
    assert client.send(f"/cases/{case.id}/manage").status_code == 405


@pytest.mark.parametrize("address", ["/start/blank", "/cases/{}/delete"])
def test_what_was_deleted_long_ago_is_erased_when_something_is_begun_or_deleted(
    client: FlaskClient,
    store: CaseStore,
    case: Case,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    other = store.create(case)
    store.delete(case.id)
    monkeypatch.setattr("views.deleted.KEPT", timedelta(days=-1))
    client.get("/")
    assert [gone.id for gone in store.summaries(deleted=True)] == [case.id]
    assert client.send(address.format(other.id), key="k").status_code == 303
    assert case.id not in [gone.id for gone in store.summaries(deleted=True)]


def test_what_was_deleted_long_ago_is_erased_at_the_next_start(
    app: Flask, store: CaseStore, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.delete(case.id)
    build_app(app.config["SETTINGS"]).extensions["case_store"].close()
    assert [gone.id for gone in store.summaries(deleted=True)] == [case.id]
    monkeypatch.setattr("views.deleted.KEPT", timedelta(days=-1))
    build_app(app.config["SETTINGS"]).extensions["case_store"].close()
    assert store.summaries(deleted=True) == []
