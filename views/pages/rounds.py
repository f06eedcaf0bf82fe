"""The page of submissions, newest first, with the promises and what to do now."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case, Round, Route, Status
from kaizen.plan import Progress
from views.pages.coverage import RowView


@dataclass(frozen=True, slots=True)
class RoundView:
    """One submission."""

    number: int
    submitted_on: date
    text: str
    exhibits: tuple[str, ...]
    answered_on: date | None
    answer: str


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One planned measure with its day, to be kept after reinstatement."""

    day: date | None
    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """Everything the template of the rounds places."""

    case: Case
    heading: str
    lead: str
    asks_answer: bool
    goes_on: bool
    rounds: tuple[RoundView, ...]
    promises: tuple[PromiseView, ...]
    asked: tuple[RowView, ...]


def rounds_page(case: Case, today: date, *, asked: tuple[RowView, ...] = ()) -> RoundsPage:
    """Return the page of all submissions of ``case``; ``asked`` is what the answer leaves open."""
    views = tuple(_round(number, entry) for number, entry in enumerate(case.rounds, 1))
    heading, lead = _words(case, today)
    return RoundsPage(
        case=case,
        heading=heading,
        lead=lead,
        asks_answer=bool(case.rounds) and case.rounds[-1].answered_on is None,
        goes_on=case.status is Status.MORE_ASKED,
        rounds=views[::-1],
        promises=_promises(case) if case.status is Status.REINSTATED else (),
        asked=asked if case.status is Status.MORE_ASKED else (),
    )


def _round(number: int, entry: Round) -> RoundView:
    return RoundView(
        number=number,
        submitted_on=entry.submitted_on,
        text=entry.text,
        exhibits=tuple(exhibit.name for exhibit in entry.exhibits if exhibit.name),
        answered_on=entry.answered_on,
        answer=entry.answer,
    )


def _words(case: Case, today: date) -> tuple[str, str]:
    if not case.rounds:
        return (
            _("Nothing has been submitted yet"),
            _("When you have sent the text in Seller Central, record the day on the submit page."),
        )
    days = (today - case.rounds[-1].submitted_on).days
    match case.status:
        case Status.SUBMITTED:
            passed = ngettext("Sent %(num)d day ago", "Sent %(num)d days ago", days)
            wait = _(
                "Answers usually take from two days to a week. Do not send the same text again; "
                "keep shipping open orders."
            )
            lead = _("%(sent)s. %(wait)s", sent=passed if days > 0 else _("Sent today"), wait=wait)
            return _("Waiting for the answer"), lead
        case Status.MORE_ASKED:
            lead = _(
                "What you sent stays as your draft. Answer each point that the answer names, with "
                "facts that are new."
            )
            return _("More is asked: the next round has begun"), lead
        case Status.REINSTATED if case.rounds[-1].route is Route.NOTE:
            lead = _("The account or the offers are open again. Keep the documents you sent.")
            return _("Open again"), lead
        case Status.REINSTATED:
            lead = _("Now keep what the plan promises. These are the measures with their days.")
            return _("Open again"), lead
        case _:
            lead = _(
                "A further appeal makes sense only with new evidence. Money, stock and advice "
                "centres have ways of their own."
            )
            return _("A final refusal was recorded"), lead


def _promises(case: Case) -> tuple[PromiseView, ...]:
    planned = [m for m in case.rounds[-1].plan.measures if m.progress is Progress.PLANNED]
    planned.sort(key=lambda measure: measure.day or date.max)
    return tuple(PromiseView(m.day, m.what, m.who, m.when) for m in planned)
