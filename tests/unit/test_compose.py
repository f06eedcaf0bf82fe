from datetime import date

import pytest

from kaizen.case import Language, Layout
from kaizen.compose import compose
from kaizen.document import section_body, section_text
from kaizen.plan import Measure, Plan, Progress
from tests.builders import GOOD, TODAY, a_case, a_structured_plan


def text_of(case, layout=Layout.SEVEN, language=None):
    document = compose(case, language, layout, today=TODAY)
    return "\n\n".join(section_text(s, document.language) for s in document.sections)


def test_items_one_to_four_stand_below_their_label_and_the_rest_beside_it():
    text = text_of(a_case())
    assert text.startswith("1.今回発生させた規約違反の内容\n2026年11月3日付の通知")
    assert "\n\n5.改善策の実施期日:2026年11月14日までに実施\n\n" in text
    assert "\n\n6.改善策の効果が見込まれる時期:2027年1月\n\n" in text
    assert text.endswith("7.改善策実施責任者氏名:小林 健一(出荷責任者)")


@pytest.mark.parametrize("layout", Layout)
def test_free_words_are_printed_exactly(layout):
    text = text_of(a_case(), layout)
    for item in ("violation", "cause", "effect"):
        assert GOOD[item] in text
    assert all(line in text for line in GOOD["fix"].splitlines())


def test_three_parts_divide_item_three_at_its_headings():
    document = compose(a_case(), layout=Layout.THREE, today=TODAY)
    root, done, prevention = (section_body(section) for section in document.sections)
    assert "返金または再送を完了" in done
    assert "ハンディ端末" not in done
    assert "ハンディ端末" in prevention
    assert "小林 健一(出荷責任者)" in prevention
    assert "棚が隣接" in root


def test_a_free_text_without_headings_goes_whole_under_actions_taken():
    document = compose(a_case(fix="在庫を数えます。"), layout=Layout.THREE, today=TODAY)
    assert section_body(document.sections[1]) == "在庫を数えます。"
    assert "在庫を数えます。" not in section_body(document.sections[2])


def test_done_measures_are_numbered_and_planned_ones_lettered():
    text = text_of(a_case(plan=a_structured_plan()))
    assert "【実施済み】\n1.色違い2種の棚を3メートル離しました。" in text
    assert "【実施予定】\nA.ハンディ端末で" in text


def test_a_measure_nobody_dated_is_never_called_done():
    plan = a_structured_plan(measures=(Measure(what="検品します。", progress=Progress.UNDECIDED),))
    text = text_of(a_case(plan=plan))
    assert "【実施時期未定】\nA.検品します。" in text
    assert "【実施済み】" not in text


@pytest.mark.parametrize(
    "written, language, printed",
    [
        ("2026/11/14", Language.JA, "2026年11月14日までに実施"),
        ("令和8年11月14日", Language.JA, "2026年11月14日までに実施"),
        ("2026-11-20", Language.EN, "2026-11-20"),
        ("2026年11月20日", Language.EN, "November 20, 2026"),
        ("なるべく早く", Language.JA, "なるべく早く"),
    ],
)
def test_item_five_is_printed_as_the_template_has_it(written, language, printed):
    document = compose(a_case(implementation_date=written), language, today=date(2026, 11, 6))
    assert section_body(document.sections[4]) == printed


def test_an_empty_plan_has_all_seven_labels_and_nothing_else():
    document = compose(a_case(plan=Plan()), today=TODAY)
    assert [section.blocks for section in document.sections] == [()] * 7


def test_english_labels_are_complete():
    text = text_of(a_case(plan=a_structured_plan()), language=Language.EN)
    assert text.startswith("1. Violation\nPolicy or metric: ")
    assert "Cause 1 (14): " in text
    assert "7. Responsible person: 小林 健一, 出荷責任者" in text
