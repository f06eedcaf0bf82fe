"""The list of cases: whose answer is due, who waits, and what has ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case, Route, Status
from kaizen.notice import Notice
from kaizen.route import route_of
from kaizen.steps import written_items
from kaizen.text import fold
from views.dates import day_of_moment, day_with_weekday
from views.pages.deadline import AWAITED, DeadlineView, case_deadline, case_deadline_day
from views.pages.next_thing import next_thing
from views.subject import subject_of
from views.titles import case_title

SEARCH_FROM = 10
_WAITING = (Status.SUBMITTED,)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list. ``urgency`` is that of its deadline, or empty."""

    link: str
    name: str
    about: str
    left: str
    left_about: str
    urgency: str
    next_words: str
    progress: str


@dataclass(frozen=True, slots=True)
class CaseListPage:
    """Everything the list places. ``deleted`` is the id of a case just deleted."""

    due: tuple[CaseRow, ...]
    waiting: tuple[CaseRow, ...]
    ended: tuple[CaseRow, ...]
    ended_words: str
    has_search: bool
    words: str
    found_words: str
    deleted: str


def case_list_page(
    cases: Sequence[tuple[Case, Notice | None]], today: date, *, words: str = "", deleted: str = ""
) -> CaseListPage:
    """Return the list of ``cases`` (changed last first), narrowed to ``words``."""
    chosen = [pair for pair in cases if _matches(pair[0], words)]
    due = sorted((p for p in chosen if p[0].status in AWAITED), key=_deadline_rank)
    waiting = sorted((p for p in chosen if p[0].status in _WAITING), key=_submitted_on)
    ended = [p for p in chosen if p[0].status not in AWAITED + _WAITING]
    found = ngettext("%(num)d case found", "%(num)d cases found", len(chosen))
    return CaseListPage(
        due=tuple(_row(case, notice, today) for case, notice in due),
        waiting=tuple(_row(case, notice, today) for case, notice in waiting),
        ended=tuple(_row(case, notice, today) for case, notice in ended),
        ended_words=ngettext("Ended (%(num)d case)", "Ended (%(num)d cases)", len(ended)),
        has_search=len(cases) >= SEARCH_FROM,
        words=words,
        found_words=found if words.strip() else "",
        deleted=deleted,
    )


def _matches(case: Case, words: str) -> bool:
    wanted = fold(words).text.casefold().split()
    if not wanted:
        return True
    details = case.details
    places = (case.title, details.store, details.legal_name, details.notice_subject)
    text = fold("\n".join(places)).text.casefold()
    return all(word in text for word in wanted)


def _deadline_rank(pair: tuple[Case, Notice | None]) -> date:
    case, notice = pair
    return case_deadline_day(case, notice) or date.max


def _submitted_on(pair: tuple[Case, Notice | None]) -> date:
    rounds = pair[0].rounds
    return rounds[-1].submitted_on if rounds else date.max


def _row(case: Case, notice: Notice | None, today: date) -> CaseRow:
    deadline = case_deadline(case, notice, today)
    left, left_about, urgency = _time(case, deadline, today)
    return CaseRow(
        link=url_for("cases.show", case_id=case.id),
        name=case_title(case),
        about=subject_of(case, notice),
        left=left,
        left_about=left_about,
        urgency=urgency,
        next_words=next_thing(case, notice).short,
        progress=_progress(case, notice),
    )


def _progress(case: Case, notice: Notice | None) -> str:
    done = written_items(case)
    if notice is not None and route_of(case, notice) is not Route.PLAN:
        return _("No improvement plan is asked")
    return _("All 7 items written") if done == 7 else _("%(done)s of 7 items written", done=done)


def _time(case: Case, deadline: DeadlineView | None, today: date) -> tuple[str, str, str]:
    """Return how much time is left (or has gone by), a line about it, and the urgency."""
    if case.status in _WAITING and case.rounds:
        sent = case.rounds[-1].submitted_on
        days = (today - sent).days
        passed = ngettext("Sent %(num)d day ago", "Sent %(num)d days ago", days)
        words = passed if days > 0 else _("Sent today")
        return words, _("on %(day)s", day=day_with_weekday(sent)), ""
    if case.status not in AWAITED:
        return _ended_words()[case.status], "", ""
    if deadline is not None:
        by = _("by %(day)s", day=deadline.day_text)
        return deadline.left, by, deadline.urgency
    changed = day_with_weekday(day_of_moment(case.changed_at)) if case.changed_at else ""
    about = _("Last written %(day)s", day=changed) if changed else ""
    return _("No deadline named"), about, ""


def _ended_words() -> dict[Status, str]:
    return {
        Status.REINSTATED: _("Open again"),
        Status.REFUSED: _("Refused"),
        Status.CLOSED: _("Closed"),
    }
