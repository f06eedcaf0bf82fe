"""What a case is about, in a few words."""

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.notice import Notice
from kaizen.notice_words import status_name
from views.context import page_language
from views.dates import full_day
from views.titles import reason_of


def subject_of(case: Case, notice: Notice | None) -> str:
    """Return what happened and why, as far as it is known: in the list of cases."""
    language = page_language()
    parts = [status_name(notice.status.value, language)] if notice and notice.status else []
    name = reason_of(case)
    if name:
        parts.insert(0, name)
    if parts:
        return _(": ").join(parts)
    if case.details.notice_subject.strip():
        return case.details.notice_subject
    if case.details.notice_date is not None:
        return _("Notice of %(day)s", day=full_day(case.details.notice_date))
    return "" if case.notice.text.strip() else _("Started without a notice")


def plan_name(case: Case, *, is_plan: bool) -> str:
    """Return what is being written, as a heading; not every notice asks for a plan."""
    name = reason_of(case)
    if not is_plan:
        return _("Your answer: %(reason)s", reason=name) if name else _("Your answer to Amazon")
    return _("Improvement plan: %(reason)s", reason=name) if name else _("Your improvement plan")
