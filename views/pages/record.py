"""What was sent last, as it was sent: to read, not to change, until the answer is entered."""

from dataclasses import dataclass

from flask_babel import gettext as _

from kaizen.case import Case, Exhibit, Status
from views.dates import full_day_with_weekday
from views.pages.submit import CopyText


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything the template of a record places."""

    case: Case
    heading: str
    lead: str
    sent: CopyText
    exhibits: tuple[Exhibit, ...]
    language: str
    awaits_answer: bool


def record_page(case: Case) -> RecordPage:
    """Return the record of the last submission of ``case``, which has one."""
    last = case.rounds[-1]
    waits = case.status is Status.SUBMITTED
    return RecordPage(
        case=case,
        heading=_("Sent on %(day)s", day=full_day_with_weekday(last.submitted_on)),
        lead=_lead(is_waiting=waits),
        sent=CopyText("copy-whole", "", last.text, ""),
        exhibits=tuple(exhibit for exhibit in last.exhibits if exhibit != Exhibit()),
        language=str(case.language),
        awaits_answer=waits,
    )


def _lead(*, is_waiting: bool) -> str:
    if is_waiting:
        return _(
            "What you sent is kept below as it is. Until the answer comes, do not send it again."
        )
    return _("What you sent is kept below as it is.")
