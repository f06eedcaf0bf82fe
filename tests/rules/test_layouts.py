"""Layouts of good plans: questions and answers, tables in lines, titles over points, diaries."""

import pytest

from kaizen.plan import Progress
from kaizen.reading.causes import read_causes
from kaizen.reading.headings import heading_of
from kaizen.reading.measures import read_fix
from kaizen.reading.sentences import read


@pytest.mark.parametrize(
    "line, progress",
    [
        ("もう済ませたこと", Progress.DONE),
        ("実行済(日付順)", Progress.DONE),
        ("(1) 実施済みの対策", Progress.DONE),
        ("11月20日までに行ったこと", Progress.DONE),
        ("What actions I have taken to resolve the low rate?", Progress.DONE),
        ("Already in force", Progress.DONE),
        ("これから続けること", Progress.PLANNED),
        ("継続して行うこと", Progress.PLANNED),
        ("今後の措置(ご指摘(3)への回答)", Progress.PLANNED),
        ("実施した措置(ご指摘2への回答)", Progress.DONE),
        ("<ふたつ目の原因に対して>", Progress.UNDECIDED),
        ("[For the second cause]", Progress.UNDECIDED),
        ("Still to be put in place", Progress.PLANNED),
        ("Steps we have taken to prevent such cases in the future:", Progress.PLANNED),
        ("What comes next", Progress.PLANNED),
        ("What is done", Progress.DONE),
        ("計画している措置", Progress.PLANNED),
        ("第1 実施済みの措置", Progress.DONE),
        ("PLANNED AND CONTINUING", Progress.PLANNED),
        ("What we are putting in place", Progress.PLANNED),
        ("What is to come, and how it differs from our plan of May", Progress.PLANNED),
        ("Point 3, prevention in more detail (to be carried out)", Progress.PLANNED),
        ("Point 2, check of the catalogue (carried out)", Progress.DONE),
        ("まず、すでに済ませたことをご報告します。", Progress.DONE),
        ("既に完了いたしました事項を申し上げます。", Progress.DONE),
        ("すでに終えた対応は何ですか。", Progress.DONE),
        ("次に、これから行うことです。", Progress.PLANNED),
        ("続いて、これから始めますことでございます。", Progress.PLANNED),
        ("次のことは、これから始めます。", Progress.PLANNED),
        ("残りの分", Progress.PLANNED),
        ("Allow us first to report what has been completed.", Progress.DONE),
        ("What have you done up to today?", Progress.DONE),
        ("What we did, day by day", Progress.DONE),
        ("Section 1. Containment (completed)", Progress.DONE),
        ("Finally, may we set out what we will do from now on.", Progress.PLANNED),
        ("What will you do so that it stays that way?", Progress.PLANNED),
        ("What comes now, day by day", Progress.PLANNED),
        ("Section 3. Prevention (scheduled)", Progress.PLANNED),
        ("Done (nr / date / action / cause of the four that were found)", Progress.DONE),
        ("Diary of what is done", Progress.DONE),
        ("Diary of what is coming", Progress.PLANNED),
        ("What is planned, when, and who does it?", Progress.PLANNED),
        ("ステータス:完了", Progress.DONE),
        ("ステータス:予定", Progress.PLANNED),
        ("当日から今日まで(済んだこと)", Progress.DONE),
        ("明日から先(これから行うこと)", Progress.PLANNED),
        ("What is finished?", Progress.DONE),
        ("Wednesday, December 2 (done)", Progress.DONE),
        ("From Friday, December 11 (planned, Cause 2)", Progress.PLANNED),
        ("All of this is finished.", Progress.DONE),
        ("The steps in this first group have been completed.", Progress.DONE),
        ("The steps in this second group are still to come, on the dates shown.", Progress.PLANNED),
        ("2. Running now or planned, with the start date", Progress.PLANNED),
        ("もう済ませたことは。", Progress.DONE),
        ("これから行うことは。", Progress.PLANNED),
        ("DIARY, PAGES ALREADY WRITTEN", Progress.DONE),
        ("DIARY, PAGES STILL AHEAD", Progress.PLANNED),
        ("State: DONE", Progress.DONE),
        ("State: PLANNED", Progress.PLANNED),
        ("Section 3. Measures performed", Progress.DONE),
        ("Section 4. Measures to be performed", Progress.PLANNED),
    ],
)
def test_a_title_or_a_sentence_says_what_is_done_or_planned(line: str, progress: Progress):
    heading = heading_of(read(line).text)
    assert heading is not None
    assert heading[0] is progress


@pytest.mark.parametrize(
    "line",
    [
        "出品停止済み",
        "9月14日 返金済み",
        "検品表導入予定(11/20)",
        "今後も安全管理の徹底",
        "Listing removed",
        "Our rescue plan",
        "Staff will inspect items",
        "すでに済ませた返金の記録を、佐藤が毎週確かめます。",
        "What the courier did on November 3 was not recorded.",
        "Where can that be seen?",
        "残りの分は12月3日に佐藤が廃棄します。",
    ],
)
def test_a_short_measure_or_a_sentence_that_tells_something_is_no_title(line: str):
    assert heading_of(read(line).text) is None


