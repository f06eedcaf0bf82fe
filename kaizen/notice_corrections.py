"""What the seller corrected by hand wins over what was read.

Corrections are kept as texts, so that a file from an older version always loads; an empty text
means "not in the notice". Keys that are not listed here are left alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from kaizen.dates import day_of
from kaizen.notice import Deadline, Notice, Status
from kaizen.notice_written import clocks_in, metrics_in
from kaizen.text import fold
from kaizen.violations import all_types, violation_type

PLAN = "improvement_plan"


def apply_corrections(notice: Notice, corrections: Mapping[str, str]) -> Notice:
    """Return ``notice`` with the seller's values in place of those that were read."""
    changes: dict[str, Any] = {}
    for key, written in corrections.items():
        if key == "deadline":
            changes[key] = _deadline(notice, written)
        elif key in _READERS:
            changes[key] = _READERS[key](written)
    if "documents_requested" in changes:
        # The same fact under two keys: who ticks the plan among the papers says that it is asked.
        changes.setdefault("plan_requested", PLAN in changes["documents_requested"])
    return notice.corrected(**changes) if changes else notice


def split_list(written: str) -> tuple[str, ...]:
    """Return the entries of a list typed with commas, spaces or line breaks between them."""
    parts = re.split(r"[\s,\u3001;]+", fold(written).text)
    return tuple(dict.fromkeys(part for part in parts if part))


def _types(written: str) -> tuple[str, ...]:
    known = {one.key for one in all_types()}
    return tuple(key for key in split_list(written) if key in known)


def _number(written: str) -> int | None:
    digits = re.search(r"[0-9]{1,4}", fold(written).text)
    return int(digits.group()) if digits else None


def _formats(written: str) -> tuple[str, ...]:
    return tuple(part.lower().lstrip(".") for part in split_list(written))


def _deadline(notice: Notice, written: str) -> Deadline | None:
    day = day_of(written)
    if day is None:
        return None
    known = notice.deadline or Deadline("appeal", None, None, None, "")
    return replace(known, date=day)


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def _text(written: str) -> str | None:
    return written.strip() or None


def _yes(written: str) -> bool:
    return written == "yes"


def _status(written: str) -> Status | None:
    return Status(written) if written in set(Status) else None


_READERS: dict[str, Callable[[str], Any]] = {
    "received_date": day_of,
    "subject": _text,
    "status": _status,
    "violation_type": lambda written: violation_type(written.strip()).key,
    "marketplace": _text,
    "asins": split_list,
    "order_ids": split_list,
    "documents_requested": split_list,
    "submission_channel": _text,
    "plan_requested": _yes,
    "appeal_possible": _yes,
    "missing_points": _lines,
    "has_seven_item_template": _yes,
    "other_violation_types": _types,
    "metrics": metrics_in,
    "complaint_ids": split_list,
    "registration_numbers": split_list,
    "complainants": _lines,
    "related_store": _text,
    "document_max_age_days": _number,
    "file_formats": _formats,
    "other_clocks": clocks_in,
    "policies": _lines,
}
CORRECTABLE = ("deadline", *_READERS)
