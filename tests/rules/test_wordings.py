"""Every rule flags what it must and lets pass what it must, in both languages."""

from collections import Counter

import pytest

from kaizen.rules import ALL
from tests.rules.wordings import Wording, wordings

RULES = {rule.slug: rule for rule in ALL}
ENTRIES = [entry for entry in wordings() if entry.slug in RULES]
LEAST = 4


@pytest.mark.parametrize("wording", ENTRIES, ids=str)
def test_a_wording_is_flagged_or_passes(wording: Wording):
    review = wording.review()
    places = {hit.place.item for hit in RULES[wording.slug].check(review)}
    assert (wording.item in places) is wording.must_flag, wording.data.get("text", "")


@pytest.mark.parametrize("slug", sorted(slug for slug in RULES if RULES[slug].kind != "P"))
def test_each_rule_has_enough_wordings_of_both_kinds_and_languages(slug: str):
    counted = Counter((entry.must_flag, entry.lang) for entry in ENTRIES if entry.slug == slug)
    short = [
        key
        for flag in (True, False)
        for lang in ("ja", "en")
        if counted[key := (flag, lang)] < LEAST
    ]
    assert not short, short
