"""How the English wordings of a list begin: only where one begins is a list tried on English text.

Python's matcher tries the wordings of a list one by one at each letter. How they begin is read from
the wordings themselves; a text is walked once for how its words begin, however many lists are asked
about it. Most share no beginning with it, and what needs a Japanese character cannot stand there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kaizen.first_characters import alternatives
from kaizen.notice.heads import OPEN, heads

# By so many letters a word is known.
_LETTERS = 3
_BEGINS_WORD = re.compile(r"\(\?<!\[a-z0-9\]\)|(\w)\(\?<!\[a-z0-9\]\.\)")
_ENDS_WORD = "(?![a-z0-9])"
_WORDS = re.compile(f"([a-z]{{1,{_LETTERS}}})[a-z]*")
_RUN = re.compile("[a-z]*")
_PARTS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_MAYBE = re.compile(r"[?*]|\{0?,|\{0\}")
_LOOK, _OPENED = re.compile(r"\?<?[=!]"), re.compile(r"\?(?::|P<\w+>)")
# A wording that can begin in more ways is known by none.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Begun:
    """A pattern, how the words of its wordings begin, and the wordings of which none is known."""

    whole: re.Pattern[str]
    keys: frozenset[str]
    others: re.Pattern[str] | None

    def stands_in(self, text: str) -> bool:
        """Tell whether the pattern matches anywhere in a ``text`` of ASCII, in lower case."""
        if self.others is not None and self.others.search(text) is not None:
            return True
        match = self.whole.match
        return any(
            match(text, at) is not None
            for key in self.keys & _beginnings_in(text)
            for at in _places_of(key, text)
        )


def begun(whole: re.Pattern[str], wordings: Iterable[str]) -> Begun:
    """Return the pattern made of ``wordings``, ready to be looked for by their beginnings."""
    keys: set[str] = set()
    others: list[str] = []
    for wording in wordings:
        for one in alternatives(wording):
            if needs_japanese(one):
                continue
            known = beginnings_of(one)
            keys |= known or frozenset()
            others += [one] if known is None else []
    rest = re.compile("|".join(f"(?:{one})" for one in others)) if others else None
    return Begun(whole, frozenset(keys), rest)


@lru_cache(maxsize=512)
def _beginnings_in(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text))


def _places_of(key: str, text: str) -> Iterator[int]:
    at = text.find(key)
    while at >= 0:
        yield at
        at = text.find(key, at + 1)


def beginnings_of(wording: str) -> frozenset[str] | None:
    """Return how the first word of each match begins; None where that is not known."""
    begins_word = _BEGINS_WORD.match(wording)
    if begins_word is None:
        return None
    bare = (begins_word[1] or "") + wording[begins_word.end() :]
    try:
        found = heads(bare.replace(r"\s", " ").replace(_ENDS_WORD, " "), _LETTERS)
    except ValueError:
        return None
    keys = frozenset(map(_letters, found))
    return keys if "" not in keys and len(keys) <= _MOST else None


def _letters(head: str) -> str:
    """Return the first letters of the word with which a match begins; "" where that is open."""
    plain = head.removesuffix(OPEN)
    run = _RUN.match(plain)
    letters = run.group() if run else ""
    return letters if len(letters) == _LETTERS or len(letters) < len(plain) else ""


def needs_japanese(wording: str) -> bool:
    """Tell whether each match holds a character that is not ASCII, as far as can be seen."""
    return all(map(_holds_japanese, alternatives(wording)))


def _holds_japanese(wording: str) -> bool:
    """Tell it of a wording without alternatives: of its characters, and of those in brackets."""
    depth, begins = 0, 0
    for part in _PARTS.finditer(wording):
        one = part.group()
        depth -= one == ")"
        if not depth and not _MAYBE.match(wording, part.end()):
            inside = wording[begins : part.start()] if one == ")" else ""
            if inside and not _LOOK.match(inside):
                opened = _OPENED.match(inside)
                if needs_japanese(inside[opened.end() :] if opened else inside):
                    return True
            if len(one) == 1 and not one.isascii():
                return True
        if one == "(":
            begins = begins if depth else part.end()
            depth += 1
    return False
