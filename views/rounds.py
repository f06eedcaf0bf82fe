"""Every submission of a case: frozen text, Amazon's answer, and the next round."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.answer import AnswerForm
from kaizen.case import Case, NoticeRecord, Status
from views.context import case_or_404, page_language, today
from views.pages.open_rows import open_views
from views.pages.rounds import rounds_page
from views.reading import rows_of
from views.saving import save_or_conflict

blueprint = Blueprint("rounds", __name__, url_prefix="/cases/<case_id>/rounds")


@blueprint.get("")
def show(case_id: str) -> ResponseReturnValue:
    """Show what was submitted, when, and what came back."""
    return _page(case_or_404(case_id), AnswerForm(day=today()), 200)


@blueprint.post("/answer")
def answer(case_id: str) -> ResponseReturnValue:
    """Keep Amazon's answer; where more is asked, it is the notice of the next round."""
    case, form = case_or_404(case_id), AnswerForm(today=today())
    if not case.rounds:
        abort(404)
    if not form.validate_on_submit():
        return _page(case, form, 422)
    outcome = Status(form.outcome.data)
    answered = case.answered(form.text.data, on=form.day.data, status=outcome)
    if outcome is Status.MORE_ASKED and form.text.data.strip():
        answered = replace(
            answered, notice=NoticeRecord(text=form.text.data), finished=(), route=None
        )
    answered = replace(answered, confirmed=())
    problem = save_or_conflict(answered)
    return problem or redirect(url_for("rounds.show", case_id=case.id), code=303)


def _page(case: Case, form: AnswerForm, status: int) -> ResponseReturnValue:
    asked = open_views(case, rows_of(case), page_language())
    page = rounds_page(case, today(), asked=asked)
    return render_template("rounds/show.html", page=page, form=form), status
