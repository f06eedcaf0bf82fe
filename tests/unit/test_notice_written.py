from decimal import Decimal

import pytest

from kaizen.metrics import find_metric
from kaizen.notice.model import Clock, NoticeMetric
from kaizen.notice_written import clock_lines, clocks_in, metric_lines, metrics_in, unread_lines

READ_BY_HAND = (
    "odr",
    "neg_feedback_rate",
    "atoz_rate",
    "chargeback_rate",
    "cancel_rate",
    "lsr",
    "vtr",
    "otdr",
    "rdr",
    "csdr",
    "idr",
)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("key", READ_BY_HAND)
def test_a_figure_written_out_is_read_as_the_same_figure(key: str, language: str) -> None:
    assert find_metric(key) is not None
    figure = NoticeMetric(key, Decimal("3.25"), Decimal("4.5"), "%", 45)
    assert metrics_in(metric_lines([figure], language)) == (figure,)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_two_categories_of_one_metric_stay_two(language: str) -> None:
    figures = tuple(
        NoticeMetric("vtr", Decimal(value), Decimal(95), "%", 30, category)
        for value, category in (("91.2", "Home"), ("88", "Toys"))
    )
    assert metrics_in(metric_lines(figures, language)) == figures


def test_a_score_is_no_percentage() -> None:
    score = NoticeMetric("ahr", Decimal(96), Decimal(200), "points", 180)
    assert metrics_in(metric_lines([score], "ja")) == (score,)


@pytest.mark.parametrize(
    ("written", "key", "value", "target"),
    [
        ("注文不良率 1.86%", "odr", "1.86", "1"),
        ("注文不良率:1.86%(目標:1%未満)", "odr", "1.86", "1"),
        ("出荷遅延率 9.2% 目標4%未満", "lsr", "9.2", "4"),
        ("Late shipment rate 9.2% (target: under 4%)", "lsr", "9.2", "4"),
    ],
)
def test_a_figure_copied_from_the_notice_is_understood(
    written: str, key: str, value: str, target: str
) -> None:
    (found,) = metrics_in(written)
    assert (found.key, found.value, found.target) == (key, Decimal(value), Decimal(target))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_clock_written_out_is_read_as_the_same_clock(language: str) -> None:
    clocks = (Clock("funds", 90, None, ""), Clock("remove_similar_listings", None, 48, ""))
    again = clocks_in(clock_lines(clocks, language))
    assert [(one.kind, one.days, one.hours) for one in again] == [
        ("funds", 90, None),
        ("remove_similar_listings", None, 48),
    ]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("metrics", "悪い数字"),
        ("metrics", "注文不良率が高い"),
        ("metrics", "1.86%"),
        ("other_clocks", "売上金は後日"),
        ("other_clocks", "soon"),
    ],
)
def test_a_line_that_says_nothing_is_named(key: str, line: str) -> None:
    assert unread_lines(key, f"\n{line}\n") == (line,)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("metrics", "注文不良率 1%\n\n"),
        ("other_clocks", "在庫 30日\nMoney: ９０ days"),
        ("metrics", ""),
    ],
)
def test_lines_that_are_read_are_not_named(key: str, written: str) -> None:
    assert unread_lines(key, written) == ()
