"""The ways in: paste a notice, bring a file, start blank, open a saved case."""

from hashlib import sha256
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.case_file import CaseFileForm
from forms.start import StartForm
from kaizen.case import Case, Language
from kaizen.new_case import case_from_notice
from kaizen.notice import read
from views.context import case_store, page_language, today
from views.deleted import erase_old
from views.language import switch_language
from views.links import link_or_none
from views.notice_file import text_of_upload
from views.pages.start import start_page

blueprint = Blueprint("start", __name__)


@blueprint.get("/start")
def show() -> ResponseReturnValue:
    """Ask for the notice."""
    return start_answer(StartForm())


@blueprint.post("/start")
def paste() -> ResponseReturnValue:
    """Begin a case with the notice, then show what it says."""
    upload = text_of_upload(request.files.get("file"), page_language())
    form = StartForm(request.form, file_text=upload.text)
    if switch_language():
        return start_answer(form)
    valid = form.validate()
    if upload.problem:
        form.text.errors = ()
        form.file.errors = (upload.problem,)
    if upload.problem or not valid:
        return start_answer(form, 422)
    text = form.notice()
    case = _create(case_from_notice(text, read(text, today())), text)
    way_on = link_or_none("notice.show", case_id=case.id)
    return redirect(way_on or url_for("cases.show", case_id=case.id), code=303)


@blueprint.post("/start/blank")
def blank() -> ResponseReturnValue:
    """Begin a case without a notice."""
    case = _create(Case(language=Language(page_language())), "")
    return redirect(url_for("cases.show", case_id=case.id), code=303)


@blueprint.get("/open")
def choose_file() -> ResponseReturnValue:
    """Ask for a file that holds a case."""
    return render_template("cases/open.html", form=CaseFileForm(), key=token_urlsafe(12))


@blueprint.post("/open")
def open_file() -> ResponseReturnValue:
    """Take a case in from a file, as a new case beside the others."""
    upload = request.files.get("file")
    content = upload.read() if upload and upload.filename else None
    form = CaseFileForm(content=content)
    if switch_language():
        return render_template("cases/open.html", form=form, key=token_urlsafe(12))
    if not form.validate() or form.case is None:
        return render_template("cases/open.html", form=form, key=token_urlsafe(12)), 422
    case = _create(form.case, str(content))
    return redirect(url_for("cases.show", case_id=case.id), code=303)


def _create(case: Case, content: str) -> Case:
    """Store ``case`` once for each form: a second click finds the case of the first.

    The content is part of the key, because who goes back and pastes another notice into the same
    form means another case.
    """
    given = request.form.get("key") or token_urlsafe(12)
    words = f"{request.path}\n{given}\n{content}"
    key = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    erase_old(case_store())
    return case_store().create(case, key=key)


def start_answer(form: StartForm, status: int = 200, *, deleted: str = "") -> ResponseReturnValue:
    """Return the first page; ``deleted`` is the id of a case that can be brought back."""
    page = start_page(
        key=request.form.get("key") or token_urlsafe(12),
        has_cases=bool(case_store().summaries()),
        deleted=deleted,
    )
    return render_template("cases/start.html", page=page, form=form), status
