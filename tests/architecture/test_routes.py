"""Every address is on this list: a new one asks who may use it and whether it may be kept.

All of them answer on this computer alone. No answer with words of a case is kept by the browser;
nothing changes by following a link; every post carries the token of its form.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from settings import Settings
from tests.builders import TODAY, a_case
from webapp import build_app


@dataclass(frozen=True)
class Kind:
    """What an address is for: how it is asked for, and whether its answer may be kept."""

    methods: frozenset[str]
    cache: str = "no-store"


PAGE = Kind(frozenset({"GET"}))
FORM = Kind(frozenset({"GET", "POST"}))
ACTION = Kind(frozenset({"POST"}))
FILE = Kind(frozenset({"GET"}))
SIGN = Kind(frozenset({"GET"}))
ASSET = Kind(frozenset({"GET"}), cache="no-cache")

ROUTES = {
    "/": PAGE,
    "/cases/<case_id>": PAGE,
    "/cases/<case_id>/coverage": PAGE,
    "/cases/<case_id>/coverage/unwaive": ACTION,
    "/cases/<case_id>/coverage/waive": ACTION,
    "/cases/<case_id>/deadline.ics": FILE,
    "/cases/<case_id>/delete": ACTION,
    "/cases/<case_id>/details": FORM,
    "/cases/<case_id>/duplicate": ACTION,
    "/cases/<case_id>/exhibits": FORM,
    "/cases/<case_id>/file": FILE,
    "/cases/<case_id>/files/<key>": FILE,
    "/cases/<case_id>/manage": PAGE,
    "/cases/<case_id>/note": FORM,
    "/cases/<case_id>/note/files/<key>": FILE,
    "/cases/<case_id>/note/send": FORM,
    "/cases/<case_id>/notice": PAGE,
    "/cases/<case_id>/notice/accept": ACTION,
    "/cases/<case_id>/notice/correct/<key>": ACTION,
    "/cases/<case_id>/notice/paste": FORM,
    "/cases/<case_id>/notice/restore/<key>": ACTION,
    "/cases/<case_id>/numbers": PAGE,
    "/cases/<case_id>/numbers/<metric>": FORM,
    "/cases/<case_id>/numbers/<metric>/document": ACTION,
    "/cases/<case_id>/numbers/<metric>/use": ACTION,
    "/cases/<case_id>/plan/<step>": FORM,
    "/cases/<case_id>/plan/<step>/weak": FILE,
    "/cases/<case_id>/print": PAGE,
    "/cases/<case_id>/rename": ACTION,
    "/cases/<case_id>/restore": ACTION,
    "/cases/<case_id>/review": PAGE,
    "/cases/<case_id>/review/mend": ACTION,
    "/cases/<case_id>/review/unwaive": ACTION,
    "/cases/<case_id>/review/waive": ACTION,
    "/cases/<case_id>/review/year": ACTION,
    "/cases/<case_id>/rounds": PAGE,
    "/cases/<case_id>/route": ACTION,
    "/cases/<case_id>/rounds/answer": ACTION,
    "/cases/<case_id>/submit": PAGE,
    "/cases/<case_id>/submit/done": ACTION,
    "/cases/<case_id>/submit/facts": ACTION,
    "/cases/<case_id>/submit/shape": ACTION,
    "/healthz": SIGN,
    "/help": PAGE,
    "/help/causes": PAGE,
    "/help/closed": FORM,
    "/help/dormant": FORM,
    "/help/rules": PAGE,
    "/help/safety": FORM,
    "/help/sign-in": FORM,
    "/help/takeover": FORM,
    "/language": ACTION,
    "/open": FORM,
    "/search": FORM,
    "/start": FORM,
    "/start/blank": ACTION,
    "/static/<path:filename>": ASSET,
}
VALUES = {"step": "cause", "metric": "odr", "key": "text", "filename": "site.css"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("routes")
    built = build_app(Settings.in_folder(folder, secret_key="x", today=TODAY))
    yield built
    built.extensions["case_store"].close()


@pytest.fixture(scope="module")
def case_id(app: Flask) -> str:
    return str(app.extensions["case_store"].create(a_case()).id)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def address(rule: str, case_id: str) -> str:
    values = {**VALUES, "case_id": case_id}
    for name, value in values.items():
        rule = rule.replace(f"<{name}>", value).replace(f"<path:{name}>", value)
    assert "<" not in rule, "give the new part a value in VALUES"
    return rule


def asked_by(method: str) -> list[str]:
    return [rule for rule, kind in ROUTES.items() if method in kind.methods]


def test_the_list_is_the_program(app: Flask) -> None:
    found = defaultdict(set)
    for rule in app.url_map.iter_rules():
        found[rule.rule] |= (rule.methods or set()) - {"HEAD", "OPTIONS"}
    assert dict(found) == {rule: set(kind.methods) for rule, kind in ROUTES.items()}


@pytest.mark.parametrize("rule", asked_by("GET"))
def test_no_answer_with_words_of_a_case_is_kept(
    client: FlaskClient, case_id: str, rule: str
) -> None:
    with client.get(address(rule, case_id)) as answer:
        assert answer.headers["Cache-Control"] == ROUTES[rule].cache
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("rule", [r for r in asked_by("GET") if "case_id" in r])
def test_a_case_that_does_not_exist_is_not_found(client: FlaskClient, rule: str) -> None:
    assert client.get(address(rule, "nowhere")).status_code == 404


@pytest.mark.parametrize("rule", asked_by("GET"))
def test_nothing_is_written_by_following_a_link(
    client: FlaskClient, case_id: str, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    def write(_engine: object) -> None:
        raise AssertionError("a page writes")

    monkeypatch.setattr("store.cases.writing", write)
    for method in ("GET", "HEAD", "OPTIONS"):
        with client.open(address(rule, case_id), method=method) as answer:
            assert answer.status_code < 500


@pytest.mark.parametrize("rule", asked_by("POST"))
def test_a_post_without_a_token_changes_nothing(
    app: Flask, client: FlaskClient, case_id: str, rule: str
) -> None:
    before = app.extensions["case_store"].cases()
    assert client.post(address(rule, case_id)).status_code == 400
    assert app.extensions["case_store"].cases() == before


@pytest.mark.parametrize("rule", asked_by("POST"))
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "http://localhost:1"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_post_from_another_site_is_refused(
    client: FlaskClient, case_id: str, rule: str, headers: dict[str, str]
) -> None:
    assert client.post(address(rule, case_id), headers=headers).status_code == 403


@pytest.mark.parametrize("rule", ROUTES)
def test_an_address_answers_only_to_its_methods(
    client: FlaskClient, case_id: str, rule: str
) -> None:
    refused = {"GET", "POST", "PUT", "DELETE", "PATCH"} - ROUTES[rule].methods
    for method in refused:
        assert client.open(address(rule, case_id), method=method).status_code in (400, 404, 405)


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "192.168.1.5", "evil"])
def test_a_foreign_name_for_this_computer_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765"])
def test_the_own_names_of_this_computer_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.2", "2001:db8::1", "0.0.0.0"])
def test_another_machine_is_refused_however_the_program_is_served(
    client: FlaskClient, address: str
) -> None:
    assert client.get("/", environ_base={"REMOTE_ADDR": address}).status_code == 403


def test_this_machine_is_answered(client: FlaskClient) -> None:
    for address in ("127.0.0.1", "::1"):
        answer = client.get("/healthz", environ_base={"REMOTE_ADDR": address})
        assert answer.status_code == 200
