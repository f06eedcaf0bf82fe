"""What was done to what: an act, the thing it was done to, and whether it was done at all.

A sentence is taken apart by families: words for acts, nouns they act upon, and forms that tell a
fact from a threat, a condition, a denial, a question, a quotation or a tale of earlier times.
"""

import re
from dataclasses import dataclass

from kaizen.notice import acts_english, acts_japanese, families
from kaizen.notice.page import Page
from kaizen.notice.words import words_on

_REACH = 120
_MOST = 160
_LANGUAGES = {"ja": acts_japanese.told, "en": acts_english.told}
_LETTER = re.compile("[a-z]")
_QUOTED = re.compile('\u300c[^\u300d\n]{8,300}\u300d|"[^"\n]{12,300}"')
_STATES = {
    ("account", "close"): "deactivated",
    ("account", "stop"): "suspended",
    ("account", "remove"): "privileges_removed",
    ("account", "cannot"): "privileges_removed",
    ("account", "reopen"): "reinstated",
    ("offers", "reopen"): "reinstated",
    ("listing", "reopen"): "reinstated",
    ("mfn", "reopen"): "reinstated",
}


@dataclass(frozen=True, slots=True)
class Act:
    """An act at ``start`` to ``end``: what kind, upon what, and in which mood.

    ``mood`` is ``done``, ``refused``, ``final`` (refused for good), ``possible``, ``negated``,
    ``historic``, ``asked`` (in a question or an advice), ``quoted``, ``told`` (it only tells which
    thing is meant: "the account that was closed") or ``bare`` (named only).
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
    found: list[Act] = []
    for language, told in _LANGUAGES.items():
        for word, first, last in _words(page, language):
            start, end = page.sentence(first)
            before = page.lower[max(start, first - _REACH) : first]
            after = page.lower[last : min(end, last + _REACH)]
            kind, thing, mood = told(word, before, page.lower[first:last], after)
            if mood == "done" and is_quoted(page, first):
                mood = "quoted"
            if mood == "done" and page.lower[start:end].rstrip("\n ").endswith("?"):
                mood = "asked"
            found.append(Act(kind, thing, mood, first, last))
    return sorted(found, key=lambda act: act.start)


def is_quoted(page: Page, at: int) -> bool:
    """Tell whether the character stands in words between quotation marks."""
    quotes: list[tuple[int, int]] | None = page.kept.get("quotes")
    if quotes is None:
        quotes = page.kept["quotes"] = [match.span() for match in _QUOTED.finditer(page.lower)]
    most = len(page.lower) // 2
    return any(start < at < end and end - start < most for start, end in quotes)


def _words(page: Page, language: str) -> list[tuple[str, int, int]]:
    """Return kind, start and end of the words for acts, the longest where several fit."""
    kinds, places = families.act_words(language), words_on(page)
    standing = sorted(
        (at, -len(word), kinds[word])
        for word in kinds.keys() & places.keys()
        for at in places[word]
    )
    found: list[tuple[str, int, int]] = []
    done = 0
    for start, size, kind in standing:
        if start < done:
            continue
        done = start - size
        if language == "en" and _is_inside_a_word(page.lower, start, done):
            continue
        found.append((kind, start, done))
        if len(found) >= _MOST:
            break
    for kind, start, end in families.acts(language).scan(page.lower, places, _MOST):
        if all(end <= first or last <= start for _, first, last in found):
            found.append((kind, start, end))
    return found


def _is_inside_a_word(text: str, start: int, end: int) -> bool:
    return bool(
        (start and _LETTER.match(text, start - 1)) or (end < len(text) and _LETTER.match(text, end))
    )
