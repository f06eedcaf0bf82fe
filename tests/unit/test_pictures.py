"""Charts in the document: only where the seller wants them, in the language of the document."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from exports.text import plain_text
from kaizen.compose import compose
from kaizen.metric_record import MetricRecord, Totals
from kaizen.pictures import pictures
from tests.builders import a_case

TODAY = date(2026, 11, 6)
ODR = MetricRecord(
    "odr",
    totals=Totals(28, 1505, date(2026, 11, 2)),
    from_day=date(2026, 11, 14),
    rate=Decimal("0.4"),
    in_document=True,
)


def test_a_chart_stands_in_the_document_with_its_days_and_assumptions():
    (picture,) = compose(replace(a_case(), numbers=(ODR,)), today=TODAY).pictures
    assert "注文不良率" in picture.caption
    assert ("対策の開始", "2026年11月14日") in picture.rows
    assert "1.86%" in picture.alt
    assert any("1,505件のうち28件" in note for note in picture.notes)


@pytest.mark.parametrize(
    "record",
    [
        replace(ODR, in_document=False),
        replace(ODR, rate=None),
        replace(ODR, metric="nothing"),
        replace(ODR, window=0),
    ],
)
def test_no_chart_without_wish_or_figures(record):
    assert pictures([record], "ja", TODAY) == ()


def test_the_pasted_text_stays_the_same():
    case = a_case()
    with_chart = compose(replace(case, numbers=(ODR,)), today=TODAY)
    assert plain_text(with_chart) == plain_text(compose(case, today=TODAY))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_advice_to_the_seller_stays_out_of_the_document(language):
    early = replace(ODR, totals=Totals(1, 45, date(2026, 11, 20)), rate=Decimal(5))
    told = " ".join(pictures([early], language, TODAY)[0].notes)
    for advice in ("確認して", "書き足し", "その事情を書き", "Check", "Add them", "Say so"):
        assert advice not in told


def test_charts_of_several_metrics_share_no_ids():
    both = pictures([ODR, replace(ODR, metric="lsr")], "ja", TODAY)
    assert 'id="chart-0-title"' in both[0].svg
    assert 'id="chart-1-title"' in both[1].svg
