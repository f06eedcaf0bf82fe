"""The answer of the notice page: what fits this notice, why, and where to go from here."""

from dataclasses import dataclass

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.first_steps import first_steps
from kaizen.instrument import Instrument, Recommendation, advice_for
from kaizen.notice import Notice
from kaizen.notice.model import CORRECTED, SURE
from kaizen.notice_words import status_name
from kaizen.violations import violation_type
from views.presenting import link_or_none


@dataclass(frozen=True, slots=True)
class Verdict:
    """Heading, summary in plain words, what to do first, what to know, and the words of buttons.

    ``button`` is empty where there is nothing to agree to, ``plan_button`` where a plan fits.
    """

    instrument: str
    heading: str
    summary: str
    actions: tuple[str, ...]
    facts: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    button: str
    plan_button: str


def verdict_of(case: Case, notice: Notice, *, language: str) -> Verdict:
    """Return what fits the notice of ``case``."""
    fits = advice_for(case.notice.text, notice)
    first = first_steps(case.notice.text, notice, fits, language)
    return Verdict(
        instrument=fits.instrument.value,
        heading=_heading(notice, fits, language),
        summary=_summary(notice, fits, language),
        actions=first.actions,
        facts=(*fits.reasons(language), *first.facts),
        terms=first.terms,
        links=_links(case, fits),
        button=_button(fits),
        plan_button=_plan_button(fits),
    )


def _plan_button(fits: Recommendation) -> str:
    if fits.instrument is Instrument.WHOLE_NOTICE:
        return _("Go on without the notice")
    return _("Write a plan all the same") if fits.wastes_a_plan else ""


def _button(fits: Recommendation) -> str:
    if fits.instrument is Instrument.DOCUMENTS_WITH_NOTE:
        return _("This is right: write the covering note")
    if fits.instrument is Instrument.EXPLANATION:
        return _("This is right: write the explanation")
    if fits.instrument is Instrument.WHOLE_NOTICE:
        return ""
    if fits.wastes_a_plan:
        return _("I have checked it")
    return _("This is right: begin the plan")


def _heading(notice: Notice, fits: Recommendation, language: str) -> str:
    is_whole = fits.instrument is not Instrument.WHOLE_NOTICE
    if notice.status is None and not notice.plan_requested and is_whole:
        return _("What this notice asks for could not be told. Please check it")
    return fits.title(language)


def _summary(notice: Notice, fits: Recommendation, language: str) -> str:
    if fits.instrument is Instrument.WHOLE_NOTICE:
        return _("What you pasted tells of a stop, and is not the notice itself.")
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
    return ("" if language == "ja" else " ").join(sentences)


def _links(case: Case, fits: Recommendation) -> tuple[tuple[str, str], ...]:
    wanted: list[tuple[str | None, str]] = []
    if fits.instrument is Instrument.WHOLE_NOTICE:
        wanted.append((link_or_none("notice.paste", case_id=case.id), _("Paste the whole notice")))
    if fits.instrument is Instrument.SIGN_IN:
        wanted.append((link_or_none("help.sign_in"), _("I cannot sign in")))
    if fits.instrument is Instrument.MONEY_ONLY:
        wanted.append((link_or_none("help.closed"), _("What can still be done")))
    return tuple((link, words) for link, words in wanted if link)
