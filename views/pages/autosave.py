"""The answers to a page that saves by itself: what is stored, how it now reads, what is weak.

What is weak is asked for afterwards: the review takes far longer than the save, and who goes on
typing does not need it.
"""

from collections.abc import Sequence
from typing import Any

from forms.step_form import StepForm, leaves
from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.steps import Step
from views.dates import clock_time
from views.pages.step import previews_of
from views.pages.step_cards import cards_of
from views.pages.step_weak import WeakPoint, weak_points
from views.pages.year_offers import YearOffer


def autosave_answer(
    case: Case, step: Step, form: StepForm, years: Sequence[YearOffer]
) -> dict[str, Any]:
    """Return plain data for the script: the new mark, the time, and texts by the id of their place.

    ``unsaved`` names the fields whose words cannot be stored as they are.
    """
    cards = cards_of(form, case.plan, str(case.language))
    unsaved = [str(field.label.text) for field in leaves(form) if field.errors]
    return {
        "stamp": form.stamp(case),
        "revision": case.revision,
        "saved_at": clock_time(case.changed_at) if case.changed_at else "",
        "years": {one.field: {"words": one.words, "button": one.button} for one in years},
        "unsaved": list(dict.fromkeys(unsaved)),
        "texts": {
            **{f"preview-{form.entries_name}-{card.index}": card.preview for card in cards},
            **{f"preview-{preview.item}": preview.text for preview in previews_of(case, step)},
        },
    }


def weak_answer(case: Case, step: Step, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return plain data for the script: a line for each open finding of ``step``."""
    return [_weak_line(point) for point in weak_points(case, step, findings)]


def _weak_line(point: WeakPoint) -> dict[str, Any]:
    places = point.places
    return {
        "tag": point.tag,
        "severity": point.severity,
        "text": point.message,
        "quote": point.quote,
        "how": point.how,
        "field": point.field,
        "typed": point.typed,
        "places_words": places.words if places else "",
        "places": [
            {"text": one.words, "field": one.field, "typed": one.typed} for one in places.places
        ]
        if places
        else [],
        "rest": places.rest if places else "",
        "also": [_weak_line(one) for one in point.also],
    }
