"""Free text is read as sentences, causes, measures, days and persons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.plan import Progress
from kaizen.reading.causes import read_causes
from kaizen.reading.days import days_in
from kaizen.reading.measures import read_fix
from kaizen.reading.passages import read_points, referred
from kaizen.reading.person import read_person
from kaizen.reading.sentences import read
from kaizen.reading.slots import english_names, has_amount
from kaizen.strength import Strength, strength_of

TODAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    "text, days",
    [
        ("11月8日に停止しました。", [date(2026, 11, 8)]),
        ("2027年1月5日と1月6日", [date(2027, 1, 5), date(2027, 1, 6)]),
        ("令和8年11月8日", [date(2026, 11, 8)]),
        ("On Nov 8 and 9 December 2026", [date(2026, 11, 8), date(2026, 12, 9)]),
        ("2026-11-08, 11/9", [date(2026, 11, 8), date(2026, 11, 9)]),
        ("11/30/2026 and 30.11.2026", [date(2026, 11, 30), date(2026, 11, 30)]),
        ("注文250-5550101-0000011", []),
        ("2月30日", []),
    ],
)
def test_days_are_read_with_the_year_nearest_to_today(text: str, days: list[date]):
    assert [day.day for day in days_in(text, TODAY)] == days


def test_headings_tell_done_from_planned_also_where_facts_stand_in_brackets():
    fix = read_fix(
        "Done:\n1. 棚を離しました。 (done: November 5, 2026, owner: 原)\nPlanned:\nA. We check."
    )
    assert [measure.progress for measure in fix.measures] == [Progress.DONE, Progress.PLANNED]
    assert fix.measures[0].has_day


def test_a_letter_with_a_number_marks_a_measure_also_in_front_of_its_cause():
    fix = read_fix("M1 (C1). Stock link. Who: Ren Oda.\nM2 (C2). Upload sheet. Who: Aki Tomita.")
    assert [measure.passage.marker for measure in fix.measures] == ["m1", "m2"]


def test_a_paragraph_is_read_sentence_by_sentence():
    fix = read_fix("We deleted the listing. We will check every lot.")
    assert [measure.progress for measure in fix.measures] == [Progress.DONE, Progress.PLANNED]


def test_causes_leave_out_the_lead_in_and_the_sentence_that_owns_them():
    text = "次の2つに分類しました。\n原因1:棚が隣接していました。\n原因2:一人で照合していました。\nいずれも当店の管理体制の不備によるものです。"
    assert [cause.core for cause in read_causes(text)] == [
        "棚が隣接していました。",
        "一人で照合していました。",
    ]


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("(原因1、2)", (1, 2)),
        ("(cause 1 and 3)", (1, 3)),
        ("原因A", (1,)),
        ("原因ア、イ", (1, 2)),
        ("原因一から三", (1, 2, 3)),
        ("対策2", ()),
    ],
)
def test_the_causes_that_a_measure_answers_are_read(text: str, numbers: tuple[int, ...]):
    assert referred(read(text).text) == numbers


@pytest.mark.parametrize(
    "text, is_full",
    [
        ("小林 健一(出荷責任者)", True),
        ("大野真理", True),
        ("林誠", True),
        ("Dana Reyes, Owner", True),
        ("長谷川", False),
        ("店長の山田", False),
        ("ABC Trading LLC", False),
        ("Maya", False),
    ],
)
def test_a_full_name_is_told_from_half_a_name_a_role_and_a_company(text: str, is_full: bool):
    assert read_person(text).is_full_name is is_full


@pytest.mark.parametrize(
    "text, step",
    [
        ("今後は気をつけます", Strength.CARE),
        ("研修を行います", Strength.TRAINING),
        ("2名で承認します", Strength.SECOND_PERSON),
        ("写真を台帳に保管します", Strength.RECORDED_INSPECTION),
        ("自動で拒否します", Strength.SYSTEM_CONTROL),
        ("we no longer sell it", Strength.STOP_SELLING),
        ("hello", Strength.NONE),
    ],
)
def test_the_ladder_gives_the_highest_step(text: str, step: Strength):
    assert strength_of(text) is step


def test_a_day_in_a_line_of_its_own_dates_the_lines_below():
    fix = read_fix("【実施済み】\n11月9日(月)\n・出品を停止しました。\n・返金しました。")
    assert [measure.has_day for measure in fix.measures] == [True, True]


def test_lines_that_say_who_and_how_often_go_with_the_point_above():
    fix = read_fix(
        "【実施予定】\n1. 番号を照合します。\n・担当:佐野\n・頻度:毎出荷\n2. 写真を撮ります。"
    )
    assert [measure.passage.marker for measure in fix.measures] == ["1", "2"]


@pytest.mark.parametrize(
    "text, markers",
    [
        ("①出品停止(9/1) ②返金(9/2)", ["1", "2"]),
        ("ア. 9月21日までに表を作ります。\nイ. 申請制にします。", ["ア", "イ"]),
        ("一、棚を分けます。\n二、写真を撮ります。", ["一", "二"]),
        ("(i) Offer closed.\n(ii) Stock sealed.", ["i", "ii"]),
        ("その1 4月26日、外しました。\nその2 4月27日、返金しました。", ["1", "2"]),
        ("12月1日に棚を分け、①と②を離します。", [""]),
    ],
)
def test_points_are_counted_in_many_ways(text: str, markers: list[str]):
    assert [point.marker for point in read_points(text)] == markers


@pytest.mark.parametrize(
    "text, names",
    [
        ("Maya checks every lot.", ("maya",)),
        ("Nguyễn Thị Lan and José García sign.", ("nguyễn thị", "josé garcía", "garcía")),
        ("YAMADA Taro reads the log.", ("yamada taro", "taro")),
        ("Every lot is checked. Royal Mail collects. Software checks.", ()),
        ("Late Shipment Rate, Seller Central, Quality Control", ()),
    ],
)
def test_persons_are_told_from_other_capitals(text: str, names: tuple[str, ...]):
    assert english_names(text) == names


@pytest.mark.parametrize(
    "text, counts",
    [
        ("佐野が3欄に書きます。", True),
        ("5 parcels a day", True),
        ("both remaining users", True),
        ("1) & 3) We check (causes 1 and 2) since 2017.", False),
        ("原因1と2に対し、12月5日から行います。", False),
        ("shipment FBA15KXRT2QD", False),
    ],
)
def test_a_number_counts_something(text: str, counts: bool):
    assert has_amount(read(text).text) is counts


@given(st.text(max_size=300))
def test_any_text_is_read_with_places_inside_it(text: str):
    reading = read(text)
    assert len(reading.text) == len(reading.cased) == len(reading.own)
    for sentence in reading.sentences:
        assert reading.text[sentence.start : sentence.end] == sentence.text
    for measure in read_fix(text).measures:
        assert 0 <= measure.start < measure.end <= len(reading.text)
    for day in days_in(text, TODAY):
        assert 0 <= day.start < day.end <= len(reading.text)
    read_causes(text)
    read_person(text)


@pytest.mark.parametrize(
    "text, causes",
    [
        ("What went wrong?\nCause 1: no check of lids.\nCause 2: no list of suppliers.", 2),
        ("Point 1 (root cause):\nFour employees did it.\nCause 1: no rule.\nCause 2: no check.", 2),
        ("Cause A, 9 orders: one box.\nANSWER TO POINT 2 (why May failed)\nCause B: no deputy.", 2),
        (
            "Looking back, two things let it through.\nThe first is our form.\nThe second is our inbox.",
            2,
        ),
        (
            "ふたつのことが重なりました。\nひとつ目は、棚に欄が無いことです。\nふたつ目は、止める日が無いことです。",
            2,
        ),
        ("なぜ起きたのか?\n原因1、検品の工程がありません。\n原因2、台帳がありません。", 2),
        ("検品の手順がなかった\n台帳の欄がなかった", 2),
        ("1. No check of lids.\n2. No list of suppliers.\nBoth are our failures.", 2),
    ],
)
def test_headings_questions_and_numbers_of_the_notice_are_no_causes(text: str, causes: int):
    assert len(read_causes(text)) == causes
