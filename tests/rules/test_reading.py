"""Free text is read as sentences, causes, measures, days and persons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.plan import Progress
from kaizen.reading.causes import read_causes
from kaizen.reading.days import days_in
from kaizen.reading.measures import read_fix
from kaizen.reading.passages import referred
from kaizen.reading.person import read_person
from kaizen.reading.sentences import read
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
    [("(原因1、2)", (1, 2)), ("(cause 1 and 3)", (1, 3)), ("原因A", (1,)), ("対策2", ())],
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
