"""What the page's script sends: pairs of name and text, with the token in a header."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kaizen.case import Case
from store import CaseStore

AUTOSAVE = ["autosave", "1"]


def at(case: Case) -> str:
    return f"/cases/{case.id}/plan/effect"


@pytest.mark.parametrize(
    "typed", ["二行\n目", "# 'x' & \"y\" <b>", "😀𠮷", "a\u2028b\u0085c", "\ufeff始", ""]
)
def test_pairs_store_the_same_as_a_form(client, store, case, typed):
    client.send(at(case), effect_text=typed)
    by_form = store.get(case.id).plan.effect_text
    client.autosave(at(case), effect_text="他")
    client.autosave(at(case), effect_text=typed)
    assert store.get(case.id).plan.effect_text == by_form


def test_half_a_character_is_replaced_and_everything_else_stays(client, store, case):
    words = b'[["effect_text", "\xe5\x89\x8d\\ud83d\xe5\xbe\x8c"], ["autosave", "1"]]'
    answer = client.post(at(case), data=words, content_type="application/json")
    assert answer.status_code == 200
    assert store.get(case.id).plan.effect_text == "前\ufffd後"


NO_WORDS = {
    "nothing": b"",
    "no JSON": b"effect_text=a",
    "an object": b'{"effect_text": "a", "autosave": "1"}',
    "a word alone": b'["effect_text", "a"]',
    "three words": b'[["effect_text", "a", "b"]]',
    "a number": b'[["effect_text", 1]]',
    "no text": b'[["effect_text", null]]',
    "a name that is a list": b'[[["effect_text"], "a"]]',
    "bytes that are no text": b'[["effect_text", "\xff\xfe"]]',
    "lists in lists": b"[" * 200_000,
    "a number without end": b'[["effect_text", ' + b"9" * 50_000 + b"]]",
}


@pytest.mark.parametrize("what", NO_WORDS)
def test_what_is_not_pairs_of_words_changes_nothing(client, store, case, what):
    before = store.get(case.id)
    answer = client.post(at(case), data=NO_WORDS[what], content_type="application/json")
    assert answer.status_code == 400
    assert store.get(case.id) == before


@pytest.mark.parametrize(
    "pairs", [[["effect_text", "a" * 5_000_001]], [["effect_text", "a"]] * 5_001]
)
def test_pairs_have_the_limits_of_a_form(client, store, case, pairs):
    before = store.get(case.id)
    assert client.post(at(case), json=[*pairs, AUTOSAVE]).status_code == 413
    assert store.get(case.id) == before


@pytest.mark.parametrize("token", [None, "", "wrong", "of another session"])
def test_pairs_need_the_token_in_the_header(
    app: Flask, client: FlaskClient, store: CaseStore, case: Case, token: str | None
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    own = _token(client, case)
    foreign = _token(app.test_client(), case)
    before = store.get(case.id)
    pairs = [["effect_text", "新しい文"], ["csrf_token", own], AUTOSAVE]
    sent = foreign if token == "of another session" else token
    headers = {} if sent is None else {"X-CSRFToken": sent}
    assert client.post(at(case), json=pairs, headers=headers).status_code == 400
    assert store.get(case.id) == before
    assert client.post(at(case), json=pairs, headers={"X-CSRFToken": own}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_pairs_from_another_site_are_refused(client, store, case, headers):
    before = store.get(case.id)
    answer = client.post(at(case), json=[["effect_text", "a"], AUTOSAVE], headers=headers)
    assert answer.status_code == 403
    assert store.get(case.id) == before


def _token(client: FlaskClient, case: Case) -> str:
    found = re.search('name="csrf_token" value="([^"]+)"', client.get(at(case)).text)
    assert found
    return found[1]
