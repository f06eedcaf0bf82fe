"""Phrases and patterns as data.

A phrase is written as parts: ``a|b + c ~ d`` means a or b, directly followed by c, then d within
the same sentence. Phrases are lower case, without spaces beside Japanese characters, as the page.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

LANGUAGES = ("ja", "en")
SUBJECTS = ("status", "violation", "documents", "asking", "channel")
"""What phrases are about: one file a language for each."""
_FOLDER = Path(__file__).parent / "signatures"
_GAP = "[^\u3002\n]{0,60}?"


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
    needs: tuple[frozenset[str], ...]
    """Later parts without which it need not be tried; what one character can be is nearly always
    there and left out."""
    is_plain: bool


class Hit(NamedTuple):
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


def _table(language: str, subject: str) -> dict[str, Any]:
    path = _FOLDER / language / f"{subject}.toml"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return tomllib.load(file)


def _of_group(group: dict[str, Any]) -> list[Phrase]:
    return [_phrase(group, written) for written in group["phrases"]]


def _phrase(group: dict[str, Any], written: str) -> Phrase:
    parts = _parts(written)
    return Phrase(
        value=group["value"],
        weight=group.get("weight", 3),
        parts=parts,
        pattern=_as_regex(written),
        family=group.get("family", ""),
        source=group["source"],
        as_of=group["as_of"],
        needs=tuple(part for part in parts[1:] if min(map(len, part)) > 1),
        is_plain=not re.search(" [+~] ", written),
    )


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
