"""What was done to what: an act, the thing it was done to, and whether it was done at all.

A sentence is taken apart by families: stems of verbs, nouns they act upon, and forms that tell a
fact from a threat, a condition, a denial, a question or a tale of earlier times.
"""

import re
from dataclasses import dataclass
from functools import cache

from kaizen.notice.page import Page
from kaizen.notice.signature import patterns

_REACH = 90
_MOST = 160
_JAPANESE = re.compile("[\u3041-\u9fff]")
_STATES = {
    ("account", "close"): "deactivated",
    ("account", "stop"): "suspended",
    ("account", "remove"): "privileges_removed",
    ("account", "cannot"): "suspended",
    ("account", "reopen"): "reinstated",
    ("offers", "reopen"): "reinstated",
    ("listing", "reopen"): "reinstated",
    ("mfn", "reopen"): "reinstated",
}


@dataclass(frozen=True, slots=True)
class Act:
    """An act at ``start`` to ``end``: what kind, upon what, and in which mood.

    ``mood`` is ``done``, ``refused``, ``final`` (refused for good), ``possible``, ``negated``,
    ``historic``, ``asked`` (in a question or an advice) or ``bare`` (named only).
    """

    kind: str
    thing: str
    mood: str
    start: int
    end: int

    @property
    def state(self) -> str | None:
        """Return the state this act puts the account or its offers in."""
        if self.thing in ("", "other"):
            return None
        known = _STATES.get((self.thing, self.kind))
        if known:
            return known
        if self.thing == "mfn":
            return "mfn_restricted"
        return "listing_removed" if self.thing in ("listing", "offers") else None


def acts(page: Page) -> list[Act]:
    """Return every act of the page; the page keeps the answer."""
    known: list[Act] | None = page.kept.get("acts")
    if known is None:
        known = page.kept["acts"] = _find(page)
    return known


def _find(page: Page) -> list[Act]:
    found = []
    for language, one in (("ja", _japanese), ("en", _english)):
        for count, match in enumerate(_word(language, "stem").finditer(page.lower)):
            if count >= _MOST:
                break
            start, end = page.sentence(match.start())
            before = page.lower[max(start, match.start() - _REACH) : match.start()]
            after = page.lower[match.end() : min(end, match.end() + _REACH)]
            kind = str(match.lastgroup)
            thing, mood = one(kind, before, match.group(), after)
            found.append(Act(kind, thing, mood, match.start(), match.end()))
    return sorted(found, key=lambda act: act.start)


def _japanese(kind: str, before: str, stem: str, after: str) -> tuple[str, str]:
    return _japanese_thing(before + (stem if kind == "cannot" else "")), _japanese_mood(
        kind, before, stem, after
    )


def _japanese_thing(before: str) -> str:
    best, at = "", -1
    for name in ("account", "listing", "offers", "other"):
        for match in _word("ja", name).finditer(before):
            if match.start() > at:
                best, at = name, match.start()
    if best in ("offers", "listing") and _word("ja", "mfn").search(before):
        return "mfn"
    if best == "offers" and _word("ja", "whole").search(before[:at]):
        return "account"
    if best != "other" and _word("ja", "mfn").search(before[max(0, at - 12) :]):
        return "mfn"
    if best == "offers" and _word("ja", "account").search(before):
        return "listing" if _word("ja", "listing").search(before) else ""
    return best


def _japanese_mood(kind: str, before: str, stem: str, after: str) -> str:
    if _word("ja", "asked").search(before) or _word("ja", "asked").search(after):
        return "asked"
    if _word("ja", "historic").search(before):
        return "historic"
    if kind != "reopen" and _word("ja", "condition").search(before):
        return "possible"
    if kind == "cannot":
        if _word("ja", "possible").search(after):
            return "possible"
        return "done" if _word("ja", "done_cannot").search(stem + after[:12]) else "bare"
    if kind == "reopen" and _word("ja", "refused").search(after):
        return "refused"
    if _word("ja", "negated").search(after):
        return "negated"
    if _word("ja", "possible").search(after):
        return "possible"
    told = _word("ja", "done").search(after) or _word("ja", "now").search(before)
    if told:
        return "done"
    polite = kind != "reopen" and _word("ja", "polite").search(after)
    return "done" if polite and not _word("ja", "later").search(before) else "bare"


def _english(kind: str, before: str, stem: str, after: str) -> tuple[str, str]:
    thing = _english_thing(before, after, stem)
    if kind == "reopen" and _word("en", "final").search(before):
        return thing, "final"
    if kind == "reopen" and _word("en", "negated").search(before):
        return thing, "refused"
    if kind == "cannot" and _word("en", "everywhere").search(after):
        thing = "account"
    elif kind != "cannot" and not _word("en", "finished").search(stem):
        if not _word("en", "resolved").search(before):
            return thing, "bare"
        return thing, _english_mood("cannot", before, after)
    return thing, _english_mood(kind, before, after)


def _english_thing(before: str, after: str, stem: str) -> str:
    if _word("en", "mfn").search(f"{before}{stem}{after}"):
        return "mfn"
    passive = bool(_word("en", "subject_marks").search(before)) or stem.endswith(("again", "sale"))
    ahead = _nearest(after, first=True)
    behind = _nearest(before, first=False)
    return (behind or ahead) if passive else (ahead or behind)


def _nearest(text: str, *, first: bool) -> str:
    found = [
        (match.start(), name)
        for name in ("account", "listing", "other")
        for match in _word("en", name).finditer(text)
    ]
    if not found:
        return ""
    return min(found)[1] if first else max(found)[1]


def _english_mood(kind: str, before: str, after: str) -> str:
    if _word("en", "negated").search(before):
        return "negated"
    if _word("en", "asked").search(before[-40:]):
        return "asked"
    if _word("en", "possible").search(before[-70:]):
        return "possible"
    if _word("en", "historic").search(before[-60:]) or _word("en", "historic").search(after[:24]):
        return "historic"
    if kind == "cannot" or _word("en", "done").search(before):
        return "done"
    return "bare"


@cache
def _word(language: str, name: str) -> "re.Pattern[str]":
    return re.compile(str(patterns("acts")[language][name]))
