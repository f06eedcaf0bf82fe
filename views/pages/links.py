"""Where each item of the plan is edited."""

from flask import url_for

from kaizen.case import Case

STEP_OF = {
    "violation": "violation",
    "cause": "cause",
    "fix": "fix",
    "effect": "effect",
    "implementation_date": "dates",
    "effect_month": "dates",
    "responsible_person": "person",
}


def item_link(case: Case, item: str, field: str | None = None, origin: str | None = None) -> str:
    """Return the page, and the field on it, where the words of ``item`` were typed.

    ``origin`` (``review``) names the page to return to after saving.
    """
    if item == "attachments":
        return url_for("exhibits.show", case_id=case.id)
    if item == "plan" and field:
        return url_for("details.show", **{"case_id": case.id, "from": origin}, _anchor=field)
    if item == "note":
        return url_for("note.show", case_id=case.id)
    if item == "plan":
        return url_for("cases.show", case_id=case.id)
    query = {"from": origin, "card": _card(field)}
    return url_for(
        "steps.show", case_id=case.id, step=STEP_OF[item], _anchor=field or None, **query
    )


def _card(field: str | None) -> str | None:
    """Return the number of the card that ``field`` stands on, where it is one of a list."""
    parts = (field or "").split("-")
    return parts[1] if len(parts) == 3 and parts[1].isdecimal() else None
