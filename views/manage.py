"""Rename, copy, delete and bring back a case."""

from secrets import token_urlsafe

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.rename import RenameForm
from kaizen.case import Case
from views.context import case_or_404, case_store
from views.deleted import erase_old
from views.language import switch_language
from views.titles import case_title

blueprint = Blueprint("manage", __name__, url_prefix="/cases/<case_id>")


@blueprint.get("/manage")
def show(case_id: str) -> ResponseReturnValue:
    """Show what can be done with the case as a whole."""
    case = case_or_404(case_id)
    return _page(RenameForm(data={"title": case.title}))


@blueprint.post("/rename")
def rename(case_id: str) -> ResponseReturnValue:
    """Give the case another name; an empty name lets the store's name stand again."""
    case_or_404(case_id)
    form = RenameForm(request.form)
    if switch_language():
        return _page(form)
    if not form.validate():
        return _page(form, 422)
    if case_store().rename(case_id, form.title.data.strip()) is None:
        abort(404)
    return redirect(url_for("cases.show", case_id=case_id), code=303)


@blueprint.post("/duplicate")
def duplicate(case_id: str) -> ResponseReturnValue:
    """Make a copy, once for each form, and go to it."""
    case = case_or_404(case_id)
    title = _("%(title)s (copy)", title=case_title(case))
    key = f"copy-{case_id}-{request.form.get('key') or token_urlsafe(12)}"[:64]
    copy: Case | None = case_store().duplicate(case_id, title=title, key=key)
    if copy is None:
        abort(404)
    flash(_("This is the copy. The case that you copied stays as it is."), "done")
    return redirect(url_for("cases.show", case_id=copy.id), code=303)


@blueprint.post("/delete")
def delete(case_id: str) -> ResponseReturnValue:
    """Hide the case; the list offers to bring it back."""
    if not case_store().delete(case_id):
        abort(404)
    erase_old(case_store())
    return redirect(url_for("cases.index", deleted=case_id), code=303)


@blueprint.post("/restore")
def restore(case_id: str) -> ResponseReturnValue:
    """Bring a deleted case back; where it is back already, this is no error."""
    case_store().restore(case_id)
    case_or_404(case_id)
    return redirect(url_for("cases.show", case_id=case_id), code=303)


def _page(form: RenameForm, status: int = 200) -> ResponseReturnValue:
    return render_template("cases/manage.html", form=form, key=token_urlsafe(12)), status
