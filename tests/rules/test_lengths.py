"""Texts of an exact length: the last that is short, long or fine, and what is shown of it."""

from dataclasses import replace
from datetime import date

import pytest

from kaizen.finding import Hit
from kaizen.plan import Effect, Plan
from kaizen.review_context import review_of
from kaizen.rules import ALL
from tests.builders import a_case, a_plan, a_structured_plan

TODAY = date(2026, 11, 13)
RULES = {rule.slug: rule for rule in ALL}


def hits(slug: str, plan: Plan) -> list[Hit]:
    return list(RULES[slug].check(review_of(a_case(plan=plan), today=TODAY)))


def long_plan(*lengths: int, unit: str) -> Plan:
    texts = [unit * length for length in lengths]
    return a_plan(**dict(zip(("violation", "cause", "fix", "effect"), texts, strict=True)))


@pytest.mark.parametrize(
    "lengths, unit, found",
    [
        ((100, 100, 100, 99), "字", [("fix", "short", "399")]),
        ((100, 100, 100, 100), "字", []),
        ((1000, 1000, 1000, 1000), "字", []),
        ((1000, 1001, 1000, 1000), "字", [("cause", "long", "4,001")]),
        ((40, 40, 40, 29), "word ", [("fix", "short_words", "149")]),
        ((40, 40, 40, 30), "word ", []),
        ((300, 300, 300, 300), "word ", []),
        ((300, 300, 300, 301), "word ", [("effect", "long_words", "1,201")]),
    ],
)
def test_a_plan_is_short_or_long_from_a_length_on(lengths, unit, found):
    told = hits("length", long_plan(*lengths, unit=unit))
    assert [(hit.place.item, hit.variant, hit.values["count"]) for hit in told] == found


@pytest.mark.parametrize(
    "sentence, found",
    [
        ("字" * 119 + "。", []),
        ("字" * 120 + "。", [("字" * 120 + "。", "", "121")]),
        ("word " * 39 + "word.", []),
        ("1. " + "word " * 39 + "word.", []),
        ("word " * 40 + "word.", [("word " * 40 + "word.", "words", "41")]),
        ("2) " + "word " * 40 + "word.", [("word " * 40 + "word.", "words", "41")]),
    ],
)
def test_a_sentence_is_long_from_a_length_on_and_shown_alone(sentence, found):
    text = f"{sentence}\nその後です。" if "字" in sentence else f"{sentence}\nThis follows it."
    plan = a_plan(violation=text)
    told = hits("long-sentence", plan)
    shown = [
        (text[h.place.start : h.place.end].strip(), h.variant, h.values["count"]) for h in told
    ]
    assert shown == found


@pytest.mark.parametrize(
    "effects, counts",
    [
        ([Effect("字" * 60, "字" * 30, "字" * 30, "字" * 30, "小林", "字" * 30)], []),
        ([Effect("字" * 125, "字" * 30, "字" * 30, "字" * 30, "小林", "字" * 30)], ["125"]),
        ([Effect("字" * 90, after="字" * 90)], []),
        ([Effect("字" * 125, after="0件"), Effect("返品率", after="1%")], ["125"]),
        ([Effect("返品率", after="1%"), Effect("字" * 125, after="0件")], ["125"]),
    ],
)
def test_fields_that_the_program_joined_are_measured_one_by_one(effects, counts):
    plan = replace(a_structured_plan(), effects=tuple(effects))
    told = hits("long-sentence", plan)
    assert [hit.values["count"] for hit in told if hit.place.item == "effect"] == counts
