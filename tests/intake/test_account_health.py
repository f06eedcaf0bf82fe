import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.account_health import AccountHealth, read_account_health
from intake.table_words import TableProblem


def a_period(first="2026-09-04T00:00Z", last="2026-11-02T23:59Z"):
    return {"reportingDateFrom": first, "reportingDateTo": last}


def a_defect_rate(**other):
    return {
        "reportingDateRange": a_period(),
        "orderCount": 1505,
        "orderWithDefects": {"count": 28, "status": "BAD"},
        "claims": {"count": 8, "status": "NONE"},
        "chargebacks": {"count": 3, "status": "NONE"},
        "negativeFeedback": {"count": 17, "status": "NONE"},
        "fulfillmentType": "mfn",
        "status": "BAD",
        "rate": 0.0186,
        "targetValue": 0.01,
        "targetCondition": "LESS_THAN",
    } | other


def a_report(**metrics):
    return {
        "accountStatuses": [{"marketplaceId": "MARKET1", "status": "SUSPENDED"}],
        "performanceMetrics": [{"marketplaceId": "MARKET1", **metrics}],
    }


def read(report):
    return read_account_health(json.dumps(report).encode())


def test_the_defect_rate_is_read_by_fulfilment_with_its_parts():
    health = read(a_report(orderDefectRate={"mfn": a_defect_rate(), "afn": a_defect_rate()}))
    seller, amazon = health.figures
    assert (seller.metric, seller.fulfilment, amazon.fulfilment) == ("odr", "mfn", "afn")
    assert (seller.count, seller.orders, seller.window_days) == (28, 1505, 60)
    assert seller.last_day == date(2026, 11, 2)
    assert (seller.target, seller.stated_rate) == (Decimal("1.00"), Decimal("1.8600"))
    assert seller.parts == {"neg_feedback_rate": 17, "atoz_rate": 8, "chargeback_rate": 3}
    assert seller.rate_agrees()
    assert health.statuses == {"MARKET1": "SUSPENDED"}


@pytest.mark.parametrize(
    "name, counts, key",
    [
        ("lateShipmentRate", {"orderCount": 326, "lateShipmentCount": 30}, "lsr"),
        ("prefulfillmentCancelRate", {"orderCount": 80, "cancellationCount": 2}, "cancel_rate"),
        ("validTrackingRate", {"shipmentCount": 172, "validTrackingCount": 152}, "vtr"),
        (
            "onTimeDeliveryRate",
            {"shipmentCountWithValidTracking": 100, "onTimeDeliveryCount": 91},
            "otdr",
        ),
        ("invoiceDefectRate", {"orderCount": 90, "invoiceDefect": {"count": 4}}, "idr"),
    ],
)
def test_every_rate_of_the_schema_is_read(name, counts, key):
    health = read(a_report(**{name: {"reportingDateRange": a_period(), **counts}}))
    (figure,) = health.figures
    assert figure.metric == key
    assert figure.orders in counts.values()


def test_a_stated_rate_that_is_not_that_of_the_counts_is_seen():
    (figure,) = read(a_report(orderDefectRate={"mfn": a_defect_rate(rate=0.009)})).figures
    assert not figure.rate_agrees()


@pytest.mark.parametrize(
    "change",
    [
        {"orderWithDefects": {"count": 2000}},
        {"orderCount": None},
        {"orderCount": True},
        {"orderCount": "1505"},
        {"reportingDateRange": None},
        {"reportingDateRange": a_period("2026-13-01", "2026-11-02")},
        {"reportingDateRange": a_period("2026-11-03", "2026-11-02")},
    ],
)
def test_a_figure_that_cannot_be_true_is_left_out_and_named(change):
    late = {"reportingDateRange": a_period(), "orderCount": 9, "lateShipmentCount": 1}
    report = a_report(orderDefectRate={"mfn": a_defect_rate(**change)}, lateShipmentRate=late)
    health = read(report)
    assert [figure.metric for figure in health.figures] == ["lsr"]
    assert health.left_out == ("orderDefectRate.mfn",)


def test_open_violations_are_counted_by_category():
    category = {"reportingDateRange": a_period(), "defectsCount": 3, "status": "BAD"}
    health = read(a_report(listingPolicyViolations=category, foodAndProductSafetyIssues=category))
    assert health.violations == {"listingPolicyViolations": 3, "foodAndProductSafetyIssues": 3}


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[]", "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"performanceMetrics": {}}', "not_json"),
        (b'{"performanceMetrics": []}', "no_metrics"),
        (b'{"performanceMetrics": [3, {"orderDefectRate": null}]}', "no_metrics"),
    ],
)
def test_what_is_no_report_is_answered_with_a_remedy(data, code):
    problem = read_account_health(data)
    assert isinstance(problem, TableProblem)
    assert problem.code == code
    assert problem.sentence("ja", "report.json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["orderCount", "count", "mfn", "reportingDateRange", "status", "rate"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["orderDefectRate", "lateShipmentRate", "marketplaceId", "other"]), VALUES
    ),
    VALUES,
)
def test_any_json_gets_an_answer(market, statuses):
    data = json.dumps({"performanceMetrics": [market], "accountStatuses": statuses}).encode()
    assert isinstance(read_account_health(data), AccountHealth | TableProblem)
