"""What every answer carries, and who may post."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kaizen.case import Case
from views.security import HEADERS

PATHS = ["/", "/start", "/cases/none", "/healthz", "/static/site.css", "/search"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", ["/", "/cases/{}", "/cases/{}/file", "/healthz", "/cases/none"])
def test_words_of_a_case_are_never_kept_by_the_browser(
    client: FlaskClient, case: Case, path: str
) -> None:
    assert client.get(path.format(case.id)).headers["Cache-Control"] == "no-store"


def test_the_style_sheet_is_asked_for_again_but_not_sent_again(client: FlaskClient) -> None:
    with client.get("/static/site.css") as first:
        assert first.headers["Cache-Control"] == "no-cache"
        known = {"If-None-Match": first.headers["ETag"]}
    with client.get("/static/site.css", headers=known) as again:
        assert again.status_code == 304


def test_a_downloaded_file_can_do_nothing_in_the_browser(client: FlaskClient, case: Case) -> None:
    answer = client.get(f"/cases/{case.id}/file")
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "origin, status",
    [
        ("http://localhost", 303),
        ("http://localhost:81", 403),
        ("http://localhost.evil.example", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_pages_of_this_program_may_post(client: FlaskClient, origin: str, status: int) -> None:
    answer = client.post("/start/blank", data={"key": "k"}, headers={"Origin": origin})
    assert answer.status_code == status


def test_a_post_without_a_token_changes_nothing(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    assert client.send("/start/blank", key="k").status_code == 400
    assert app.extensions["case_store"].cases() == []


def test_the_cookie_is_kept_for_long_and_away_from_scripts(client: FlaskClient) -> None:
    client.delete_cookie("kaizen_plan")
    cookie = client.get("/start").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires=" in cookie


@pytest.mark.parametrize("site, status", [("cross-site", 403), ("same-site", 403), ("none", 303)])
def test_a_post_that_the_browser_calls_foreign_is_refused(
    client: FlaskClient, site: str, status: int
) -> None:
    headers = {"Sec-Fetch-Site": site}
    answer = client.post("/start/blank", data={"key": "k"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil"])
def test_a_foreign_host_name_gets_no_page(app: Flask, host: str) -> None:
    answer = app.test_client().get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "<" not in answer.text


def test_the_scripts_keep_no_words_in_the_browser(app: Flask) -> None:
    scripts = list(Path(app.static_folder or "").glob("*.js"))
    assert scripts
    code = "\n".join(script.read_text("utf-8") for script in scripts)
    assert not re.search(r"localStorage|indexedDB|document\.cookie|caches\.", code)
    kept = re.findall(r"sessionStorage\.setItem\((.*)\);", code)
    assert set(kept) == {"LEFT, String(Date.now())"}


def test_the_page_about_security_names_tests_that_exist() -> None:
    root = Path(__file__).resolve().parents[2]
    named = re.findall(r"`([a-z]+/\w+\.py)`", (root / "docs" / "security.md").read_text("utf-8"))
    assert len(set(named)) > 15
    assert [name for name in named if not (root / "tests" / name).exists()] == []
