"""What a case is about in one line."""

from flask_babel import gettext as _

from kaizen.case import Case
from views.dates import full_day


def subject_of(case: Case) -> str:
    """Return subject and day of the notice, as far as they are known."""
    subject, day = case.details.notice_subject.strip(), case.details.notice_date
    if subject:
        return subject
    if day is not None:
        return _("Notice of %(day)s", day=full_day(day))
    return "" if case.notice.text.strip() else _("Started without a notice")


def plan_name(case: Case) -> str:
    """Return what is being written, as a heading."""
    return _("Your improvement plan")
