"""One question a page, the answers in the address, and a message that says only what is known."""

import re

import pytest
from flask.testing import FlaskClient

from kaizen.help.triage import outcomes, questions
from tests.unit.test_help_triage import WAYS

HELP = "/help/sign-in"
FILLED = {
    "store": "あおば暮らしの道具",
    "mail": "aoba@example.jp",
    "since": "2026/11/5",
    "language": "ja",
}


def test_the_first_page_asks_the_first_question(reader: FlaskClient) -> None:
    page = reader.get(HELP)
    assert page.status_code == 200
    assert page.text.count('type="radio"') == len(questions()[0].answers)


def test_an_answer_leads_to_the_next_question(client: FlaskClient) -> None:
    page = client.get(f"{HELP}?buyer=yes&asked=buyer")
    assert "パスワードは通りますか" in page.text
    assert "ここまでの答え" in page.text


def test_no_answer_is_asked_for_again(reader: FlaskClient) -> None:
    page = reader.get(f"{HELP}?asked=buyer")
    assert page.status_code == 422
    assert 'href="#answer-1"' in page.text
    assert re.search("<title>(エラー|Error)", page.text)


@pytest.mark.parametrize("answers", WAYS, ids=lambda way: "-".join(way.values()))
def test_every_end_is_a_page_in_both_languages(
    reader: FlaskClient, answers: dict[str, str]
) -> None:
    page = reader.get(HELP, query_string=answers)
    assert page.status_code == 200
    assert "<ol" in page.text
    assert 'type="radio" id="answer-1"' not in page.text


@pytest.mark.parametrize("key", [question.key for question in questions()])
def test_every_question_is_a_page_in_both_languages(reader: FlaskClient, key: str) -> None:
    way = next(way for way in WAYS if key in way)
    page = reader.get(HELP, query_string={**way, "at": key})
    assert page.status_code == 200
    chosen = re.findall(r'value="(\w+)" checked', page.text)
    assert chosen == [way[key]]


def test_an_answer_can_be_changed_and_the_later_ones_stay(client: FlaskClient) -> None:
    page = client.get(f"{HELP}?buyer=yes&password=yes&code=none&at=password")
    assert 'name="code" value="none"' in page.text
    changed = client.get(f"{HELP}?buyer=yes&password=reset&code=none&asked=password")
    assert outcomes()["code_none"].title.ja in changed.text


def test_whoever_was_not_helped_finds_the_next_question(client: FlaskClient) -> None:
    page = client.get(f"{HELP}?buyer=yes&password=wrong")
    link = re.search(r'class="button[^"]*" href="([^"]+)"', page.text)
    assert link
    assert "2段階認証のコードは届きますか" in client.get(link[1].replace("&amp;", "&")).text


def test_a_message_is_composed_from_what_was_filled_in(client: FlaskClient) -> None:
    page = client.send(f"{HELP}?buyer=yes&password=yes&code=none", **FILLED)
    assert page.status_code == 200
    message = page.text.split('id="copy-message"')[1].split("</pre>")[0]
    assert "店舗名:あおば暮らしの道具" in message
    assert "入れなくなった日:2026年11月5日" in message
    assert "- パスワードは通ります。" in message
    assert "本人確認の書類は" not in message
    assert "ご本人確認書類" not in message
    assert "書かれていないため" in page.text


def test_a_message_can_be_written_in_the_other_language(client: FlaskClient) -> None:
    page = client.send(f"{HELP}?buyer=yes&password=yes&code=none", **{**FILLED, "language": "en"})
    message = page.text.split('id="copy-message"')[1].split("</pre>")[0]
    assert "Since: November 5, 2026" in message
    assert "- My password is accepted." in message


def test_a_day_that_is_none_is_asked_for_again(reader: FlaskClient) -> None:
    way = f"{HELP}?buyer=yes&password=yes&code=none"
    page = reader.send(way, **{**FILLED, "since": "11月上旬"})
    assert page.status_code == 422
    assert 'href="#since"' in page.text
    assert "11月上旬" in page.text
    assert "あおば暮らしの道具" in page.text
    assert "copy-message" not in page.text


def test_changing_the_language_keeps_answers_and_words(client: FlaskClient) -> None:
    way = f"{HELP}?buyer=yes&password=yes&code=none"
    page = client.send(way, **FILLED, switch_language="en")
    assert outcomes()["code_none"].title.en in page.text
    assert "あおば暮らしの道具" in page.text
    assert "code=none" in page.text


def test_a_post_without_an_end_goes_back_to_the_question(client: FlaskClient) -> None:
    answer = client.send(f"{HELP}?buyer=yes", **FILLED)
    assert answer.status_code == 303
    assert answer.location == f"{HELP}?buyer=yes"


def test_nothing_typed_stands_in_an_address(client: FlaskClient) -> None:
    page = client.send(f"{HELP}?buyer=yes&password=yes&code=none", **FILLED)
    assert not [
        link for link in re.findall(r'(?:href|action)="([^"]+)"', page.text) if "aoba" in link
    ]


def test_unknown_answers_in_the_address_are_left_out(reader: FlaskClient) -> None:
    page = reader.get(f"{HELP}?buyer=%3Cscript%3E&x=1&at=nowhere")
    assert page.status_code == 200
    form = page.text.split('<form method="get"')[1].split("</form>")[0]
    assert re.findall(r'type="hidden" name="(\w+)"', form) == ["asked"]
