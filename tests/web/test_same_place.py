"""What is said about the same words stands on one card, the worst first."""

import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from kaizen.case import Case, Language
from store import CaseStore
from tests.builders import a_case

WORDS = {
    "ja": "最近は悪いお客様が多く、当店に落ち度はありません。",
    "en": "Lately there were many bad buyers and we did nothing wrong.",
}


@pytest.fixture(params=["ja", "en"])
def blaming(request: pytest.FixtureRequest, client: FlaskClient, store: CaseStore) -> Case:
    client.send("/language", switch_language=request.param, next="/")
    return store.create(
        replace(a_case(cause=WORDS[request.param]), language=Language(request.param))
    )


def _cards(page: str) -> list[str]:
    return page.split('<article class="finding">')[1:]


def test_one_card_holds_the_worst_and_folds_the_others(client: FlaskClient, blaming: Case) -> None:
    page = client.get(f"/cases/{blaming.id}/review").text
    card = next(card for card in _cards(page) if "also-finding" in card)
    tags = re.findall(r"tag-(block|warn|info)", card.split("</article>")[0])
    assert len(tags) > 1
    assert tags == sorted(tags, key=["block", "warn", "info"].index)
    quotes = re.findall(r'quote exact">([^<]+)<', card)
    assert len(quotes) == len(set(quotes))


def test_a_folded_finding_can_be_left_and_shows_what_is_missing(
    client: FlaskClient, store: CaseStore, blaming: Case
) -> None:
    page = client.get(f"/cases/{blaming.id}/review").text
    folded = page.split('<details class="also-finding">')[1:]
    key = next(unescape(m[1]) for f in folded if (m := re.search(r'name="key" value="([^"]+)"', f)))
    path = f"/cases/{blaming.id}/review/waive"
    asked = client.send(path, key=key, reason="")
    assert asked.status_code == 422
    assert '<details class="also-finding" open>' in asked.text
    assert client.send(path, key=key, reason="確認済みです").status_code == 303
    found = store.get(blaming.id)
    assert found is not None
    assert [waiver.key for waiver in found.waivers] == [key]


def test_the_step_folds_them_too_and_so_does_its_script(client: FlaskClient, blaming: Case) -> None:
    path = f"/cases/{blaming.id}/plan/cause"
    page = client.get(path).text
    weak = client.get(f"{path}/weak").json["weak"]
    folded = [one for point in weak for one in point["also"]]
    assert folded
    assert page.count('<details class="also-finding">') == len(folded)
    assert all(one["text"] and one["also"] == [] for one in folded)


def test_a_long_item_is_not_quoted_as_a_whole(client: FlaskClient, store: CaseStore) -> None:
    long = "出荷のたびに注文番号とJANを照合します。" * 6
    case = store.create(a_case(fix=long))
    cards = _cards(client.get(f"/cases/{case.id}/review").text)
    assert not any(f'quote exact">{long[:60]}' in card for card in cards)
    assert any("この項目について、ほかに" in card for card in cards)
