"""The notice reader: pasted text becomes a ``Notice``."""

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
from kaizen.notice.reader import read
from kaizen.notice.suspicious import reason_text

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
