"""The page of one case: deadline, next thing, and every part with its status."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from kaizen.case import Case, Route, Status
from kaizen.coverage import Row
from kaizen.finding import Finding
from kaizen.instrument import advice_for
from kaizen.notice import Notice
from kaizen.notice_words import clock_name
from kaizen.route import route_of
from kaizen.steps import written_items
from views.context import page_language
from views.dates import day_with_weekday, full_day
from views.links import link_or_none
from views.pages.deadline import AWAITED, DeadlineView, case_deadline
from views.pages.next_thing import next_thing
from views.pages.next_words import NextThing
from views.pages.task_rows import (
    TaskRow,
    exhibits_row,
    hand_in_rows,
    note_row,
    notice_rows,
    plan_rows,
    send_rows,
)
from views.subject import plan_name
from views.titles import case_title


@dataclass(frozen=True, slots=True)
class OtherDate:
    """Another clock that the notice names, in its own words."""

    label: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What fits the notice better than a plan, and why."""

    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseLink:
    """Something to do with the case as a whole."""

    words: str
    link: str


@dataclass(frozen=True, slots=True)
class TaskListPage:
    """Everything the page of a case places."""

    case: Case
    kicker: str
    heading: str
    deadline: DeadlineView | None
    without_deadline: str
    advice: Advice | None
    next: NextThing
    notice_rows: tuple[TaskRow, ...]
    note_rows: tuple[TaskRow, ...]
    plan_rows: tuple[TaskRow, ...]
    way: str
    is_chosen: bool
    progress: str
    hand_in_rows: tuple[TaskRow, ...]
    other_dates: tuple[OtherDate, ...]
    links: tuple[CaseLink, ...]


def task_list_page(
    case: Case,
    notice: Notice | None,
    findings: Sequence[Finding],
    rows: Sequence[Row],
    today: date,
) -> TaskListPage:
    """Return the page of ``case``; ``rows`` is what the notice names and asks."""
    done = written_items(case)
    advice = _advice(case, notice)
    way = route_of(case, notice)
    deadline = case_deadline(case, notice, today)
    return TaskListPage(
        case=case,
        kicker=_kicker(case),
        heading=plan_name(case, is_plan=way is Route.PLAN),
        deadline=deadline,
        without_deadline=_without_deadline(case, notice),
        advice=advice,
        next=next_thing(case, notice, findings),
        notice_rows=notice_rows(case, notice, rows),
        note_rows=_note_rows(case, notice, way),
        plan_rows=plan_rows(case, findings),
        way=way or "",
        is_chosen=case.route is not None and advice is not None,
        progress=_("All 7 items written")
        if done == 7
        else _("%(done)s of 7 items written", done=done),
        hand_in_rows=_last_rows(case, findings, way),
        other_dates=_other_dates(notice),
        links=_links(case, deadline, way),
    )


def _note_rows(case: Case, notice: Notice | None, way: Route | None) -> tuple[TaskRow, ...]:
    """Return note and documents; where a plan is sent, a note that was begun stays in reach."""
    if way is Route.NOTE:
        return note_row(case, notice), exhibits_row(case)
    return (note_row(case, notice),) if case.note.strip() else ()


def _last_rows(case: Case, findings: Sequence[Finding], way: Route | None) -> tuple[TaskRow, ...]:
    if way is Route.NOTE:
        return send_rows(case)
    return hand_in_rows(case, findings) if way is Route.PLAN else ()


def _kicker(case: Case) -> str:
    day = case.details.notice_date
    if day is None:
        return case_title(case)
    return _("%(store)s, notice of %(day)s", store=case_title(case), day=full_day(day))


def _without_deadline(case: Case, notice: Notice | None) -> str:
    if case.status is Status.SUBMITTED and case.rounds:
        day = day_with_weekday(case.rounds[-1].submitted_on)
        return _("Submitted on %(day)s. Amazon's answer has not been entered yet.", day=day)
    if case.status not in AWAITED:
        return _("No answer is due in this case any more.")
    if notice is None:
        return _("Without the notice the deadline is not known. Paste the notice to see it.")
    if notice.deadline is not None:
        return _(
            "The notice says “%(words)s”, but not from which day. Put in the date of the notice.",
            words=notice.deadline.text,
        )
    return _("The notice names no deadline for your answer.")


def _other_dates(notice: Notice | None) -> tuple[OtherDate, ...]:
    clocks = notice.other_clocks if notice else ()
    language = page_language()
    return tuple(
        OtherDate(clock_name(clock.kind, language), clock.text, notice.language if notice else "")
        for clock in clocks
    )


def _advice(case: Case, notice: Notice | None) -> Advice | None:
    """Return what to do instead, where a plan would waste an attempt."""
    fits = advice_for(case.notice.text, notice) if notice else None
    if fits is None or not fits.wastes_a_plan:
        return None
    language = page_language()
    return Advice(fits.title(language), fits.reasons(language))


def _links(case: Case, deadline: DeadlineView | None, way: Route | None) -> tuple[CaseLink, ...]:
    draft = "note.download" if way is Route.NOTE else "files.download"
    found = [
        (_("See a draft as PDF"), draft, {"key": "pdf", "draft": 1}),
        (_("Save the case to a file"), "cases.save_to_file", {}),
        (_("Put the deadline into your calendar"), "cases.calendar", {}),
        (_("Numbers and forecast"), "numbers.choose", {}),
        (_("Answers so far"), "rounds.show", {}),
        (_("Rename, copy or delete"), "manage.show", {}),
    ]
    rows = []
    for words, endpoint, values in found:
        is_empty = (endpoint == "rounds.show" and not case.rounds) or (
            endpoint == "cases.calendar" and deadline is None
        )
        link = None if is_empty else link_or_none(endpoint, case_id=case.id, **values)
        if link:
            rows.append(CaseLink(words, link))
    return tuple(rows)
