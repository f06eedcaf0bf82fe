"""A case: one notice, the plan that answers it, its exhibits, and every round of submission."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from kaizen.metric_record import MetricRecord
from kaizen.plan import Plan


class Language(StrEnum):
    """The languages of documents and pages."""

    JA = "ja"
    EN = "en"


class Layout(StrEnum):
    """The two shapes of a plan: Amazon's seven items, or root cause, actions taken, prevention."""

    SEVEN = "seven"
    THREE = "three"


class Route(StrEnum):
    """What is sent: an improvement plan, or a short note with documents."""

    PLAN = "plan"
    NOTE = "note"


class Status(StrEnum):
    """Where a case stands."""

    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    MORE_ASKED = "more_asked"
    REINSTATED = "reinstated"
    REFUSED = "refused"
    CLOSED = "closed"


# The claim that the whole plan is true and the exhibits are genuine, among those confirmed.
WHOLE_IS_TRUE = "whole"


@dataclass(frozen=True, slots=True)
class Details:
    """What the header of the document and some rules need to know about the store."""

    store: str = ""
    legal_name: str = ""
    marketplace: str = "amazon.co.jp"
    notice_date: date | None = None
    notice_subject: str = ""
    stopped_before: bool | None = None
    violation_type: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """The notice as pasted, and what the seller corrected in the reading of it.

    ``corrections`` maps a key of the reading to the seller's value as text; an empty text means
    "not in the notice". ``waived`` maps the id of a coverage row to the seller's reason.
    """

    text: str = ""
    corrections: Mapping[str, str] = field(default_factory=dict)
    waived: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One attached document: file name, its date, and what it shows."""

    name: str = ""
    day: date | None = None
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that the seller leaves as it is, with the reason. ``key`` is the finding's."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Round:
    """One submission: the notice answered, what was sent, frozen, and Amazon's answer.

    ``text`` is what was pasted, by ``route`` the plan's or the ``note``'s.
    """

    notice: NoticeRecord
    plan: Plan
    text: str
    submitted_on: date
    answer: str = ""
    answered_on: date | None = None
    route: Route = Route.PLAN
    note: str = ""
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything about one stop. ``revision`` counts saved changes and belongs to the store.

    ``route`` is the seller's own choice; without one, what fits the notice is sent.
    """

    id: str = ""
    revision: int = 0
    title: str = ""
    language: Language = Language.JA
    layout: Layout = Layout.SEVEN
    route: Route | None = None
    status: Status = Status.DRAFTING
    details: Details = field(default_factory=Details)
    notice: NoticeRecord = field(default_factory=NoticeRecord)
    plan: Plan = field(default_factory=Plan)
    note: str = ""
    exhibits: tuple[Exhibit, ...] | None = None
    numbers: tuple[MetricRecord, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    confirmed: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    created_at: datetime | None = None
    changed_at: datetime | None = None

    def with_plan(self, plan: Plan) -> Self:
        """Return the case with another plan; that the whole is true is then to be said again."""
        if plan == self.plan:
            return self
        kept = tuple(key for key in self.confirmed if key != WHOLE_IS_TRUE)
        return replace(self, plan=plan, confirmed=kept)

    def with_details(self, details: Details) -> Self:
        """Return the case with other details."""
        return replace(self, details=details)

    def with_exhibits(self, exhibits: tuple[Exhibit, ...]) -> Self:
        """Return the case with another list of exhibits."""
        return replace(self, exhibits=exhibits)

    def number(self, metric: str) -> MetricRecord | None:
        """Return what is kept about one metric."""
        return next((record for record in self.numbers if record.metric == metric), None)

    def with_number(self, record: MetricRecord) -> Self:
        """Return the case with ``record`` in the place of the one of its metric, or added."""
        if self.number(record.metric) is None:
            return replace(self, numbers=(*self.numbers, record))
        kept = (record if old.metric == record.metric else old for old in self.numbers)
        return replace(self, numbers=tuple(kept))

    def without_number(self, metric: str) -> Self:
        """Return the case without the record of one metric."""
        kept = tuple(record for record in self.numbers if record.metric != metric)
        return replace(self, numbers=kept)

    def submitted(self, text: str, *, on: date, route: Route = Route.PLAN) -> Self:
        """Return the case with plan, note, exhibits and the pasted text frozen as a new round."""
        frozen = Round(
            notice=self.notice,
            plan=self.plan,
            text=text,
            submitted_on=on,
            route=route,
            note=self.note if route is Route.NOTE else "",
            exhibits=self.exhibits or (),
        )
        return replace(self, rounds=(*self.rounds, frozen), status=Status.SUBMITTED)

    @property
    def is_sent(self) -> bool:
        """Tell whether the last text was handed in and no answer asks for another one."""
        return self.status not in (Status.DRAFTING, Status.MORE_ASKED)

    @property
    def answered_round(self) -> Round | None:
        """Return the last submission that Amazon has answered: the next one must go beyond it."""
        answered = (entry for entry in reversed(self.rounds) if entry.answered_on is not None)
        return next(answered, None)

    def copied(self) -> Self:
        """Return the case as a copy starts: the same words, and nothing handed in yet."""
        return replace(self, status=Status.DRAFTING, rounds=(), confirmed=())

    def answered(self, answer: str, *, on: date, status: Status) -> Self:
        """Return the case with Amazon's answer kept in the last round; the plan stays a copy."""
        if not self.rounds:
            raise ValueError("A case without a submission has no answer.")
        last = replace(self.rounds[-1], answer=answer, answered_on=on)
        return replace(self, rounds=(*self.rounds[:-1], last), status=status)
