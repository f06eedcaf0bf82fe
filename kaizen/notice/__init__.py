"""The notice reader: pasted text becomes a ``Notice``."""

from datetime import date

from kaizen.notice.model import (
    Clock,
    Deadline,
    EarlierEnforcement,
    Notice,
    NoticeMetric,
    Span,
    Status,
)
from kaizen.notice.plain import notice_as_json, notice_from_json
from kaizen.notice.reasons import reason_text

__all__ = [
    "Clock",
    "Deadline",
    "EarlierEnforcement",
    "Notice",
    "NoticeMetric",
    "Span",
    "Status",
    "notice_as_json",
    "notice_from_json",
    "read",
    "reason_text",
]


def read(text: str, today: date) -> Notice:
    """Return what a notice says; ``today`` decides what has passed."""
    # Its patterns are a tenth of all that is loaded, and a start does without them.
    from kaizen.notice.reader import read as read_notice

    return read_notice(text, today)
