"""The improvement plan: seven items, each in free words, in structured fields, or in both."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self


class Item(StrEnum):
    """The seven items, in the order of Amazon's template."""

    VIOLATION = "violation"
    CAUSE = "cause"
    FIX = "fix"
    EFFECT = "effect"
    IMPLEMENTATION_DATE = "implementation_date"
    EFFECT_MONTH = "effect_month"
    RESPONSIBLE_PERSON = "responsible_person"


class Progress(StrEnum):
    """Whether a measure is done. Undecided is a valid answer while the plan is being written."""

    UNDECIDED = "undecided"
    DONE = "done"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Violation:
    """Item 1: what happened, to what, when and how often."""

    text: str = ""
    policy: str = ""
    what: str = ""
    asins: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
    period_from: date | None = None
    period_to: date | None = None
    count: int | None = None
    total: int | None = None

    def is_empty(self) -> bool:
        """Tell whether nothing at all was written."""
        return self == Violation()


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: why it happened, and why nobody noticed."""

    why: str = ""
    why_unnoticed: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. ``causes`` are the numbers (from 1) of the causes it answers."""

    what: str = ""
    progress: Progress = Progress.UNDECIDED
    day: date | None = None
    who: str = ""
    when: str = ""
    record: str = ""
    criterion: str = ""
    causes: tuple[int, ...] = ()
    exhibit: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """One indicator: from, to, how and by whom measured, and what happens if it is missed."""

    indicator: str = ""
    before: str = ""
    after: str = ""
    how: str = ""
    who: str = ""
    if_missed: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Item 7: a full name and a role."""

    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The seven items. Dates of items 5 and 6 are kept as typed; ``kaizen.dates`` reads them."""

    violation: Violation = field(default_factory=Violation)
    cause_text: str = ""
    causes: tuple[Cause, ...] = ()
    fix_text: str = ""
    measures: tuple[Measure, ...] = ()
    effect_text: str = ""
    effects: tuple[Effect, ...] = ()
    implementation_date: str = ""
    effect_month: str = ""
    person: Person = field(default_factory=Person)

    def replace(self, **changes: object) -> Self:
        """Return a copy with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]
