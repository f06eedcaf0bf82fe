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
]
