"""One button makes plain text, and changes no words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.mend import apply, changes_of_plan, mend, mend_plan, mended
from kaizen.unsafe import MARKUP
from tests.builders import a_plan, a_structured_plan

CASES = [
    ("本当に申し訳ございません!!!", "本当に申し訳ございません。"),
    ("すごい!。", "すごい。"),
    ("It is done! OK.", "It is done. OK."),
    ("なぜですか？？", "なぜですか？"),
    ("ありがとうございます😊", "ありがとうございます"),
    ("**重要** ★実施済み★", "重要 実施済み"),
    ("# 対策\n出品を停止", "対策\n出品を停止"),
    ("|項目|担当|\n|検品|佐藤|", "項目、担当\n検品、佐藤"),
    ("* 出品停止\n* 返金", "・出品停止\n・返金"),
    ("対象:\tB0ZX1A2K3M", "対象: B0ZX1A2K3M"),
    ("<b>0件</b>とします。", "0件とします。"),
    ("[page](https://example.com/a)", "page"),
    ("`code`", "code"),
    ("①出品停止", "1.出品停止"),
    ("次に②返金", "次に(2)返金"),
    ("㈱みなと 10㎏", "(株)みなと 10kg"),
    ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"),
    ("“新品”", "「新品」"),
    ("The buyer’s “new” item", 'The buyer\'s "new" item'),
]


@pytest.mark.parametrize("written, plain", CASES)
def test_a_text_becomes_plain(written: str, plain: str):
    assert mended(written) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Ka****n8は外部の事業者です。",
        "○年○月○日",
        "1.出品停止(原因1)",
        "0.8%未満",
        "※返品は別の棚に置きます。",
        "5 < 6",
    ],
)
def test_a_plain_text_stays_as_it_is(text: str):
    assert mend(text) == []


def test_each_change_says_what_it_takes_and_which_rule_asks():
    change = mend("㈱みなと")[0]
    assert (change.before, change.after, change.rule) == ("㈱", "(株)", "R64")


def test_the_preview_names_the_field_and_shows_both_texts():
    plan = a_plan(fix="★11月9日、出品を停止しました。")
    changed = changes_of_plan(plan)
    assert [(entry.field, entry.after) for entry in changed] == [
        ("fix_text", "11月9日、出品を停止しました。")
    ]
    assert mend_plan(plan).fix_text == "11月9日、出品を停止しました。"


def test_a_plan_that_needs_nothing_is_left_alone():
    plan = a_structured_plan()
    assert changes_of_plan(plan) == []
    assert mend_plan(plan) == plan


MIXED = st.text(st.sampled_from("あ漢aZ1 \n\t*_#|<>b/`★①ｶﾞ㈱“”!?!？()[]。.,-●"), max_size=80)


@given(MIXED | st.text(max_size=60))
def test_changes_fit_their_text_and_leave_nothing_to_mend(text: str):
    changes = mend(text)
    assert all(text[c.start : c.end] == c.before for c in changes)
    assert all(a.end <= b.start for a, b in pairwise(changes))
    assert len(apply(text, changes)) <= 2 * len(text) + 4
    once = mended(text)
    assert not MARKUP.search(once) or mend(once)


@given(MIXED)
def test_letters_and_numbers_survive(text: str):
    kept = "".join(c for c in text if c in "あ漢1")
    assert "".join(c for c in mended(text) if c in "あ漢1").count("あ") == kept.count("あ")
