"""The other help pages: lists of steps, a message each, a checklist, and the catalogue."""

import re
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from kaizen.help.guide import guide
from store import CaseStore

PAGES = ["/help", *(f"/help/{name}" for name in ("takeover", "dormant", "closed", "safety"))]
PAGES.append("/help/causes")
WITH_MESSAGE = ["/help/takeover", "/help/dormant", "/help/closed"]
HAPPENED = {
    "store": "あおば暮らしの道具",
    "noticed_on": "2026/11/5",
    "events-0-when": "11月5日 3時20分ごろ",
    "events-0-what": "入金口座が変わった",
    "events-0-noticed": "確認のメール",
    "events-1-what": "知らない出品が20件あった",
    "done": "11月5日にパスワードを変えた",
    "language": "ja",
    "key": "k",
}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_both_languages(reader: FlaskClient, path: str) -> None:
    assert reader.get(path).status_code == 200


def test_every_link_between_the_pages_leads_somewhere(client: FlaskClient) -> None:
    waiting, seen = ["/help", "/start"], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        page = client.get(path)
        assert page.status_code in (200, 422), path
        links = re.findall(r'href="(/[^"#]*)', page.text) if "/help" in path else []
        links = [link.replace("&amp;", "&") for link in links]
        waiting += [link for link in links if not link.startswith("/static/") and link != "/"]
    assert set(PAGES) <= {urlsplit(path).path for path in seen}


def test_the_start_page_leads_to_the_help(reader: FlaskClient) -> None:
    page = reader.get("/start")
    assert 'href="/help/sign-in"' in page.text
    assert 'href="/help"' in page.text


@pytest.mark.parametrize("path", WITH_MESSAGE)
def test_a_page_composes_its_message(reader: FlaskClient, path: str) -> None:
    page = reader.send(path, store="Aoba", language="ja")
    assert page.status_code == 200
    assert "店舗名:Aoba" in page.text.split('id="copy-message"')[1].split("</pre>")[0]


@pytest.mark.parametrize("path", WITH_MESSAGE)
def test_too_long_a_line_is_named_and_kept(reader: FlaskClient, path: str) -> None:
    page = reader.send(path, store="A" * 5_000, language="ja")
    assert page.status_code == 422
    assert 'href="#store"' in page.text
    assert "A" * 5_000 in page.text


@pytest.mark.parametrize("path", ["/help", "/help/causes"])
def test_pages_without_a_form_take_no_post(client: FlaskClient, path: str) -> None:
    assert client.send(path).status_code == 405


def test_the_message_tells_what_happened_in_order(client: FlaskClient) -> None:
    page = client.send("/help/takeover", **HAPPENED)
    message = page.text.split('id="copy-message"')[1].split("</pre>")[0]
    first = "- 11月5日 3時20分ごろ 入金口座が変わった(気づいたきっかけ:確認のメール)"
    assert message.index(first) < message.index("- 知らない出品が20件あった")
    assert "気づいた日:2026年11月5日" in message


def test_a_row_can_be_added_without_losing_words(client: FlaskClient) -> None:
    page = client.send("/help/takeover", **HAPPENED, add="1")
    assert 'name="events-2-what"' in page.text
    assert "入金口座が変わった" in page.text
    assert "copy-message" not in page.text


def test_a_plan_begins_with_the_rows_once(client: FlaskClient, store: CaseStore) -> None:
    first = client.send("/help/takeover", **HAPPENED, plan="1")
    again = client.send("/help/takeover", **HAPPENED, plan="1")
    assert first.status_code == 303
    assert first.location == again.location
    (case,) = store.cases()
    assert case.details.violation_type == "compromised_account"
    assert case.details.store == "あおば暮らしの道具"
    assert "入金口座が変わった" in case.plan.violation.text
    assert client.get(first.location).status_code == 200


def test_composing_keeps_nothing(client: FlaskClient, store: CaseStore) -> None:
    client.send("/help/takeover", **HAPPENED)
    client.send("/help/takeover", **HAPPENED, switch_language="en")
    assert store.cases() == []


def test_a_day_brings_the_day_of_the_next_check(client: FlaskClient) -> None:
    assert "次に確かめる日:" not in client.get("/help/safety").text
    days = {f"days-{number}": "" for number in range(len(guide("safety").steps))}
    page = client.send("/help/safety", **{**days, "days-8": "2026/11/1"})
    assert "次に確かめる日:2026年12月1日" in page.text
    assert "2026/11/1" in page.text


def test_words_that_are_no_day_stay_with_what_to_do(reader: FlaskClient) -> None:
    page = reader.send("/help/safety", **{"days-0": "そのうち", "days-99": "x"})
    assert page.status_code == 422
    assert 'href="#days-0"' in page.text
    assert "そのうち" in page.text


def test_a_year_that_cannot_be_meant_is_asked_again(reader: FlaskClient) -> None:
    page = reader.send("/help/safety", **{"days-8": "9999-12-31"})
    assert page.status_code == 422
    assert "9999-12-31" in page.text


def test_the_catalogue_shows_window_target_and_source(client: FlaskClient) -> None:
    text = client.get("/help/causes").text
    assert "注文不良率" in text
    assert "1%未満 / 60日" in text
    assert "95%以上 / 30日" in text
    assert "200点以上" in text
    assert "2026年11月23日" in text


def test_the_closed_page_says_why_another_account_is_no_way_out(reader: FlaskClient) -> None:
    text = reader.get("/help/closed").text
    assert "抜け道にはなりません" in text or "no way out" in text
