"""The page of one case: deadline, next thing, and every part with its status."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.notice import Notice
from kaizen.steps import done_items
from views.dates import full_day
from views.pages.deadline import DeadlineView, deadline_view
from views.pages.next_thing import NextThing, next_thing
from views.pages.task_rows import TaskRow, hand_in_rows, notice_rows, plan_rows
from views.presenting import link_or_none
from views.subject import plan_name
from views.titles import case_title


@dataclass(frozen=True, slots=True)
class OtherDate:
    """Another clock that the notice names, in its own words."""

    label: str
    words: str
    language: str


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
    next: NextThing
    notice_rows: tuple[TaskRow, ...]
    plan_rows: tuple[TaskRow, ...]
    progress: str
    hand_in_rows: tuple[TaskRow, ...]
    other_dates: tuple[OtherDate, ...]
    links: tuple[CaseLink, ...]


def task_list_page(
    case: Case, notice: Notice | None, findings: Sequence[Finding], today: date
) -> TaskListPage:
    """Return the page of ``case``."""
    done = done_items(case)
    deadline = deadline_view(notice, today, notice_date=case.details.notice_date)
    return TaskListPage(
        case=case,
        kicker=_kicker(case),
        heading=plan_name(case),
        deadline=deadline,
        without_deadline=_without_deadline(case, notice),
        next=next_thing(case, findings),
        notice_rows=notice_rows(case, notice),
        plan_rows=plan_rows(case, findings),
        progress=_("All 7 items done") if done == 7 else _("%(done)s of 7 items done", done=done),
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
    if notice is None:
        return _("Without the notice the deadline is not known. Paste the notice to see it.")
    if notice.deadline is not None:
        return _(
            "The notice says “%(words)s”, but not from which day. Put in the date of the notice.",
            words=notice.deadline.text,
        )
    return _("The notice names no deadline for your answer.")


def _other_dates(notice: Notice | None) -> tuple[OtherDate, ...]:
    if notice is None:
        return ()
    labels = {
        "funds": _("Your money"),
        "inventory": _("Your stock"),
        "review": _("Amazon's check"),
        "remove_similar_listings": _("Similar offers"),
    }
    return tuple(
        OtherDate(labels.get(clock.kind, _("Also in the notice")), clock.text, notice.language)
        for clock in notice.other_clocks
    )


def _links(case: Case, deadline: DeadlineView | None) -> tuple[CaseLink, ...]:
    found = [
        (_("See a draft as PDF"), "files.download", {"key": "pdf", "draft": 1}),
        (_("Save the case to a file"), "cases.save_to_file", {}),
        (_("Put the deadline into your calendar"), "cases.calendar", {}),
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
