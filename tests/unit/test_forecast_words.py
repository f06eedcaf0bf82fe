from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kaizen.dates import Month
from kaizen.forecast import Day, Note, forecast, spread
from kaizen.forecast.earliest import earliest_month
from kaizen.forecast.months import (
    Verdict,
    month_choices,
    verdict,
    verdict_sentence,
)
from kaizen.forecast.words import (
    assumptions,
    effect_sentence,
    key_dates,
    written_amount,
    written_rate,
    written_target,
)
from kaizen.metrics import all_metrics, find_metric


def totals(key, count, orders, *, last, from_day, rate):
    metric = find_metric(key)
    return forecast(
        spread(count, orders, window_days=metric.window_days, last_day=last),
        metric=metric,
        from_day=from_day,
        rate=Decimal(rate),
        today=last,
    )


def the_defect_rate_case(rate="0.4"):
    return totals("odr", 28, 1505, last=date(2026, 11, 2), from_day=date(2026, 11, 14), rate=rate)


@pytest.mark.parametrize(
    "key, rate, written",
    [
        ("odr", Fraction(2800, 1505), "1.86%"),
        ("odr", Fraction(1, 8), "0.13%"),
        ("odr", Fraction(996, 1000), "0.996%"),
        ("odr", Fraction(9999, 10000), "0.9999%"),
        ("odr", Fraction(1), "1.00%"),
        ("vtr", Fraction(94999, 1000), "94.999%"),
        ("vtr", Fraction(95), "95.00%"),
        ("lsr", Fraction(100), "100.00%"),
    ],
)
def test_rounding_never_moves_a_rate_over_its_target(key, rate, written):
    assert written_rate(rate, find_metric(key)) == written


@pytest.mark.parametrize(
    "amount, written",
    [(1505, "1,505"), (Fraction(1505, 60), "25.1"), (Fraction(6, 3), "2"), (0, "0")],
)
def test_amounts_are_written_as_people_read_them(amount, written):
    assert written_amount(amount) == written


@pytest.mark.parametrize(
    "key, english, japanese",
    [
        ("odr", "below 1%", "1%未満"),
        ("cancel_rate", "below 2.5%", "2.5%未満"),
        ("vtr", "at least 95%", "95%以上"),
        ("rdr", "below 10%", "10%未満"),
        ("policy_counts", "at most 0%", "0%以下"),
    ],
)
def test_targets_are_written_in_both_languages(key, english, japanese):
    assert written_target(find_metric(key), "en") == english
    assert written_target(find_metric(key), "ja") == japanese


def test_a_defect_rate_of_november_is_promised_for_january():
    found = the_defect_rate_case()
    months = [choice.month for choice in month_choices(found, "ja")]
    assert months == [Month(2027, 1), Month(2026, 12)]
    assert effect_sentence(found, "ja") == (
        "注文不良率を1.86%(1,505件中28件)から、2027年1月12日時点の直近60日間で0.4%(目標1%未満)にします。"
    )
    assert "28 of 1,505" in effect_sentence(found, "en")


def test_late_shipments_settle_within_the_year_and_tracking_is_seen_two_weeks_later():
    last, from_day = date(2026, 11, 9), date(2026, 11, 30)
    late = totals("lsr", 30, 326, last=last, from_day=from_day, rate="2")
    tracked = totals("vtr", 152, 172, last=last, from_day=from_day, rate="98")
    assert month_choices(late, "ja")[0].month == Month(2026, 12)
    assert month_choices(tracked, "ja")[0].month == Month(2027, 1)
    assert late.likely.settled == tracked.likely.settled == date(2026, 12, 29)


@pytest.mark.parametrize(
    "month, expected",
    [
        (Month(2026, 10), Verdict.IMPOSSIBLE),
        (Month(2026, 11), Verdict.IMPOSSIBLE),
        (Month(2026, 12), Verdict.BEFORE_SETTLED),
        (Month(2027, 1), Verdict.FITS),
        (Month(2028, 1), Verdict.FITS),
    ],
)
def test_an_effect_month_is_judged_by_the_courses(month, expected):
    found = the_defect_rate_case()
    assert verdict(found, month) is expected
    assert verdict_sentence(found, month, "ja")


def test_a_month_between_best_and_likely_is_hopeful():
    found = the_defect_rate_case("0.8")
    assert found.best.date < date(2026, 12, 31) < found.likely.date
    assert verdict(found, Month(2026, 12)) is Verdict.HOPEFUL


def test_a_rate_that_is_too_weak_is_never_a_fitting_month():
    found = the_defect_rate_case("1")
    assert verdict(found, Month(2027, 6)) is Verdict.NEVER
    assert verdict(found, Month(2026, 11)) is Verdict.IMPOSSIBLE
    assert effect_sentence(found, "ja") is None
    assert month_choices(found, "ja") == ()
    texts = {row.key: row.text for row in key_dates(found, "en")}
    assert texts["likely"] == "not reached: the rate assumed does not meet the target"


def test_the_table_of_dates_follows_the_calendar_of_a_plan():
    rows = key_dates(the_defect_rate_case(), "ja")
    assert [row.key for row in rows] == [
        "window",
        "from_day",
        "best",
        "likely",
        "cautious",
        "settled",
    ]
    assert [row.day for row in rows][1:] == sorted(row.day for row in rows[1:])
    assert rows[3].text == "2026年12月19日"


def test_every_metric_states_its_assumptions_in_both_languages():
    for metric in all_metrics():
        found = forecast(
            spread(50, 1000, window_days=metric.window_days, last_day=date(2026, 11, 1)),
            metric=metric,
            from_day=date(2026, 11, 20),
            rate=Decimal("99" if metric.more_is_better else "0.1"),
            today=date(2026, 11, 24),
        )
        for language in ("en", "ja"):
            sentences = assumptions(found, language)
            assert len(sentences) >= 6
            assert not [sentence for sentence in sentences if "{" in sentence]
            assert key_dates(found, language)


def test_every_note_can_be_said():
    days = [Day(date(2026, 11, 1), 4, 1)]
    for metric in ("odr", "csdr", "vtr"):
        found = forecast(
            days,
            metric=find_metric(metric),
            from_day=date(2026, 11, 20),
            rate=Decimal("25"),
            today=date(2026, 10, 24),
        )
        assert Note.DAYS_AHEAD in found.notes
        assert len(assumptions(found, "ja")) == len(assumptions(found, "en"))


def test_without_orders_the_assumptions_say_so():
    found = forecast(
        [Day(date(2026, 11, 1), 0, 0)],
        metric=find_metric("odr"),
        from_day=date(2026, 11, 20),
        rate=Decimal("0"),
        today=date(2026, 11, 1),
    )
    texts = [row.text for row in key_dates(found, "ja")]
    assert "計算できません(期間内に注文がありません)" in texts
    assert assumptions(found, "ja")


@pytest.mark.parametrize(
    "key, begins, month",
    [
        ("odr", date(2026, 11, 14), Month(2027, 1)),
        ("lsr", date(2026, 11, 30), Month(2026, 12)),
        ("lsr", date(2026, 12, 2), Month(2026, 12)),
        ("lsr", date(2026, 12, 3), Month(2027, 1)),
        ("vtr", date(2028, 1, 31), Month(2028, 2)),
        ("cancel_rate", date(2026, 11, 24), Month(2026, 11)),
    ],
)
def test_the_month_in_which_the_window_is_new_needs_no_figures(key, begins, month):
    assert earliest_month(find_metric(key), begins) == month
