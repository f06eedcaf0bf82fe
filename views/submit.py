"""Confirm the facts, copy the text, and record that it was submitted."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from exports.coverage import missing_characters
from forms.submitted import SubmittedForm
from kaizen.case import WHOLE_IS_TRUE, Case, Language, Layout, Route
from kaizen.compose import compose
from kaizen.document import Document
from kaizen.review import blockers
from kaizen.statement_of_truth import Claim, claims
from views.context import case_or_404, page_language, today
from views.pages.open_rows import open_views
from views.pages.record import record_page
from views.pages.submit import submit_page, whole_text
from views.reading import figures_of, findings_of, notice_of, rows_of, way_of
from views.saving import save_or_conflict

blueprint = Blueprint("submit", __name__, url_prefix="/cases/<case_id>/submit")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show the text exactly as it will be pasted, and what is left to do; once sent, the record."""
    case = case_or_404(case_id)
    if case.is_sent and case.rounds:
        return render_template("submit/record.html", page=record_page(case))
    if way_of(case) is Route.NOTE:
        return redirect(url_for("sending.show", case_id=case.id))
    return _page(case, SubmittedForm(day=today()), 200)


@blueprint.post("/facts")
def confirm(case_id: str) -> ResponseReturnValue:
    """Keep which claims of something done the seller has confirmed."""
    case = case_or_404(case_id)
    known = {WHOLE_IS_TRUE, *(claim.key for claim in _claims(case))}
    ticked = tuple(key for key in request.form.getlist("confirmed") if key in known)
    said = _what_is_confirmed(len(known) - len(ticked))
    return _saved(replace(case, confirmed=ticked), said=said)


@blueprint.post("/shape")
def shape(case_id: str) -> ResponseReturnValue:
    """Keep in which layout and language the document is written."""
    case = case_or_404(case_id)
    layout = request.form.get("layout", case.layout)
    language = request.form.get("language", case.language)
    if layout in set(Layout):
        case = replace(case, layout=Layout(layout))
    if language in set(Language):
        case = replace(case, language=Language(language))
    return _saved(case, at="copy")


@blueprint.post("/done")
def done(case_id: str) -> ResponseReturnValue:
    """Freeze plan and text with the day on which the seller submitted them."""
    case, form = case_or_404(case_id), SubmittedForm(today=today())
    if case.is_sent:
        # One text is sent once: a second press finds the record.
        return redirect(url_for("rounds.show", case_id=case.id), code=303)
    revision = request.form.get("revision", "")
    # What is frozen is what the page showed: a change in another window in between is a conflict.
    seen = int(revision) if revision.isdecimal() else case.revision
    changed = save_or_conflict(replace(case, revision=seen)) if seen != case.revision else None
    if changed is not None:
        return changed
    is_final = not blockers(findings_of(case)) and _is_confirmed(case)
    if not form.validate_on_submit() or not is_final:
        return _page(case, form, 422)
    frozen = case.submitted(whole_text(_document(case)), on=form.day.data)
    answer = save_or_conflict(replace(frozen, revision=seen))
    return answer or redirect(url_for("rounds.show", case_id=case.id), code=303)


def _claims(case: Case) -> tuple[Claim, ...]:
    return claims(case.plan, str(case.language))


def _is_confirmed(case: Case) -> bool:
    return {WHOLE_IS_TRUE, *(claim.key for claim in _claims(case))} <= set(case.confirmed)


def _document(case: Case) -> Document:
    return compose(case, today=today())


def _what_is_confirmed(still_open: int) -> tuple[str, str]:
    if not still_open:
        return _("Saved. All facts are confirmed."), "done"
    words = ngettext(
        "Saved. One statement is not confirmed yet.",
        "Saved. %(num)d statements are not confirmed yet.",
        still_open,
    )
    return words, "warn"


def _saved(
    case: Case, *, said: tuple[str, str] | None = None, at: str | None = None
) -> ResponseReturnValue:
    answer = save_or_conflict(case)
    if answer is None and said is not None:
        flash(*said)
    return answer or redirect(url_for("submit.show", case_id=case.id, _anchor=at), code=303)


def _page(case: Case, form: SubmittedForm, status: int) -> ResponseReturnValue:
    document = _document(case)
    page = submit_page(
        case,
        document,
        findings=findings_of(case),
        figures=figures_of(case).findings,
        claims=_claims(case),
        unprintable=missing_characters(document),
        notice=notice_of(case),
        asked=open_views(case, rows_of(case), page_language()),
        page_language=page_language(),
    )
    return render_template("submit/show.html", page=page, form=form), status
