"""The answer of the notice page: what fits this notice, why, and where to go from here."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.instrument import Instrument, Recommendation, instrument_for
from kaizen.notice import Notice
from kaizen.notice.model import CORRECTED, SURE
from kaizen.notice_words import status_name
from kaizen.violations import document_keys, evidence, violation_type
from views.dates import day_with_weekday
from views.pages.deadline import days_left_text
from views.presenting import link_or_none

SLOW_DAYS = 3
_NOTE = frozenset({Instrument.DOCUMENTS_WITH_NOTE, Instrument.EXPLANATION})
_PLAN = frozenset({Instrument.PLAN_SEVEN, Instrument.PLAN_THREE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Heading, summary in plain words, what to do first, links, and the words of the button."""

    instrument: str
    heading: str
    summary: str
    advice: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    button: str
    wastes_a_plan: bool


def verdict_of(case: Case, notice: Notice, *, today: date, language: str) -> Verdict:
    """Return what fits the notice of ``case``."""
    fits = instrument_for(notice)
    return Verdict(
        instrument=fits.instrument.value,
        heading=_heading(notice, fits, language),
        summary=_summary(notice, today, language),
        advice=(*_slow_documents(notice, language), *fits.reasons(language)),
        links=_links(case, fits),
        button=_("Write a plan all the same") if fits.wastes_a_plan else _("Go on with this"),
        wastes_a_plan=fits.wastes_a_plan,
    )


def _heading(notice: Notice, fits: Recommendation, language: str) -> str:
    if notice.status is None and not notice.plan_requested:
        return _("What this notice asks for could not be told. Please check it")
    return fits.title(language)


def _summary(notice: Notice, today: date, language: str) -> str:
    sentences = []
    if notice.status is not None:
        state = status_name(notice.status, language)
        if notice.confidence.get("status", CORRECTED) < SURE:
            sentences.append(
                _("Probably this state: %(state)s. Please check it below.", state=state)
            )
        else:
            sentences.append(_("State: %(state)s.", state=state))
    if notice.violation_type != "unknown":
        name = violation_type(notice.violation_type).name.in_language(language)
        sentences.append(_("Reason: %(reason)s.", reason=name))
    if notice.deadline is not None and notice.deadline.date is not None:
        left = (notice.deadline.date - today).days
        sentences.append(
            _(
                "The answer is due on %(day)s (%(left)s).",
                day=day_with_weekday(notice.deadline.date),
                left=days_left_text(left),
            )
        )
    return ("" if language == "ja" else " ").join(sentences)


def _slow_documents(notice: Notice, language: str) -> tuple[str, ...]:
    """Return which asked documents to order first, because others have to write them."""
    asked = [evidence(key) for key in notice.documents_requested if key in document_keys()]
    slow = sorted((one for one in asked if one.lead_days >= SLOW_DAYS), key=lambda e: -e.lead_days)
    if not slow:
        return ()
    comma = "\u3001" if language == "ja" else ", "
    named = comma.join(
        _(
            "%(document)s (about %(days)s days)",
            document=one.name.in_language(language),
            days=one.lead_days,
        )
        for one in slow
    )
    return (_("Ask for these first, because they take longest: %(documents)s.", documents=named),)


def _links(case: Case, fits: Recommendation) -> tuple[tuple[str, str], ...]:
    wanted: list[tuple[str | None, str]] = []
    if fits.instrument in _NOTE:
        wanted.append((link_or_none("note.show", case_id=case.id), _("Write what fits")))
    if fits.instrument is Instrument.SIGN_IN:
        wanted.append((link_or_none("help.sign_in"), _("I cannot sign in")))
    if fits.instrument is Instrument.MONEY_ONLY:
        wanted.append((link_or_none("help.closed"), _("What can still be done")))
    return tuple((link, words) for link, words in wanted if link)


def asks_for_a_plan(notice: Notice) -> bool:
    """Tell whether a plan is what fits the notice."""
    return instrument_for(notice).instrument in _PLAN
