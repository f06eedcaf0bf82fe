"""The rows of a case's page: a link, a status in words, and a line about what is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case, Exhibit
from kaizen.coverage import Row
from kaizen.finding import Finding, Severity
from kaizen.new_case import NOTICE_CHECKED
from kaizen.note import NoteKind, is_written, kind_of
from kaizen.notice import Notice
from kaizen.plan import Item
from kaizen.steps import STEPS, Step, StepStatus, is_begun, status_of, written_items
from kaizen.wording import words
from views.context import page_language, today
from views.links import link_or_none
from views.pages.numbers_list import metrics_named


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row. ``state`` is todo, doing or done; ``link`` is None where there is no page."""

    number: str
    name: str
    about: str
    state: str
    state_words: str
    link: str | None


def notice_rows(case: Case, notice: Notice | None, asked: Sequence[Row]) -> tuple[TaskRow, ...]:
    """Return what is to be checked before writing; ``asked`` is what the notice names and asks."""
    rows = [_notice_row(case, notice), _details_row(case)]
    if asked:
        rows.append(_asked_row(case, asked))
    if case.numbers or metrics_named(case, notice):
        rows.append(_numbers_row(case))
    return tuple(rows)


def note_row(case: Case, notice: Notice | None) -> TaskRow:
    """Return the covering note or the explanation."""
    names = {
        NoteKind.COVERING: _("Covering note"),
        NoteKind.EXPLANATION: _("Explanation of the facts"),
    }
    state = "done" if is_written(case) else ("doing" if case.note.strip() else "todo")
    link = link_or_none("note.show", case_id=case.id)
    return _row(names[kind_of(notice)], "", state, link)


def send_rows(case: Case) -> tuple[TaskRow, ...]:
    """Return the last row where a note with documents is sent."""
    state = "done" if case.is_sent else "todo"
    link = link_or_none("sending.show", case_id=case.id)
    return (_row(_("Send it, and record the day"), "", state, link),)


def plan_rows(case: Case, findings: Sequence[Finding]) -> tuple[TaskRow, ...]:
    """Return the steps with their items' numbers."""
    labels = words("items", page_language())
    numbers = {item: n + 1 for n, item in enumerate(Item)}
    rows = []
    for step in STEPS:
        first, last = numbers[step.items[0]], numbers[step.items[-1]]
        name = _("Implementation date and month of effect") if first != last else labels[first - 1]
        status = status_of(case, step)
        rows.append(
            _row(
                name,
                _about_step(case, step, status, findings),
                _state(step, status, findings),
                link_or_none("steps.show", case_id=case.id, step=step.key),
                number=f"{first}\u2013{last}" if first != last else str(first),
            )
        )
    return tuple(rows)


def hand_in_rows(case: Case, findings: Sequence[Finding]) -> tuple[TaskRow, ...]:
    """Return exhibits, review and submission."""
    return (exhibits_row(case), _review_row(case, findings), _submit_row(case))


def _row(name: str, about: str, state: str, link: str | None, *, number: str = "") -> TaskRow:
    state_words = {"todo": _("Not started"), "doing": _("In progress"), "done": _("Completed")}
    return TaskRow(number, name, about, state, state_words[state], link)


def _details_row(case: Case) -> TaskRow:
    details = case.details
    known = [bool(details.store), details.notice_date is not None]
    state = "done" if all(known) else ("doing" if any(known) else "todo")
    return _row(
        _("Store and notice"), details.store, state, link_or_none("details.show", case_id=case.id)
    )


def _notice_row(case: Case, notice: Notice | None) -> TaskRow:
    link = link_or_none("notice.show", case_id=case.id)
    if notice is None:
        return _row(_("Paste the notice"), _("You can also go on without it"), "todo", link)
    state = "done" if NOTICE_CHECKED in case.finished else "doing"
    return _row(_("What the notice says and asks"), "", state, link)


def _asked_row(case: Case, asked: Sequence[Row]) -> TaskRow:
    met = sum(not row.is_open for row in asked)
    about = _("%(met)s of %(all)s points answered", met=met, all=len(asked))
    state = "done" if met == len(asked) else ("doing" if met else "todo")
    link = link_or_none("coverage.show", case_id=case.id)
    return _row(_("What the notice asks, point by point"), about, state, link)


def _numbers_row(case: Case) -> TaskRow:
    about = ngettext("%(num)d rate kept", "%(num)d rates kept", len(case.numbers))
    return _row(
        _("Rates, and the day they meet the target"),
        about if case.numbers else _("Optional. The month of item 6 can come from here"),
        _numbers_state(case),
        link_or_none("numbers.choose", case_id=case.id),
    )


def _numbers_state(case: Case) -> str:
    if not case.numbers:
        return "todo"
    return "done" if all(record.forecast(today()) for record in case.numbers) else "doing"


def _state(step: Step, status: StepStatus, findings: Sequence[Finding]) -> str:
    """Return the state of a step; one that still holds back the final files is not done."""
    keys = {item.value for item in step.items}
    if status is StepStatus.DONE and any(f.holds_back and f.place.item in keys for f in findings):
        return StepStatus.DOING.value
    return status.value


def _about_step(case: Case, step: Step, status: StepStatus, findings: Sequence[Finding]) -> str:
    if status is StepStatus.TODO:
        return ""
    keys = {item.value for item in step.items}
    return _count_words([f for f in findings if f.place.item in keys]) or _content(case, step)


def _count_words(findings: Sequence[Finding]) -> str:
    holding = sum(finding.holds_back for finding in findings)
    weak = sum(f.severity is Severity.WARN and not f.is_waived for f in findings)
    if holding:
        return ngettext(
            "%(num)d thing needed before submitting",
            "%(num)d things needed before submitting",
            holding,
        )
    return ngettext("%(num)d weak point", "%(num)d weak points", weak) if weak else ""


def _content(case: Case, step: Step) -> str:
    plan = case.plan
    if step.key == "cause" and plan.causes:
        return ngettext("%(num)d cause", "%(num)d causes", len(plan.causes))
    if step.key == "fix" and plan.measures:
        return ngettext("%(num)d measure", "%(num)d measures", len(plan.measures))
    return plan.person.name if step.key == "person" else ""


def exhibits_row(case: Case) -> TaskRow:
    """Return the list of documents."""
    named = [exhibit for exhibit in case.exhibits or () if exhibit != Exhibit()]
    about = ngettext("%(num)d document", "%(num)d documents", len(named)) if named else ""
    state = "doing" if named else "todo"
    if named and all(exhibit.name and exhibit.shows for exhibit in named):
        state = "done"
    return _row(_("Exhibits"), about, state, link_or_none("exhibits.show", case_id=case.id))


def _review_row(case: Case, findings: Sequence[Finding]) -> TaskRow:
    open_findings = [f for f in findings if not f.is_waived and f.severity is not Severity.INFO]
    complete = written_items(case) == len(Item)
    written = is_begun(case)
    state = "todo" if not written else ("done" if complete and not open_findings else "doing")
    about = _count_words(open_findings) if written else ""
    return _row(_("Review"), about, state, link_or_none("review.show", case_id=case.id))


def _submit_row(case: Case) -> TaskRow:
    is_sent = case.is_sent
    lacks = not is_sent and written_items(case) < len(Item)
    about = _("The final files can be made once all seven items are there") if lacks else ""
    return _row(
        _("Submit"),
        about,
        "done" if is_sent else "todo",
        link_or_none("submit.show", case_id=case.id),
    )
