"""The steps of the wizard: one question a page, stored at every press of a button."""

from dataclasses import replace

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from forms import FORMS
from forms.arrange import Act, is_blank
from forms.step_form import StepForm
from kaizen.case import Case
from kaizen.prefill import without_said_twice
from kaizen.steps import Step, step_after, step_called
from store import Conflict
from views.context import case_or_404, page_language
from views.language import FIELD as LANGUAGE_FIELD
from views.language import switch_language
from views.origin import origin
from views.pages.autosave import autosave_answer, weak_answer
from views.pages.clash import clash_page
from views.pages.step import Shown, StepPage, step_page
from views.pages.year_offers import with_year, year_offers
from views.posted import posted_words
from views.reading import notice_of, points_of, review_context, rows_of
from views.saving import Base, save_step
from views.saving import save as save_case

blueprint = Blueprint("steps", __name__, url_prefix="/cases/<case_id>/plan")
# Asks whether an entry that holds words may really go.
ASK = "ask_remove"
AUTOSAVE = "autosave"
# Writes out the year that a date of items 5 and 6 leaves out.
WRITE_YEAR = "write_year"


@blueprint.get("/<step>")
def show(case_id: str, step: str) -> ResponseReturnValue:
    """Show one question with what is stored."""
    case, known = case_or_404(case_id), _step_or_404(step)
    form = FORMS[step]()
    form.fill(case)
    if request.accept_mimetypes.best == "application/json":
        return jsonify(stamp=form.stamp(case))
    shown = _shown()
    if form.entries_name:
        entries = form[form.entries_name].entries
        if not entries and not form[f"{step}_text"].data:
            shown = replace(shown, card=0)
        if shown.card == len(entries):
            form[form.entries_name].append_entry()
    return _page(case, known, form, shown, 200)


@blueprint.get("/<step>/weak")
def weak(case_id: str, step: str) -> ResponseReturnValue:
    """Return what a reviewer may miss in one step; the page asks after each save by itself."""
    case, known = case_or_404(case_id), _step_or_404(step)
    return jsonify(weak=weak_answer(case, known, points_of(case)))


@blueprint.post("/<step>")
def save(case_id: str, step: str) -> ResponseReturnValue:
    """Store what was typed, then do what the pressed button says."""
    case, known = case_or_404(case_id), _step_or_404(step)
    posted = posted_words()
    form = FORMS[step].posted(_obeyed(posted, step))
    form.keep_blank = AUTOSAVE in posted
    form.validate()
    base = Base(posted.get("revision", ""), posted.get("stamp", ""))
    outcome = save_step(form, case, base)
    if form.keep_blank:
        return _autosaved(outcome, known, form)
    if isinstance(outcome, Conflict):
        return _clash(outcome.current, form)
    _tell_removed_characters(form)
    outcome = _without_said_twice(outcome)
    if WRITE_YEAR in request.form:
        return redirect(_year_written(outcome, known), code=303)
    is_switched = switch_language()
    if form.errors:
        shown = Shown(
            card=form.arranged.focus if form.arranged else None,
            asked=request.form.get(ASK, type=int),
            origin=origin(),
        )
        return _page(outcome, known, form, shown, 422)
    if known.key == "dates" and "next" in request.form:
        for offer in year_offers(review_context(outcome)):
            flash(offer.told, "warn")
    return redirect(_after(outcome, known, form, is_switched=is_switched), code=303)


def _step_or_404(key: str) -> Step:
    return step_called(key) or abort(404)


def _obeyed(words: MultiDict[str, str], step: str) -> MultiDict[str, str]:
    """Return ``words``; the first press on "Delete" of a card with words only asks."""
    name = FORMS[step].entries_name
    asked = words.get(ASK, "")
    if asked.isdecimal() and is_blank(words, name, int(asked)):
        words[Act.REMOVE] = asked
    return words


def _year_written(case: Case, step: Step) -> str:
    """Write the year out in the field whose button was pressed; return the way back to it."""
    field = request.form[WRITE_YEAR]
    plan = with_year(review_context(case), field)
    if plan != case.plan:
        save_case(case.with_plan(plan))
    back = origin() or None
    return url_for(
        "steps.show", **{"case_id": case.id, "step": step.key, "from": back}, _anchor=field
    )


def _shown() -> Shown:
    return Shown(
        card=request.args.get("card", type=int),
        asked=request.args.get("ask", type=int),
        is_added="card" in request.args,
        is_moved="moved" in request.args,
        origin=origin(),
    )


def _page(case: Case, step: Step, form: StepForm, shown: Shown, status: int) -> ResponseReturnValue:
    page: StepPage = step_page(
        case,
        step,
        form,
        findings=points_of(case),
        notice=notice_of(case),
        rows=rows_of(case),
        years=year_offers(review_context(case)) if step.key == "dates" else (),
        language=page_language(),
        shown=shown,
    )
    return render_template(f"steps/{step.key}.html", page=page, form=form), status


def _clash(current: Case, form: StepForm) -> ResponseReturnValue:
    stored = type(form)()
    stored.fill(current)
    words = form.arranged.words if form.arranged else posted_words()
    page = clash_page(current, form, stored, words)
    return render_template("steps/clash.html", page=page), 409


def _autosaved(outcome: Case | Conflict, step: Step, form: StepForm) -> ResponseReturnValue:
    if isinstance(outcome, Conflict):
        return jsonify(clash=True), 409
    years = year_offers(review_context(outcome)) if step.key == "dates" else ()
    return jsonify(autosave_answer(outcome, step, form, years))


def _without_said_twice(case: Case) -> Case:
    """Take prefilled sentences out once the seller has written item 1 in words of their own."""
    notice = notice_of(case)
    cleared = without_said_twice(case, notice) if notice else case
    if cleared == case:
        return case
    stored = save_case(cleared)
    return stored if isinstance(stored, Case) else case


def _tell_removed_characters(form: StepForm) -> None:
    removed = form.removed_characters()
    if removed:
        flash(
            ngettext(
                "One character that prints nowhere (a control character) was taken out.",
                "%(num)d characters that print nowhere (control characters) were taken out.",
                removed,
            ),
            "warn",
        )


def _after(case: Case, step: Step, form: StepForm, *, is_switched: bool) -> str:
    """Return where the pressed button leads."""
    here = {"case_id": case.id, "step": step.key}
    if origin():
        here["from"] = origin()
    pressed = request.form
    if ASK in pressed and Act.REMOVE not in _obeyed(posted_words(), step.key):
        return url_for("steps.show", **here, ask=pressed[ASK])
    if Act.ADD in pressed and form.arranged:
        return url_for("steps.show", **here, card=len(form.values(case)[form.entries_name]))
    if (Act.UP in pressed or Act.DOWN in pressed) and form.arranged:
        return url_for("steps.show", **here, card=form.arranged.focus, moved="")
    if Act.REMOVE in pressed or ASK in pressed:
        flash(_("The card was deleted."), "done")
        return url_for("steps.show", **here, card=-1)
    if "close" in pressed:
        return url_for("steps.show", **here, card=-1)
    if is_switched or LANGUAGE_FIELD in pressed or "stay" in pressed:
        return url_for("steps.show", **here)
    if origin() == "review":
        return url_for("review.show", case_id=case.id)
    following = step_after(step)
    if following is None:
        return url_for("cases.show", case_id=case.id)
    return url_for("steps.show", case_id=case.id, step=following.key)
