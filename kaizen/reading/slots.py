"""Who, how often, what record, what amount: which of these a passage says."""

import re
from functools import lru_cache

from kaizen.reading.days import places_of_days
from kaizen.reading.vocabulary import found, pattern, tables

# Two or three capitalised words in a row: a person in English, if no word is a known other thing.
_ENGLISH_NAME = re.compile(
    r"(?<![A-Za-z])([A-Z][a-z'-]{1,14})(?: [A-Z]\.)? ([A-Z][a-z'-]{1,16})(?![A-Za-z])"
)
_NOT_DIGITS = re.compile(r"b0[a-z0-9]{8}|\d{3}-\d{7}-\d{7}")
_PARTICLES = "\u304c\u306f\u3068\u306e\u306b\u3082"


@lru_cache(maxsize=64)
def has_owner(text: str, cased: str, names: frozenset[str]) -> bool:
    """Tell whether a passage names who does it: a person, a seat, or two people.

    Each sentence of a long paragraph asks this of the whole paragraph; the last answers are kept.

    ``text`` is in lower case, ``cased`` the same as typed; ``names`` are known from elsewhere.
    """
    if found(text, "slots", "role", "people", "who_label"):
        return True
    if any(name in text for name in names):
        return True
    return _japanese_name().search(text) is not None or bool(english_names(cased))


@lru_cache(maxsize=64)
def has_frequency(text: str) -> bool:
    """Tell whether a passage says how often, when, or on what occasion."""
    return found(without_loose(text), "slots", "frequency")


def has_record(text: str) -> bool:
    """Tell whether a passage leaves something behind that can be shown."""
    return found(text, "slots", "record")


def has_amount(text: str) -> bool:
    """Tell whether a passage gives a number that is no date and no identifier."""
    return found(_NOT_DIGITS.sub(" ", without_days(text)), "slots", "amount")


def without_days(text: str) -> str:
    """Return ``text`` with days and months blanked out."""
    parts, position = [], 0
    for day in places_of_days(text):
        parts += [text[position : day.start], " " * (day.end - day.start)]
        position = day.end
    return "".join([*parts, text[position:]])


def without_loose(text: str) -> str:
    """Return ``text`` without words that claim a rhythm and give none."""
    return pattern("slots", "loose_frequency").sub(" ", text)


def english_names(cased: str) -> tuple[str, ...]:
    """Return the persons named in English, in lower case: "dana reyes", or "maya" before a verb."""
    known = _not_names()
    full = [
        f"{first} {last}".lower()
        for first, last in _ENGLISH_NAME.findall(cased)
        if first.lower() not in known and last.lower() not in known
    ]
    return tuple(full)


def surnames_in(text: str) -> tuple[str, ...]:
    """Return the Japanese family names that stand as somebody who acts."""
    return tuple(
        match.group("name") or match.group("titled") for match in _japanese_name().finditer(text)
    )


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return the family names that the program knows."""
    return frozenset(tables("names")["surnames"].split())


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    return frozenset(tables("names")["not_names"].split())


@lru_cache(maxsize=1)
def _japanese_name() -> re.Pattern[str]:
    titles = "|".join(tables("names")["titles"])
    several = sorted((name for name in surnames() if len(name) > 1), key=len, reverse=True)
    one = tables("names")["one"]
    before = "(?<![\u4e00-\u9fff\u30a1-\u30fa])"
    long = "|".join(several)
    return re.compile(
        rf"{before}(?P<name>(?:{long})|[{one}](?=[{_PARTICLES}\u3055\u6c0f]))"
        rf"(?=[{_PARTICLES}\u3001)\u30fb\s]|\u3055\u3093|\u6c0f|[\u4e00-\u9fff\u3041-\u3096]{{1,3}}[{_PARTICLES}(\s]|$)"
        rf"|(?:{titles})[\u306e:\s]?(?P<titled>[\u4e00-\u9fff\u30a1-\u30fa]{{1,4}})(?<!\u8005)(?=[{_PARTICLES}\u3001)\u30fb\s])"
    )
