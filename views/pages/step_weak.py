"""What the rules find on one step: a line each, with a link to the field."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.item_prose import item_prose
from kaizen.steps import Step
from views.pages.places import PlacesView, places_of, shortened
from views.pages.tags import finding_tag

_QUOTE = 60


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One finding in one line. ``field`` is the id of the control it speaks about, or empty."""

    severity: str
    tag: str
    message: str
    how: str
    field: str
    quote: str = ""
    places: PlacesView | None = None


def weak_points(case: Case, step: Step, findings: Sequence[Finding]) -> tuple[WeakPoint, ...]:
    """Return the open findings of the items of ``step``; an item not begun has none yet."""
    language = str(case.language)
    begun = {
        item.value
        for item in step.items
        if step.key in case.finished or item_prose(case.plan, item, language).text.strip()
    }
    return tuple(_point(case, f) for f in findings if f.place.item in begun and not f.is_waived)


def _point(case: Case, finding: Finding) -> WeakPoint:
    quote = shortened(finding.text, _QUOTE)
    return WeakPoint(
        finding.severity.value,
        finding_tag(finding),
        finding.message,
        finding.how,
        finding.place.field or "",
        "" if quote in finding.message else quote,
        places_of(case, finding),
    )


def linked_to(point: WeakPoint, known: Container[str]) -> WeakPoint:
    """Return ``point`` without the names of fields that are not on the page (``known``)."""
    places = point.places and replace(
        point.places,
        places=tuple(p if p.field in known else replace(p, field="") for p in point.places.places),
    )
    return replace(point, field=point.field if point.field in known else "", places=places)


def by_field(points: Sequence[WeakPoint]) -> Mapping[str, tuple[WeakPoint, ...]]:
    """Return the points by the id of their field."""
    fields = dict.fromkeys(point.field for point in points if point.field)
    return {name: tuple(p for p in points if p.field == name) for name in fields}
