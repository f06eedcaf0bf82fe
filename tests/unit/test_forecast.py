"""The forecast against tables worked out by hand and against a plain simulation."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaizen.forecast import Day, NoDate, Note, forecast, forecast_as_json, spread
from kaizen.metrics import find_metric, forecast_metrics

KEYS = [metric.key for metric in forecast_metrics()]


def a_table(first: date, *rows: tuple[int, int]) -> list[Day]:
    return [Day(first + timedelta(days=n), *row) for n, row in enumerate(rows)]


def a_forecast(days, key="odr", *, from_day, rate="0", today=None, **other):
    return forecast(
        days,
        metric=find_metric(key),
        from_day=from_day,
        rate=Decimal(rate),
        today=today or max(day.day for day in days),
        **other,
    )


# A second, slower way to the same dates: no shared sums, no common denominator, no early end.
# It walks well past the point where nothing can change any more.
def simulated(days, *, metric, from_day, rate):
    width = metric.window_days
    last = max(entry.day for entry in days)
    orders, counts = {}, {}
    for entry in days:
        orders[entry.day] = orders.get(entry.day, 0) + entry.orders
        counts[entry.day] = counts.get(entry.day, 0) + entry.count

    def total(table, end):
        return sum(table.get(end - timedelta(days=back), 0) for back in range(width))

    if not total(orders, last):
        return None
    mean = Fraction(total(orders, last), width)
    present = Fraction(total(counts, last), total(orders, last))
    end = max(last, from_day) + timedelta(days=width + 10)
    answer, day = None, last
    while day <= end:
        if day > last:
            orders[day] = mean
            counts[day] = mean * (present if day < from_day else Fraction(rate) / 100)
        value = 100 * Fraction(total(counts, day)) / total(orders, day)
        if metric.more_is_better:
            met = value > metric.target or (value == metric.target and not metric.strict)
        else:
            met = value < metric.target or (value == metric.target and not metric.strict)
        answer = (answer or day) if met else None
        day += timedelta(days=1)
    return answer


@st.composite
def tables(draw):
    first = draw(st.dates(date(2023, 12, 20), date(2024, 3, 3)))
    length = draw(st.integers(1, 100))
    most = draw(st.sampled_from([1, 5, 40, 300]))
    bad = draw(st.sampled_from([1, 10, 60]))
    rows = []
    for n in range(length):
        orders = draw(st.integers(0, most))
        if draw(st.integers(0, 9)) or n in (0, length - 1):
            wrong = draw(st.integers(0, orders * bad // 100 + (orders > 0)))
            rows.append((first + timedelta(days=n), orders, min(wrong, orders)))
    return rows


@given(
    rows=tables(),
    key=st.sampled_from(KEYS),
    wait=st.integers(-20, 40),
    rate=st.decimals(0, 12, places=2),
    window=st.one_of(st.none(), st.integers(1, 40)),
)
@settings(max_examples=80, deadline=None)
def test_the_day_of_recovery_is_that_of_a_plain_simulation(rows, key, wait, rate, window):
    metric = find_metric(key).adjusted(window=window)
    more = metric.more_is_better
    days = [Day(day, orders, orders - bad if more else bad) for day, orders, bad in rows]
    from_day = max(entry.day for entry in days) + timedelta(days=wait)
    planned = 100 - rate if more else rate
    found = a_forecast(days, key, from_day=from_day, rate=planned, window=window)
    expected = simulated(days, metric=metric, from_day=from_day, rate=planned)
    assert found.likely.date == expected
    if found.now.rate is not None:
        ideal = Decimal(100 if more else 0)
        best = simulated(days, metric=metric, from_day=from_day, rate=ideal)
        assert found.best.date == best


@given(rows=tables(), key=st.sampled_from(KEYS), wait=st.integers(-9, 30), rate=st.integers(0, 100))
@settings(max_examples=80, deadline=None)
def test_the_best_course_is_never_later_than_the_likely_one_nor_that_than_the_cautious(
    rows, key, wait, rate
):
    days = [Day(*row) for row in rows]
    from_day = days[-1].day + timedelta(days=wait)
    found = a_forecast(days, key, from_day=from_day, rate=rate)
    dates = [course.date or date.max for _, course in found.courses]
    assert dates == sorted(dates)
    assert len({len(course.series) for _, course in found.courses}) == 1


@given(rows=tables(), key=st.sampled_from(KEYS), wait=st.integers(-9, 30), rate=st.integers(0, 100))
@settings(max_examples=80, deadline=None)
def test_the_drawn_line_agrees_with_the_date(rows, key, wait, rate):
    days = [Day(*row) for row in rows]
    found = a_forecast(days, key, from_day=days[-1].day + timedelta(days=wait), rate=rate)
    target, sign = float(found.metric.target), 1 if found.metric.more_is_better else -1
    for _, course in found.courses:
        for day, value in course.series:
            if course.date and day >= course.date:
                assert sign * (value - target) >= -1e-9
        if course.date and course.date > found.now.last_day:
            before = dict(course.series)[course.date - timedelta(days=1)]
            assert sign * (before - target) <= 1e-9


def test_a_week_of_cancellations_worked_out_by_hand():
    # 7 days of 10 orders, the first with 7 cancellations: 7/70 = 10 %. The present rate (10 %)
    # goes on for one day, then none: the window of the 7th day after still holds that one day
    # (1/70 = 1.43 %), but the bad first day leaves at once. With the target "below 2.5 %" the
    # first window after the bad day left is already good.
    days = a_table(date(2026, 3, 1), (10, 7), *[(10, 0)] * 6)
    found = a_forecast(days, "cancel_rate", from_day=date(2026, 3, 9))
    assert found.now.rate == 10
    assert found.likely.date == date(2026, 3, 8)
    assert [round(rate, 3) for _, rate in found.likely.series[:4]] == [10, 1.429, 1.429, 1.429]


def test_present_days_that_are_still_to_come_push_the_date_back():
    # 60 equal days, 2 of 100 a day: 2 %. From the tenth day none. After j good days the window
    # holds (60 - j) bad ones: 2 * (60 - j) / 60 < 1 needs j > 30, so the 31st good day.
    days = a_table(date(2026, 1, 1), *[(100, 2)] * 60)
    last = date(2026, 3, 1)
    found = a_forecast(days, from_day=last + timedelta(days=10))
    assert found.likely.date == last + timedelta(days=9 + 31)
    assert found.likely.settled == last + timedelta(days=9 + 60)


def test_the_target_itself_is_not_below_the_target():
    days = a_table(date(2026, 1, 1), *[(100, 2)] * 60)
    from_day = date(2026, 3, 2)
    half_way = a_forecast(days, from_day=from_day, target=Decimal("1"))
    assert half_way.likely.date == from_day + timedelta(days=30)
    assert a_forecast(days, from_day=from_day, rate="1").likely.no_date is NoDate.RATE_TOO_WEAK
    tracked = a_table(date(2026, 1, 1), *[(100, 80)] * 30)
    exactly = a_forecast(tracked, "vtr", from_day=date(2026, 1, 31), rate="95")
    assert exactly.likely.date == date(2026, 3, 1)


def test_a_window_over_a_leap_day_counts_it():
    days = a_table(date(2024, 2, 23), (10, 1), *[(10, 0)] * 6)
    assert days[-1].day == date(2024, 2, 29)
    found = a_forecast(days, "cancel_rate", from_day=date(2024, 3, 1), target=Decimal("1"))
    assert found.likely.date == date(2024, 3, 1)
    assert found.now.first_day == date(2024, 2, 23)


def test_the_end_of_a_month_and_of_a_year_is_an_ordinary_day():
    days = a_table(date(2025, 11, 2), *[(10, 1)] * 60)
    found = a_forecast(days, from_day=date(2026, 1, 1))
    assert found.now.last_day == date(2025, 12, 31)
    assert found.likely.date == date(2026, 2, 24)


def test_a_missing_day_had_no_orders():
    full = a_table(date(2026, 5, 1), *[(12, 1)] * 30)
    holes = [day for n, day in enumerate(full) if n % 3 or n == 0]
    found = a_forecast(holes, "lsr", from_day=date(2026, 6, 1))
    zeros = [day if day in holes else Day(day.day, 0, 0) for day in full]
    assert found.likely == a_forecast(zeros, "lsr", from_day=date(2026, 6, 1)).likely
    assert found.orders_a_day == Fraction(sum(day.orders for day in holes), 30)


def test_without_orders_there_is_no_date_and_the_reason_is_said():
    days = [Day(date(2026, 1, 1), 50, 5), Day(date(2026, 6, 1), 0, 0)]
    found = a_forecast(days, from_day=date(2026, 6, 10))
    assert found.now.rate is None
    assert {course.no_date for _, course in found.courses} == {NoDate.NO_ORDERS}
    assert forecast_as_json(found)["now"]["rate"] is None


def test_a_plan_that_begins_years_from_now_has_no_date():
    days = a_table(date(2026, 1, 1), *[(10, 1)] * 60)
    found = a_forecast(days, from_day=date(2040, 1, 1))
    assert {course.no_date for _, course in found.courses} == {NoDate.BEYOND_HORIZON}


def test_a_metric_that_meets_its_target_now_says_so():
    days = a_table(date(2026, 1, 1), *[(1000, 1)] * 60)
    found = a_forecast(days, from_day=date(2026, 3, 5), rate="0.1")
    assert found.likely.date == found.now.last_day
    assert Note.ALREADY_MET in found.notes


def test_a_target_met_for_a_while_only_is_not_met_for_good():
    # Today 1/20 of 60 days falls out, but the present rate is above the target and comes back.
    days = a_table(date(2026, 1, 1), (100, 50), *[(100, 0)] * 58, (100, 30))
    found = a_forecast(days, from_day=date(2026, 6, 1), rate="0")
    rates = dict(found.likely.series)
    assert rates[date(2026, 3, 2)] < 1 < rates[date(2026, 5, 31)]
    assert found.likely.date > date(2026, 5, 31)


def test_totals_of_a_window_are_spread_evenly():
    days = spread(28, 1505, window_days=60, last_day=date(2026, 11, 2))
    found = a_forecast(days, from_day=date(2026, 11, 14), rate="0.4", today=date(2026, 11, 6))
    assert (found.now.numerator, found.now.denominator) == (28, 1505)
    assert round(float(found.now.rate), 2) == 1.86
    assert len(found.past) == 1
    assert found.likely.date == date(2026, 12, 19)
    assert found.likely.settled == date(2027, 1, 12)


@pytest.mark.parametrize(
    "days, today, rate, note",
    [
        ([(100, 2)] * 20, 20, "0", Note.SHORT_DATA),
        ([(100, 2)] * 60, 80, "0", Note.OLD_DATA),
        ([(100, 2)] * 60, 40, "0", Note.DAYS_AHEAD),
        ([(100, 2)] * 60, 60, "2", Note.NOT_BETTER),
        ([(1, 0)] * 59 + [(1, 1)], 60, "0", Note.ONE_IS_TOO_MANY),
    ],
)
def test_what_makes_the_figures_weak_is_noted(days, today, rate, note):
    first = date(2026, 1, 1)
    table = a_table(first, *days)
    on = first + timedelta(days=today - 1)
    assert note in a_forecast(table, from_day=on, rate=rate, today=on).notes
    plain = a_table(first, *[(100, 2)] * 60)
    good = a_forecast(plain, from_day=date(2026, 3, 2), rate="0", today=date(2026, 3, 2))
    assert note not in good.notes


@pytest.mark.parametrize("rate", ["-1", "100.01"])
def test_a_rate_that_is_no_percentage_is_refused(rate):
    with pytest.raises(ValueError, match="percentage"):
        a_forecast([Day(date(2026, 1, 1), 1, 0)], from_day=date(2026, 1, 2), rate=rate)


def test_no_days_at_all_are_refused():
    with pytest.raises(ValueError, match="at least one day"):
        a_forecast([], from_day=date(2026, 1, 2), today=date(2026, 1, 1))


def test_the_json_holds_the_agreed_keys_in_percent():
    days = a_table(date(2026, 1, 1), *[(100, 2)] * 60)
    plain = forecast_as_json(a_forecast(days, from_day=date(2026, 3, 2)))
    assert plain["metric"] == "odr"
    assert (plain["window_days"], plain["target"]) == (60, 1.0)
    assert {"rate": 2.0, "numerator": 120, "denominator": 6000}.items() <= plain["now"].items()
    assert plain["likely"]["date"] == "2026-04-01"
    assert plain["likely"]["series"][0] == ["2026-03-01", 2.0]
    assert {"best", "likely", "cautious"} <= plain.keys()
