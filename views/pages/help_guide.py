"""A help page that is a list of steps, with a day for each step where days are asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from wtforms import Field

from kaizen.help.guide import Guide, Step, next_check
from views.dates import full_day
from views.pages.help_links import Link, Origin, help_links, origin
from views.pages.help_message import MessageView


@dataclass(frozen=True, slots=True)
class StepView:
    """One step; ``day`` is the field for the day of its check, ``due`` the day of the next one."""

    act: str
    why: str
    day: Field | None
    due: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """Steps under a heading; ``id`` names the heading."""

    id: str
    heading: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Everything a list of steps places."""

    title: str
    lead: str
    warning: str
    sections: tuple[SectionView, ...]
    links: tuple[Link, ...]
    message: MessageView | None
    origin: Origin
    key: str


def guide_page(
    guide: Guide,
    *,
    language: str,
    message: MessageView | None = None,
    days: Sequence[Field] = (),
    key: str = "",
) -> GuidePage:
    """Return the page; ``days`` are the fields of the steps in order, ``key`` that of the form."""
    pages, sections, place = help_links(), [], 0
    for number, section in enumerate(guide.sections, 1):
        fields = days[place : place + len(section.steps)] or [None] * len(section.steps)
        place += len(section.steps)
        steps = (_step(*pair, language) for pair in zip(section.steps, fields, strict=True))
        heading = section.heading.in_language(language)
        sections.append(SectionView(f"part-{number}", heading, tuple(steps)))
    return GuidePage(
        title=guide.title.in_language(language),
        lead=guide.lead.in_language(language),
        warning=guide.warning.in_language(language) if guide.warning else "",
        sections=tuple(sections),
        links=tuple(pages[name] for name in guide.pages),
        message=message,
        origin=origin(guide.sources, guide.as_of, language),
        key=key,
    )


def _step(step: Step, day: Field | None, language: str) -> StepView:
    checked = day.data if day is not None else None
    due = next_check(step, checked) if checked else None
    return StepView(
        act=step.act.in_language(language),
        why=step.why.in_language(language) if step.why else "",
        day=day,
        due=full_day(due) if due else "",
    )
