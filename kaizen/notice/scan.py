"""Patterns of many families found in one walk over a text.

Each pattern is tried only at the characters it can begin with, which are read from the pattern
itself; so a family may hold dozens of wordings and a long text still takes linear time.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

_SKIPPED = re.compile(r"\\b|\^|\(\?(?:<!|<=|!)[^()]*\)")
_PLAIN = re.compile(r"\\([^a-zA-Z0-9])|([^\\()\[\]{}.*+?|^$])")
_CLASS = re.compile(r"\[([^\]^\\]+)\]")
_RANGE = re.compile("(.)-(.)")
_MAYBE = re.compile(r"\?|\*|\{0")
_CLOSERS = {"(": 1, ")": -1}


@dataclass(frozen=True, slots=True)
class _Begun:
    """What can begin with one character: all patterns in one, and the patterns of each family."""

    any_of: "re.Pattern[str]"
    families: tuple[tuple[str, "re.Pattern[str]"], ...]


@dataclass(frozen=True, slots=True)
class Scanner:
    """Compiled patterns by the character they begin with."""

    begins: "re.Pattern[str]"
    by_first: dict[str, _Begun]

    def scan(self, text: str, most: int) -> list[tuple[str, int, int]]:
        """Return family, start and end of every match, at most ``most`` of a family."""
        found: list[tuple[str, int, int]] = []
        until: dict[str, int] = {}
        count: dict[str, int] = {}
        by_first = self.by_first
        for begin in self.begins.finditer(text):
            at = begin.start()
            begun = by_first[text[at]]
            if begun.any_of.match(text, at) is None:
                continue
            for family, pattern in begun.families:
                if until.get(family, 0) > at or count.get(family, 0) >= most:
                    continue
                match = pattern.match(text, at)
                if match:
                    until[family] = match.end()
                    count[family] = count.get(family, 0) + 1
                    found.append((family, at, match.end()))
        return found


def scanner(families: dict[str, list[str]]) -> Scanner:
    """Return the scanner for patterns by family; Latin ones begin at a word or with "n't"."""
    sorted_in: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for family, patterns in families.items():
        for pattern in patterns:
            for first in firsts(pattern):
                sorted_in[first][family].append(pattern)
    by_first = {first: _begun(first, by_family) for first, by_family in sorted_in.items()}
    latin = re.escape("".join(first for first in by_first if first.isascii()))
    others = re.escape("".join(first for first in by_first if not first.isascii()))
    ways = [f"[{others}]"] * bool(others) + [f"(?<![a-z])[{latin}]", "n(?='t)"] * bool(latin)
    begins = "|".join(ways if "n" in by_first else [one for one in ways if one[0] != "n"])
    return Scanner(re.compile(begins), by_first)


def _begun(first: str, by_family: dict[str, list[str]]) -> _Begun:
    """Return the patterns of one character, alternatives that begin with another left out."""
    families = tuple(
        (family, re.compile("|".join(some), re.MULTILINE)) for family, some in by_family.items()
    )
    every = "|".join(one for some in by_family.values() for one in some)
    return _Begun(re.compile(every, re.MULTILINE), families)


def firsts(pattern: str) -> set[str]:
    """Return the characters a match of the pattern can begin with."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        found |= _of_one(alternative)
    return found


def _of_one(text: str) -> set[str]:
    skipped = _SKIPPED.match(text)
    if skipped:
        return _of_one(text[skipped.end() :])
    if text.startswith("(?:"):
        end = _closing(text)
        here, rest = firsts(text[3:end]), text[end + 1 :]
    elif text.startswith("["):
        named = _CLASS.match(text)
        if named is None:
            raise ValueError(f"what it can begin with is not known: {text}")
        here, rest = _of_class(named.group(1)), text[named.end() :]
    else:
        plain = _PLAIN.match(text)
        if plain is None:
            raise ValueError(f"what it can begin with is not known: {text}")
        here, rest = {plain.group(1) or plain.group(2)}, text[plain.end() :]
    if _MAYBE.match(rest):
        return here | _of_one(rest[1:] if rest[0] in "?*" else rest.split("}", 1)[1])
    return here


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
