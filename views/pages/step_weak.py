"""What the rules find on one step: a line each, with a link to the field."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.item_prose import item_prose
from kaizen.steps import Step
from views.pages.places import PlacesView, beginning, is_whole_item, places_of, shortened
from views.pages.same_place import same_place
from views.pages.tags import finding_tag

_QUOTE = 60


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One finding in one line. ``field`` is the id of the control it speaks about, or empty.

    ``typed`` is where the words begin, as typed, for the script that marks them there.
    """

    severity: str
    tag: str
    message: str
    how: str
    field: str
    quote: str = ""
    typed: str = ""
    places: PlacesView | None = None
    also: tuple["WeakPoint", ...] = ()


def weak_points(case: Case, step: Step, findings: Sequence[Finding]) -> tuple[WeakPoint, ...]:
    """Return the open findings of the items of ``step``; an item not begun has none yet.

    Those about the same words are one point: the worst, which holds the others.
    """
    language = str(case.language)
    begun = {
        item.value
        for item in step.items
        if step.key in case.finished or item_prose(case.plan, item, language).text.strip()
    }
    shown = [one for one in findings if one.place.item in begun and not one.is_waived]
    return tuple(_card(case, same) for same in same_place(shown))


def _card(case: Case, same: Sequence[Finding]) -> WeakPoint:
    first, *others = (_point(case, finding) for finding in same)
    unquoted = (replace(one, quote="") if one.quote == first.quote else one for one in others)
    return replace(first, also=tuple(unquoted))


def _point(case: Case, finding: Finding) -> WeakPoint:
    quote, is_whole = shortened(finding.text, _QUOTE), is_whole_item(case, finding)
    return WeakPoint(
        finding.severity.value,
        finding_tag(finding),
        finding.message,
        finding.how,
        finding.place.field or "",
        "" if quote in finding.message or is_whole else quote,
        "" if is_whole else beginning(finding.text),
        places_of(case, finding),
    )


def linked_to(point: WeakPoint, known: Container[str]) -> WeakPoint:
    """Return ``point`` without the names of fields that are not on the page (``known``)."""
    places = point.places and replace(
        point.places,
        places=tuple(p if p.field in known else replace(p, field="") for p in point.places.places),
    )
    field = point.field if point.field in known else ""
    also = tuple(linked_to(other, known) for other in point.also)
    return replace(point, field=field, places=places, also=also)


def by_field(points: Sequence[WeakPoint]) -> Mapping[str, tuple[WeakPoint, ...]]:
    """Return the points by the id of their field, those beneath others among them."""
    every = [one for point in points for one in (point, *point.also)]
    fields = dict.fromkeys(point.field for point in every if point.field)
    return {name: tuple(p for p in every if p.field == name) for name in fields}
