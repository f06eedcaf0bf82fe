"""The likeliest state of a text that states none, from soft signs that each count once."""

import re
from functools import cache

from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.signature import patterns

_HEAD = 6_000


def likeliest(page: Page) -> Status | None:
    """Return the state that most signs point to, or ``None`` where few point anywhere."""
    text = page.lower[:_HEAD]
    sums = {
        state: sum(weight for weight, sign in signs if sign.search(text))
        for state, signs in _signs().items()
    }
    best = max(sums, key=lambda state: sums[state])
    return best if sums[best] >= int(patterns("cues")["least"]) else None


@cache
def _signs() -> dict[Status, tuple[tuple[int, "re.Pattern[str]"], ...]]:
    return {
        Status(name): tuple(
            (int(weight), re.compile(one, re.MULTILINE))
            for weight, some in table.items()
            for one in some
        )
        for name, table in patterns("cues").items()
        if isinstance(table, dict)
    }
