"""The list of attached documents: file name, date, what each shows."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.exhibits import ExhibitsForm
from kaizen.case import Case
from store import Conflict
from views.context import case_or_404, page_language
from views.language import switch_language
from views.pages.exhibits import exhibits_page
from views.reading import exhibit_findings_of, notice_of, rows_of
from views.saving import Base, save_step

blueprint = Blueprint("exhibits", __name__, url_prefix="/cases/<case_id>/exhibits")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show the list with one empty row where nothing is listed yet."""
    case, form = case_or_404(case_id), ExhibitsForm()
    form.fill(case)
    if "add" in request.args or not form.exhibits.entries:
        form.exhibits.append_entry()
    return _page(case, form, 200)


@blueprint.post("")
def save(case_id: str) -> ResponseReturnValue:
    """Store what was typed, then do what the pressed button says."""
    case, form = case_or_404(case_id), ExhibitsForm.posted(request.form)
    form.validate()
    base = Base(request.form.get("revision", ""), request.form.get("stamp", ""))
    outcome = save_step(form, case, base)
    if isinstance(outcome, Conflict):
        return _page(outcome.current, form, 409, is_stale=True)
    is_switched = switch_language()
    if form.errors:
        return _page(outcome, form, 422)
    here = {"case_id": case.id}
    if "add" in request.form:
        return redirect(url_for("exhibits.show", **here, add="", _anchor="last"), code=303)
    arranged = {"up", "down", "remove", "stay"} & set(request.form)
    if arranged or is_switched:
        return redirect(url_for("exhibits.show", **here), code=303)
    return redirect(url_for("cases.show", **here), code=303)


def _page(
    case: Case, form: ExhibitsForm, status: int, *, is_stale: bool = False
) -> ResponseReturnValue:
    page = exhibits_page(
        case,
        form,
        notice=notice_of(case),
        rows=rows_of(case),
        findings=exhibit_findings_of(case),
        language=page_language(),
        is_stale=is_stale,
    )
    return render_template("exhibits/show.html", page=page, form=form), status
