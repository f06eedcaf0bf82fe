"""The seller's own choice of what is sent: a plan all the same, or what fits the notice."""

from dataclasses import replace

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from kaizen.case import Route
from views.context import case_or_404
from views.saving import save_or_conflict

blueprint = Blueprint("route", __name__, url_prefix="/cases/<case_id>")


@blueprint.post("/route")
def choose(case_id: str) -> ResponseReturnValue:
    """Keep the choice; an empty one lets the notice decide again."""
    case = case_or_404(case_id)
    wanted = request.form.get("route", "")
    chosen = Route(wanted) if wanted in set(Route) else None
    answer = save_or_conflict(replace(case, route=chosen)) if chosen != case.route else None
    return answer or redirect(url_for("cases.show", case_id=case.id), code=303)