def test_questions_and_answers_are_read_without_their_labels():
    text = "Q: How could it happen?\nA: Cause 1. We write no dates down.\nQ: Why so late?\nA: Cause 2. Our count takes place twice a year."
    assert [cause.core for cause in read_causes(text)] == [
        "we write no dates down.",
        "our count takes place twice a year.",
    ]
    fix = read_fix(
        "問:すでに終えた対応は何ですか。\n答:次の二点です。\n1 11月12日、出品を終えました。\n"
        "問:これから行う対応は何ですか。\n答:次の一点です。\n2 12月1日から、佐藤が毎回照合します。"
    )
    assert [measure.progress for measure in fix.measures] == [Progress.DONE, Progress.PLANNED]


def test_a_letter_before_a_colon_stays_a_mark_where_nothing_is_asked():
    fix = read_fix("A: From Nov 18 we check.\nB: From Nov 20 we count.")
    assert [measure.passage.marker for measure in fix.measures] == ["a", "b"]


def test_points_below_a_marked_title_are_one_cause_and_several_measures():
    causes = read_causes(
        "1. How it came in\n   a. The tool copied 140 pages.\n   b. No approval step was built.\n"
        "2. Why nobody noticed\n   a. The form does not ask for ingredients."
    )
    assert [cause.number for cause in causes] == [1, 2]
    fix = read_fix(
        "Planned\n1. Import (cause 1)\n   a. December 1: the tool is switched to draft mode.\n"
        "   b. Every page is released.\n2. Policy news (cause 2)\n   a. December 3: mails go to two."
    )
    assert [measure.causes for measure in fix.measures] == [(1,), (1,), (2,)]


def test_sections_above_causes_that_call_themselves_so_are_no_causes():
    text = "第1 根本的な原因\n1 原因甲 照合する工程がありませんでした。\n2 原因乙 担当を定めていませんでした。\n第2 前回の計画が足りなかった理由\n3 原因丙 点検の範囲を決める基準がありませんでした。"
    assert len(read_causes(text)) == 3


def test_the_head_of_a_table_is_no_cause_and_no_measure():
    assert (
        len(
            read_causes(
                "Cause / orders / what lies behind\nC1 / 5 / No bin was labelled.\nC2 / 2 / No deputy was named."
            )
        )
        == 2
    )
    fix = read_fix(
        "区分/日付/内容/記録\n実施済み/11月12日/出品を削除しました。/写真\n実施予定/11月18日/佐藤が毎回照合します。/表"
    )
    assert [measure.progress for measure in fix.measures] == [Progress.DONE, Progress.PLANNED]


def test_what_stands_in_a_line_that_opens_on_a_day_is_of_that_day():
    fix = read_fix(
        "Thu 12 Nov. Every day at 13:30 the list is printed. Each order is ticked off. It is filed. It is kept."
    )
    assert all(measure.has_day for measure in fix.measures)


def test_a_question_is_no_sentence_of_the_seller():
    text = "Q: What was found?\nA: On November 11 we counted 88 units."
    assert [sentence.text for sentence in read(text).sentences] == [
        "on november 11 we counted 88 units."
    ]


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        (
            "Please allow us to set out the causes.\nCause (a): The leaflet was drawn up for our web shop.\n"
            "Cause (b): Nobody approved what goes into a parcel.",
            ["The leaflet was drawn", "Nobody approved"],
        ),
        (
            "ご指摘の1)と3)前半への回答です。\n甲:登録の表に欄がありませんでした。\n乙:ファイルは作成者が自分で送信していました。",
            ["登録の表に", "ファイルは作成者"],
        ),
        (
            "1. 仕入の経路を180点すべて調べた結果\n 1-1. 165点には請求書があります。\n 1-2. 15点にはありません。\n"
            "2. 根本原因\n 2-1. 原因A。仕入先を登録制にしていませんでした。\n"
            " 2-2. 原因B。入荷時に見本と比べる項目がありませんでした。\n"
            "3. 責任の所在\n 3-1. 基準を定めていなかった当店にあります。",
            ["仕入先を登録制", "入荷時に見本"],
        ),
    ],
)
def test_what_only_leads_to_the_causes_or_looks_into_them_is_none(text: str, causes: list[str]):
    found = read_causes(text)
    assert len(found) == len(causes), [cause.text for cause in found]
    for cause, words in zip(found, causes, strict=True):
        assert words.lower() in cause.text


def test_a_letter_that_names_a_kind_ends_a_sentence():
    text = "The board is revision D. The report covers revision C. Mr. K. Tanaka found it."
    assert len(read(text).sentences) == 3
