"""Help pages that are lists of steps: taken over, unused, closed, kept safe."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from kaizen.help.text import Source, load, optional, sources, wording
from kaizen.violations.violation_type import Wording

GUIDES = ("takeover", "dormant", "closed", "safety")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; ``why`` explains it, ``every`` counts the days until it is due again."""

    act: Wording
    why: Wording | None
    every: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """Steps under a heading, in order."""

    heading: Wording
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One page: ``pages`` are other help pages, ``message`` is what may be written to Amazon."""

    key: str
    title: Wording
    lead: Wording
    warning: Wording | None
    sections: tuple[Section, ...]
    message: str | None
    pages: tuple[str, ...]
    sources: tuple[Source, ...]
    as_of: str

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of all sections."""
        return tuple(step for section in self.sections for step in section.steps)


@cache
def guide(key: str) -> Guide:
    """Return the help page of this key, one of ``GUIDES``."""
    data = load(key)
    return Guide(
        key=key,
        title=wording(data["title"]),
        lead=wording(data["lead"]),
        warning=optional(data, "warning"),
        sections=tuple(map(_section, data["section"])),
        message=data.get("message"),
        pages=tuple(data["pages"]),
        sources=sources(data["sources"]),
        as_of=data["as_of"],
    )


def next_check(step: Step, checked_on: date) -> date | None:
    """Return the day on which ``step`` is due again, or None where once is enough."""
    return checked_on + timedelta(days=step.every) if step.every else None


def _section(entry: Mapping[str, Any]) -> Section:
    return Section(wording(entry["heading"]), tuple(map(_step, entry["steps"])))


def _step(entry: Mapping[str, Any]) -> Step:
    why = Wording(entry["why_ja"], entry["why_en"]) if "why_ja" in entry else None
    return Step(wording(entry), why, entry.get("every"))
