"""Amazon's account health report (schema accountHealthReport-2020-11-18) → totals by metric.

Rates are computed again from the counts, because the report rounds them and its own examples do not
always agree. A figure without counts, or with more counted than there were, is left out and named.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from intake.table_text import LARGEST_BYTES
from intake.table_words import TableProblem
from kaizen.dates import iso_day
from kaizen.metrics import all_metrics

# Where a metric's counts stand in its object: what it counts, and of how many.
_COUNTS: Mapping[str, tuple[str, str]] = {
    "orderDefectRate": ("orderWithDefects", "orderCount"),
    "prefulfillmentCancelRate": ("cancellationCount", "orderCount"),
    "lateShipmentRate": ("lateShipmentCount", "orderCount"),
    "validTrackingRate": ("validTrackingCount", "shipmentCount"),
    "onTimeDeliveryRate": ("onTimeDeliveryCount", "shipmentCountWithValidTracking"),
    "invoiceDefectRate": ("invoiceDefect", "orderCount"),
}
_PARTS = {
    "negativeFeedback": "neg_feedback_rate",
    "claims": "atoz_rate",
    "chargebacks": "chargeback_rate",
}
_FULFILMENTS = ("mfn", "afn")
_MOST_MARKETPLACES = 50


@dataclass(frozen=True, slots=True)
class HealthFigure:
    """One metric of one marketplace: ``count`` of ``orders`` in a window, both days included.

    ``stated_rate`` and ``target`` are percentages of the report; ``parts`` maps metric keys
    to counts where the report breaks the count down.
    """

    metric: str
    marketplace: str | None
    fulfilment: str | None
    first_day: date
    last_day: date
    count: int
    orders: int
    stated_rate: Decimal | None
    target: Decimal | None
    status: str | None
    parts: Mapping[str, int]

    @property
    def window_days(self) -> int:
        """Return the length of the window in days."""
        return (self.last_day - self.first_day).days + 1

    def rate_agrees(self) -> bool:
        """Tell whether the stated rate is that of the counts, within one hundredth of a percent."""
        if self.stated_rate is None or not self.orders:
            return True
        return abs(
            Fraction(100 * self.count, self.orders) - Fraction(self.stated_rate)
        ) <= Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class AccountHealth:
    """The figures of a report, its account states by marketplace, and the metrics left out."""

    figures: tuple[HealthFigure, ...]
    statuses: Mapping[str, str]
    violations: Mapping[str, int]
    left_out: tuple[str, ...]


def read_account_health(data: bytes) -> AccountHealth | TableProblem:
    """Return what a report says, or why it cannot be used."""
    if len(data) > LARGEST_BYTES:
        return TableProblem("too_large", values={"limit": str(LARGEST_BYTES // 1024 // 1024)})
    try:
        report = json.loads(data)
    except (ValueError, RecursionError):
        return TableProblem("not_json")
    if not isinstance(report, dict) or not isinstance(report.get("performanceMetrics"), list):
        return TableProblem("not_json")
    markets = [
        market
        for market in report["performanceMetrics"][:_MOST_MARKETPLACES]
        if isinstance(market, dict)
    ]
    figures: list[HealthFigure] = []
    left_out: list[str] = []
    for market in markets:
        for name, entry, fulfilment in _entries(market):
            figure = _figure(name, entry, fulfilment, market.get("marketplaceId"))
            if figure is None:
                left_out.append(name if fulfilment is None else f"{name}.{fulfilment}")
            else:
                figures.append(figure)
    violations = _violations(markets)
    if not figures and not violations:
        return TableProblem("no_metrics")
    return AccountHealth(tuple(figures), _statuses(report), violations, tuple(left_out))


def _entries(market: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any], str | None]]:
    """Return the objects that hold counts; the order defect rate has one for each fulfilment."""
    found: list[tuple[str, Mapping[str, Any], str | None]] = []
    for name in _COUNTS:
        entry = market.get(name)
        if not isinstance(entry, dict):
            continue
        split = [way for way in _FULFILMENTS if isinstance(entry.get(way), dict)]
        found += [(name, entry[way], way) for way in split] or [(name, entry, None)]
    return found


def _figure(
    name: str, entry: Mapping[str, Any], fulfilment: str | None, marketplace: object
) -> HealthFigure | None:
    counted, of = _COUNTS[name]
    count, orders = _count(entry.get(counted)), _count(entry.get(of))
    period = _period(entry.get("reportingDateRange"))
    if count is None or orders is None or period is None or count > orders:
        return None
    parts = {key: _count(entry.get(part)) for part, key in _PARTS.items()}
    return HealthFigure(
        metric=_key(name),
        marketplace=marketplace if isinstance(marketplace, str) else None,
        fulfilment=fulfilment,
        first_day=period[0],
        last_day=period[1],
        count=count,
        orders=orders,
        stated_rate=_percent(entry.get("rate")),
        target=_percent(entry.get("targetValue")),
        status=entry["status"] if isinstance(entry.get("status"), str) else None,
        parts={key: value for key, value in parts.items() if value is not None},
    )


def _key(name: str) -> str:
    return next(metric.key for metric in all_metrics() if metric.account_health == name)


def _count(value: object) -> int | None:
    """Return a count, given plainly or as an object with ``count``."""
    if isinstance(value, dict):
        value = value.get("count")
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    return None


def _percent(value: object) -> Decimal | None:
    """Return a fraction of the report (0.01) as a percentage (1)."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return Decimal(str(value)) * 100


def _period(value: object) -> tuple[date, date] | None:
    if not isinstance(value, dict):
        return None
    first = iso_day(str(value.get("reportingDateFrom"))[:10])
    last = iso_day(str(value.get("reportingDateTo"))[:10])
    return (first, last) if first and last and first <= last else None


def _violations(markets: list[dict[str, Any]]) -> dict[str, int]:
    """Return the policy categories with their open violations, summed over marketplaces."""
    found: dict[str, int] = {}
    for market in markets:
        for name, entry in market.items():
            count = _count(entry.get("defectsCount")) if isinstance(entry, dict) else None
            if count is not None:
                found[name] = found.get(name, 0) + count
    return found


def _statuses(report: Mapping[str, Any]) -> dict[str, str]:
    entries = report.get("accountStatuses")
    if not isinstance(entries, list):
        return {}
    return {
        entry["marketplaceId"]: entry["status"]
        for entry in entries
        if isinstance(entry, dict)
        and isinstance(entry.get("marketplaceId"), str)
        and isinstance(entry.get("status"), str)
    }
