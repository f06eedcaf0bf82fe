"""The seller's deadline as the pages show it: the day, what is left, how it was counted."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case, Status
from kaizen.deadlines import Urgency, days_left, urgency
from kaizen.notice import Notice
from views.dates import day_with_weekday

# The seller's answer is awaited in these.
AWAITED = (Status.DRAFTING, Status.MORE_ASKED)


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """One deadline in words. ``urgency`` is calm, soon, last or past."""

    label: str
    day: date
    day_text: str
    left: str
    urgency: str
    how: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """Return ``left`` as the words before the number, the number, and the words after it."""
        found = re.search(r"\d+", self.left)
        if found is None:
            return self.left, "", ""
        return self.left[: found.start()], found.group(), self.left[found.end() :]


def deadline_view(
    notice: Notice | None, today: date, *, notice_date: date | None = None
) -> DeadlineView | None:
    """Return the deadline of ``notice``, or None where it names none that can be dated.

    ``notice_date`` is the seller's own, for a notice that says only "within 17 days".
    """
    day = deadline_day(notice, notice_date)
    if notice is None or notice.deadline is None or day is None:
        return None
    days = days_left(day, today)
    return DeadlineView(
        label=_label(notice.deadline.kind),
        day=day,
        day_text=day_with_weekday(day),
        left=days_left_text(days),
        urgency=_class_of(urgency(day, today)),
        how=_how(notice, days),
    )


def deadline_day(notice: Notice | None, notice_date: date | None = None) -> date | None:
    """Return the last day for the seller's answer, as far as it can be known."""
    deadline = notice.deadline if notice else None
    if deadline is None or deadline.date is not None:
        return deadline.date if deadline else None
    days = deadline.days
    if days is None and deadline.hours is not None:
        days = deadline.hours // 24
    return notice_date + timedelta(days=days) if notice_date and days is not None else None


def case_deadline(case: Case, notice: Notice | None, today: date) -> DeadlineView | None:
    """Return the deadline that ``case`` has to keep; None once its answer was sent."""
    if case.status not in AWAITED:
        return None
    return deadline_view(notice, today, notice_date=_notice_date(case))


def case_deadline_day(case: Case, notice: Notice | None) -> date | None:
    """Return the last day for the answer in ``case``, as far as it can be known."""
    return deadline_day(notice, _notice_date(case)) if case.status in AWAITED else None


def _notice_date(case: Case) -> date | None:
    """Return the day of the notice that is answered now: in a later round, of the last answer."""
    if case.status is Status.MORE_ASKED and case.rounds:
        return case.rounds[-1].answered_on
    return case.details.notice_date


def days_left_text(days: int) -> str:
    """Return how much time is left in words."""
    if days < 0:
        return _("The date has passed")
    if days == 0:
        return _("Today is the last day")
    return ngettext("%(num)d day left", "%(num)d days left", days)


def _class_of(level: Urgency) -> str:
    """Return calm, soon (three days), last (today) or past: the four looks of a deadline."""
    looks = {Urgency.OVERDUE: "past", Urgency.TODAY: "last", Urgency.URGENT: "soon"}
    return looks.get(level, "calm")


def _label(kind: str) -> str:
    labels = {"documents": _("Documents due"), "call": _("Call due")}
    return labels.get(kind, _("Answer due"))


def _how(notice: Notice, days: int) -> str:
    deadline = notice.deadline
    if days < 0:
        return _("Look in Seller Central whether it can still be sent.")
    if deadline is None:
        return ""
    if notice.is_corrected("deadline"):
        return _("You put in this date.")
    if deadline.days is None and deadline.hours is None:
        return _("The notice names this date.")
    if notice.received_date is None and deadline.date is not None:
        return _("Counted from the words “%(words)s” in the notice.", words=deadline.text)
    return _("“%(words)s” in the notice, counted from its date.", words=deadline.text)
