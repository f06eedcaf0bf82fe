"""What a match of a pattern can begin with, and what it must hold, read from the pattern itself."""

import re
from collections.abc import Iterator

_SKIPPED = re.compile(r"\\b|\^|\(\?(?:<!|<=|!)[^()]*\)|\(\?[im]+\)")
_OPENED = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_PLAIN = re.compile(r"\\([^a-zA-Z0-9])|([^\\()\[\]{}.*+?|^$])")
_CLASS = re.compile(r"\[([^\]^\\]+)\]")
_RANGE = re.compile("(.)-(.)")
_AGAIN = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
_MAYBE = re.compile(r"[?*]|\{0")
OPEN = "\0"
"""Stands behind a beginning that may go on in any way."""
_CLOSERS = {"(": 1, ")": -1}
_ANY_CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_PART = re.compile(rf"\\.|{_ANY_CLASS}|[^(]", re.DOTALL)
_MARK = re.compile(rf"\\.|{_ANY_CLASS}|[()|]", re.DOTALL)
_RUN = re.compile(rf"(?:(?:{_PLAIN.pattern})(?![?*+{{]))+|{_PLAIN.pattern}")
_SLASH = re.compile(r"\\(.)")
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
    found: list[frozenset[str]] = []
    for part, is_sure in _sequence(pattern):
        if is_sure and part.startswith("(?:"):
            found.append(_words(part[3:-1], length))
        elif is_sure and _RUN.fullmatch(part):
            found.append(frozenset({_SLASH.sub(r"\1", part)[:length]}))
    return tuple(some for some in found if some and min(map(len, some)) >= _LEAST)


def _sequence(pattern: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts behind the first one, and whether each must be there."""
    at = 0
    while at < len(pattern):
        begin = at
        part = _SKIPPED.match(pattern, at) or _RUN.match(pattern, at) or _PART.match(pattern, at)
        at = _closing(pattern, at) + 1 if part is None else part.end()
        times = _TIMES.match(pattern, at)
        if begin:
            yield pattern[begin:at], not (times and _MAYBE.match(times.group()))
        at = times.end() if times else at


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
    opened = _OPENED.match(text)
    if opened:
        end = _closing(text, 0)
        inside = text[opened.end() : end]
        inner = {one for part in _alternatives(inside) for one in _of_one(part, length)}
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


def _closing(text: str, at: int) -> int:
    """Return where the bracket that opens at a place is closed."""
    depth = 0
    for match in _MARK.finditer(text, at):
        depth += _CLOSERS.get(match.group(), 0)
        if not depth:
            return match.start()
    raise ValueError(f"what it can begin with is not known: {text}")


def _alternatives(pattern: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for match in _MARK.finditer(pattern):
        depth += _CLOSERS.get(match.group(), 0)
        if match.group() == "|" and depth == 0:
            parts.append(pattern[start : match.start()])
            start = match.end()
    return [*parts, pattern[start:]]
