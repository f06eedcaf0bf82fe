"""How a Japanese sentence puts an act: upon which thing, and as a fact or as something else."""

import re
from functools import cache

from kaizen.notice.signature import patterns

_THINGS = ("account", "listing", "offers", "other")
_CLOSE = 12
_UNDOING = tuple(patterns("acts")["ja"]["undoing"])


def told(kind: str, before: str, stem: str, after: str) -> tuple[str, str, str]:
    """Return kind, thing and mood of the act ``stem`` between its two sides of the sentence."""
    thing = _thing(kind, before + (stem if kind in ("cannot", "allow") else ""))
    if kind == "allow":
        again = _word("allow_again").search(f"{before}{stem}{after[:_CLOSE]}")
        again = again or _word("changed").search((stem + after)[: 2 * _CLOSE])
        kind, mood = "reopen", _mood("allow", before, stem, after) if again else "bare"
    else:
        mood = _mood(kind, before, stem, after)
    if stem in _UNDOING and _word("taken_off").search(before):
        kind = "remove"
        mood = _mood(kind, before, stem, after)
    if kind == "remove" and _word("lifted").search(before):
        kind, thing = "reopen", "account" if thing in ("", "other") else thing
    if thing == "account" and (kind == "cannot" or (kind == "remove" and _takes_all(before))):
        kind = "stop"
    if thing == "other" and kind == "reopen" and _word("joined").search(before):
        thing = "listing"
    if not thing and kind == "reopen" and _word("object").search(before):
        thing = "account"
    return kind, thing, mood


def _thing(kind: str, before: str) -> str:
    best, at = "", -1
    for name in _THINGS:
        for match in _word(name).finditer(before):
            if match.start() > at:
                best, at = name, match.start()
    if best == "other" and _word("topic").search(before):
        return "account"
    if best in ("offers", "listing") and _word("mfn").search(before):
        return "mfn"
    if best == "listing" and kind in ("stop", "cannot") and _word("all_of").search(before[:at]):
        return "account"
    if best == "offers" and _word("fully").search(before):
        return "account"
    if best == "offers" and _word("listing").search(before):
        return "listing"
    if best == "offers" and kind != "remove" and _word("whole").search(before[:at]):
        return "account"
    if best != "other" and _word("mfn").search(before[max(0, at - _CLOSE) :]):
        return "mfn"
    if best == "offers" and _word("account").search(before[:at]):
        return "account" if kind in ("stop", "cannot") else "listing"
    return best


def _takes_all(before: str) -> bool:
    """Tell whether every offer was removed; what is then stopped is selling as such."""
    return _word("fully").search(before) is not None


def _mood(kind: str, before: str, stem: str, after: str) -> str:
    if _word("asked").search(before) or _word("asked").search(after):
        return "asked"
    if _word("told_of").search(after):
        return "quoted"
    if stem not in _UNDOING and _word("historic").search(before):
        return "historic"
    if kind != "reopen" and _word("condition").search(before):
        return "possible"
    if kind == "cannot":
        if _word("possible").search(after):
            return "possible"
        return "done" if _word("done_cannot").search(stem + after[:14]) else "bare"
    if kind == "allow":
        return "possible" if _word("possible").search(after) else "done"
    if kind == "reopen" and _word("may_refuse").search(after):
        return "possible"
    if kind == "reopen" and _word("final").search(after):
        return "final"
    if kind == "reopen" and _word("refused").search(after):
        return "final" if _word("never").search(before) else "refused"
    undoes = kind == "reopen" and stem in _UNDOING
    if _word("undone").search(after) or (undoes and not _word("object").search(before)):
        return "bare"
    if _word("negated").search(after):
        return "negated"
    if _word("possible").search(after):
        return "possible"
    if _word("attributive").search(after):
        return "told"
    if _word("to_do").match(after):
        return "possible"
    done = _word("done").search(after)
    if done and done.group().endswith("\u3001") and _word("possible_end").search(after):
        return "possible"
    if done or _word("now").search(before):
        return "done"
    polite = kind != "reopen" and _word("polite").search(after)
    return "done" if polite and not _word("later").search(before) else "bare"


@cache
def _word(name: str) -> "re.Pattern[str]":
    return re.compile(str(patterns("acts")["ja"][name]))
