"""The review of the whole plan, reasons to leave a finding, and mending of characters."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.waive import WaiveForm
from kaizen.case import Case, Route, Waiver
from kaizen.mend import mend_plan
from views.context import case_or_404, page_language
from views.pages.mends import mend_rows
from views.pages.open_rows import open_views
from views.pages.review import review_page
from views.pages.sixty_seconds import sixty_view
from views.pages.year_offers import with_year, year_offers
from views.reading import figures_of, findings_of, points_of, review_context, rows_of, way_of
from views.saving import save_or_conflict

blueprint = Blueprint("review", __name__, url_prefix="/cases/<case_id>/review")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show what a reviewer would miss; a note with documents is checked where it is sent."""
    case = case_or_404(case_id)
    if way_of(case) is Route.NOTE:
        return redirect(url_for("sending.show", case_id=case.id))
    return _page(case, WaiveForm(), 200)


@blueprint.post("/waive")
def waive(case_id: str) -> ResponseReturnValue:
    """Keep the seller's reason to leave one finding as it is."""
    case, form = case_or_404(case_id), WaiveForm()
    known = {finding.key for finding in points_of(case) if finding.waivable}
    if form.key.data not in known:
        abort(404)
    if not form.validate_on_submit():
        return _page(case, form, 422)
    others = tuple(waiver for waiver in case.waivers if waiver.key != form.key.data)
    kept = (*others, Waiver(form.key.data, form.reason.data))
    return _saved(replace(case, waivers=kept))


@blueprint.post("/unwaive")
def unwaive(case_id: str) -> ResponseReturnValue:
    """Take back a reason: the finding counts again."""
    case = case_or_404(case_id)
    key = request.form.get("key", "")
    return _saved(replace(case, waivers=tuple(w for w in case.waivers if w.key != key)))


@blueprint.post("/mend")
def mend(case_id: str) -> ResponseReturnValue:
    """Mend the characters that do not survive pasting; words stay as they are."""
    case = case_or_404(case_id)
    mended = mend_plan(case.plan)
    if mended == case.plan:
        return redirect(url_for("review.show", case_id=case.id), code=303)
    return _saved(case.with_plan(mended))


@blueprint.post("/year")
def write_year(case_id: str) -> ResponseReturnValue:
    """Write out the year that item 5 or 6 leaves out, as the page said it was read."""
    case = case_or_404(case_id)
    plan = with_year(review_context(case), request.form.get("field", ""))
    if plan == case.plan:
        return redirect(url_for("review.show", case_id=case.id), code=303)
    return _saved(case.with_plan(plan))


def _saved(case: Case) -> ResponseReturnValue:
    answer = save_or_conflict(case)
    return answer or redirect(url_for("review.show", case_id=case.id), code=303)


def _page(case: Case, form: WaiveForm, status: int) -> ResponseReturnValue:
    language, findings = page_language(), findings_of(case)
    page = review_page(
        case,
        findings,
        language,
        figures=figures_of(case),
        mends=mend_rows(case.plan, language),
        sixty=sixty_view(review_context(case), findings),
        asked=open_views(case, rows_of(case), language),
        years=year_offers(review_context(case)),
    )
    return render_template("review/show.html", page=page, form=form), status
