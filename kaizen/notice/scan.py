"""Patterns of many families found in one walk over a text.

Each pattern is tried only at the characters it can begin with, which are read from the pattern
itself; so a family may hold dozens of wordings and a long text still takes linear time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_SKIPPED = re.compile(r"\\b|\^|\(\?(?:<!|<=|!)[^()]*\)")
_PLAIN = re.compile(r"\\([^a-zA-Z0-9])|([^\\()\[\]{}.*+?|^$])")
_CLASS = re.compile(r"\[([^\]^\\]+)\]")
_RANGE = re.compile("(.)-(.)")
_AGAIN = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
_MAYBE = re.compile(r"[?*]|\{0")
_OPEN = "\0"
_CLOSERS = {"(": 1, ")": -1}


@dataclass(frozen=True, slots=True)
class _Begun:
    """What can begin with one character: all patterns in one, and the patterns of each family."""

    any_of: "re.Pattern[str]"
    families: tuple[tuple[str, "re.Pattern[str]"], ...]


@dataclass(frozen=True, slots=True)
class Scanner:
    """Compiled patterns by the two characters, or the one, that they begin with."""

    begins: "re.Pattern[str]"
    by_head: dict[str, _Begun]

    def scan(self, text: str, most: int) -> list[tuple[str, int, int]]:
        """Return family, start and end of every match, at most ``most`` of a family."""
        found: list[tuple[str, int, int]] = []
        until: dict[str, int] = {}
        count: dict[str, int] = {}
        begun_by = self.by_head.get
        spent: set[int] = set()
        for begin in self.begins.finditer(text):
            at = begin.start()
            begun = begun_by(text[at : at + 2]) or begun_by(text[at])
            if begun is None or id(begun) in spent or begun.any_of.match(text, at) is None:
                continue
            open_ones = 0
            for family, pattern in begun.families:
                if count.get(family, 0) >= most:
                    continue
                open_ones += 1
                if until.get(family, 0) > at:
                    continue
                match = pattern.match(text, at)
                if match:
                    until[family] = match.end()
                    count[family] = count.get(family, 0) + 1
                    found.append((family, at, match.end()))
            if not open_ones:
                spent.add(id(begun))
        return found


def scanner(families: dict[str, list[str]]) -> Scanner:
    """Return the scanner for patterns by family; Latin ones begin at a word or with "n't"."""
    sorted_in: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for family, patterns in families.items():
        for pattern in patterns:
            for head in {head.removesuffix(_OPEN) for head in heads(pattern)}:
                sorted_in[head][family].append(pattern)
    for head in [head for head in sorted_in if len(head) > 1]:
        for family, patterns in sorted_in.get(head[0], {}).items():
            sorted_in[head][family] += patterns
    by_head = {head: _begun(by_family) for head, by_family in sorted_in.items()}
    return Scanner(_begins({head[0] for head in by_head}), by_head)


def _begins(firsts: set[str]) -> "re.Pattern[str]":
    letters = {first for first in firsts if first.isascii() and first.isalpha()}
    ways = [f"[{re.escape(''.join(sorted(some)))}]" for some in (firsts - letters,) if some]
    if letters:
        ways.append(f"(?<![a-z])[{''.join(sorted(letters))}]")
    if "n" in letters:
        ways.append("n(?='t)")
    return re.compile("|".join(ways))


def words_pattern(words: Iterable[str]) -> "re.Pattern[str]":
    """Return a pattern for any of the words, the longest where several begin alike."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_first[word[0]].append(re.escape(word[1:]))
    return re.compile(
        "|".join(f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in by_first.items())
    )


def _begun(by_family: dict[str, list[str]]) -> _Begun:
    """Return the patterns of one character, by family and in one."""
    families = tuple(
        (family, re.compile("|".join(some), re.MULTILINE)) for family, some in by_family.items()
    )
    every = "|".join(one for some in by_family.values() for one in some)
    return _Begun(re.compile(every, re.MULTILINE), families)


def heads(pattern: str, length: int = 2) -> set[str]:
    """Return what a match can begin with, in so many characters or up to where that is open."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        found |= _of_one(alternative, length)
    if length == 2 and any(head[:1] in ("", _OPEN) for head in found):
        raise ValueError(f"what it can begin with is not known: {pattern}")
    return found


def _of_one(text: str, length: int) -> set[str]:
    if not length or not text:
        return {""}
    skipped = _SKIPPED.match(text)
    if skipped:
        return _of_one(text[skipped.end() :], length)
    here, rest = _atom(text, length)
    again = _AGAIN.match(rest)
    if again:
        rest = rest[again.end() :]
        found = {head if len(head) == length else head + _OPEN for head in here}
    else:
        found = set()
        for head in here:
            if _OPEN in head or len(head) == length:
                found.add(head)
            else:
                found |= {head + more for more in _of_one(rest, length - len(head))}
    if again is None or not _MAYBE.match(again.group()):
        return found
    return found | _of_one(rest, length)


def _atom(text: str, length: int) -> tuple[set[str], str]:
    """Return what the first part of the pattern can begin with, and the rest of the pattern."""
    if text.startswith("(?:"):
        end = _closing(text)
        inner = {one for part in _alternatives(text[3:end]) for one in _of_one(part, length)}
        return inner, text[end + 1 :]
    named = _CLASS.match(text)
    if named:
        return _of_class(named.group(1)), text[named.end() :]
    plain = _PLAIN.match(text)
    if plain:
        return {plain.group(1) or plain.group(2)}, text[plain.end() :]
    return {_OPEN}, ""


def _of_class(inner: str) -> set[str]:
    found = {
        chr(code)
        for first, last in _RANGE.findall(inner)
        for code in range(ord(first), ord(last) + 1)
    }
    return found | set(_RANGE.sub("", inner))


def _closing(text: str) -> int:
    depth = 0
    for at, character in enumerate(text):
        if text[at - 1 : at] != "\\":
            depth += _CLOSERS.get(character, 0)
        if not depth:
            return at
    raise ValueError(f"what it can begin with is not known: {text}")


def _alternatives(pattern: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, character in enumerate(pattern):
        if pattern[at - 1 : at] == "\\":
            continue
        depth += _CLOSERS.get(character, 0)
        if character == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]
