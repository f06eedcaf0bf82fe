"""Findings about the same words of an item, put together: the worst one first."""

from collections.abc import Iterable, Mapping, Sequence

from kaizen.finding import Finding, Severity
from kaizen.plan import Item

_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_ITEMS = frozenset(item.value for item in Item)


def same_place(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Return ``findings`` in groups that quote the same or overlapping words, worst first.

    What is missing in an item as a whole quotes all of it. It stands apart from what is said about
    single sentences, unless these are most of the item.
    """
    ordered = sorted(findings, key=lambda one: _RANK[one.severity])
    lengths = _lengths(ordered)
    groups: list[list[Finding]] = []
    for finding in ordered:
        group = next((one for one in groups if _meet(one[0], finding, lengths)), None)
        if group is None:
            groups.append([finding])
        else:
            group.append(finding)
    return tuple(tuple(group) for group in groups)


def _lengths(findings: Sequence[Finding]) -> Mapping[str, int]:
    """Return how far the findings of each item reach: the length of what can be compared."""
    ends: dict[str, int] = {}
    for finding in findings:
        ends[finding.place.item] = max(ends.get(finding.place.item, 0), finding.place.end)
    return ends


def _meet(one: Finding, other: Finding, lengths: Mapping[str, int]) -> bool:
    first, second = one.place, other.place
    # A figure that does not come out is another matter than how its sentence is put.
    if not (one.is_of_a_rule and other.is_of_a_rule):
        return False
    if first.item != second.item or first.item not in _ITEMS:
        return False
    shared = min(first.end, second.end) - max(first.start, second.start)
    if shared <= 0:
        return False
    sizes = (first.end - first.start, second.end - second.start)
    is_whole = [2 * size > lengths[first.item] for size in sizes]
    return all(is_whole) or not any(is_whole)
