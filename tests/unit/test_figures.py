"""The figures of whole plans, computed again: planted slips are found, good plans left alone."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kaizen.archive import Loaded, read_archive
from kaizen.case import Waiver
from kaizen.figures import figures, figures_as_json
from kaizen.plan import Violation
from kaizen.review_context import review_of
from tests.builders import GOOD, TODAY, a_case, a_structured_plan
from tests.rules.plan_files import plan_files

SHARED = Path(__file__).parents[1] / "rules" / "shared"
GOOD_PLANS = [entry for entry in plan_files() if not entry.defects]


def found(case, language="ja", **more):
    return figures(review_of(case, today=TODAY), language=language, **more)


def shared(case, kind="good", *changes):
    (folder,) = SHARED.glob(f"{case}-*")
    text = (folder / f"{kind}.json").read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    data = json.loads(text)
    loaded = read_archive(data)
    assert isinstance(loaded, Loaded)
    return review_of(loaded.case, today=date.fromisoformat(data["today"]))


@pytest.mark.parametrize("entry", GOOD_PLANS, ids=str)
def test_the_figures_of_a_good_plan_come_out(entry):
    assert [f.message for f in figures(entry.review, language="en").findings] == []


@pytest.mark.parametrize("case", sorted(folder.name[:2] for folder in SHARED.iterdir()))
@pytest.mark.parametrize("kind", ["good", "bad"])
def test_the_figures_of_the_worked_cases_come_out(case, kind):
    assert [f.message for f in figures(shared(case, kind), language="en").findings] == []


@pytest.mark.parametrize(
    "case, before, after, said",
    [
        ("03", "注文不良率が1.86%(目標", "注文不良率が1.68%(目標", "28 ÷ 1,505 = 1.86%"),
        ("03", "受注1,505件", "受注1,550件", "28 ÷ 1,550 = 1.81%"),
        ("03", "申請8件、", "申請9件、", "17 + 9 + 3 = 29"),
        ("03", "原因2(10件", "原因2(11件", "14 + 11 + 4 = 29"),
        ("04", "出荷遅延率(30日間)が9.2%", "出荷遅延率(30日間)が9.8%", "30 ÷ 326 = 9.2%"),
        ("04", "ホーム&キッチン)が88.4%", "ホーム&キッチン)が84.4%", "(172 - 20) ÷ 172 = 88.4%"),
        ("04", "対象の172個", "対象の127個", "(127 - 20) ÷ 127 = 84.3%"),
        ("04", "12月1日から30日までの30日間", "12月1日から31日までの28日間", "31 days (30 without"),
        ("01", "56%(41点中23点)", "65%(41点中23点)", "23 ÷ 41 = 56%"),
        ("10", "65% (57 of 88)", "56% (57 of 88)", "57 ÷ 88 = 65%"),
    ],
)
def test_a_slip_in_a_worked_case_is_found(case, before, after, said):
    (finding,) = figures(shared(case, "good", (before, after)), language="en").findings
    assert said in finding.message


@pytest.mark.parametrize(
    "items, language, said",
    [
        ({"effect": "受注1,505件のうち28件(1.68%)です。"}, "ja", "28 ÷ 1,505 = 1.86% です"),
        ({"effect": "受注1,505件のうち28件(1.68%)です。"}, "en", "computes to 28 ÷ 1,505 = 1.86%"),
        ({"cause": "11月20日(月)に確認しました。"}, "ja", "2026年11月20日は金曜日です"),
        ({"cause": "11月20日(月)に確認しました。"}, "en", "November 20, 2026 is a Friday"),
        ({"fix": "2026年11月31日に実施"}, "ja", "この月は30日までです"),
        ({"fix": "2026-13-01に実施"}, "en", "not a day of the calendar."),
        ({"fix": "2026年11月20日〜2026年11月13日"}, "ja", "(2026年11月13日)が始まりの日"),
        ({"implementation_date": "2026年11月14日(日)までに実施"}, "ja", "2026年11月14日は土曜日"),
    ],
)
def test_a_wrong_figure_is_told_in_own_words_with_the_right_one(items, language, said):
    (finding,) = found(a_case(**items), language).findings
    assert said in finding.message
    assert finding.text in finding.message


def test_a_day_that_does_not_exist_is_told_once_in_the_items_for_dates():
    assert found(a_case(implementation_date="2026年11月31日")).findings == ()


def test_figures_that_come_out_are_listed_with_their_sum():
    assert [one.working for one in found(a_case()).right] == [
        "28 ÷ 1,505 = 1.86%",
        "17 + 8 + 3 = 28",
    ]


@pytest.mark.parametrize("said, wrong", [("1.86%", 0), ("1.68%", 1), ("約2%", 0)])
def test_counts_entered_as_numbers_are_held_against_the_rate_in_words(said, wrong):
    plan = a_structured_plan()
    words = replace(plan.violation, what=f"注文不良率が{said}となりました。")
    assert isinstance(words, Violation)
    assert len(found(a_case(plan=replace(plan, violation=words))).wrong) == wrong


def test_a_figure_may_be_left_with_a_reason():
    case = a_case(effect="受注1,505件のうち28件(1.68%)です。")
    (finding,) = found(case).findings
    (left,) = found(case, waivers=[Waiver(finding.key, "画面の表示のとおり")]).findings
    assert left.is_waived


def test_figures_are_no_findings_of_the_rules():
    (finding,) = found(a_case(effect="受注1,505件のうち28件(1.68%)です。")).findings
    assert not finding.is_of_a_rule
    assert not finding.holds_back


def test_the_json_gives_what_is_claimed_what_is_computed_and_how():
    data = figures_as_json(found(a_case(effect="受注1,505件のうち28件(1.68%)です。")))
    (entry,) = data["arithmetic"]
    assert (entry["kind"], entry["item"], entry["start"], entry["end"]) == (
        "share",
        "effect",
        2,
        20,
    )
    assert (entry["claimed"], entry["computed"]) == ("1.68%", "1.86%")
    assert entry["working"] == "28 ÷ 1,505 = 1.86%"
    assert data["figures_checked"] == 3
    assert figures_as_json(found(a_case(**GOOD)))["arithmetic"] == []
