import re
from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaizen.chart import HEIGHT, WIDTH, chart_description, chart_svg, chart_title
from kaizen.chart_scale import Frame, rate_range
from kaizen.forecast import Day, forecast, spread
from kaizen.metrics import find_metric

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def a_forecast(key="odr", *, bad=2, days=90, wait=7, rate="0.4", last=date(2026, 11, 23)):
    metric = find_metric(key)
    count = 100 - bad if metric.more_is_better else bad
    table = [Day(last - timedelta(days=n), 100, count) for n in range(days)]
    return forecast(
        table,
        metric=metric,
        from_day=last + timedelta(days=wait),
        rate=Decimal(rate),
        today=last + timedelta(days=1),
    )


def drawn(found, language="ja", **other):
    svg = chart_svg(found, language=language, font_family="BIZ UDPGothic", **other)
    return ElementTree.fromstring(svg)


def texts(picture):
    return [element.text for element in picture.iter(f"{SVG}text")]


def test_the_chart_names_and_describes_itself():
    picture = drawn(a_forecast(), prefix="odr-chart")
    title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.get("id") == "odr-chart-title"
    assert title.text == "注文不良率の見込み"
    assert "目標は1%未満" in description.text
    assert "見込み: 2027年1月6日" in description.text


def test_every_line_and_day_is_labelled_in_both_languages():
    found = a_forecast()
    japanese, english = texts(drawn(found)), texts(drawn(found, "en"))
    day = found.likely.date
    for label in (
        "目標 1%未満",
        "今日 11/24",
        "対策の開始 11/30",
        f"目標を満たす {day.month}/{day.day}",
    ):
        assert label in japanese
    for label in ("Target: below 1%", "Today Nov 24", "Measures from Nov 30", "best to cautious"):
        assert label in english
    assert not [label for label in english if re.search("[\u3040-\u9fff]", label)]


def test_the_lines_differ_in_shape_and_take_the_colour_of_the_page():
    picture = drawn(a_forecast())
    past, likely = picture.findall(f"{SVG}polyline")
    assert past.get("stroke-dasharray") is None
    assert likely.get("stroke-dasharray")
    assert len(picture.findall(f"{SVG}polygon")) == 1
    colours = {element.get(name) for element in picture.iter() for name in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}


def test_a_strict_page_may_carry_it():
    svg = chart_svg(a_forecast(), language="ja", font_family='"A", b', prefix='x"><script>')
    picture = ElementTree.fromstring(svg)
    names = {element.tag for element in picture.iter()}
    assert not names & {f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}a"}
    for element in picture.iter():
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert not [name for name in element.attrib if "href" in name]


def test_letters_are_large_enough_on_a_small_telephone():
    # 390 px wide with 16 px at each side: 358 px for 360 units, so a unit is about a pixel.
    picture = drawn(a_forecast())
    assert float(picture.get("font-size")) >= 12
    assert WIDTH <= 360


def test_a_target_that_is_not_reached_is_said_in_the_picture():
    assert "目標に届きません" in texts(drawn(a_forecast(rate="1")))
    assert "目標に届きません" not in texts(drawn(a_forecast()))


def test_without_orders_the_picture_says_so():
    found = forecast(
        [Day(date(2026, 11, 1), 0, 0)],
        metric=find_metric("lsr"),
        from_day=date(2026, 11, 20),
        rate=Decimal("1"),
        today=date(2026, 11, 2),
    )
    assert "期間内に注文がありません" in texts(drawn(found))
    assert "期間内に注文がありません" in chart_description(found, "ja")


def test_totals_are_one_dot_and_a_line():
    days = spread(28, 1505, window_days=60, last_day=date(2026, 11, 2))
    found = forecast(
        days,
        metric=find_metric("odr"),
        from_day=date(2026, 11, 14),
        rate=Decimal("0.4"),
        today=date(2026, 11, 6),
    )
    assert len(drawn(found).findall(f"{SVG}polyline")) == 1
    assert len(drawn(found).findall(f"{SVG}circle")) == 2


