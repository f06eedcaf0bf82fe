"""Statements by family for what is no act upon an account or an offer: refusals, warnings, news."""

import re
from functools import cache

from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, patterns

_MOST = 12
_SAME = {
    "final_silence": "final_rejection",
    "news_more": "news",
    "under_review_wait": "under_review",
}


def statements(page: Page) -> list[Hit]:
    """Return where the page states one of the families; the page keeps the answer."""
    known: list[Hit] | None = page.kept.get("statements")
    if known is None:
        known = page.kept["statements"] = _find(page)
    return known


def _find(page: Page) -> list[Hit]:
    found = []
    for name, group in _families().items():
        for count, match in enumerate(group[1].finditer(page.lower)):
            if count >= _MOST:
                break
            found.append(Hit(_SAME.get(name, name), group[0], *match.span()))
    return found


@cache
def _families() -> dict[str, tuple[int, "re.Pattern[str]"]]:
    return {
        name: (int(group["weight"]), re.compile(str(group["pattern"]), re.MULTILINE))
        for name, group in patterns("statements").items()
        if isinstance(group, dict)
    }
