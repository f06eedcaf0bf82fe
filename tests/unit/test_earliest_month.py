from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kaizen.case import Details
from kaizen.dates import Month, month_of, write_day, write_month
from kaizen.forecast.months import Verdict, month_choices, verdict
from kaizen.metric_record import MetricRecord, Totals
from kaizen.notice import Notice
from kaizen.notice.model import NoticeMetric
from kaizen.review import review_plan
from kaizen.review_context import review_of
from tests.builders import a_case

TODAY = date(2026, 11, 13)
# The type of violation, its metric, and counts that miss the target.
BAD = {
    "odr": ("odr", 28, 1505),
    "late_shipment_rate": ("lsr", 66, 800),
    "cancellation_rate": ("cancel_rate", 9, 210),
    "valid_tracking_rate": ("vtr", 700, 800),
}
DAYS = [TODAY + timedelta(days=wait) for wait in (0, 1, 3, 7, 16, 17, 18, 19, 30, 47, 48, 49, 60)]
CASES = [
    (kind, day, rate, window)
    for kind in BAD
    for day in DAYS
    for rate in ("0", "0.4", "0.9", "97", "99.5")
    for window in (None, 14, 90)
]


def _case(kind, day, month=None, **record):
    metric, count, orders = BAD[kind]
    case = a_case(
        details=Details(notice_date=date(2026, 11, 3), violation_type=kind),
        violation="",
        effect="",
        implementation_date=write_day(day, "en"),
        effect_month=write_month(month, "en") if month else "",
    )
    totals = Totals(count, orders, TODAY - timedelta(days=1))
    return case.with_number(MetricRecord(metric, totals=totals, from_day=day, **record))


def _too_early(case, notice=None):
    review = review_of(case, today=TODAY, language="en", notice=notice)
    return [found for found in review_plan(review, language="en") if found.id == "R33"]


def _before(month):
    day = month.first_day() - timedelta(days=1)
    return Month(day.year, day.month)


@pytest.mark.parametrize("kind, day, rate, window", CASES)
def test_the_review_and_the_page_of_numbers_name_the_same_earliest_month(kind, day, rate, window):
    figures = {"rate": Decimal(rate), "window": window}
    made = _case(kind, day, **figures).numbers[0].forecast(TODAY)
    offered = [choice.month for choice in month_choices(made, "en")]
    for month in offered:
        if month.last_day() >= day:
            assert _too_early(_case(kind, day, month, **figures)) == []
            assert verdict(made, month) in (Verdict.FITS, Verdict.BEFORE_SETTLED)
    if not offered:
        return
    earliest = min(offered, key=Month.last_day)
    month = _before(earliest)
    if month.last_day() < day:
        return
    (found,) = _too_early(_case(kind, day, month, **figures))
    assert write_month(earliest, "en") in found.message
    assert verdict(made, month) in (Verdict.HOPEFUL, Verdict.IMPOSSIBLE)


@pytest.mark.parametrize(
    "day, month, is_early",
    [
        (date(2026, 12, 3), "January 2027", False),
        (date(2026, 12, 4), "January 2027", True),
        (date(2026, 11, 14), "December 2026", True),
    ],
)
def test_without_figures_the_window_decides_to_the_day(day, month, is_early):
    case = replace(_case("odr", day, month_of(month)), numbers=())
    assert bool(_too_early(case)) is is_early


def test_the_window_that_the_notice_states_counts_where_no_figures_are_entered():
    stated = NoticeMetric("lsr", Decimal(9), None, "%", 7)
    case = replace(_case("late_shipment_rate", TODAY, Month(2026, 11)), numbers=())
    assert _too_early(case)
    assert not _too_early(case, Notice(metrics=(stated,)))