@pytest.mark.parametrize("key", ["odr", "vtr", "cancel_rate", "lsr", "policy_counts", "csdr"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_metric_has_a_title_and_a_description(key, language):
    found = a_forecast(key, rate="99" if key == "vtr" else "0")
    assert chart_title(found, language)
    assert "{" not in chart_description(found, language)


@given(
    key=st.sampled_from(["odr", "vtr", "cancel_rate", "policy_counts"]),
    bad=st.integers(0, 100),
    days=st.integers(1, 400),
    wait=st.integers(-60, 500),
    rate=st.integers(0, 100),
    language=st.sampled_from(["ja", "en"]),
)
@settings(max_examples=60, deadline=None)
def test_nothing_is_drawn_outside_the_picture(key, bad, days, wait, rate, language):
    picture = drawn(a_forecast(key, bad=bad, days=days, wait=wait, rate=str(rate)), language)
    for element in picture.iter():
        for name, limit in (("x", WIDTH), ("x1", WIDTH), ("x2", WIDTH), ("cx", WIDTH)):
            assert 0 <= float(element.get(name, 0)) <= limit
        for name in ("y", "y1", "y2", "cy"):
            assert 0 <= float(element.get(name, 0)) <= HEIGHT
        for point in element.get("points", "").split():
            x, y = point.split(",")
            assert 0 <= float(x) <= WIDTH
            assert 0 <= float(y) <= HEIGHT


@pytest.mark.parametrize(
    "rates, target, more, expected",
    [
        ([1.86, 0.4], 1, False, (0, 2.5, 0.5)),
        ([9.2], 4, False, (0, 12.5, 2.5)),
        ([88.4, 98], 95, True, (85, 100, 5)),
        ([0], 0, False, (0, 0.4, 0.1)),
        ([100], 95, True, (94, 100, 2)),
    ],
)
def test_the_axis_of_rates_ends_on_round_figures(rates, target, more, expected):
    assert rate_range(rates, target, more_is_better=more) == pytest.approx(expected)


def test_months_are_marked_and_days_where_there_are_none():
    months = Frame(0, 300, 0, 100, date(2026, 9, 15), date(2027, 2, 2), 0, 2, 0.5).days()
    assert [day.month for day, is_month in months if is_month] == [10, 11, 12, 1, 2]
    days = Frame(0, 300, 0, 100, date(2026, 11, 2), date(2026, 11, 20), 0, 2, 0.5).days()
    assert [(day.day, is_month) for day, is_month in days] == [(2, False), (9, False), (16, False)]


def overlap(svg, label):
    """Return how many points of the drawn lines fall into the letters of ``label``."""
    found = re.search(rf'<text x="([\d.]+)" y="([\d.]+)"[^>]*>({label}[^<]*)</text>', svg)
    left, base, words = float(found[1]), float(found[2]), found[3]
    right = left + sum(12 if ord(letter) > 255 else 7.7 for letter in words)
    lines = re.findall(r'<polyline points="([^"]+)"', svg)
    places = [tuple(map(float, place.split(","))) for line in lines for place in line.split()]
    return sum(left < x < right and base - 9 < y < base for x, y in places)


@pytest.mark.parametrize("bad", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("key", ["odr", "vtr", "lsr"])
def test_no_line_runs_through_the_label_of_the_target(key, bad):
    metric = find_metric(key)
    days = []
    for n in range(120):
        orders, missed = 40, (bad * (n % 30 < 12)) // 2
        count = orders - missed if metric.more_is_better else missed
        days.append(Day(date(2026, 7, 6) + timedelta(days=n), orders, count))
    made = forecast(
        days,
        metric=metric,
        from_day=date(2026, 11, 14),
        rate=Decimal(99 if metric.more_is_better else "0.4"),
        today=date(2026, 11, 6),
    )
    for language, label in (("ja", "目標 "), ("en", "Target: ")):
        assert overlap(chart_svg(made, language=language, font_family="f"), label) == 0
