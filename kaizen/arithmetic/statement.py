"""One claim of a text, and what computing it gives."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """What kind of claim was computed."""

    SHARE = "share"
    TOTAL = "total"
    PERIOD = "period"
    WEEKDAY = "weekday"
    ORDER = "order"
    NO_SUCH_DAY = "no_such_day"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its place, what is claimed and what comes out, both as text."""

    kind: Kind
    start: int
    end: int
    claimed: str
    computed: str
    agrees: bool

    def placed(self, start: int, end: int) -> Self:
        """Return the claim at another place."""
        return replace(self, start=start, end=end)
