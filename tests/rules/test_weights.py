"""How much the same lack weighs: what the rest of the plan says of it makes it a remark."""

from datetime import date

import pytest

from kaizen.archive import Loaded, read_archive
from kaizen.finding import Severity
from kaizen.notice import EarlierEnforcement, Notice
from kaizen.notice.model import Status
from kaizen.review_context import Review, review_of
from kaizen.rules.exhibits import DocumentTooOld
from kaizen.rules.rounds import EarlierMeasuresUnexplained
from tests.builders import GOOD

TODAY = date(2026, 11, 13)


def reviewed(notice: Notice, **items: str) -> Review:
    loaded = read_archive({**GOOD, **items})
    assert isinstance(loaded, Loaded)
    return review_of(loaded.case, today=TODAY, notice=notice)


@pytest.mark.parametrize(
    ("kind", "fix", "weight"),
    [
        ("ip_design", "1. 11月12日、出品を削除し、在庫118点を隔離しました。", Severity.INFO),
        ("ip_design", "1. 11月12日、倉庫の在庫118点を数えました。", None),
        ("authenticity", "1. 11月12日、出品を削除し、在庫118点を隔離しました。", None),
    ],
)
def test_who_ends_an_infringing_offer_has_no_licence_to_show(
    kind: str, fix: str, weight: Severity | None
) -> None:
    notice = Notice(
        violation_type=kind,
        plan_requested=True,
        documents_requested=("improvement_plan", "license_agreement", "invoice"),
        received_date=date(2026, 11, 10),
    )
    hits = list(DocumentTooOld().check(reviewed(notice, fix=fix)))
    assert [hit.severity for hit in hits] == [weight]


@pytest.mark.parametrize(
    ("cause", "weight"),
    [
        (
            "After the notice of June 22 we introduced a monthly shelf check. It hung on one "
            "employee; when she was on leave it was not done. We are responsible.",
            Severity.INFO,
        ),
        ("New cartons were put in front of older ones. We are responsible.", None),
    ],
)
def test_an_earlier_round_weighs_less_where_it_is_told_why_it_failed(
    cause: str, weight: Severity | None
) -> None:
    notice = Notice(
        language="en",
        status=Status.LISTING_REMOVED,
        violation_type="expired",
        plan_requested=True,
        received_date=date(2026, 11, 10),
        earlier_enforcements=(
            EarlierEnforcement(date(2026, 6, 22), "We wrote to you about it on June 22, 2026."),
        ),
    )
    review = reviewed(notice, cause=cause, fix="1. Nov 12: 31 packs were thrown away.")
    hits = [hit for hit in EarlierMeasuresUnexplained().check(review) if hit.place.item == "cause"]
    assert [hit.severity for hit in hits] == [weight]
