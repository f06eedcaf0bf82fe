"""What a match of a pattern can begin with, and what it must hold, read from the pattern itself."""

import re

_SKIPPED = re.compile(r"\\b|\^|\(\?(?:<!|<=|!)[^()]*\)")
_PLAIN = re.compile(r"\\([^a-zA-Z0-9])|([^\\()\[\]{}.*+?|^$])")
_CLASS = re.compile(r"\[([^\]^\\]+)\]")
_RANGE = re.compile("(.)-(.)")
_AGAIN = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
_MAYBE = re.compile(r"[?*]|\{0")
OPEN = "\0"
"""Stands behind a beginning that may go on in any way."""
_CLOSERS = {"(": 1, ")": -1}
_CLASSES = re.compile(r"(\\.)|\[\^?\]?(?:\\.|[^\]\\])*\]")
_TIMES = re.compile(r"(?:[?*+]|\{\d*(?:,\d*)?\})[?+]?")
_LEAST = 2
"""What one character can be is nearly always there: it is no help to look for it."""


def heads(pattern: str, length: int = 2) -> set[str]:
    """Return what a match can begin with, in so many characters or up to where that is open."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        found |= _of_one(alternative, length)
    if any(head[:1] in ("", OPEN) for head in found):
        raise ValueError(f"what it can begin with is not known: {pattern}")
    return found


def needs(pattern: str, length: int) -> tuple[frozenset[str], ...]:
    """Return what must stand behind the beginning of a match: one word of each of the sets.

    Words are given in so many characters; where the pattern does not tell, a set is left out.
    """
    if len(_alternatives(pattern)) > 1:
        return ()
    rest = _CLASSES.sub(lambda match: match.group(1) or ".", pattern)
    found: list[frozenset[str]] = []
    run, is_first = "", True
    while rest:
        skipped = _SKIPPED.match(rest)
        if skipped:
            rest = rest[skipped.end() :]
            continue
        end = _closing(rest) + 1 if rest.startswith("(") else 1 + rest.startswith("\\")
        part, rest = rest[:end], rest[end:]
        times = _TIMES.match(rest)
        rest = rest[times.end() :] if times else rest
        plain = _PLAIN.fullmatch(part)
        if plain and not times:
            run += plain.group(1) or plain.group(2)
            continue
        found += [] if is_first else [frozenset({run[:length]})]
        run = ""
        if part.startswith("(?:") and not is_first and not (times and _MAYBE.match(times.group())):
            found.append(_words(part[3:-1], length))
        is_first = False
    found += [] if is_first else [frozenset({run[:length]})]
    return tuple(some for some in found if some and min(map(len, some)) >= _LEAST)


def _words(pattern: str, length: int) -> frozenset[str]:
    """Return what a group can begin with; none where that is not known."""
    try:
        return frozenset(head.removesuffix(OPEN) for head in heads(pattern, length))
    except ValueError:
        return frozenset()


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
        found = {
            head if head.endswith(OPEN) or len(head) == length else head + OPEN for head in here
        }
    else:
        found = set()
        for head in here:
            if OPEN in head or len(head) == length:
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
    return {OPEN}, ""


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
