"""Saving without losing what another window saved in between."""

from dataclasses import dataclass

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.step_form import StepForm
from kaizen.case import Case
from store import Conflict, Gone
from views.context import case_store
from views.pages.error import RetryPage, kept_words


@dataclass(frozen=True, slots=True)
class Base:
    """What the posted page was made from: the revision of the case, the mark of its step."""

    revision: str = ""
    stamp: str = ""

    def is_stale(self, form: StepForm, case: Case) -> bool:
        """Tell whether the step holds other words in ``case`` than when the page was made.

        What other steps hold does not matter: two windows may write two steps.
        """
        if self.stamp:
            return self.stamp != form.stamp(case)
        return bool(self.revision) and self.revision != str(case.revision)


def save(case: Case) -> Case | Conflict:
    """Store ``case`` and return it with its new revision, or what somebody else stored first."""
    outcome = case_store().save(case)
    if isinstance(outcome, Gone):
        abort(404)
    return outcome


def save_step(form: StepForm, case: Case, base: Base) -> Case | Conflict:
    """Store what ``form`` holds; a conflict where the same step was changed since ``base``.

    The same post a second time finds its words stored and counts as saved.
    """
    current = case
    while True:
        if base.is_stale(form, current):
            is_there = form.apply_to(current, keep_numbers=True) == current
            return current if is_there else Conflict(current)
        changed = form.apply_to(current)
        if changed == current or form.refuse_too_long(current, changed):
            return current
        outcome = save(changed)
        if isinstance(outcome, Case):
            return outcome
        base = Base(stamp=form.stamp(current))
        current = outcome.current


def save_or_conflict(case: Case) -> ResponseReturnValue | None:
    """Store ``case`` and return nothing, or the page that says that nothing was overwritten."""
    if isinstance(save(case), Case):
        return None
    page = RetryPage(
        heading=_("This case was changed in another window"),
        lead=_("Nothing was overwritten. What you sent is below: save it again, or go back."),
        button=_("Save it again"),
        action=request.full_path.rstrip("?"),
        words=kept_words(request.form),
        has_files=bool(request.files),
    )
    return render_template("errors/retry.html", page=page), 409
