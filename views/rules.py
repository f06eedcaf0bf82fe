"""The rules of a good plan as a page: what each asks for, why, and examples."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from kaizen.rules import ALL
from views.context import page_language
from views.pages.rules import rules_page

blueprint = Blueprint("rules", __name__, url_prefix="/help/rules")


@blueprint.get("")
def show() -> ResponseReturnValue:
    """Show all rules by item; the rule that the address names is unfolded."""
    page = rules_page(ALL, page_language(), opened=request.args.get("rule", ""))
    return render_template("rules/show.html", page=page)
