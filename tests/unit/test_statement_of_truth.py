from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kaizen.plan import Measure, Plan, Progress
from kaizen.statement_of_truth import claims
from tests.builders import a_plan, a_structured_plan


def texts(plan, language="ja"):
    return [claim.text for claim in claims(plan, language)]


def test_what_free_words_call_done_is_listed_and_what_is_planned_is_not():
    plan = a_plan(
        fix="【実施済み】\n1.11月4日、全件を返金しました。\n2.11月5日、棚を離しました(資料2)。\n"
        "【実施予定】\nA.11月13日から照合します。"
    )
    found = claims(plan, "ja")
    assert [claim.text for claim in found] == [
        "1.11月4日、全件を返金しました。",
        "2.11月5日、棚を離しました(資料2)。",
    ]
    assert [claim.exhibit for claim in found] == ["", "資料2"]


def test_english_words_are_read_too():
    plan = a_plan(
        fix="Done:\n1. Nov 11: removed both offers (Exhibit 1).\nPlanned:\nA. From Nov 16 we check lots."
    )
    (claim,) = claims(plan, "en")
    assert claim.exhibit == "Exhibit 1"


def test_done_measures_of_the_fields_are_listed_with_their_exhibit():
    plan = a_structured_plan(
        measures=(
            Measure("棚を離しました。", Progress.DONE, exhibit="資料2"),
            Measure("照合します。", Progress.PLANNED),
            Measure("まだ決めていません。"),
        )
    )
    (claim,) = claims(plan, "ja")
    assert "棚を離しました。" in claim.text
    assert claim.exhibit == "資料2"


def test_a_reworded_claim_has_to_be_confirmed_again():
    before = a_structured_plan(measures=(Measure("3件を返金", Progress.DONE),))
    after = replace(before, measures=(Measure("8件を返金", Progress.DONE),))
    assert claims(before, "ja")[0].key != claims(after, "ja")[0].key


def test_the_same_claim_is_asked_once():
    assert len(texts(a_plan(fix="【実施済み】\n返金しました。\n返金しました。"))) == 1


def test_an_empty_plan_claims_nothing():
    assert claims(Plan(), "ja") == ()


@given(st.text())
def test_any_text_gives_claims(text):
    assert isinstance(claims(Plan(fix_text=text), "ja"), tuple)
