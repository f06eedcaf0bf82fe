"""The answer to a save that the page made by itself: what is stored, and how it now reads."""

from collections.abc import Sequence
from typing import Any

from forms.step_form import StepForm, leaves
from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.steps import Step
from views.dates import clock_time
from views.pages.step import previews_of
from views.pages.step_cards import cards_of
from views.pages.step_weak import weak_points


def autosave_answer(
    case: Case, step: Step, form: StepForm, findings: Sequence[Finding]
) -> dict[str, Any]:
    """Return plain data for the script: the new mark, the time, and texts by the id of their place.

    ``unsaved`` names the fields whose words cannot be stored as they are.
    """
    cards = cards_of(form, case.plan, str(case.language))
    weak = weak_points(case, step, findings)
    unsaved = [str(field.label.text) for field in leaves(form) if field.errors]
    return {
        "stamp": form.stamp(case),
        "revision": case.revision,
        "saved_at": clock_time(case.changed_at) if case.changed_at else "",
        "unsaved": list(dict.fromkeys(unsaved)),
        "texts": {
            **{f"preview-{form.entries_name}-{card.index}": card.preview for card in cards},
            **{f"preview-{preview.item}": preview.text for preview in previews_of(case, step)},
        },
        "weak": [
            {
                "tag": w.tag,
                "severity": w.severity,
                "text": w.message,
                "how": w.how,
                "field": w.field,
            }
            for w in weak
        ],
    }
