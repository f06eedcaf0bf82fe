from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kaizen.case import Case, Language
from kaizen.notice import Notice, NoticeMetric
from kaizen.plan import Plan, Violation
from kaizen.prefill import with_facts, without_said_twice
from tests.builders import a_case

NOTICE = Notice(
    received_date=date(2026, 11, 3),
    subject="重要なお知らせ",
    violation_type="odr",
    asins=("B0ZX1A2K3M",),
    order_ids=("250-5550201-0000210",),
    policies=("コンディションガイドライン",),
    metrics=(NoticeMetric("odr", Decimal("1.86"), Decimal("1"), "%", 60),),
    store_name="あおば暮らしの道具",
)


def test_an_empty_item_takes_the_facts_of_the_notice():
    violation = with_facts(Case(), NOTICE).plan.violation
    assert violation.asins == NOTICE.asins
    assert violation.order_ids == NOTICE.order_ids
    assert violation.policy == "コンディションガイドライン"
    assert violation.what == (
        "2026年11月3日付の通知「重要なお知らせ」でご指摘の件です。"
        "通知に書かれた注文不良率は1.86%(目標1%)です。"
    )


def test_details_take_what_is_not_known_yet():
    details = with_facts(Case(), NOTICE).details
    assert (details.store, details.violation_type) == ("あおば暮らしの道具", "odr")
    assert details.notice_date == date(2026, 11, 3)


def test_nothing_typed_is_overwritten():
    typed = Violation(what="自分の言葉", asins=("B0ZX1A2K4N",))
    case = with_facts(Case(plan=Plan(violation=typed)), NOTICE)
    assert case.plan.violation.what == "自分の言葉"
    assert case.plan.violation.asins == ("B0ZX1A2K4N",)


def test_a_text_that_is_written_already_gets_no_second_list():
    case = a_case()
    assert with_facts(case, NOTICE).plan == case.plan


def test_a_notice_without_facts_fills_nothing():
    assert with_facts(Case(), Notice()).plan == Plan()


def test_english_documents_get_english_facts():
    case = with_facts(replace(Case(), language=Language.EN), NOTICE)
    assert case.plan.violation.what.startswith("This plan answers the notice of November 3, 2026")


def test_prefilled_sentences_go_once_item_1_has_words_of_its_own():
    filled = with_facts(Case(), NOTICE)
    own = "11月3日の通知の件です。60日間の注文不良率が1.86%になりました。"
    written = replace(filled.plan.violation, text=own)
    case = replace(filled, plan=replace(filled.plan, violation=written))
    cleared = without_said_twice(case, NOTICE).plan.violation
    assert cleared.what == ""
    assert (cleared.text, cleared.asins) == (written.text, written.asins)


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ("注文1,023件のうち19件が不良でした。", "11月3日 1.86%"),
        ("注文不良率は1.86%で、1,023件のうち19件でした。", "11月3日"),
        ("2026/11/3の通知の件です。19件が不良でした。", "1.86%"),
        ("11.86%ではなく、1.862%でもありません。", "11月3日 1.86%"),
    ],
)
def test_a_prefilled_fact_that_the_own_words_leave_out_stays(own: str, left: str):
    filled = with_facts(Case(), NOTICE)
    written = replace(filled.plan.violation, text=own)
    what = without_said_twice(
        replace(filled, plan=replace(filled.plan, violation=written)), NOTICE
    ).plan.violation.what
    assert [fact for fact in ("11月3日", "1.86%") if fact in what] == left.split()


def test_what_was_left_goes_once_it_is_said_too():
    filled = with_facts(Case(), NOTICE)

    def saying(case: Case, text: str) -> Case:
        violation = replace(case.plan.violation, text=text)
        return without_said_twice(
            replace(case, plan=replace(case.plan, violation=violation)), NOTICE
        )

    first = saying(filled, "11月3日の通知の件です。")
    assert "1.86%" in first.plan.violation.what
    assert saying(first, "11月3日の通知の件で、1.86%でした。").plan.violation.what == ""


@pytest.mark.parametrize(
    "violation",
    [
        Violation(what="自分の言葉", text="本文"),
        Violation(what="通知に書かれた注文不良率は1.86%(目標1%)です。"),
        Violation(text="本文"),
    ],
    ids=["changed by the seller", "no words of its own", "nothing prefilled"],
)
def test_what_the_seller_wrote_or_has_not_replaced_yet_stays(violation):
    case = Case(plan=Plan(violation=violation))
    assert without_said_twice(case, NOTICE) == case
