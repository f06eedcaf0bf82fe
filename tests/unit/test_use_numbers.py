from datetime import date
from decimal import Decimal

import pytest

from kaizen.dates import Month
from kaizen.forecast.words import counts_sentence
from kaizen.metric_record import MetricRecord, Totals
from kaizen.plan import Plan, Violation
from kaizen.use_numbers import joint_month, with_counts, with_effect, with_month

TODAY = date(2026, 11, 6)
ODR = MetricRecord(
    "odr",
    totals=Totals(28, 1505, date(2026, 11, 2)),
    from_day=date(2026, 11, 14),
    rate=Decimal("0.4"),
)
LSR = MetricRecord(
    "lsr",
    totals=Totals(30, 326, date(2026, 11, 9)),
    from_day=date(2026, 11, 30),
    rate=Decimal(2),
)
VTR = MetricRecord(
    "vtr",
    totals=Totals(152, 172, date(2026, 11, 9)),
    from_day=date(2026, 11, 30),
    rate=Decimal(98),
)


def test_an_empty_month_is_filled_in_the_language_of_the_plan():
    assert with_month(Plan(), Month(2027, 1), "ja").effect_month == "2027年1月"
    assert with_month(Plan(), Month(2027, 1), "en").effect_month == "January 2027"


@pytest.mark.parametrize("written", ["2026年12月", "未定", "来春ごろ"])
def test_a_written_month_is_never_replaced(written):
    plan = Plan(effect_month=written)
    assert with_month(plan, Month(2027, 1), "ja") == plan


def test_a_sentence_goes_behind_what_is_written_once():
    once = with_effect(Plan(effect_text="小林が毎週数えます。\n"), "率を0.4%にします。")
    assert once.effect_text == "小林が毎週数えます。\n率を0.4%にします。"
    assert with_effect(once, "率を0.4%にします。") == once
    assert with_effect(Plan(), "率を0.4%にします。").effect_text == "率を0.4%にします。"


def test_counts_fill_empty_fields_with_the_whole_window():
    found = with_counts(Plan(), ODR.now(), "x").violation
    assert (found.count, found.total) == (28, 1505)
    assert (found.period_from, found.period_to) == (date(2026, 9, 4), date(2026, 11, 2))
    assert found.text == ""


def test_counts_already_entered_stay():
    plan = Plan(violation=Violation(count=27))
    assert with_counts(plan, ODR.now(), "x") == plan


def test_counts_follow_a_text_of_ones_own():
    plan = Plan(violation=Violation(text="通知の件です。"))
    found = with_counts(plan, ODR.now(), "1,505件のうち28件です。").violation
    assert found.text == "通知の件です。\n1,505件のうち28件です。"
    assert found.count is None


@pytest.mark.parametrize("record", [ODR, LSR, VTR])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_sentence_of_counts_agrees_with_itself(record, language):
    from kaizen.arithmetic import disagreements

    sentence = counts_sentence(record.now(), record.found_metric(), language)
    assert sentence
    assert not disagreements(sentence, today=TODAY)
    assert f"{record.totals.orders:,}" in sentence


def test_several_metrics_share_the_latest_month():
    made = [record.forecast(TODAY) for record in (LSR, VTR)]
    assert joint_month(made) == Month(2027, 1)
    assert joint_month(made[:1]) == Month(2026, 12)


def test_a_metric_that_never_recovers_leaves_no_common_month():
    weak = MetricRecord("lsr", totals=LSR.totals, from_day=LSR.from_day, rate=Decimal(9))
    assert joint_month([VTR.forecast(TODAY), weak.forecast(TODAY)]) is None
    assert joint_month([VTR.forecast(TODAY), None]) is None
    assert joint_month([]) is None
