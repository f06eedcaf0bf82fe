"""Who the seller is and which notice is answered."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.details import DetailsForm, stamp
from kaizen.case import Case
from store import Conflict
from views.context import case_or_404, page_language
from views.language import switch_language
from views.origin import origin
from views.pages.details import details_page
from views.saving import save
from views.violation_types import type_choices

blueprint = Blueprint("details", __name__, url_prefix="/cases/<case_id>/details")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Ask for store, notice, and the shape of the document."""
    case = case_or_404(case_id)
    form = DetailsForm()
    form.fill(case)
    return _page(case, form, 200)


@blueprint.post("")
def change(case_id: str) -> ResponseReturnValue:
    """Store what can be stored; what cannot comes back as it was typed."""
    case = case_or_404(case_id)
    form = DetailsForm(request.form)
    form.offer(case, type_choices(page_language()))
    form.validate()
    changed = form.apply_to(case)
    if changed != case:
        if request.form.get("stamp", stamp(case)) != stamp(case):
            return _page(case, form, 409)
        outcome = save(changed)
        if isinstance(outcome, Conflict):
            return _page(outcome.current, form, 409)
        case = outcome
    switched = switch_language()
    if form.errors:
        return _page(case, form, 422)
    if switched:
        return redirect(url_for("details.show", case_id=case_id, **_way_back()), code=303)
    back = "review.show" if origin() == "review" else "cases.show"
    return redirect(url_for(back, case_id=case_id), code=303)


def _page(case: Case, form: DetailsForm, status: int) -> ResponseReturnValue:
    form.offer(case, type_choices(page_language()))
    page = details_page(case, form, origin=origin(), is_clash=status == 409)
    return render_template("details/show.html", page=page, form=form), status


def _way_back() -> dict[str, str]:
    return {"from": origin()} if origin() else {}
