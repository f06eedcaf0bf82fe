from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kaizen.coverage import Answer, Sent, State, coverage
from kaizen.notice import Deadline, Notice, NoticeMetric, Status
from kaizen.points_asked import keeps_the_plan

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


def rows(notice, **answer):
    return {row.id: row for row in coverage(notice, Answer(**answer))}


def states(texts=EMPTY, attachments=(), waived=None, **more):
    answer = Answer(texts, attachments)
    return {row.id: row.state for row in coverage(NOTICE, answer, waived, **more)}


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
    assert coverage(Notice(), Answer()) == []


ONE_OF = Notice(
    order_ids=("249-5550301-0000310",),
    documents_requested=("invoice", "proof_of_delivery", "warehouse_contract", "permit"),
    documents_alternatives=(("invoice", "proof_of_delivery", "warehouse_contract"),),
)
GROUP = "document:invoice|proof_of_delivery|warehouse_contract"


def test_papers_of_which_one_is_enough_are_one_row():
    assert list(rows(ONE_OF)) == ["order:249-5550301-0000310", GROUP, "document:permit"]
    shown = rows(ONE_OF, exhibits=["何かの紙", "注文の送り状番号とお届け済みの画面"])[GROUP]
    assert shown.state is State.EVIDENCED
    assert [paper.shown_by for paper in shown.papers] == [None, 2, None]


@pytest.mark.parametrize(
    "document, exhibit",
    [
        ("proof_of_delivery", "注文の送り状番号とお届け済みの画面"),
        ("proof_of_delivery", "delivered.png tracking page"),
        ("invoice", "資料1 仕入明細書.pdf"),
        ("warehouse_contract", "発送代行の契約.pdf"),
        ("business_license", "古物商許可証"),
        ("packing_photo", "箱詰めの写真"),
    ],
)
def test_an_exhibit_is_known_by_the_words_sellers_use(document, exhibit):
    notice = Notice(documents_requested=(document,))
    assert rows(notice, exhibits=[exhibit])[f"document:{document}"].state is State.EVIDENCED


def test_a_withdrawal_waits_for_nobody_where_other_papers_are_asked():
    both = rows(Notice(documents_requested=("invoice", "retraction")))
    assert both["document:invoice"].is_open
    assert not both["document:retraction"].is_open
    assert rows(Notice(documents_requested=("retraction",)))["document:retraction"].is_open


NOTE = "注文249-5550301-0000310について、許可証の写しを送ります。倉庫は使っていないので契約書はありません。"


def test_a_note_answers_what_it_names_and_links_to_itself():
    found = rows(ONE_OF, note=NOTE)
    assert found["order:249-5550301-0000310"].state is State.ANSWERED
    assert found["order:249-5550301-0000310"].item == "note"
    assert found["document:permit"].item == "attachments"


@pytest.mark.parametrize(
    "note, state",
    [
        ("倉庫は使っていないので契約書はありません。", State.ANSWERED),
        ("We do not have a warehouse agreement because we ship from our shop.", State.ANSWERED),
        ("倉庫との契約書を送ります。", State.OPEN),
        ("倉庫との契約書を送ります。ほかに送るものはありません。", State.OPEN),
        ("", State.OPEN),
    ],
)
def test_a_note_may_say_that_there_is_no_such_paper(note, state):
    notice = Notice(documents_requested=("warehouse_contract",))
    assert rows(notice, note=note)["document:warehouse_contract"].state is state


def test_a_plan_that_speaks_of_a_missing_check_does_not_say_that_a_paper_is_missing():
    notice = Notice(documents_requested=("invoice",))
    texts = {"cause": "請求書と照合する仕組みがありませんでした。"}
    assert rows(notice, texts=texts)["document:invoice"].state is State.OPEN


AGAIN = Notice(
    status=Status.APPEAL_REJECTED_MORE_INFO,
    documents_requested=("letter_of_authorization",),
    missing_points=(
        "A letter of authorization from the brand owner",
        "More detail on how you will verify suppliers",
    ),
)
FIRST = {"fix": "We verify suppliers with a checklist.", "cause": "We trusted one supplier."}


def test_in_a_new_round_only_new_words_and_new_papers_count():
    letter = "letter_of_authorization.pdf"
    sent = Sent(FIRST, [letter])
    same = rows(AGAIN, texts=FIRST, exhibits=[letter], sent=sent)
    assert {row.state for row in same.values()} == {State.OPEN}
    more = FIRST | {"fix": FIRST["fix"] + " How we verify suppliers: we call each maker."}
    after = rows(AGAIN, texts=more, exhibits=[letter, "LOA of the maker.pdf"], sent=sent)
    assert [row.state for row in after.values()] == [State.EVIDENCED, State.ANSWERED]


def test_a_paper_in_the_list_of_points_is_asked_once():
    assert list(rows(AGAIN)) == ["document:letter_of_authorization", "point:2"]


@pytest.mark.parametrize(
    "notice, keeps",
    [
        (AGAIN, True),
        (replace(AGAIN, missing_points=AGAIN.missing_points[:1]), False),
        (replace(AGAIN, missing_points=("請求書の写し",)), False),
        (replace(AGAIN, missing_points=("再発を防ぐための手順",)), True),
        (replace(AGAIN, status=Status.SUSPENDED), False),
        (Notice(), False),
    ],
)
def test_a_refusal_that_asks_to_say_more_keeps_the_plan(notice, keeps):
    assert keeps_the_plan(notice) is keeps
