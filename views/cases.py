"""The list of cases, and the page of one case with what is done and what is next."""

from datetime import UTC, datetime

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports import json_file
from forms.start import StartForm
from kaizen.deadlines import calendar as calendar_file
from views.attachment import attachment
from views.context import case_or_404, case_store, today
from views.deleted import deleted_case
from views.pages.case_list import case_list_page
from views.pages.deadline import AWAITED, case_deadline
from views.pages.task_list import task_list_page
from views.reading import notice_of, points_of, rows_of
from views.start import start_answer
from views.titles import case_title

blueprint = Blueprint("cases", __name__)


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Show the cases; on first use, the ways in."""
    return _list("")


@blueprint.post("/search")
def search() -> ResponseReturnValue:
    """Show the cases that match. The words travel in the post, never in an address."""
    return _list(request.form.get("words", "")[:200])


@blueprint.get("/search")
def after_search() -> ResponseReturnValue:
    """Answer a reload of the search with all cases."""
    return redirect(url_for("cases.index"), code=303)


@blueprint.get("/cases/<case_id>")
def show(case_id: str) -> ResponseReturnValue:
    """Show what is done in this case, and what is next."""
    case = case_or_404(case_id)
    page = task_list_page(case, notice_of(case), points_of(case), rows_of(case), today())
    return render_template("cases/show.html", page=page)


@blueprint.get("/cases/<case_id>/deadline.ics")
def calendar(case_id: str) -> Response:
    """Send the deadline as a calendar file with two reminders."""
    case = case_or_404(case_id)
    found = case_deadline(case, notice_of(case), today())
    if found is None:
        abort(404)
    text = calendar_file(
        found.day,
        case_id=case.id,
        summary=f"{found.label}: {case_title(case)}",
        description=found.how,
        stamp=datetime.now(UTC),
    )
    name = f"{case_title(case)}_{found.day.isoformat()}.ics"
    plain = f"deadline-{found.day.isoformat()}.ics"
    return attachment(text, name, plain=plain, kind="text/calendar")


@blueprint.get("/cases/<case_id>/file")
def save_to_file(case_id: str) -> Response:
    """Send the case as a file that this program opens again."""
    case = case_or_404(case_id)
    name = f"{case_title(case)}_{today().isoformat()}.json"
    return attachment(
        json_file.write(case),
        name,
        plain=f"case-{today().isoformat()}.json",
        kind="application/json",
    )


def _list(words: str) -> ResponseReturnValue:
    cases = case_store().cases()
    deleted = deleted_case(request.args.get("deleted", ""))
    if not cases:
        return start_answer(StartForm(), deleted=deleted)
    page = case_list_page(
        # A notice that was answered need not be read again for a line in the list.
        [(case, notice_of(case) if case.status in AWAITED else None) for case in cases],
        today(),
        words=words,
        deleted=deleted,
    )
    return render_template("cases/index.html", page=page)
