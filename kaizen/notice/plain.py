"""A notice as plain data, in the agreed format of ``notice read --json``, and back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kaizen.notice.model import (
    Clock,
    Deadline,
    EarlierEnforcement,
    Notice,
    NoticeMetric,
    Span,
    Status,
)

_TUPLES = (
    "other_violation_types",
    "policies",
    "asins",
    "order_ids",
    "complaint_ids",
    "registration_numbers",
    "documents_requested",
    "file_formats",
    "missing_points",
    "complainants",
    "suspicious_reasons",
)
_VALUES = (
    "language",
    "marketplace",
    "subject",
    "violation_type",
    "document_max_age_days",
    "submission_channel",
    "has_seven_item_template",
    "plan_requested",
    "appeal_possible",
    "related_store",
    "addressee",
    "store_name",
    "registered_contact",
    "suspicious",
)


def notice_as_json(notice: Notice) -> dict[str, Any]:
    """Return the notice as plain data; keys and words are those of the command-line contract."""
    plain: dict[str, Any] = {key: getattr(notice, key) for key in _VALUES}
    plain |= {key: list(getattr(notice, key)) for key in _TUPLES}
    plain["documents_alternatives"] = [list(group) for group in notice.documents_alternatives]
    plain["received_date"] = _iso(notice.received_date)
    plain["status"] = notice.status.value if notice.status else None
    plain["metrics"] = [_metric(metric) for metric in notice.metrics]
    plain["deadline"] = _deadline(notice.deadline) if notice.deadline else None
    plain["other_clocks"] = [_clock(clock) for clock in notice.other_clocks]
    plain["earlier_enforcements"] = [
        {"date": _iso(earlier.date), "text": earlier.text}
        for earlier in notice.earlier_enforcements
    ]
    plain["confidence"] = dict(notice.confidence)
    plain["evidence"] = {
        key: [{"start": span.start, "end": span.end, "text": span.text} for span in spans]
        for key, spans in notice.evidence.items()
    }
    return {key: plain[key] for key in _ORDER}


def notice_from_json(plain: Mapping[str, Any]) -> Notice:
    """Return the notice that ``notice_as_json`` wrote; missing keys keep their empty value."""
    values: dict[str, Any] = {key: plain[key] for key in _VALUES if key in plain}
    values |= {key: tuple(plain[key]) for key in _TUPLES if key in plain}
    groups = plain.get("documents_alternatives", ())
    values["documents_alternatives"] = tuple(tuple(group) for group in groups)
    if plain.get("received_date"):
        values["received_date"] = date.fromisoformat(plain["received_date"])
    if plain.get("status"):
        values["status"] = Status(plain["status"])
    if plain.get("deadline"):
        values["deadline"] = _deadline_from(plain["deadline"])
    values["metrics"] = tuple(_metric_from(metric) for metric in plain.get("metrics", ()))
    values["other_clocks"] = tuple(
        Clock(clock["kind"], clock.get("days"), clock.get("hours"), clock.get("text", ""))
        for clock in plain.get("other_clocks", ())
    )
    values["earlier_enforcements"] = tuple(
        EarlierEnforcement(_date(earlier.get("date")), earlier.get("text", ""))
        for earlier in plain.get("earlier_enforcements", ())
    )
    values["confidence"] = dict(plain.get("confidence", {}))
    values["evidence"] = {
        key: tuple(Span(span["start"], span["end"], span["text"]) for span in spans)
        for key, spans in plain.get("evidence", {}).items()
    }
    return Notice(**values)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _metric(metric: NoticeMetric) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "key": metric.key,
        "value": _number(metric.value),
        "target": _number(metric.target),
        "unit": metric.unit,
        "window_days": metric.window_days,
    }
    return plain | ({"category": metric.category} if metric.category else {})


def _metric_from(plain: Mapping[str, Any]) -> NoticeMetric:
    target = plain.get("target")
    return NoticeMetric(
        plain["key"],
        Decimal(str(plain["value"])),
        None if target is None else Decimal(str(target)),
        plain.get("unit", "%"),
        plain.get("window_days"),
        plain.get("category"),
    )


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "kind": deadline.kind,
        "days": deadline.days,
        "hours": deadline.hours,
        "date": _iso(deadline.date),
        "text": deadline.text,
    }


def _deadline_from(plain: Mapping[str, Any]) -> Deadline:
    return Deadline(
        plain["kind"],
        plain.get("days"),
        plain.get("hours"),
        _date(plain.get("date")),
        plain.get("text", ""),
    )


def _clock(clock: Clock) -> dict[str, Any]:
    plain = {"kind": clock.kind, "days": clock.days, "hours": clock.hours, "text": clock.text}
    return {key: value for key, value in plain.items() if value is not None}


_ORDER = (
    "language",
    "marketplace",
    "received_date",
    "subject",
    "status",
    "violation_type",
    "other_violation_types",
    "policies",
    "asins",
    "order_ids",
    "complaint_ids",
    "registration_numbers",
    "metrics",
    "deadline",
    "other_clocks",
    "documents_requested",
    "documents_alternatives",
    "document_max_age_days",
    "file_formats",
    "submission_channel",
    "has_seven_item_template",
    "plan_requested",
    "appeal_possible",
    "missing_points",
    "related_store",
    "addressee",
    "store_name",
    "registered_contact",
    "complainants",
    "earlier_enforcements",
    "suspicious",
    "suspicious_reasons",
    "confidence",
    "evidence",
)
