"""Everything the notice names or asks, row by row, and whether the answer deals with it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kaizen.earlier_text import fresh
from kaizen.notice.metric_data import names_of
from kaizen.notice.model import Notice, NoticeMetric
from kaizen.papers_asked import Paper, State, Told, is_optional, papers_asked, state_of
from kaizen.points_asked import item_of, points_to_answer, stop_words
from kaizen.text import fold

__all__ = ["Answer", "Paper", "Row", "Sent", "State", "coverage"]

_TERM = re.compile(r"[\u4e00-\u9fff]{2,8}|[\u30a1-\u30fc]{2,20}|[a-z]{4,24}")
_ENOUGH = 0.5
_SCORE = "ahr"
"""The account health score follows from the violations; a plan does not answer it."""
_WRITTEN = ("violation", "cause", "fix")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the notice: ``id`` stays the same as long as the notice does.

    ``papers`` are what a row of documents asks, one of which is enough. An optional row waits for
    nobody: it matters only if others agree.
    """

    id: str
    kind: str
    value: str
    item: str
    state: State
    reason: str = ""
    papers: tuple[Paper, ...] = ()
    is_optional: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether the row still waits for an answer."""
        return self.state is State.OPEN and not self.is_optional


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent before and has been answered: it cannot answer the next notice once more."""

    texts: Mapping[str, str] = field(default_factory=dict)
    exhibits: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is going to be sent: texts by item, or the ``note`` alone, and the exhibits."""

    texts: Mapping[str, str] = field(default_factory=dict)
    exhibits: Sequence[str] = ()
    note: str | None = None
    sent: Sent | None = None


@dataclass(frozen=True, slots=True)
class _Folded:
    """An answer folded for matching; ``told`` holds only what was not sent before."""

    whole: str
    compact: str
    told: Told


def coverage(
    notice: Notice,
    answer: Answer,
    waived: Mapping[str, str] | None = None,
    *,
    submitted_on: date | None = None,
) -> list[Row]:
    """Return a row for each ASIN, order, number, metric, document, point and the deadline.

    ``waived`` maps a row's id to the seller's reason. The deadline is answered by the day of
    submission.
    """
    text = _folded(answer)
    reasons = waived or {}
    rows = [*_named(notice, text), *_measured(notice, text), *_asked(notice, text)]
    rows += [*_points(notice, text), *_clock(notice, submitted_on)]
    if answer.note is not None:
        rows = [replace(row, item="note") if row.item in _WRITTEN else row for row in rows]
    return [_waived(row, reasons) for row in rows]


def _folded(answer: Answer) -> _Folded:
    is_note = answer.note is not None
    texts = dict.fromkeys(_WRITTEN, answer.note or "") if is_note else dict(answer.texts)
    sent = answer.sent or Sent()
    new = {item: fresh(text, sent.texts.get(item, "")) for item, text in texts.items()}
    exhibits = tuple(
        None if name in sent.exhibits else fold(name).text.lower() for name in answer.exhibits
    )
    whole = _lower(texts)
    return _Folded(
        whole=whole,
        compact=re.sub(r"[\s-]", "", whole),
        told=Told(new, _lower(new), exhibits, is_note),
    )


def _lower(texts: Mapping[str, str]) -> str:
    return "\n".join(fold(text).text.lower() for text in dict.fromkeys(texts.values()))


def _waived(row: Row, reasons: Mapping[str, str]) -> Row:
    reason = reasons.get(row.id, "")
    if row.state is not State.OPEN or not reason.strip():
        return row
    return replace(row, state=State.WAIVED, reason=reason)


def _named(notice: Notice, text: _Folded) -> list[Row]:
    groups = (
        ("asin", notice.asins),
        ("order", notice.order_ids),
        ("complaint", notice.complaint_ids),
        ("registration", notice.registration_numbers),
    )
    return [
        Row(f"{kind}:{value}", kind, value, "violation", _state(_is_named(value, text)))
        for kind, values in groups
        for value in values
    ]


def _is_named(value: str, text: _Folded) -> bool:
    return value.lower().replace("-", "") in text.compact


def _measured(notice: Notice, text: _Folded) -> list[Row]:
    return [
        Row(f"metric:{one.key}", "metric", one.key, "violation", _state(_is_measured(one, text)))
        for one in notice.metrics
        if one.key != _SCORE
    ]


def _is_measured(one: NoticeMetric, text: _Folded) -> bool:
    plain = f"{one.value.normalize():f}"
    figure = re.compile(rf"(?<![\d.]){re.escape(plain)}(?:0+)?(?![\d])")
    named = any(name in text.whole for name in names_of(one.key))
    return named and figure.search(text.whole) is not None


def _asked(notice: Notice, text: _Folded) -> list[Row]:
    rows = []
    for papers in papers_asked(notice, text.told):
        key = "|".join(paper.key for paper in papers)
        rows.append(
            Row(
                id=f"document:{key}",
                kind="document",
                value=key,
                item=_place(key),
                state=state_of(papers),
                papers=papers,
                is_optional=is_optional(notice, key),
            )
        )
    return rows


def _place(key: str) -> str:
    return {"improvement_plan": "plan", "explanation": "cause"}.get(key, "attachments")


def _points(notice: Notice, text: _Folded) -> list[Row]:
    return [
        Row(f"point:{number}", "point", point, item_of(point), _point_state(point, text.told))
        for number, point in points_to_answer(notice)
    ]


def _point_state(point: str, told: Told) -> State:
    """Return answered where the item is written and takes up the words of the point."""
    if not told.items.get(item_of(point), "").strip():
        return State.OPEN
    found = _TERM.findall(fold(point).text.lower())
    terms = [term for term in found if term not in stop_words()]
    if not terms:
        return State.ANSWERED
    met = sum(1 for term in terms if term[:4] in told.whole or term[:2] in told.whole)
    return _state(met >= _ENOUGH * len(terms))


def _clock(notice: Notice, submitted_on: date | None) -> list[Row]:
    if notice.deadline is None:
        return []
    due = notice.deadline.date
    value = due.isoformat() if due else notice.deadline.text
    in_time = submitted_on is not None and (due is None or submitted_on <= due)
    # No words answer it: it waits for the day of sending.
    return [Row("deadline", "deadline", value, "plan", _state(in_time), is_optional=True)]


def _state(is_answered: bool) -> State:
    return State.ANSWERED if is_answered else State.OPEN
