"""Labels of dashboards and tables: "account status: deactivated", "appeal result: refused"."""

import re
from functools import cache

from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, pattern, patterns

_MOST = 200
_ORDERS = {
    "appeal": ("final", "refused", "accepted", "review"),
    "mfn": ("back", "live", "stop", "remove", "review"),
    "listing": ("back", "risk", "remove", "stop", "live"),
    "health": ("risk",),
    "account": ("back", "risk", "review", "close", "stop", "live"),
}
_MEANT = {
    ("appeal", "final"): ("final_rejection", 6),
    ("appeal", "refused"): ("more_info_refusal", 5),
    ("appeal", "accepted"): ("reinstated", 6),
    ("appeal", "review"): ("label_waiting", 4),
    ("mfn", "back"): ("reinstated", 6),
    ("mfn", "live"): ("label_live", 3),
    ("mfn", "stop"): ("mfn_restricted", 5),
    ("mfn", "remove"): ("mfn_restricted", 5),
    ("mfn", "review"): ("under_review", 5),
    ("listing", "back"): ("reinstated", 6),
    ("listing", "remove"): ("listing_removed", 4),
    ("listing", "stop"): ("listing_removed", 4),
    ("listing", "live"): ("label_live", 3),
    ("listing", "risk"): ("warning", 4),
    ("health", "risk"): ("warning", 4),
    ("account", "back"): ("reinstated", 6),
    ("account", "risk"): ("warning", 4),
    ("account", "review"): ("under_review", 5),
    ("account", "close"): ("deactivated", 5),
    ("account", "stop"): ("suspended", 5),
    ("account", "live"): ("label_live", 3),
}


def labels(page: Page) -> list[Hit]:
    """Return what the labels of the page tell; the page keeps the answer."""
    known: list[Hit] | None = page.kept.get("labels")
    if known is None:
        known = page.kept["labels"] = _find(page)
    return known


def _find(page: Page) -> list[Hit]:
    most = int(patterns("labels")["most"])
    found = []
    for start, end in page.units()[:_MOST]:
        if 4 <= end - start <= most:
            told = _read(page.lower[start:end])
            if told:
                found.append(Hit(*told, start, end))
    return found


def _read(line: str) -> tuple[str, int] | None:
    if line.endswith(("\u3002", "?", ".")):
        return None
    is_split = pattern("labels", "marks").search(line) is not None
    split = pattern("labels", "split").match(line) if is_split else None
    if split is None:
        return None
    key, value = split.group("key"), split.group("value")
    for name, values in _ORDERS.items():
        if _word("keys", name).search(key):
            if name in ("listing", "account"):
                name, values = _of_action(name, value)
            for meaning in values:
                if _word("values", meaning).search(value):
                    return _MEANT.get((name, meaning))
    return None


def _of_action(key: str, value: str) -> tuple[str, tuple[str, ...]]:
    """Return what a measure was taken against: what the value names, or else the label."""
    for name in ("mfn", "account"):
        if _word("keys", name).search(value):
            return name, _ORDERS[name]
    return key, _ORDERS[key]


@cache
def _word(table: str, name: str) -> "re.Pattern[str]":
    return re.compile(str(patterns("labels")[table][name]))
