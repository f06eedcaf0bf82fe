"""Everything the notice names or asks, row by row, and whether the plan deals with it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice.metrics import names_of
from kaizen.notice.model import Notice, NoticeMetric
from kaizen.text import fold

_TERM = re.compile(r"[\u4e00-\u9fff]{2,8}|[\u30a1-\u30fc]{2,20}|[a-z]{4,24}")
_ENOUGH = 0.5
_SCORE = "ahr"
"""The account health score follows from the violations; a plan does not answer it."""


class State(StrEnum):
    """How far a row is dealt with."""

    OPEN = "open"
    ANSWERED = "answered"
    EVIDENCED = "evidenced"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the notice: ``id`` stays the same as long as the notice does."""

    id: str
    kind: str
    value: str
    item: str
    state: State
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether the row still waits for an answer."""
        return self.state is State.OPEN


@dataclass(frozen=True, slots=True)
class _Answer:
    """The plan and exhibits, folded for matching."""

    items: Mapping[str, str]
    whole: str
    compact: str
    exhibits: tuple[str, ...]
    submitted_on: date | None


def coverage(
    notice: Notice,
    plan_texts: Mapping[str, str],
    attachments: Sequence[str] = (),
    waived: Mapping[str, str] | None = None,
    *,
    submitted_on: date | None = None,
) -> list[Row]:
    """Return a row for each ASIN, order, number, metric, document, point and the deadline.

    ``plan_texts`` is item name to text, ``attachments`` names or descriptions of exhibits,
    ``waived`` row id to the seller's reason. The deadline is answered by the day of submission.
    """
    answer = _answer(plan_texts, attachments, submitted_on)
    reasons = waived or {}
    rows = [*_named(notice, answer), *_measured(notice, answer), *_asked(notice, answer)]
    rows += [*_points(notice, answer), *_clock(notice, answer)]
    return [_waived(row, reasons) for row in rows]


def _answer(
    texts: Mapping[str, str], attachments: Sequence[str], submitted_on: date | None
) -> _Answer:
    items = {item: fold(text).text.lower() for item, text in texts.items()}
    whole = "\n".join(items.values())
    compact = re.sub(r"[\s-]", "", whole)
    exhibits = tuple(fold(name).text.lower() for name in attachments)
    return _Answer(items, whole, compact, exhibits, submitted_on)


def _waived(row: Row, reasons: Mapping[str, str]) -> Row:
    reason = reasons.get(row.id, "")
    if row.state is not State.OPEN or not reason.strip():
        return row
    return Row(row.id, row.kind, row.value, row.item, State.WAIVED, reason)


def _named(notice: Notice, answer: _Answer) -> list[Row]:
    groups = (
        ("asin", notice.asins),
        ("order", notice.order_ids),
        ("complaint", notice.complaint_ids),
        ("registration", notice.registration_numbers),
    )
    return [
        Row(f"{kind}:{value}", kind, value, "violation", _state(_is_named(value, answer)))
        for kind, values in groups
        for value in values
    ]


def _is_named(value: str, answer: _Answer) -> bool:
    return value.lower().replace("-", "") in answer.compact


def _measured(notice: Notice, answer: _Answer) -> list[Row]:
    return [
        Row(f"metric:{one.key}", "metric", one.key, "violation", _state(_is_measured(one, answer)))
        for one in notice.metrics
        if one.key != _SCORE
    ]


def _is_measured(one: NoticeMetric, answer: _Answer) -> bool:
    plain = f"{one.value.normalize():f}"
    figure = re.compile(rf"(?<![\d.]){re.escape(plain)}(?:0+)?(?![\d])")
    named = any(name in answer.whole for name in names_of(one.key))
    return named and figure.search(answer.whole) is not None


def _asked(notice: Notice, answer: _Answer) -> list[Row]:
    return [
        Row(f"document:{key}", "document", key, _place(key), _document_state(key, answer))
        for key in notice.documents_requested
    ]


def _place(key: str) -> str:
    return {"improvement_plan": "plan", "explanation": "cause"}.get(key, "attachments")


def _document_state(key: str, answer: _Answer) -> State:
    words = _data()["words"].get(key, ())
    if any(word in exhibit for word in words for exhibit in answer.exhibits):
        return State.EVIDENCED
    if key == "improvement_plan":
        return _state(all(answer.items.get(item, "").strip() for item in ("cause", "fix")))
    if key == "explanation":
        return _state(bool(answer.items.get("cause", "").strip()))
    in_text = _data()["in_text"].get(key, ())
    return _state(any(word in answer.whole for word in in_text))


def _points(notice: Notice, answer: _Answer) -> list[Row]:
    return [
        Row(f"point:{number}", "point", point, _item(point), _point_state(point, answer))
        for number, point in enumerate(notice.missing_points, 1)
    ]


def _item(point: str) -> str:
    plain = fold(point).text.lower()
    if any(word in plain for word in _data()["cause_words"]):
        return "cause"
    if any(word in plain for word in _data()["violation_words"]):
        return "violation"
    return "fix"


def _point_state(point: str, answer: _Answer) -> State:
    """Return answered where the item is written and takes up the words of the point."""
    if not answer.items.get(_item(point), "").strip():
        return State.OPEN
    stop = set(_data()["stop_words"])
    terms = [term for term in _TERM.findall(fold(point).text.lower()) if term not in stop]
    if not terms:
        return State.ANSWERED
    met = sum(1 for term in terms if term[:4] in answer.whole or term[:2] in answer.whole)
    return _state(met >= _ENOUGH * len(terms))


def _clock(notice: Notice, answer: _Answer) -> list[Row]:
    if notice.deadline is None:
        return []
    due = notice.deadline.date
    value = due.isoformat() if due else notice.deadline.text
    in_time = answer.submitted_on is not None and (due is None or answer.submitted_on <= due)
    return [Row("deadline", "deadline", value, "plan", _state(in_time))]


def _state(is_answered: bool) -> State:
    return State.ANSWERED if is_answered else State.OPEN


@cache
def _data() -> dict[str, Any]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)
