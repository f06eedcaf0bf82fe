"""The next thing to do in a case: one sentence, one button."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from kaizen.case import Case, Route, Status
from kaizen.case_rows import case_rows
from kaizen.finding import Finding
from kaizen.instrument import Instrument, advice_for
from kaizen.new_case import NOTICE_CHECKED
from kaizen.note import kind_of
from kaizen.notice import Notice
from kaizen.route import route_of
from kaizen.steps import Step, StepStatus, next_step, status_of
from views.context import page_language
from views.links import link_or_none
from views.pages.next_note import next_of_note
from views.pages.next_words import NextThing


def next_thing(case: Case, notice: Notice | None, findings: Sequence[Finding] = ()) -> NextThing:
    """Return what comes next; ``findings`` may be left out where only the short words are used."""
    after = _after_submission(case)
    if after is not None:
        return after
    if notice is not None and _needs_the_notice(case, notice):
        words = _("Paste the whole notice")
        sentence = advice_for(case.notice.text, notice).reasons(page_language())[0]
        return NextThing(words, sentence, words, url_for("notice.paste", case_id=case.id))
    notice_link = link_or_none("notice.show", case_id=case.id)
    if notice_link and case.notice.text.strip() and NOTICE_CHECKED not in case.finished:
        return NextThing(
            _("Check what the notice says"),
            _("Check what was read from the notice, and correct it where it is wrong."),
            _("Check the notice"),
            notice_link,
        )
    way = route_of(case, notice)
    if way is Route.NOTE:
        return next_of_note(case, kind_of(notice), case_rows(case, notice))
    if way is None and notice is not None and notice_link:
        title = advice_for(case.notice.text, notice).title(page_language())
        return NextThing(title, title, _("See what to do"), notice_link)
    step = next_step(case)
    if step is not None:
        return _writing(case, step)
    return _handing_in(case, findings)


def _needs_the_notice(case: Case, notice: Notice) -> bool:
    """Tell whether only the seller's own words about the notice are there, and no plan either."""
    fits = advice_for(case.notice.text, notice).instrument
    return fits is Instrument.WHOLE_NOTICE and route_of(case, notice) is None


def _after_submission(case: Case) -> NextThing | None:
    link = link_or_none("rounds.show", case_id=case.id) or "#main"
    match case.status:
        case Status.SUBMITTED:
            return NextThing(
                _("Paste the answer when it comes"),
                _("Wait for the answer and do not send the same text again."),
                _("Paste the answer"),
                link,
            )
        case Status.REINSTATED if case.rounds and case.rounds[-1].route is Route.NOTE:
            return NextThing(
                _("Keep to what you wrote"),
                _("The account or the offers are open again. Keep the documents you sent."),
                _("See what you sent"),
                link,
            )
        case Status.REINSTATED:
            return NextThing(
                _("Keep what the plan promises"),
                _("The account or the offers are open again. Now keep what the plan promises."),
                _("See the promises"),
                link,
            )
        case Status.REFUSED | Status.CLOSED:
            ways = link_or_none("help.closed")
            return NextThing(
                _("Look at what is left to do"),
                _("Amazon refused for good. Look at which ways are left."),
                _("See which ways are left") if ways else _("See the answers so far"),
                ways or link,
            )
        case _:
            return None


def _writing(case: Case, step: Step) -> NextThing:
    begins = status_of(case, step) is StepStatus.TODO
    sentence, begin, go_on = _step_words()[step.key]
    words = begin if begins else go_on
    link = link_or_none("steps.show", case_id=case.id, step=step.key) or "#main"
    return NextThing(words, sentence, words, link)


def _handing_in(case: Case, findings: Sequence[Finding]) -> NextThing:
    review = link_or_none("review.show", case_id=case.id) or "#main"
    submit = link_or_none("submit.show", case_id=case.id) or url_for("cases.show", case_id=case.id)
    if any(finding.holds_back for finding in findings):
        return NextThing(
            _("Mend what is needed before submitting"),
            _("All items are written. A few things are needed before the final files."),
            _("See what is needed"),
            review,
        )
    return NextThing(
        _("Confirm the facts and submit"),
        _("All items are written. Confirm the facts, then submit."),
        _("Go to submitting"),
        submit,
    )


def _step_words() -> dict[str, tuple[str, str, str]]:
    """Return for each step: a sentence, the button to begin, and the button to go on."""
    return {
        "violation": (
            _("Write what happened, to which products or orders, and when."),
            _("Write what happened"),
            _("Go on with what happened"),
        ),
        "cause": (
            _("Write why it happened, and why nobody noticed."),
            _("Write the causes"),
            _("Go on with the causes"),
        ),
        "fix": (
            _("Write for each cause what you changed and what you will change."),
            _("Write the measures"),
            _("Go on with the measures"),
        ),
        "effect": (
            _("Write which figure will change, by how much, and who measures it."),
            _("Write the effect"),
            _("Go on with the effect"),
        ),
        "dates": (
            _("Write by when the measures are in place and when the effect shows."),
            _("Write the dates"),
            _("Go on with the dates"),
        ),
        "person": (
            _("Write who is responsible for the measures."),
            _("Write the responsible person"),
            _("Go on with the responsible person"),
        ),
    }
