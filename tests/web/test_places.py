"""Further places of a finding are quoted and lead to where they were written."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from kaizen.case import Case, Language
from store import CaseStore
from tests.builders import a_case

MANY = "We will be careful.\nWe will do our best.\nWe will pay more attention."


@pytest.mark.parametrize(
    "spoken, words",
    [("ja", "同じところが、ほかに2か所あります"), ("en", "2 more places like this:")],
)
def test_further_places_are_quoted_and_lead_to_their_field(
    client: FlaskClient, store: CaseStore, spoken: str, words: str
) -> None:
    case = store.create(replace(a_case(fix=MANY), language=Language.EN))
    client.send("/language", switch_language=spoken, next="/")
    page = client.get(f"/cases/{case.id}/review").text
    assert words in page
    for line in MANY.split("\n")[1:]:
        assert re.search(rf'<a class="exact" href="[^"]*/plan/fix[^"]*#fix_text">{line}</a>', page)


def test_many_places_are_cut_and_counted(client: FlaskClient, store: CaseStore) -> None:
    lines = [f"We will be careful with shelf {shelf}." for shelf in "abcdefghijklmnop"]
    case = store.create(replace(a_case(fix="\n".join(lines)), language=Language.EN))
    client.send("/language", switch_language="en", next="/")
    page = client.get(f"/cases/{case.id}/review").text
    assert "15 more places like this:" in page
    assert "and 3 more" in page


def test_a_single_place_lists_no_others(client: FlaskClient, store: CaseStore) -> None:
    case = store.create(a_case(effect_month="2026年12月"))
    assert 'class="places' not in client.get(f"/cases/{case.id}/review").text


def test_the_step_and_its_script_learn_the_words_and_the_further_places(
    client: FlaskClient, case: Case
) -> None:
    first, second = "丁寧な梱包を心がけます。", "親切な対応に努めます。"
    path = f"/cases/{case.id}/plan/fix"
    client.autosave(path, fix_text=f"{first}\n{second}")
    assert (
        f'<a class="exact" href="#fix_text" data-typed="{second}">{second}</a>'
        in client.get(path).text
    )
    vague = next(
        point
        for point in client.get(f"{path}/weak").json["weak"]
        if point["places"] == [{"text": second, "field": "fix_text", "typed": second}]
    )
    assert first in vague["text"] + vague["quote"]
    assert "ほかに1か所" in vague["places_words"]
