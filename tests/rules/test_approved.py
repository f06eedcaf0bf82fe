"""Each wording that must be flagged is quoted and explained as somebody once approved."""

from dataclasses import replace

import pytest

from kaizen.review import review_plan
from kaizen.rule import Rule
from kaizen.rules import ALL
from tests.rules.approved import approved, named, seen
from tests.rules.wordings import Wording

CASES = [
    pytest.param(rule, name, wording, id=f"{rule.slug}-{number}")
    for rule in ALL
    for number, (name, wording) in enumerate(named(rule.slug), start=1)
]


@pytest.mark.parametrize("rule, name, wording", CASES)
def test_what_is_quoted_was_approved(rule: Rule, name: str, wording: Wording):
    told = "looked at and meant? python -m tests.rules.approved"
    assert seen(rule, wording.review()) == approved(rule.slug).get(name), told


@pytest.mark.parametrize("rule, name, wording", CASES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_said_is_a_whole_sentence(rule: Rule, name: str, wording: Wording, language: str):
    review = replace(wording.review(), language=language)
    for finding in review_plan(review, language=language, rules=(rule,)):
        for words in (finding.message, finding.why, finding.how):
            assert words.strip()
            assert "{" not in words
            assert language == "en" or "None" not in words
