"""What a notice says: values only, each with its confidence and its places in the pasted text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

CORRECTED = 1.0
"""Confidence of a value that the seller put in by hand."""
SURE = 0.8
"""From here on a value counts as read in the words; below, a page asks the seller to compare."""


class Status(StrEnum):
    """The state in which the notice leaves the account or its offers."""

    WARNING = "warning"
    LISTING_REMOVED = "listing_removed"
    MFN_RESTRICTED = "mfn_restricted"
    UNDER_REVIEW = "under_review"
    SUSPENDED = "suspended"
    DEACTIVATED = "deactivated"
    APPEAL_REJECTED_MORE_INFO = "appeal_rejected_more_info"
    FINAL_REJECTION = "final_rejection"
    LOGIN_LOCKED = "login_locked"
    INFO_REQUEST = "info_request"
    REINSTATED = "reinstated"
    NOT_A_NOTICE = "not_a_notice"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the pasted text: characters ``start`` to ``end`` of the original."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The clock for the seller's answer; ``kind`` is appeal, documents or call."""

    kind: str
    days: int | None
    hours: int | None
    date: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Another clock: ``kind`` is funds, inventory, review, remove_similar_listings or other."""

    kind: str
    days: int | None
    hours: int | None
    text: str


@dataclass(frozen=True, slots=True)
class NoticeMetric:
    """A measured figure in the notice; target and window come from the data if not stated."""

    key: str
    value: Decimal
    target: Decimal | None
    unit: str
    window_days: int | None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierEnforcement:
    """An earlier measure or notice that the text mentions, with its date where given."""

    date: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Everything the reader takes from a pasted notice; ``None`` means "not in the notice"."""

    language: str = "ja"
    marketplace: str | None = None
    received_date: date | None = None
    subject: str | None = None
    status: Status | None = None
    violation_type: str = "unknown"
    other_violation_types: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    asins: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
    complaint_ids: tuple[str, ...] = ()
    registration_numbers: tuple[str, ...] = ()
    metrics: tuple[NoticeMetric, ...] = ()
    deadline: Deadline | None = None
    other_clocks: tuple[Clock, ...] = ()
    documents_requested: tuple[str, ...] = ()
    documents_alternatives: tuple[tuple[str, ...], ...] = ()
    document_max_age_days: int | None = None
    file_formats: tuple[str, ...] = ()
    submission_channel: str | None = None
    has_seven_item_template: bool = False
    plan_requested: bool = False
    appeal_possible: bool = False
    missing_points: tuple[str, ...] = ()
    related_store: str | None = None
    addressee: str | None = None
    store_name: str | None = None
    registered_contact: str | None = None
    complainants: tuple[str, ...] = ()
    earlier_enforcements: tuple[EarlierEnforcement, ...] = ()
    suspicious: bool = False
    suspicious_reasons: tuple[str, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def corrected(self, **changes: Any) -> "Notice":
        """Return the notice with values the seller put in by hand; they are certain from then on.

        The words that had spoken for the old value no longer count as its evidence.
        """
        confidence = dict(self.confidence) | dict.fromkeys(changes, CORRECTED)
        evidence = {key: spans for key, spans in self.evidence.items() if key not in changes}
        return replace(self, **changes, confidence=confidence, evidence=evidence)

    def is_corrected(self, key: str) -> bool:
        """Tell whether the seller put in this value by hand."""
        return self.confidence.get(key) == CORRECTED and key not in self.evidence
