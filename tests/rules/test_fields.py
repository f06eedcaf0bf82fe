"""What is missing outside the items is shown at the field in which it belongs."""

from datetime import date

import pytest

from kaizen.case import Details
from kaizen.review_context import review_of
from kaizen.rules.layout import HeaderMissing, WrongLanguage
from tests.builders import a_case, a_plan

TODAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    "details, fields",
    [
        (Details(store="青葉商店"), ["notice_date"]),
        (Details(notice_date=date(2026, 11, 3)), ["store"]),
        (Details(legal_name="青葉株式会社"), ["store", "notice_date"]),
        (Details(store="青葉商店", notice_date=date(2026, 11, 3)), []),
    ],
)
def test_what_the_header_lacks_is_shown_at_its_field(details: Details, fields: list[str]):
    review = review_of(a_case(details=details), today=TODAY)
    assert [hit.place.field for hit in HeaderMissing().check(review)] == fields


def test_a_plan_in_the_wrong_language_is_shown_at_the_marketplace():
    details = Details(store="青葉商店", marketplace="amazon.com")
    (hit,) = WrongLanguage().check(review_of(a_case(details=details), today=TODAY))
    assert (hit.place.item, hit.place.field) == ("plan", "marketplace")


def test_an_item_in_another_language_is_shown_where_three_items_are_written():
    english = "We checked every lot on arrival and found two wrong lids in it."
    case = a_case(plan=a_plan(fix=english, effect=""))
    hits = list(WrongLanguage().check(review_of(case, today=TODAY)))
    assert [(hit.place.item, hit.variant) for hit in hits] == [("fix", "item")]
    case = a_case(plan=a_plan(fix=english, effect="", cause=""))
    assert list(WrongLanguage().check(review_of(case, today=TODAY))) == []
