"""Phrases as data and where they stand on a page.

A phrase is written as parts: ``a|b + c ~ d`` means a or b, directly followed by c, then d within
the same sentence. Phrases are lower case, without spaces beside Japanese characters, as the page.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kaizen.notice.page import Page

LANGUAGES = ("ja", "en")
_FOLDER = Path(__file__).parent / "signatures"
_GAP = "[^\u3002\n]{0,60}?"
_MOST_HITS = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that speak for ``value`` with a weight, and where they were seen."""

    value: str
    weight: int
    parts: tuple[frozenset[str], ...]
    pattern: str
    family: str
    source: str
    as_of: str
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found on the page at ``start`` to ``end`` of its text."""

    value: str
    weight: int
    start: int
    end: int


@cache
def phrases(subject: str) -> tuple[Phrase, ...]:
    """Return every phrase of one subject (``status``, ``documents`` …) in both languages."""
    return tuple(
        phrase
        for language in LANGUAGES
        for group in _table(language, subject).get("group", ())
        for phrase in _of_group(group)
    )


@cache
def patterns(subject: str) -> dict[str, Any]:
    """Return the patterns and word lists of one subject that are not phrases."""
    with (_FOLDER / f"{subject}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def pattern(subject: str, name: str) -> "re.Pattern[str]":
    """Return one compiled pattern of ``signatures/<subject>.toml``."""
    return re.compile(str(patterns(subject)[name]), re.MULTILINE)


def hits(page: Page, subject: str) -> list[Hit]:
    """Return where phrases of the subject stand on the page; the page keeps the answer."""
    known = page.kept.get(subject)
    if known is None:
        known = page.kept[subject] = _find(page, subject)
    return known


def _find(page: Page, subject: str) -> list[Hit]:
    index, lower, grams = _words(subject), page.lower, page.grams
    present = {
        word
        for start in _starts(subject) & grams
        for word, tail in index[start]
        if tail in grams and word in lower
    }
    begun = _by_first_part(subject)
    places: dict[str, list[int]] = {}
    found: list[Hit] = []
    for number in sorted({number for word in present for number in begun.get(word, ())}):
        phrase = phrases(subject)[number]
        if any(map(present.isdisjoint, phrase.parts)):
            continue
        ends: dict[int, int] = {}
        for word in phrase.parts[0] & present:
            if word not in places:
                places[word] = _places(lower, word)
            size = len(word)
            for place in places[word]:
                ends[place] = max(ends.get(place, 0), place + size)
        if len(phrase.parts) == 1 and phrase.is_plain:
            found += _plain(phrase, ends)
        else:
            found += _matches(phrase, lower, sorted(ends))
    return found


def _plain(phrase: Phrase, ends: dict[int, int]) -> list[Hit]:
    """Return the hits of a phrase of one part: its words, the longest at each place."""
    found: list[Hit] = []
    done = 0
    for begin in sorted(ends)[:_MOST_HITS]:
        if begin >= done:
            done = ends[begin]
            found.append(Hit(phrase.value, phrase.weight, begin, done))
    return found


def _matches(phrase: Phrase, lower: str, begins: list[int]) -> list[Hit]:
    """Return the hits that begin at one of the places; they do not overlap."""
    match_at = _compiled(phrase.pattern).match
    found: list[Hit] = []
    done = 0
    for begin in begins[:_MOST_HITS]:
        if begin < done:
            continue
        match = match_at(lower, begin)
        if match:
            found.append(Hit(phrase.value, phrase.weight, begin, match.end()))
            done = match.end()
    return found


def _places(lower: str, word: str) -> list[int]:
    """Return where a word stands, at most as often as hits are kept."""
    found: list[int] = []
    at = lower.find(word)
    while at >= 0 and len(found) < _MOST_HITS:
        found.append(at)
        at = lower.find(word, at + 1)
    return found


@cache
def _by_first_part(subject: str) -> dict[str, tuple[int, ...]]:
    """Return, by word, the numbers of the phrases whose first part holds it."""
    numbers: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases(subject)):
        for word in phrase.parts[0]:
            numbers.setdefault(word, []).append(number)
    return {word: tuple(some) for word, some in numbers.items()}


@cache
def _words(subject: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return every word of the subject's phrases with its last three characters, by its first."""
    words = {word for phrase in phrases(subject) for part in phrase.parts for word in part}
    starts = {word[:3] for word in words}
    return {
        start: tuple((word, word[-3:]) for word in words if word[:3] == start) for start in starts
    }


@cache
def _starts(subject: str) -> frozenset[str]:
    """Return the keys of the words as a set, which meets another one faster than a dictionary."""
    return frozenset(_words(subject))


def _table(language: str, subject: str) -> dict[str, Any]:
    path = _FOLDER / language / f"{subject}.toml"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return tomllib.load(file)


def _of_group(group: dict[str, Any]) -> list[Phrase]:
    return [
        Phrase(
            value=group["value"],
            weight=group.get("weight", 3),
            parts=_parts(written),
            pattern=_as_regex(written),
            family=group.get("family", ""),
            source=group["source"],
            as_of=group["as_of"],
            is_plain=not re.search(" [+~] ", written),
        )
        for written in group["phrases"]
    ]


def _parts(written: str) -> tuple[frozenset[str], ...]:
    parts = re.split(r" [+~] ", written)
    alternatives = (frozenset(spellings(part)) for part in parts)
    return tuple(part for part in alternatives if "" not in part)


def spellings(part: str) -> list[str]:
    """Return the alternatives of a part in every way they are spelled."""
    words = part.split("|")
    for usual, other in patterns("variants")["pairs"]:
        words += [word.replace(usual, other) for word in words if usual in word]
    return list(dict.fromkeys(words))


def _as_regex(written: str) -> str:
    pieces = re.split(r" ([+~]) ", written)
    out = []
    for piece in pieces:
        if piece == "~":
            out.append(_GAP)
        elif piece == "+":
            out.append(" ?")
        else:
            out.append("(?:" + "|".join(map(re.escape, spellings(piece))) + ")")
    return "".join(out)


@lru_cache(maxsize=4096)
def _compiled(pattern_text: str) -> "re.Pattern[str]":
    return re.compile(pattern_text)
