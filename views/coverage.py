"""What the notice names and asks, row by row; a row may be left out with a reason."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.waive import WaiveForm
from kaizen.case import Case, Route
from views.context import case_or_404, page_language
from views.pages.coverage import coverage_page
from views.reading import notice_of, rows_of, way_of
from views.saving import save_or_conflict

blueprint = Blueprint("coverage", __name__, url_prefix="/cases/<case_id>/coverage")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show every row, or ask for the notice where none was pasted."""
    case = case_or_404(case_id)
    if notice_of(case) is None:
        return redirect(url_for("notice.paste", case_id=case.id))
    return _page(case, WaiveForm(), 200)


@blueprint.post("/waive")
def waive(case_id: str) -> ResponseReturnValue:
    """Keep the seller's reason to leave one row out."""
    case, form = case_or_404(case_id), WaiveForm()
    if form.key.data not in {row.id for row in rows_of(case)}:
        abort(404)
    if not form.validate_on_submit():
        return _page(case, form, 422)
    return _saved(case, {**case.notice.waived, str(form.key.data): str(form.reason.data)})


@blueprint.post("/unwaive")
def unwaive(case_id: str) -> ResponseReturnValue:
    """Take back a reason: the row waits for an answer again."""
    case = case_or_404(case_id)
    key = request.form.get("key", "")
    return _saved(case, {k: v for k, v in case.notice.waived.items() if k != key})


def _saved(case: Case, waived: dict[str, str]) -> ResponseReturnValue:
    answer = save_or_conflict(replace(case, notice=replace(case.notice, waived=waived)))
    return answer or redirect(url_for("coverage.show", case_id=case.id), code=303)


def _page(case: Case, form: WaiveForm, status: int) -> ResponseReturnValue:
    is_note = way_of(case) is Route.NOTE
    page = coverage_page(case, rows_of(case), page_language(), is_note=is_note)
    return render_template("coverage/show.html", page=page, form=form), status
