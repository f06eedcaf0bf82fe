"""The likeliest state of a text by soft signs that each count once, whatever it states outright."""

from kaizen.notice import families
from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.signature import patterns
from kaizen.notice.words import words_on


def likeliest(page: Page) -> Status | None:
    """Return the state that most signs point to, or ``None`` where few point anywhere."""
    sums = _sums(page)
    best = max(sums, key=lambda state: sums[state], default=None)
    return best if best and sums[best] >= int(patterns("cues")["least"]) else None


def speaks_against(page: Page, state: Status) -> bool:
    """Tell whether clearly more signs point to another state than to this one."""
    sums = _sums(page)
    margin = int(patterns("cues")["margin"])
    kin = _KIN.get(state, frozenset())
    others = [total for other, total in sums.items() if other is not state and other not in kin]
    return max(others, default=0) >= sums.get(state, 0) + margin


_STOPS = frozenset({Status.SUSPENDED, Status.DEACTIVATED})
_KIN = {Status.SUSPENDED: _STOPS, Status.DEACTIVATED: _STOPS}


def _sums(page: Page) -> dict[Status, int]:
    known: dict[Status, int] | None = page.kept.get("cues")
    if known is None:
        known = page.kept["cues"] = {}
        for family in families.cues().met(page.lower, words_on(page)):
            name, weight, _ = family.split(" ")
            state = Status(name)
            known[state] = known.get(state, 0) + int(weight)
    return known
