"""Hostile texts on the pages: shown as words, never run, and the next request works."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import encode_multipart

from kaizen.case import Case, Details, NoticeRecord
from kaizen.plan import Cause, Measure
from store import CaseStore
from tests.builders import a_case
from tests.hostile_texts import EXECUTED, EXHAUSTING, KINDS, PASTED, TEXTS
from tests.web.test_steps import STEPS

PLACES = ("", "/details", "/notice", "/review", "/submit", "/print", "/exhibits", "/rounds")
FOREIGN = {"iframe", "object", "embed", "base", "applet", "frame", "math", "style"}


class Looker(HTMLParser):
    """Collects what in a page would run, load from elsewhere, or send elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        links = [given.get(name) or "" for name in ("href", "src", "action", "formaction")]
        if tag in FOREIGN or (tag == "meta" and "http-equiv" in given):
            self.found.append(tag)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.found.append(tag)
        self.found += [key for key in given if key.startswith("on") or key == "style"]
        self.found += [link for link in links if re.match(r"(?i)\s*(javascript|https?|//)", link)]


def harmful(html: str) -> list[str]:
    looker = Looker()
    looker.feed(html)
    return looker.found


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    """Return a client without the house rules: foreign words may look like their breach."""
    return FlaskClient(app, app.response_class)


def a_case_full_of(text: str) -> Case:
    case = a_case(violation=text, cause=text, fix=text, effect=text, responsible_person=text)
    plan = replace(
        case.plan, causes=(Cause(text, text, 1),), measures=(Measure(text, who=text, record=text),)
    )
    details = Details(text, text, notice_date=date(2026, 11, 3), notice_subject=text)
    return replace(case, title=text, plan=plan, details=details, notice=NoticeRecord(text))


def test_there_are_at_least_forty_hostile_texts() -> None:
    assert len(set(TEXTS)) >= 40


def test_the_look_at_a_page_would_notice() -> None:
    page = "<p onclick=x()><script>1</script><a href=javascript:x()>a</a><iframe></iframe>"
    assert harmful(page) == ["onclick", "script", "javascript:x()", "iframe"]


@pytest.mark.parametrize("kind", PASTED)
def test_a_hostile_text_in_every_field_is_words_on_every_page(
    visitor: FlaskClient, store: CaseStore, kind: str
) -> None:
    case = store.create(a_case_full_of(PASTED[kind]))
    paths = [f"/cases/{case.id}{place}" for place in PLACES]
    paths += [f"/cases/{case.id}/plan/{step}" for step in STEPS]
    if kind not in KINDS:  # long: the pages that look at all of it
        paths = [f"/cases/{case.id}/review", f"/cases/{case.id}/plan/cause"]
    for path in ("/", *paths):
        page = visitor.get(path)
        assert page.status_code == 200, path
        assert not set(harmful(page.text)) - own_links(page.text), path
        assert EXECUTED not in page.text, path


def own_links(html: str) -> set[str]:
    """Return the links to official pages, which stand in the help and carry no words of a case."""
    return set(re.findall(r'href="(https://(?:[a-z-]+\.)*amazon\.co\.jp/[^"?]*)"', html))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_hostile_text_that_is_typed_is_answered(
    visitor: FlaskClient, store: CaseStore, empty_case: Case, text: str
) -> None:
    path = f"/cases/{empty_case.id}/plan/cause"
    answer = visitor.post(path, data={"cause_text": text})
    assert answer.status_code in (200, 303)
    saved = store.get(empty_case.id)
    assert saved is not None
    typed = re.sub("[\x00-\x1f\x7f\\s]", "", text)
    assert (
        answer.status_code == 200
        or re.sub("[\x00-\x1f\x7f\\s]", "", saved.plan.cause_text) in typed
    )
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("text", ["\u3042" * 500_000, "x\n" * 20_000, "<p>" * 100_000])
def test_far_too_much_text_comes_back_with_the_limit(
    visitor: FlaskClient, store: CaseStore, empty_case: Case, text: str
) -> None:
    path = f"/cases/{empty_case.id}/plan/cause"
    boundary, body = encode_multipart({"cause_text": text})
    answer = visitor.post(path, data=body, content_type=f"multipart/form-data; boundary={boundary}")
    assert answer.status_code == 422 or "8,000" in answer.text or "200" in answer.text
    saved = store.get(empty_case.id)
    assert saved is not None
    assert saved.plan.cause_text == ""
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("text", [*EXHAUSTING, "B0" * 100_000, "250-" * 50_000])
def test_a_hostile_notice_becomes_a_case(visitor: FlaskClient, store: CaseStore, text: str) -> None:
    answer = visitor.post("/start", data={"text": text, "key": "k"})
    assert answer.status_code in (200, 303, 422)
    assert visitor.get("/").status_code == 200


@pytest.mark.parametrize("text", [text for kind in KINDS.values() for text in kind])
def test_no_text_breaks_out_of_the_headers_of_a_file(
    visitor: FlaskClient, store: CaseStore, text: str
) -> None:
    case = store.create(a_case_full_of(text))
    for path in ("files/text?draft=1", "file"):
        answer = visitor.get(f"/cases/{case.id}/{path}")
        assert answer.status_code == 200
        name = answer.headers["Content-Disposition"]
        assert name.startswith("attachment")
        assert not set("\r\n/\\") & set(name)
        assert "Set-Cookie" not in answer.headers or "a=b" not in answer.headers["Set-Cookie"]
        assert answer.headers["Content-Security-Policy"] == "sandbox"
