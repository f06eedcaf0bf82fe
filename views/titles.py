"""What a case is called on the pages."""

from flask_babel import gettext as _

from kaizen.case import Case


def case_title(case: Case) -> str:
    """Return the seller's title, else the store, else words that say that it has no name yet."""
    return case.title.strip() or case.details.store.strip() or _("Case without a name")
