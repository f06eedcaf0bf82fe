from datetime import date
from decimal import Decimal

import pytest

from kaizen.coverage import State, coverage
from kaizen.notice import Deadline, Notice, NoticeMetric

NOTICE = Notice(
    asins=("B0ZX1A2K3M",),
    order_ids=("250-5550201-0000210",),
    complaint_ids=("30012345671",),
    registration_numbers=("6900001",),
    metrics=(NoticeMetric("odr", Decimal("1.86"), Decimal("1.0"), "%", 60),),
    documents_requested=("improvement_plan", "invoice", "supplier_contact"),
    missing_points=("医薬品成分を含む商品を出品しないための具体的な手順",),
    deadline=Deadline("appeal", 17, None, date(2026, 11, 25), "17日以内"),
)
EMPTY: dict[str, str] = {}


def states(texts=EMPTY, attachments=(), waived=None, **more):
    return {row.id: row.state for row in coverage(NOTICE, texts, attachments, waived, **more)}


def test_each_thing_of_the_notice_is_a_row_and_open_at_first():
    assert states() == dict.fromkeys(
        [
            "asin:B0ZX1A2K3M",
            "order:250-5550201-0000210",
            "complaint:30012345671",
            "registration:6900001",
            "metric:odr",
            "document:improvement_plan",
            "document:invoice",
            "document:supplier_contact",
            "point:1",
            "deadline",
        ],
        State.OPEN,
    )


@pytest.mark.parametrize(
    "row, item, text",
    [
        ("asin:B0ZX1A2K3M", "violation", "対象はＢ０ＺＸ１Ａ２Ｋ３Ｍです"),
        ("asin:B0ZX1A2K3M", "violation", "対象はb0zx1a2k3mです"),
        ("order:250-5550201-0000210", "violation", "注文２５０－５５５０２０１－００００２１０"),
        ("complaint:30012345671", "violation", "申し立て30012345671"),
        ("registration:6900001", "violation", "商標第6900001号"),
        ("metric:odr", "violation", "注文不良率は1.86%でした"),
        ("document:supplier_contact", "fix", "仕入先の電話番号は03-0000-0000です"),
        ("point:1", "fix", "医薬品の成分を照合する手順を定めました"),
    ],
)
def test_the_text_answers_a_row(row, item, text):
    assert states({item: text})[row] is State.ANSWERED


@pytest.mark.parametrize(
    "row, item, text",
    [
        ("asin:B0ZX1A2K3M", "violation", "一部の商品です"),
        ("metric:odr", "violation", "注文不良率は11.86%でした"),
        ("metric:odr", "violation", "1.86%でした"),
        ("point:1", "fix", "今後は気を付けます"),
        ("point:1", "violation", "医薬品の成分を含む商品"),
        ("document:invoice", "fix", "請求書を保管します"),
    ],
)
def test_words_beside_the_matter_leave_a_row_open(row, item, text):
    assert states({item: text})[row] is State.OPEN


def test_an_exhibit_is_evidence():
    assert states(attachments=["資料1 請求書_B0ZX1A2K3M.pdf"])["document:invoice"] is (
        State.EVIDENCED
    )


def test_a_plan_is_there_once_cause_and_fix_are_written():
    assert states({"cause": "原因"})["document:improvement_plan"] is State.OPEN
    assert states({"cause": "原因", "fix": "対策"})["document:improvement_plan"] is State.ANSWERED


def test_a_row_is_waived_only_with_a_reason():
    assert states(waived={"document:invoice": "在庫を返品済み"})["document:invoice"] is State.WAIVED
    assert states(waived={"document:invoice": " "})["document:invoice"] is State.OPEN


def test_an_answered_row_stays_answered_although_it_was_waived():
    rows = states({"violation": "B0ZX1A2K3M"}, waived={"asin:B0ZX1A2K3M": "理由"})
    assert rows["asin:B0ZX1A2K3M"] is State.ANSWERED


def test_the_deadline_is_met_by_submitting_in_time():
    assert states(submitted_on=date(2026, 11, 25))["deadline"] is State.ANSWERED
    assert states(submitted_on=date(2026, 11, 26))["deadline"] is State.OPEN


def test_a_notice_that_names_nothing_gives_no_rows():
    assert coverage(Notice(), {}) == []
