import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.plan import Item, Plan
from kaizen.review import review_plan
from kaizen.review_context import review_of
from kaizen.sixty_seconds import Question, first_sentences, minutes_to_read, stranger_can_tell
from tests.builders import TODAY, a_case


def look(case):
    review = review_of(case, today=TODAY)
    return review, review_plan(review, language="ja")


def test_each_item_is_shown_by_its_first_sentence():
    review, _findings = look(a_case(cause="棚が隣接していました。二人目の確認もありませんでした。"))
    shown = {first.item: first.text for first in first_sentences(review)}
    assert shown[Item.CAUSE] == "棚が隣接していました。"
    assert shown[Item.RESPONSIBLE_PERSON] == "小林 健一(出荷責任者)"


def test_a_heading_is_not_the_first_sentence():
    review, _findings = look(a_case(fix="【実施済み】\n1.11月4日、28件を返金しました。"))
    shown = {first.item: first.text for first in first_sentences(review)}
    assert "返金しました" in shown[Item.FIX]


@pytest.mark.parametrize(
    "changes, question",
    [
        ({"fix": "対応いたします。"}, Question.BEGUN),
        ({"responsible_person": "スタッフ一同"}, Question.WHO),
        ({"effect": ""}, Question.GOAL),
        ({"cause": ""}, Question.WHY),
        ({"violation": ""}, Question.COUNTS),
    ],
)
def test_what_is_missing_a_stranger_cannot_tell(changes, question):
    assert stranger_can_tell(*look(a_case()))[question]
    assert not stranger_can_tell(*look(a_case(**changes)))[question]


def test_an_empty_plan_answers_nothing():
    review, findings = look(a_case(plan=Plan()))
    assert not any(stranger_can_tell(review, findings).values())
    assert minutes_to_read(review) == 1


@given(st.text())
def test_any_text_has_a_first_sentence_of_its_own_words(text):
    review = review_of(a_case(cause=text), today=TODAY)
    shown = {first.item: first.text for first in first_sentences(review)}
    assert set(shown[Item.CAUSE]) <= {*text, " "}


@pytest.mark.parametrize("mark", ["1.", "1. ", "(1) ", "①", "A.", "・"])
def test_the_number_of_a_list_is_no_sentence(mark):
    review = review_of(a_case(fix=f"{mark}出品を停止しました。\n2.棚を分けました。"), today=TODAY)
    shown = {first.item: first.text for first in first_sentences(review)}
    assert "出品を停止しました。" in shown[Item.FIX]


@pytest.mark.parametrize("day", ["2026-11-20", "2026/11/20", "11/20"])
def test_a_day_in_figures_is_shown(day):
    words = "We checked the stock and closed two offers on November 4."
    case = a_case(violation=words, cause=words, fix=words, effect=words, implementation_date=day)
    shown = {first.item: first.text for first in first_sentences(look(case)[0])}
    assert "20" in shown[Item.IMPLEMENTATION_DATE]
