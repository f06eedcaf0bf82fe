"""Signs: single words of a kind, and the kinds that must meet in a sentence to make a rule ask.

``phrases/signs.toml`` sorts words by what they are about (a buyer, bad faith, the law, an own
fault), ``phrases/act_signs.toml`` those of acts that must not stand in a plan,
``phrases/round_signs.toml`` those of what was sent before, ``phrases/liability_signs.toml``
those of owing damages by law;
``phrases/sign_sets.toml`` says for each rule which kinds must meet (``!kind``: must be absent).
Signs are looser than phrases: what only they say is worth a question, not a warning.

``word*`` takes any ending in English; ``a~b`` is a, then b close behind it. Japanese words are
looked up by their first two characters, English ones by their first letters, so that the time
does not grow with the number of words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kaizen.reading.sentences import Sentence, read
from kaizen.reading.vocabulary import tables

_WORD = re.compile(r"[a-z0-9]{1,30}(?:['-][a-z0-9]{1,20}){0,3}")
_KANA_OR_KANJI = re.compile("[\u3041-\u30fa\u4e00-\u9fff]")
# How many characters, or words, may stand between the parts of a sign.
_GAP_JA, _GAP_EN = 12, 3
_FILES = ("signs", "act_signs", "reason_signs", "round_signs", "liability_signs")
# By how many letters English signs with any ending are looked up.
_STEM = 3


@dataclass(frozen=True, slots=True)
class _Sign:
    parts: tuple[str, ...]
    kind: str


def hinted(rule: str, original: str, *, quoted: bool = False) -> Iterator[Sentence]:
    """Yield the sentences in which the signs of ``rule`` meet, ``quoted`` words among them."""
    for sentence in read(original).sentences:
        if agree(rule, sentence.text if quoted else sentence.own):
            yield sentence


def agree(rule: str, text: str) -> bool:
    """Tell whether the signs of ``rule`` meet in ``text`` (folded, lower case)."""
    return _agree(rule, kinds_in(text))


@lru_cache(maxsize=2048)
def _agree(rule: str, kinds: frozenset[str]) -> bool:
    return any(needed <= kinds and unwanted.isdisjoint(kinds) for needed, unwanted in _sets(rule))


@cache
def _sets(rule: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the sets of a rule: the kinds that must be there, and those that must not."""
    return tuple(
        (
            frozenset(need for need in row if need[0] != "!"),
            frozenset(need[1:] for need in row if need[0] == "!"),
        )
        for row in tables("sign_sets")[rule]["sets"]
    )


@lru_cache(maxsize=1024)
def kinds_in(text: str) -> frozenset[str]:
    """Return the kinds of signs that stand in ``text`` (folded, lower case)."""
    found: set[str] = set()
    if _KANA_OR_KANJI.search(text):
        _add_japanese(text, found)
    _add_english(_WORD.findall(text), found)
    return frozenset(found)


def _add_japanese(text: str, found: set[str]) -> None:
    beginnings = _beginnings()
    for at, (one, two) in enumerate(pairwise(text)):
        thirds = beginnings.get(one + two)
        if thirds is None:
            continue
        for key in ("", text[at + 2 : at + 3]):
            for sign in thirds.get(key, ()):
                if sign.kind not in found and _follows(sign, text, at):
                    found.add(sign.kind)


def _follows(sign: _Sign, text: str, at: int) -> bool:
    if not text.startswith(sign.parts[0], at):
        return False
    position = at + len(sign.parts[0])
    for part in sign.parts[1:]:
        place = text.find(part, position, position + _GAP_JA + len(part))
        if place < 0:
            return False
        position = place + len(part)
    return True


def _add_english(words: list[str], found: set[str]) -> None:
    beginnings = _words()
    starred = [word[:_STEM] + "*" for word in words]
    for at, keys in enumerate(zip(words, starred, strict=True)):
        following = ("", "~", *words[at + 1 : at + 2], *starred[at + 1 : at + 2])
        for first in keys:
            seconds = beginnings.get(first, {})
            for key in following if seconds else ():
                for sign in seconds.get(key, ()):
                    if sign.kind not in found and _goes_on(sign.parts, words, at):
                        found.add(sign.kind)


def _goes_on(parts: tuple[str, ...], words: list[str], at: int) -> bool:
    """Tell whether the words from ``at`` are the parts of a sign; "~" leaves room before one."""
    position, room = at, 0
    for part in parts:
        if part == "~":
            room = _GAP_EN
            continue
        last = min(position + room + 1, len(words))
        place = next((i for i in range(position, last) if _is(part, words[i])), None)
        if place is None:
            return False
        position, room = place + 1, 0
    return True


def _is(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part[-1] == "*" else word == part


@cache
def _beginnings() -> dict[str, dict[str, list[_Sign]]]:
    """Return the Japanese signs by their first two characters, then by the third ("" for none)."""
    found: dict[str, dict[str, list[_Sign]]] = {}
    for sign in _signs("ja"):
        first = sign.parts[0]
        found.setdefault(first[:2], {}).setdefault(first[2:3], []).append(sign)
    return found


@cache
def _words() -> dict[str, dict[str, list[_Sign]]]:
    """Return the English signs by how their first and second words begin ("" for no second)."""
    found: dict[str, dict[str, list[_Sign]]] = {}
    for sign in _signs("en"):
        first, second = (*map(_beginning, sign.parts), "")[:2]
        found.setdefault(first, {}).setdefault(second, []).append(sign)
    return found


def _beginning(word: str) -> str:
    """Return a whole word, or the first letters and the star of one with any ending."""
    return word[:_STEM] + "*" if word[-1] == "*" else word


def _signs(language: str) -> Iterator[_Sign]:
    listed = (kind for file in _FILES for kind in tables(file)[language].items())
    for kind, words in listed:
        for entry in filter(None, map(str.strip, re.split(r"[|\n]", words))):
            if language == "ja":
                yield _Sign(tuple(entry.split("~")), kind)
            else:
                yield _Sign(tuple(entry.replace("~", " ~ ").split()), kind)
