"""With which characters a match can begin: lets a long list of words skip most of a text.

Reads the small part of the regular expression language that the word lists use; for anything
else it answers None, and the list is searched without the short cut.
"""

import re
from functools import cache

_CLASS = re.compile(r"\[(?!\^)((?:\\.|[^\]\\])+)\]")
_MAYBE = re.compile(r"[?*]|\{0?,")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d{0,3},?\d{0,3}\})\??")
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")
_DIGITS = frozenset("0123456789")
_WIDEST_RANGE = 200


@cache
def first_characters(pattern: str) -> frozenset[str] | None:
    """Return the characters that a match of ``pattern`` can begin with; None if unknown."""
    found: set[str] = set()
    for alternative in alternatives(pattern):
        first = _first(alternative)
        if first is None:
            return None
        found |= first
    return frozenset(found)


def alternatives(pattern: str) -> list[str]:
    """Return the top-level alternatives of ``pattern``."""
    parts, depth, start, position = [], 0, 0, 0
    while position < len(pattern):
        character = pattern[position]
        if character == "\\":
            position += 1
        elif character == "[":
            position = _class_end(pattern, position)
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and depth == 0:
            parts.append(pattern[start:position])
            start = position + 1
        position += 1
    return [*parts, pattern[start:]]


def _first(part: str) -> frozenset[str] | None:
    if not part:
        return None
    if part.startswith(_LOOK):
        return _first(part[_group_end(part) :])
    atom = _atom(part)
    if atom is None:
        return None
    characters, end = atom
    if _MAYBE.match(part, end) is None:
        return characters
    quantifier = _QUANTIFIER.match(part, end)
    rest = _first(part[quantifier.end() :]) if quantifier else None
    return None if rest is None else characters | rest


def _atom(part: str) -> tuple[frozenset[str], int] | None:
    """Return the characters of the first atom of ``part``, and where it ends."""
    if part.startswith("(?:"):
        end = _group_end(part)
        inside = first_characters(part[3 : end - 1])
        return None if inside is None else (inside, end)
    if part[0] == "\\":
        return (
            (_DIGITS, 2)
            if part[1] == "d"
            else ((frozenset(part[1]), 2) if not part[1].isalnum() else None)
        )
    if part[0] == "[":
        found = _CLASS.match(part)
        members = _members(found[1]) if found else None
        return None if found is None or members is None else (members, found.end())
    return None if part[0] in ".^$()" else (frozenset(part[0]), 1)


def _members(inside: str) -> frozenset[str] | None:
    if "\\" in inside:
        return None
    members: set[str] = set()
    position = 0
    while position < len(inside):
        last = position
        if inside[position + 1 : position + 2] == "-" and position + 2 < len(inside):
            last = position + 2
        low, high = ord(inside[position]), ord(inside[last])
        if high - low > _WIDEST_RANGE:
            return None
        members.update(map(chr, range(low, high + 1)))
        position = last + 1
    return frozenset(members)


def _class_end(pattern: str, position: int) -> int:
    position += 1
    while pattern[position] != "]":
        position += 2 if pattern[position] == "\\" else 1
    return position


def _group_end(part: str) -> int:
    depth, position = 0, 0
    while position < len(part):
        if part[position] == "\\":
            position += 1
        elif part[position] == "[":
            position = _class_end(part, position)
        elif part[position] in "()":
            depth += 1 if part[position] == "(" else -1
            if depth == 0:
                return position + 1
        position += 1
    return len(part)
