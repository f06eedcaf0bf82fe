from datetime import date

import pytest

from kaizen.notice import Clock, Deadline, Notice, Status
from kaizen.notice_corrections import CORRECTABLE, apply_corrections


@pytest.mark.parametrize(
    "key, written, value",
    [
        ("received_date", "2026/11/3", date(2026, 11, 3)),
        ("received_date", "", None),
        ("status", "deactivated", Status.DEACTIVATED),
        ("status", "nonsense", None),
        ("violation_type", "odr", "odr"),
        ("violation_type", "", "unknown"),
        ("asins", "Ｂ０ＺＭ６Ｌ４Ｋ２Ｊ、B0ZM6L4K2X\nB0ZM6L4K2X", ("B0ZM6L4K2J", "B0ZM6L4K2X")),
        ("asins", "", ()),
        ("plan_requested", "yes", True),
        ("plan_requested", "no", False),
        ("missing_points", "点1\n\n 点2 ", ("点1", "点2")),
        ("other_violation_types", "odr\nno-such-type", ("odr",)),
        ("complaint_ids", "30012345671、30012345688", ("30012345671", "30012345688")),
        ("registration_numbers", "６９０００００１", ("69000001",)),
        ("complainants", "株式会社 ほしぞら工房", ("株式会社 ほしぞら工房",)),
        ("document_max_age_days", "過去３６５日", 365),
        ("document_max_age_days", "", None),
        ("file_formats", ".PDF, jpg", ("pdf", "jpg")),
        ("has_seven_item_template", "yes", True),
        ("metrics", "", ()),
        ("other_clocks", "売上金: 90日", (Clock("funds", 90, None, "売上金: 90日"),)),
    ],
)
def test_what_the_seller_corrects_wins(key, written, value):
    notice = apply_corrections(Notice(received_date=date(2020, 1, 1)), {key: written})
    assert getattr(notice, key) == value
    assert notice.is_corrected(key)


def test_a_corrected_deadline_keeps_what_kind_of_clock_it_is():
    read = Notice(deadline=Deadline("documents", 17, None, date(2026, 11, 20), "17日以内"))
    notice = apply_corrections(read, {"deadline": "2026-11-25"})
    assert notice.deadline is not None
    assert (notice.deadline.kind, notice.deadline.date) == ("documents", date(2026, 11, 25))
    assert apply_corrections(read, {"deadline": ""}).deadline is None


def test_unknown_keys_change_nothing():
    assert apply_corrections(Notice(), {"later": "x"}) == Notice()


def test_every_correctable_key_exists_in_the_notice():
    assert all(hasattr(Notice(), key) for key in CORRECTABLE)


@pytest.mark.parametrize(
    ("papers", "is_asked"), [("invoice\nimprovement_plan", True), ("invoice", False), ("", False)]
)
def test_a_plan_ticked_among_the_papers_is_asked(papers, is_asked):
    notice = apply_corrections(Notice(plan_requested=not is_asked), {"documents_requested": papers})
    assert notice.plan_requested is is_asked


def test_what_was_said_of_the_plan_itself_wins():
    corrections = {"documents_requested": "invoice", "plan_requested": "yes"}
    assert apply_corrections(Notice(), corrections).plan_requested
