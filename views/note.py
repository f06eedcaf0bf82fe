"""A covering note or an explanation, where the notice does not ask for a plan."""

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from exports import FORMATS
from exports.file_name import file_name
from exports.unavailable import Unavailable
from forms.note import NoteForm
from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.note import (
    NOTE_FINISHED,
    compose_note,
    is_final,
    is_written,
    kind_of,
    papers_are_listed,
)
from views.attachment import attachment
from views.context import case_or_404, page_language, today
from views.language import switch_language
from views.pages.file_problem import unavailable_page
from views.pages.note import note_page
from views.reading import note_findings_of, notice_of, rows_of
from views.saving import save_or_conflict

blueprint = Blueprint("note", __name__, url_prefix="/cases/<case_id>/note")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show the note with what is asked and what to mend."""
    case = case_or_404(case_id)
    finished = "yes" if is_written(case) else "later"
    return _page(case, NoteForm(data={"note": case.note, "finished": finished}), 200)


@blueprint.post("")
def save(case_id: str) -> ResponseReturnValue:
    """Keep the text as typed, then go where the seller is needed next."""
    case, form = case_or_404(case_id), NoteForm(request.form)
    if not form.validate():
        return _page(case, form, 422)
    revision = request.form.get("revision", "")
    seen = int(revision) if revision.isdecimal() else case.revision
    others = tuple(key for key in case.finished if key != NOTE_FINISHED)
    finished = (*others, NOTE_FINISHED) if form.finished.data == "yes" else others
    changed = replace(case, note=form.note.data, finished=finished, revision=seen)
    is_new = (changed.note, set(finished)) != (case.note, set(case.finished))
    answer = save_or_conflict(changed) if is_new else None
    is_switched, is_ready = switch_language(), is_written(changed)
    if answer is None and not (is_switched or is_ready):
        flash(_("Saved. When the text is ready, say so below; then the documents follow."), "done")
    there = _next(changed) if is_ready and not is_switched else "note.show"
    return answer or redirect(url_for(there, case_id=case.id), code=303)


def _next(case: Case) -> str:
    return "sending.show" if papers_are_listed(case, rows_of(case)) else "exhibits.show"


@blueprint.get("/files/<key>")
def download(case_id: str, key: str) -> ResponseReturnValue:
    """Send the note as a file; a draft is always available."""
    case = case_or_404(case_id)
    if key not in ("text", "pdf", "docx"):
        abort(404)
    is_draft = request.args.get("draft") == "1" or not is_final(case, _findings(case))
    document = compose_note(case, kind_of(notice_of(case)), today=today(), is_draft=is_draft)
    made = FORMATS[key].write(document, case)
    if isinstance(made, Unavailable):
        page = unavailable_page(case, made, page_language())
        return render_template("files/unavailable.html", page=page), 503
    names = file_name(document, FORMATS[key].ending)
    return attachment(made, names.full, plain=names.plain, kind=FORMATS[key].media_type)


def _findings(case: Case) -> list[Finding]:
    return note_findings_of(case)


def _page(case: Case, form: NoteForm, status: int) -> ResponseReturnValue:
    notice = notice_of(case)
    page = note_page(
        case,
        kind_of(notice),
        findings=_findings(case),
        asked=rows_of(case),
        page_language=page_language(),
    )
    return render_template("note/show.html", page=page, form=form), status
