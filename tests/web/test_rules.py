"""The page of all rules: by item, folded, with examples; findings lead to it."""

import re

import pytest

from kaizen.rules import ALL
from tests.builders import a_case


def test_every_rule_stands_on_the_page_once(reader):
    page = reader.get("/help/rules")
    assert page.status_code == 200
    found = re.findall(r'<li id="(R\d\d)">', page.text)
    assert sorted(found) == [rule.id for rule in ALL]
    assert page.text.count("<details>") == len(ALL)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_rule_is_told_in_the_language_of_the_page(request, language):
    client = request.getfixturevalue("client" if language == "ja" else "english")
    page = client.get("/help/rules")
    other = "en" if language == "ja" else "ja"
    rule = next(rule for rule in ALL if rule.id == "R21")
    assert rule.guide(language).advice in page.text
    assert rule.guide(language).why in page.text
    assert rule.guide(other).why not in page.text


def test_the_rule_that_the_address_names_is_unfolded(reader):
    page = reader.get("/help/rules?rule=R21")
    assert page.text.count("<details open>") == 1
    assert '<li id="R21"><details open>' in page.text


@pytest.mark.parametrize("unknown", ["R99", "", "<script>"])
def test_an_unknown_rule_unfolds_nothing(reader, unknown):
    page = reader.get("/help/rules", query_string={"rule": unknown})
    assert page.status_code == 200
    assert "<details open>" not in page.text


def test_no_place_for_a_value_shows(reader):
    assert not re.search(r"\{\w+\}", reader.get("/help/rules").text)


def test_each_finding_leads_to_its_rule(reader, store):
    case = store.create(a_case(effect="", responsible_person="スタッフ一同"))
    page = reader.get(f"/cases/{case.id}/review")
    assert 'href="/help/rules?rule=R01#R01"' in page.text
    assert 'href="/help/rules?rule=R34#R34"' in page.text


def test_the_help_leads_to_the_rules(reader):
    assert 'href="/help/rules"' in reader.get("/help").text


def test_the_page_takes_no_post(client):
    assert client.send("/help/rules").status_code == 405
