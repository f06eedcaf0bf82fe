"""How long a review takes: an ordinary plan, the longest that is accepted, and its half."""

import statistics
import time
from datetime import date

from kaizen.archive import Loaded, read_archive
from kaizen.case import Case
from kaizen.limits import PLAN_CHARACTERS
from kaizen.review import review_plan
from kaizen.review_context import review_of

TODAY = date(2026, 11, 6)
ITEMS = ("violation", "cause", "fix", "effect")
ORDINARY = 2_000
SENTENCES = (
    "On 4 November 2026 Kenichi Kobayashi moved the two colours to shelves 3 metres apart. "
    "From 13 November the packer scans order number and JAN for every order, and keeps the log "
    "for one year. The order defect rate was 1.86% (28 of 1,505 orders), order 250-5550201-0000210 "
    "among them. Every Monday he counts the defects; above 1% the offer is closed. "
)


def measure() -> list[tuple[str, float]]:
    """Return the median milliseconds of each, by name."""
    longest = PLAN_CHARACTERS - 1_000
    times = {size: _review(size) for size in (ORDINARY, longest // 2, longest)}
    figures = [(f"review: a plan of {size:,} characters", taken) for size, taken in times.items()]
    growth = times[longest] / times[longest // 2]
    return [*figures, ("review: twice the length, times as long", growth)]


def _review(size: int) -> float:
    case = _case(size)
    rounds = 9 if size > ORDINARY else 30
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        review_plan(review_of(case, today=TODAY), language="en")
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def _case(size: int) -> Case:
    each = size // len(ITEMS)
    text = (SENTENCES * (each // len(SENTENCES) + 1))[:each]
    loaded = read_archive(
        {
            **dict.fromkeys(ITEMS, text),
            "implementation_date": "14 November 2026",
            "effect_month": "January 2027",
            "responsible_person": "Kenichi Kobayashi, shipping manager",
        }
    )
    assert isinstance(loaded, Loaded)
    return loaded.case
