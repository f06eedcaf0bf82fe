"""The preview of mended characters: for each change the item and the words around it."""

from kaizen.mend import Change, FieldChanges, changes_of_plan
from kaizen.plan import Item, Plan
from kaizen.wording import words
from views.pages.review import MendRow

AROUND = 8
MOST = 30
_ITEMS = {
    "violation": Item.VIOLATION,
    "cause_text": Item.CAUSE,
    "causes": Item.CAUSE,
    "fix_text": Item.FIX,
    "measures": Item.FIX,
    "effect_text": Item.EFFECT,
    "effects": Item.EFFECT,
    "name": Item.RESPONSIBLE_PERSON,
    "role": Item.RESPONSIBLE_PERSON,
}


def mend_rows(plan: Plan, language: str) -> tuple[MendRow, ...]:
    """Return the changes that one button makes, the first ``MOST`` of them."""
    labels = dict(zip(Item, words("items", language), strict=True))
    rows = [
        _row(labels[_ITEMS[field.field.split("-")[0]]], field, change)
        for field in changes_of_plan(plan)
        for change in field.changes
    ]
    return tuple(rows[:MOST])


def _row(label: str, field: FieldChanges, change: Change) -> MendRow:
    lead = field.before[max(0, change.start - AROUND) : change.start]
    tail = field.before[change.end : change.end + AROUND]
    return MendRow(label, lead + change.before + tail, lead + change.after + tail)
