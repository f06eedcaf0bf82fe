from decimal import Decimal
from fractions import Fraction

import pytest

from kaizen.metrics import all_metrics, find_metric, forecast_metrics, smallest_rate


@pytest.mark.parametrize(
    "key, window, target, rate_that_meets, rate_that_fails",
    [
        ("odr", 60, "1", "0.99", "1"),
        ("cancel_rate", 7, "2.5", "2.49", "2.5"),
        ("lsr", 30, "4", "3.99", "4"),
        ("vtr", 30, "95", "95", "94.99"),
        ("otdr", 30, "95", "95", "94.9"),
        ("policy_counts", 180, "0", "0", "0.01"),
    ],
)
def test_each_target_is_met_and_missed_at_its_edge(
    key, window, target, rate_that_meets, rate_that_fails
):
    metric = find_metric(key)
    assert (metric.window_days, metric.target) == (window, Decimal(target))
    assert metric.is_met_by(Decimal(rate_that_meets))
    assert not metric.is_met_by(Decimal(rate_that_fails))


def test_a_rate_just_beside_the_target_is_judged_exactly():
    odr = find_metric("odr")
    assert odr.is_met_by(Fraction(10**12 - 1, 10**12))
    assert not odr.is_met_by(Fraction(10**12, 10**12))


@pytest.mark.parametrize(
    "violation_type, key",
    [
        ("late_shipment_rate", "lsr"),
        ("cancellation_rate", "cancel_rate"),
        ("valid_tracking_rate", "vtr"),
        ("on_time_delivery", "otdr"),
        ("odr", "odr"),
        (" ODR ", "odr"),
    ],
)
def test_a_metric_is_found_by_its_violation_type(violation_type, key):
    assert find_metric(violation_type).key == key


@pytest.mark.parametrize("unknown", ["", "authenticity", "注文不良率"])
def test_an_unknown_key_finds_nothing(unknown):
    assert find_metric(unknown) is None


def test_a_seller_may_enter_another_window_and_target():
    ours = find_metric("lsr").adjusted(window=10, target=Decimal("2"))
    assert (ours.window_days, ours.target) == (10, Decimal("2"))
    assert find_metric("lsr").window_days == 30


def test_every_metric_says_where_it_comes_from_in_both_languages():
    for metric in all_metrics():
        assert metric.source.startswith("https://")
        assert metric.as_of == "2026-11-23"
        assert metric.window_days > 0
        for words in (metric.name, metric.formula, metric.counts, metric.scope, metric.consequence):
            assert words.en
            assert words.ja
            assert words.en != words.ja
        for item in metric.disagreements:
            assert item.words.ja
            assert item.source.startswith("https://")


def test_points_are_not_forecast_and_rates_are():
    keys = {metric.key for metric in forecast_metrics()}
    assert {"odr", "cancel_rate", "lsr", "vtr", "otdr", "idr", "rdr"} <= keys
    assert not keys & {"ahr", "aha", "sfp"}


@pytest.mark.parametrize("orders, percent", [(8, Fraction(25, 2)), (1, Fraction(100)), (0, None)])
def test_a_small_seller_sees_the_smallest_rate_above_zero(orders, percent):
    assert smallest_rate(orders) == percent
