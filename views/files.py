"""The files a seller takes away: final ones where nothing holds them back, drafts always."""

from base64 import b64encode

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports import FORMATS
from exports.file_name import file_name
from exports.unavailable import Unavailable
from kaizen.case import Case, Language, Layout
from kaizen.compose import compose
from kaizen.document import CHART_SECTIONS
from kaizen.review import blockers
from kaizen.wording import word, words
from views.attachment import attachment
from views.context import case_or_404, page_language, today
from views.pages.file_problem import held_back_page, unavailable_page
from views.reading import findings_of

blueprint = Blueprint("files", __name__, url_prefix="/cases/<case_id>")


@blueprint.get("/files/<key>")
def download(case_id: str, key: str) -> ResponseReturnValue:
    """Send one file, or say why it cannot be made."""
    case = case_or_404(case_id)
    if key not in FORMATS:
        abort(404)
    is_draft = request.args.get("draft") == "1"
    holding = [] if is_draft or key == "json" else blockers(findings_of(case))
    if holding:
        page = held_back_page(case, holding)
        return render_template("files/held_back.html", page=page), 409
    document = compose(case, _language(case), _layout(case), today=today(), is_draft=is_draft)
    made = FORMATS[key].write(document, case)
    if isinstance(made, Unavailable):
        page = unavailable_page(case, made, page_language())
        return render_template("files/unavailable.html", page=page), 503
    form = FORMATS[key]
    names = file_name(document, form.ending)
    return attachment(made, names.full, plain=names.plain, kind=form.media_type)


@blueprint.get("/print")
def print_page(case_id: str) -> ResponseReturnValue:
    """Show the document as a page that every browser can print or save as PDF."""
    case = case_or_404(case_id)
    is_draft = bool(blockers(findings_of(case)))
    document = compose(case, _language(case), _layout(case), today=today(), is_draft=is_draft)
    return render_template(
        "files/print.html",
        document=document,
        chart_sections=CHART_SECTIONS,
        pictures=[(_as_data(picture.svg), picture) for picture in document.pictures],
        back=url_for("submit.show", case_id=case.id),
        draft=word("draft", document.language),
        exhibits_heading=word("exhibits", document.language),
        exhibit_columns=words("exhibit_columns", document.language),
    )


def _as_data(svg: str) -> str:
    """Return a picture as an address that holds the picture itself."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def _language(case: Case) -> Language:
    wanted = request.args.get("language")
    return Language(wanted) if wanted in set(Language) else case.language


def _layout(case: Case) -> Layout:
    wanted = request.args.get("layout")
    return Layout(wanted) if wanted in set(Layout) else case.layout
