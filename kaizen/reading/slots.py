"""Who, how often, what record, what amount: which of these a passage says."""

import re
from functools import lru_cache

from kaizen.reading.days import places_of_days
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import found, tables, without

# A word that begins with a capital, of any Latin alphabet; a whole name has two of them.
_CAPITAL = "[A-Z\u00c0-\u00de\u0106\u010c\u0110\u0141\u015a\u0160\u0179\u017b\u017d]"
_WORD = rf"{_CAPITAL}(?:[^\W\d_]|['\u2019-]){{1,17}}"
_SMALL = "(?: (?:van|von|der|den|de|da|di|del|la|le|dos|bin|al|el))"
_ENGLISH_NAME = re.compile(
    rf"(?<![^\W_])({_WORD})(?: [A-Z]\.)?{_SMALL}{{0,2}} ({_WORD})(?![^\W_])(?: {_WORD}(?![^\W_]))?"
)
# One capitalised word is a person where it acts: "Maya checks", "Kim and Maya check".
_FIRST_NAME = re.compile(
    rf"(?<![^\W_])({_WORD})(?: (?:and|or) {_WORD})?(?:, [^,.\n]{{3,40}},)?"
    r" ([a-z-]{2,14}) ?([a-z-]{0,14})"
)
_ADVERBS = frozenset({"then", "also", "personally", "alone", "always", "will", "both", "and", "in"})
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
    """Tell whether a passage says how often, when, on what occasion, or that it holds always."""
    bare = without_loose(without_days(text))
    return found(bare, "slots", "rhythm", "trigger", "standing")


def has_rhythm(text: str) -> bool:
    """Tell whether a passage gives an hour, a rhythm, or says that it is each single case."""
    return found(without_loose(without_days(text)), "slots", "rhythm")


def has_record(text: str) -> bool:
    """Tell whether a passage leaves something behind that can be shown."""
    return found(text, "slots", "record")


def has_amount(text: str) -> bool:
    """Tell whether a passage gives a number that is no date and no identifier."""
    bare = without(without_days(text), "slots", "counts_nothing")
    return found(bare, "slots", "amount")


def without_days(text: str) -> str:
    """Return ``text`` with days and months blanked out."""
    parts, position = [], 0
    for day in places_of_days(text):
        parts += [text[position : day.start], " " * (day.end - day.start)]
        position = day.end
    return "".join([*parts, text[position:]])


def without_loose(text: str) -> str:
    """Return ``text`` without words that claim a rhythm and give none."""
    return without(text, "slots", "loose_frequency")


def english_names(cased: str) -> tuple[str, ...]:
    """Return the persons named in English, in lower case: "dana reyes", or "maya" before a verb."""
    full = [
        f"{first} {last}".lower()
        for first, last in _ENGLISH_NAME.findall(cased)
        if _may_be_a_name(first) and _may_be_a_name(last) and not (first + last).isupper()
    ]
    return (*full, *acting_names(cased))


def acting_names(cased: str) -> tuple[str, ...]:
    """Return the words in front of a verb that are a person's name, in lower case."""
    acts = tables("names")["acts_en"]
    return tuple(
        name.lower()
        for name, verb, following in _FIRST_NAME.findall(cased)
        if (verb in acts or (verb in _ADVERBS and following in acts))
        and _may_be_a_name(name)
        and not _is_passive(verb, following)
    )


def _is_passive(verb: str, following: str) -> bool:
    """Tell whether something is done to what stands before: "Launches will be looked at"."""
    if following == "be":
        return verb == "will"
    return verb == "is" and following.endswith("ed")


def _may_be_a_name(word: str) -> bool:
    return word.lower() not in _not_names() and not word.lower().endswith(("ing", "tion"))


def surnames_in(text: str) -> tuple[str, ...]:
    """Return the Japanese family names that stand as somebody who acts."""
    return tuple(
        match.group("name") or match.group("titled") for match in _japanese_name().finditer(text)
    )


@lru_cache(maxsize=64)
def introduced(original: str) -> frozenset[str]:
    """Return the names that a text introduces with a seat, by which it then calls them."""
    reading = read(original)
    found_names = {match.group("name") for match in _introduction().finditer(reading.text)}
    whole = {part for name in english_names(reading.cased) for part in name.split()}
    return frozenset(name for name in found_names | whole if len(name) > 1)


@lru_cache(maxsize=1)
def _introduction() -> re.Pattern[str]:
    data = tables("names")
    seats = "|".join([*data["titles"], *data["seats_of"]])
    stops = "|".join(data["no_seat_holder"])
    return re.compile(
        rf"(?<!\u95a2)(?:{seats})\u306e?(?!{stops})(?P<name>[\u4e00-\u9fff\u3005\u30a1-\u30fa\u30fc]{{2,6}})"
        rf"(?=[{_PARTICLES}\u3001(])"
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
        rf"|(?<!\u95a2)(?<!\u9023)(?:{titles})(?!\u90e8\u7f72|\u5168\u54e1|\u4f1a\u793e|\u4e00\u540c|\u4ee5\u5916|\u696d\u8005|\u7bc4\u56f2)[\u306e:\s]?(?P<titled>[\u4e00-\u9fff\u30a1-\u30fa]{{1,4}})(?<!\u8005)(?=[{_PARTICLES}\u3001)\u30fb\s])"
    )
