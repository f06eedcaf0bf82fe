"""The language changes; place and answers stay."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kaizen.case import Case


def test_the_switch_comes_back_to_the_same_place(client: FlaskClient) -> None:
    page = client.get("/nothing?card=2")
    assert 'name="next" value="/nothing?card=2"' in page.text
    answer = client.send("/language", switch_language="en", next="/nothing?card=2")
    assert (answer.status_code, answer.location) == (303, "/nothing?card=2")
    assert '<html lang="en">' in client.get("/nothing").text


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "evil", "", "/a\r\nX: y"],
)
def test_the_way_back_never_leaves_the_program(client: FlaskClient, address: str) -> None:
    assert client.send("/language", switch_language="en", next=address).location == "/"


def test_an_unknown_language_changes_nothing(client: FlaskClient) -> None:
    client.send("/language", switch_language="fr", next="/")
    assert '<html lang="ja">' in client.get("/nothing").text


@pytest.mark.parametrize(
    "header, language", [("en-US,en;q=0.9", "en"), ("ja", "ja"), ("", "ja"), ("fr", "ja")]
)
def test_the_browser_chooses_until_the_seller_does(app: Flask, header: str, language: str) -> None:
    page = app.test_client().get("/nothing", headers={"Accept-Language": header})
    assert f'<html lang="{language}">' in page.text


def test_wrong_method(client: FlaskClient) -> None:
    assert client.get("/language").status_code == 405


def test_any_form_changes_the_language_along_the_way(client: FlaskClient, empty_case: Case) -> None:
    client.send(f"/cases/{empty_case.id}/delete", switch_language="en")
    assert '<html lang="en">' in client.get("/nothing").text
