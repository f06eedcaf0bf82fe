"""Statements by family for what is no act upon an account or an offer: refusals, warnings, news."""

import re
from functools import cache

from kaizen.notice.page import Page
from kaizen.notice.scan import Scanner, scanner
from kaizen.notice.signature import Hit, patterns

_MOST = 12
_SLOT = re.compile("<([a-z_]+)>")
_SAME = {
    "final_silence": "final_rejection",
    "news_more": "news",
    "under_review_wait": "under_review",
    "warning_note": "warning",
    "reinstated_note": "reinstated",
}


def statements(page: Page) -> list[Hit]:
    """Return where the page states one of the families; the page keeps the answer."""
    known: list[Hit] | None = page.kept.get("statements")
    if known is None:
        known = page.kept["statements"] = _find(page)
    return known


def _find(page: Page) -> list[Hit]:
    return [
        Hit(_SAME.get(family, family), _weight(family), start, end)
        for family, start, end in _scanner().scan(page.lower, _MOST)
    ]


def _weight(family: str) -> int:
    return int(patterns("statements")[family]["weight"])


@cache
def _scanner() -> Scanner:
    table = patterns("statements")
    slots: dict[str, str] = table["slots"]
    return scanner(
        {
            name: [_filled(one, slots) for one in (*group["ja"], *group["en"])]
            for name, group in table.items()
            if isinstance(group, dict) and "weight" in group
        }
    )


def _filled(pattern: str, slots: dict[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match.group(1)], pattern)
