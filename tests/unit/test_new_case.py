"""A case begun from a notice knows who, where and when, and claims nothing."""

from dataclasses import replace
from datetime import date

import pytest

from kaizen.case import Case, Details, Language, Layout
from kaizen.marketplaces import marketplaces
from kaizen.new_case import NOTICE_CHECKED, case_from_notice, with_notice
from kaizen.notice import Notice
from kaizen.plan import Plan

READ = Notice(
    language="ja",
    marketplace="amazon.co.jp",
    received_date=date(2026, 11, 3),
    subject="重要なお知らせ",
    store_name="あおば",
    violation_type="odr",
    has_seven_item_template=True,
)


def test_facts_of_the_notice_need_not_be_asked_again() -> None:
    case = case_from_notice("通知の本文", READ)
    assert case.notice.text == "通知の本文"
    assert case.details == Details(
        store="あおば",
        notice_date=date(2026, 11, 3),
        notice_subject="重要なお知らせ",
        violation_type="odr",
    )
    assert case.plan == Plan()


def test_a_notice_that_says_nothing_gives_an_empty_case() -> None:
    case = case_from_notice("通知", Notice())
    assert case.details == Details()


@pytest.mark.parametrize(
    "text, changes, language, layout",
    [
        ("通知の本文", {}, Language.JA, Layout.SEVEN),
        ("通知の本文", {"has_seven_item_template": False}, Language.JA, Layout.SEVEN),
        ("Your account", {"language": "en"}, Language.EN, Layout.SEVEN),
        (
            "Your account",
            {"language": "en", "has_seven_item_template": False},
            Language.EN,
            Layout.THREE,
        ),
        (
            "Your account",
            {
                "language": "en",
                "marketplace": "amazon.com",
                "has_seven_item_template": False,
            },
            Language.EN,
            Layout.THREE,
        ),
        ("Konto", {"language": "de", "marketplace": "amazon.de"}, Language.EN, Layout.SEVEN),
    ],
)
def test_language_and_layout_follow_the_notice(
    text: str, changes: dict[str, object], language: Language, layout: Layout
) -> None:
    case = case_from_notice(text, replace(READ, **changes))
    assert (case.language, case.layout) == (language, layout)


def test_a_notice_added_later_leaves_what_the_seller_gave() -> None:
    known = Case(
        language=Language.EN,
        details=Details(store="みずたま"),
        plan=Plan(cause_text="原因"),
        finished=("cause", NOTICE_CHECKED),
    )
    case = with_notice(known, "通知", READ)
    assert case.details.store == "みずたま"
    assert case.details.notice_date == date(2026, 11, 3)
    assert case.plan == known.plan
    assert case.language is Language.EN
    assert case.finished == ("cause",)


def test_the_home_marketplace_comes_first_and_none_twice() -> None:
    assert marketplaces()[0] == "amazon.co.jp"
    assert len(set(marketplaces())) == len(marketplaces()) > 15
