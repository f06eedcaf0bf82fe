"""Findings about the same words of an item, put together: the worst one first."""

import re
from collections.abc import Iterable, Mapping, Sequence

from kaizen.finding import Finding, Severity
from kaizen.plan import Item

_RANK = {severity: rank for rank, severity in enumerate(Severity)}
# One sentence ends and another begins.
_SEVERAL = re.compile(r"[\u3002\n]\s*\S|[.!?]\s+\S")
_ITEMS = frozenset(item.value for item in Item)


def same_place(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Return ``findings`` in groups that quote the same or overlapping words, worst first.

    What is missing in an item as a whole quotes all of it. It stands apart from what is said about
    single sentences, unless these are most of the item, or it has just one.
    """
    ordered = sorted(findings, key=lambda one: _RANK[one.severity])
    longest = _longest(ordered)
    groups: list[list[Finding]] = []
    for finding in ordered:
        group = next((one for one in groups if _meet(one[0], finding, longest)), None)
        if group is None:
            groups.append([finding])
        else:
            group.append(finding)
    return tuple(tuple(group) for group in groups)


def _longest(findings: Sequence[Finding]) -> Mapping[str, str]:
    """Return the longest words quoted of each item: all of it where anything is about all of it."""
    found: dict[str, str] = {}
    for finding in findings:
        item = finding.place.item
        found[item] = max(found.get(item, ""), finding.text, key=len)
    return found


def _meet(one: Finding, other: Finding, longest: Mapping[str, str]) -> bool:
    first, second = one.place, other.place
    # A figure that does not come out is another matter than how its sentence is put.
    if not (one.is_of_a_rule and other.is_of_a_rule):
        return False
    if first.item != second.item or first.item not in _ITEMS:
        return False
    shared = min(first.end, second.end) - max(first.start, second.start)
    if shared <= 0:
        return False
    whole = longest[first.item]
    if not _SEVERAL.search(whole.strip()):
        return True
    is_whole = [2 * (place.end - place.start) > len(whole) for place in (first, second)]
    return all(is_whole) or not any(is_whole)
