"""One claim of a text, and what computing it gives."""

from dataclasses import dataclass, replace
from datetime import date
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
    """A claim with its place, what is claimed and what comes out, both as text.

    ``working`` is the sum in figures ("28 ÷ 1,505 = 1.86%"); ``days`` are the days it is about.
    A rate that is called by its name has the key of its ``metric``; ``counts`` are its n of m.
    """

    kind: Kind
    start: int
    end: int
    claimed: str
    computed: str
    agrees: bool
    working: str = ""
    days: tuple[date, ...] = ()
    metric: str = ""
    counts: tuple[int, int] | None = None

    def placed(self, start: int, end: int) -> Self:
        """Return the claim at another place."""
        return replace(self, start=start, end=end)
