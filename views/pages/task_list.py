"""The page of one case: deadline, next thing, and every part with its status."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from kaizen.case import Case, Status
from kaizen.coverage import Row
from kaizen.finding import Finding
from kaizen.instrument import instrument_for
from kaizen.notice import Notice
from kaizen.notice_words import clock_name
from kaizen.steps import is_begun, written_items
from views.context import page_language
from views.dates import day_with_weekday, full_day
from views.links import link_or_none
from views.pages.deadline import AWAITED, DeadlineView, case_deadline
from views.pages.next_thing import NextThing, next_thing
from views.pages.task_rows import TaskRow, hand_in_rows, note_rows, notice_rows, plan_rows
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
    is_plan: bool
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
    advice = _advice(notice)
    is_plan = advice is None or is_begun(case)
    deadline = case_deadline(case, notice, today)
    return TaskListPage(
        case=case,
        kicker=_kicker(case),
        heading=plan_name(case, is_plan=is_plan),
        deadline=deadline,
        without_deadline=_without_deadline(case, notice),
        advice=advice,
        next=next_thing(case, notice, findings),
        notice_rows=notice_rows(case, notice, rows),
        note_rows=note_rows(case, notice),
        plan_rows=plan_rows(case, findings),
        is_plan=is_plan,
        progress=_("All 7 items written")
        if done == 7
        else _("%(done)s of 7 items written", done=done),
        hand_in_rows=hand_in_rows(case, findings),
        other_dates=_other_dates(notice),
        links=_links(case, deadline),
    )


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


def _advice(notice: Notice | None) -> Advice | None:
    """Return what to do instead, where a plan would waste an attempt."""
    fits = instrument_for(notice) if notice else None
    if fits is None or not fits.wastes_a_plan:
        return None
    language = page_language()
    return Advice(fits.title(language), fits.reasons(language))


def _links(case: Case, deadline: DeadlineView | None) -> tuple[CaseLink, ...]:
    found = [
        (_("See a draft as PDF"), "files.download", {"key": "pdf", "draft": 1}),
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
