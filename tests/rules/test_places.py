"""Whatever is typed, a finding points into the words as typed and never stumbles."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaizen.plan import Item
from kaizen.review import review_plan
from kaizen.review_context import review_of
from kaizen.rules import ALL
from tests.builders import a_case, a_plan
from tests.rules.wordings import wordings

WRITTEN = sorted({str(entry.data.get("text", "")) for entry in wordings()})
PIECES = (
    st.sampled_from(WRITTEN)
    | st.text(max_size=40)
    | st.sampled_from(
        [
            "！",
            "ｶﾞ",
            "①",
            "\n",
            "「",
            "」",
            "。",
            "Ａｍａｚｏｎ",
            "がが",
            "\u200b",
            "**",
            "<b>",
            "|",
            "090-1234-5678",
        ]
    )
)
TEXTS = st.lists(PIECES, max_size=6).map("".join)


# The first example loads every word list.
@settings(deadline=None)
@given(text=TEXTS, item=st.sampled_from([Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT]))
def test_every_finding_points_into_its_item(text: str, item: Item):
    review = review_of(a_case(plan=a_plan(**{item.value: text})), today=date(2026, 11, 13))
    for finding in review_plan(review, language="en"):
        place = finding.place
        if place.item in {entry.value for entry in Item}:
            whole = review[Item(place.item)].text
            assert 0 <= place.start <= place.end <= len(whole)
            assert finding.text == whole[place.start : place.end]
        assert finding.message


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_has_all_its_words_in_both_languages(rule, language: str):
    guide = rule.guide(language)
    assert all((guide.advice, guide.why, guide.how, guide.weak, guide.better))
    asks = getattr(rule, "question", None)
    assert guide.messages or (asks and asks(language))
