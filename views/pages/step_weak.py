"""What the rules find on one step: a line each, with a link to the field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.item_prose import item_prose
from kaizen.steps import Step
from views.pages.tags import finding_tag


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One finding in one line. ``field`` is the id of the control it speaks about, or empty."""

    severity: str
    tag: str
    message: str
    how: str
    field: str


def weak_points(case: Case, step: Step, findings: Sequence[Finding]) -> tuple[WeakPoint, ...]:
    """Return the open findings of the items of ``step``; an item not begun has none yet."""
    language = str(case.language)
    begun = {
        item.value
        for item in step.items
        if step.key in case.finished or item_prose(case.plan, item, language).text.strip()
    }
    return tuple(
        WeakPoint(f.severity.value, finding_tag(f), f.message, f.how, f.place.field or "")
        for f in findings
        if f.place.item in begun and not f.is_waived
    )


def by_field(points: Sequence[WeakPoint]) -> Mapping[str, tuple[WeakPoint, ...]]:
    """Return the points by the id of their field."""
    fields = dict.fromkeys(point.field for point in points if point.field)
    return {name: tuple(p for p in points if p.field == name) for name in fields}
