"""The last page where a note with documents is sent: check, copy, send, record the day."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.submitted import NoteSentForm
from kaizen.case import Case, Route
from kaizen.document import Document
from kaizen.note import compose_note, is_final, kind_of
from views.context import case_or_404, page_language, today
from views.pages.record import record_page
from views.pages.sending import sending_page
from views.pages.submit import whole_text
from views.reading import note_findings_of, notice_of, rows_of
from views.saving import save_or_conflict

blueprint = Blueprint("sending", __name__, url_prefix="/cases/<case_id>/note/send")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show what is sent and how; once sent, the record."""
    case = case_or_404(case_id)
    if case.is_sent and case.rounds:
        return render_template("submit/record.html", page=record_page(case))
    return _page(case, NoteSentForm(day=today()), 200)


@blueprint.post("")
def done(case_id: str) -> ResponseReturnValue:
    """Freeze note and exhibits with the day on which the seller sent them."""
    case, form = case_or_404(case_id), NoteSentForm(today=today())
    if case.is_sent:
        # One note is sent once: a second press finds the record.
        return redirect(url_for("rounds.show", case_id=case.id), code=303)
    if not form.validate_on_submit() or not is_final(case, note_findings_of(case)):
        return _page(case, form, 422)
    revision = request.form.get("revision", "")
    seen = int(revision) if revision.isdecimal() else case.revision
    text = whole_text(_document(case))
    frozen = case.submitted(text, on=form.day.data, route=Route.NOTE)
    answer = save_or_conflict(replace(frozen, revision=seen))
    return answer or redirect(url_for("rounds.show", case_id=case.id), code=303)


def _document(case: Case) -> Document:
    return compose_note(case, kind_of(notice_of(case)), today=today())


def _page(case: Case, form: NoteSentForm, status: int) -> ResponseReturnValue:
    page = sending_page(
        case,
        notice_of(case),
        _document(case),
        findings=note_findings_of(case),
        rows=rows_of(case),
        language=page_language(),
    )
    return render_template("note/send.html", page=page, form=form), status
