"""What the notice says: read, marked, corrected by hand, or pasted again."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.correction import CorrectionForm, correction_form, current_value
from forms.start import StartForm
from kaizen.case import Case, Route
from kaizen.new_case import NOTICE_CHECKED, with_notice
from kaizen.notice import Notice, read
from kaizen.notice_corrections import CORRECTABLE
from kaizen.notice_words import key_name
from kaizen.prefill import with_facts, with_known_details
from kaizen.route import route_of
from views.context import case_or_404, page_language, today
from views.notice_file import text_of_upload
from views.pages.notice import notice_page
from views.reading import notice_of
from views.saving import save_or_conflict

blueprint = Blueprint("notice", __name__, url_prefix="/cases/<case_id>/notice")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show the reading, or ask for the notice where none was pasted."""
    case = case_or_404(case_id)
    notice = notice_of(case)
    if notice is None:
        return redirect(url_for("notice.paste", case_id=case.id))
    key = request.args.get("edit", "")
    if not key:
        return _page(case, notice, None, "", 200)
    form = _form(key, notice)
    return _page(case, notice, form, key, 200)


@blueprint.post("/correct/<key>")
def correct(case_id: str, key: str) -> ResponseReturnValue:
    """Keep the seller's value for one key; it wins from now on."""
    case = case_or_404(case_id)
    notice = notice_of(case)
    if notice is None:
        abort(404)
    form = _form(key, notice, posted=True)
    if not form.validate():
        return _page(case, notice, form, key, 422)
    corrections = {**case.notice.corrections, key: form.written()}
    return _saved(case, corrections, key)


@blueprint.post("/restore/<key>")
def restore(case_id: str, key: str) -> ResponseReturnValue:
    """Take a correction back: what was read counts again."""
    case = case_or_404(case_id)
    corrections = {k: v for k, v in case.notice.corrections.items() if k != key}
    return _saved(case, corrections, key)


@blueprint.route("/paste", methods=["GET", "POST"])
def paste(case_id: str) -> ResponseReturnValue:
    """Take a notice into a case, in place of the one before."""
    case = case_or_404(case_id)
    if request.method == "GET":
        form = StartForm(data={"text": case.notice.text})
        return render_template("notice/paste.html", case=case, form=form)
    upload = text_of_upload(request.files.get("file"), page_language())
    form = StartForm(request.form, file_text=upload.text)
    is_valid = form.validate()
    if upload.problem:
        form.file.errors = [upload.problem]
    if upload.problem or not is_valid:
        return render_template("notice/paste.html", case=case, form=form), 422
    text = form.notice()
    changed = with_notice(case, text, read(text, today()))
    answer = save_or_conflict(changed)
    return answer or redirect(url_for("notice.show", case_id=case.id), code=303)


@blueprint.post("/accept")
def accept(case_id: str) -> ResponseReturnValue:
    """Go on with the reading: its facts are put where details, and in a plan item 1, are empty.

    The button says what comes next: what fits the notice, or a plan all the same.
    """
    case = case_or_404(case_id)
    notice = notice_of(case)
    if notice is None:
        abort(404)
    others = tuple(key for key in case.finished if key != NOTICE_CHECKED)
    if request.form.get("route") == Route.PLAN:
        case = replace(case, route=Route.PLAN)
    way = route_of(case, notice)
    known = with_facts(case, notice) if way is Route.PLAN else with_known_details(case, notice)
    answer = save_or_conflict(replace(known, finished=(*others, NOTICE_CHECKED)))
    there = "note.show" if way is Route.NOTE else "cases.show"
    return answer or redirect(url_for(there, case_id=case.id), code=303)


def _form(key: str, notice: Notice, *, posted: bool = False) -> CorrectionForm:
    if key not in CORRECTABLE:
        abort(404)
    language = page_language()
    kind = correction_form(key, key_name(key, language), language)
    return (
        kind(request.form) if posted else kind(data={"value": current_value(notice, key, language)})
    )


def _saved(case: Case, corrections: dict[str, str], key: str) -> ResponseReturnValue:
    kept = replace(case, notice=replace(case.notice, corrections=corrections))
    answer = save_or_conflict(kept)
    there = url_for("notice.show", case_id=case.id, _anchor=f"fact-{key}")
    return answer or redirect(there, code=303)


def _page(
    case: Case, notice: Notice, form: CorrectionForm | None, key: str, status: int
) -> ResponseReturnValue:
    page = notice_page(case, notice, today=today(), language=page_language(), editing=key)
    return render_template("notice/show.html", page=page, form=form), status
