"""How an English sentence puts an act: upon which thing, and as a fact or as something else."""

import re
from functools import cache

from kaizen.notice.signature import patterns

_BOUGHT = ("sold", "bought", "purchased", "buy")
_OF_SELLING = ("sell", "business", "standing")
_NEAR = 70
_INACTIVE = ("inactive", "no longer active")


def told(kind: str, before: str, stem: str, after: str) -> tuple[str, str, str]:
    """Return kind, thing and mood of the act ``stem`` between its two sides of the sentence."""
    thing = "account" if _word("of_accounts").search(stem) else _thing(before, after, stem)
    if kind == "stop" and _word("stops_doing").match(after):
        return kind, thing, "negated"
    if kind == "reopen" and not thing and any(word in stem for word in _OF_SELLING):
        thing = "account"
    if kind == "stop" and _word("adjective").search(after):
        return kind, thing, "bare"
    if kind == "cannot":
        before = _word("auxiliary").sub("", before)
    if kind == "remove" and thing == "account" and stem.endswith(_INACTIVE):
        kind = "stop"
    if kind in ("remove", "close", "stop") and _lifts(kind, before, after):
        kind, thing = "reopen", thing if thing in ("listing", "mfn") else "account"
    if kind == "reopen" and _word("final").search(before):
        return kind, thing, "final"
    if kind == "reopen" and _word("negated").search(before):
        return kind, thing, "refused"
    if kind == "cannot" and stem.endswith(_BOUGHT):
        thing = thing if thing in ("mfn", "other") else "listing"
    elif kind == "cannot" and not thing and "sell" in stem:
        thing = "account"
    elif kind == "cannot" and _word("everywhere").search(after):
        thing = thing if thing == "mfn" else "account"
    elif kind != "cannot" and not _word("finished").search(stem):
        if not _word("resolved").search(before):
            threatens = kind != "reopen" and _word("possible").search(before[-_NEAR:])
            return kind, thing, "possible" if threatens else "bare"
        denied = _word("negated").search(before)
        return kind, thing, "negated" if denied else _mood("cannot", before, after)
    mood = _mood(kind, before, after)
    if kind == "cannot" and thing == "account" and not _word("for_good").search(stem + after):
        kind = "stop"
    if mood == "bare" and kind == "remove" and _word("stated").search(stem):
        mood = "done"
    return kind, thing, mood


def _lifts(kind: str, before: str, after: str) -> bool:
    """Tell whether a hold or a suspension is what was removed."""
    if _word("lifted").search(after):
        return True
    return kind == "remove" and bool(_word("object").search(before))


def _thing(before: str, after: str, stem: str) -> str:
    if _word("mfn").search(f"{before}{stem}{after}"):
        return "mfn"
    passive = bool(_word("subject_marks").search(before)) or stem.endswith(
        ("again", "sale", "hold", "offline")
    )
    ahead = _nearest(after, first=True)
    behind = _nearest(before, first=False)
    return (behind or ahead) if passive else (ahead or behind)


def _nearest(text: str, *, first: bool) -> str:
    found = [
        (match.start(), -match.end(), name)
        for name in ("account", "listing", "other")
        for match in _word(name).finditer(text)
    ]
    if not found:
        return ""
    return min(found)[2] if first else max(found)[2]


def _mood(kind: str, before: str, after: str) -> str:
    if _word("negated").search(before) and kind != "cannot":
        return "negated"
    if _word("asked").search(before[-40:]):
        return "asked"
    if _word("if").search(before) or _word("possible").search(before[-_NEAR:].rpartition(",")[2]):
        return "possible"
    if _word("historic").search(before[-60:]) or _word("historic").search(after[:24]):
        return "historic"
    if kind == "cannot" or _word("done").search(before):
        return "done"
    return "bare"


@cache
def _word(name: str) -> "re.Pattern[str]":
    return re.compile(str(patterns("acts")["en"][name]))
