"""What a case is called on the pages."""

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.violations import violation_type
from views.context import page_language
from views.dates import full_day


def case_title(case: Case) -> str:
    """Return the seller's title, else the store, else what the notice is about or its day."""
    details = case.details
    named = case.title.strip() or details.store.strip() or reason_of(case)
    if named:
        return named
    if details.notice_date is not None:
        return _("Notice of %(day)s", day=full_day(details.notice_date))
    return _("Case without a name")


def reason_of(case: Case) -> str:
    """Return the name of the type of violation; empty where it is not known."""
    key = case.details.violation_type
    if key in ("", "unknown"):
        return ""
    return violation_type(key).name.in_language(page_language())
