"""What is asked and by when, in wordings of our own: tables beside this file, both directions."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kaizen.notice import clocks, documents
from kaizen.notice.dates import dates
from kaizen.notice.durations import durations
from kaizen.notice.page import clean
from kaizen.notice.template import seven_items

FOLDER = Path(__file__).parent
RECEIVED = date(2026, 11, 20)


def rows(name):
    table = tomllib.loads((FOLDER / f"{name}_wordings.toml").read_text("utf-8"))
    return [pytest.param(row, id=row["text"].strip()[:40]) for row in next(iter(table.values()))]


@pytest.mark.parametrize("row", rows("asked"))
def test_the_documents_a_passage_asks_for_are_read_and_no_others(row):
    asked = documents.asked(clean(row["text"]), row.get("type", "unknown"))
    assert sorted(one.value for one in asked) == sorted(row["asked"])


@pytest.mark.parametrize("row", rows("deadline"))
def test_the_clock_of_a_passage_is_for_the_answer_or_there_is_none(row):
    page = clean(row["text"])
    found = durations(page)
    due = clocks.deadline(page, found, dates(page, RECEIVED), RECEIVED, None, RECEIVED)
    assert (due is not None) == any(key in row for key in ("days", "hours", "day"))
    for key in ("days", "hours"):
        assert due is None or key not in row or getattr(due.deadline, key) == row[key]
    assert due is None or "day" not in row or due.deadline.date == row["day"]


CUT_BY_A_PHONE = """
下記の商品について、仕
入先が発行した請求書を
7日以内にお送りくださ
い。
・数量が販売数に見合う
こと
・仕入先の名称と電話番
号が分かること
期限までに届かない場合
は出品を停止します。
"""
CUT_BY_A_TERMINAL = """
Dear seller, we removed the offers listed below be
cause two customers wrote that the goods were used
. Please send copies of invoices from your supplie
r that were issued within the last 365 days, the n
ame and phone number of the supplier, and a plan o
f action that explains the root cause. Send it wit
hin 17 days by replying to this message. Open orde
rs must be shipped as usual. Funds are held for th
e next 90 days.
"""


@pytest.mark.parametrize(
    "text, asked, days",
    [
        (CUT_BY_A_PHONE, ["invoice", "supplier_contact"], 7),
        (CUT_BY_A_TERMINAL, ["improvement_plan", "invoice", "supplier_contact"], 17),
    ],
)
def test_a_mail_whose_lines_are_all_cut_inside_words_is_read_like_any_other(text, asked, days):
    page = clean(text)
    assert sorted(one.value for one in documents.asked(page, "unknown")) == asked
    due = clocks.deadline(page, durations(page), [], RECEIVED, None, RECEIVED)
    assert due is not None
    assert due.deadline.days == days


def test_short_lines_of_a_table_are_not_taken_for_a_cut_mail():
    rows = [f"商品{number}の名前" for number in "一二三四五六七八九十"]
    assert clean("\n".join(rows)).text.count("\n") == len(rows) - 1


SEVEN_IN_OTHER_WORDS = """
改善計画には次の項目を記してください。
1) 違反の事実
2) そのようになった原因
3) 同じことを防ぐための対策
4) 対策によって得られる効果
5) 対策の開始日
6) 効果があらわれる時期
7) 責任者のお名前
"""
SEVEN_IN_ENGLISH = """
Please fill in the plan of action:
1. Details of the violation
2. Cause of the violation
3. Specific measures so that it does not happen again
4. Effect of these measures
5. Date of implementation
6. When the effect is expected
7. Name of the person responsible
"""
SEVEN_AS_BEFORE = """
アカウントの再開をご希望の場合は、次の項目に沿ってお知らせください。
1. 発生している問題点
2. 問題の原因
3. 責任者
4. 再発を防ぐ改善策
5. 改善策の開始時期
6. 期待される効果
7. 改善の完了時期
"""
SIX_AS_BEFORE = SEVEN_AS_BEFORE.replace("6. 期待される効果\n", "")
REPORT = """
Please send a plan of action and a test report. The test report must show:
- The date of the test
- The result of each test
- The person who signed it
- The reason for any failed test
- The steps of each test
- When the next result is expected
- Whether a violation of a standard was found
"""
THREE_POINTS = """
Please send a plan of action:
1. The root cause of the violation
2. The actions you have taken
3. The steps that prevent it, with dates and the person responsible
"""
LETTERS = """
- 原因は配送会社の遅延です
- 対策として倉庫を変えました
- 効果は12月に出ます
- 担当者は鈴木です
"""


@pytest.mark.parametrize(
    "text, is_template",
    [
        (SEVEN_IN_OTHER_WORDS, True),
        (SEVEN_IN_ENGLISH, True),
        (SEVEN_AS_BEFORE, True),
        (SIX_AS_BEFORE, False),
        (REPORT, False),
        (THREE_POINTS, False),
        (LETTERS, False),
    ],
)
def test_the_seven_items_are_known_in_other_words_too(text, is_template):
    assert (seven_items(clean(text)) is not None) == is_template
