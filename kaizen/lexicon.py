"""Word lists that find a habit of writing in a text, in Japanese and English at once.

A list is ``phrases/<name>.toml`` with tables ``ja`` and ``en``. An entry of ``flag`` is a row:
``a|b ~ c|d`` finds a or b, then c or d close behind it in the same sentence (``~~``: further off).
``excuse`` words anywhere in the sentence, ``inside`` words within the place found, and ``after``
words right behind it (``before``: right before it) say that nothing is wrong. English words are
whole words; ``word*`` takes any ending. ``{name}`` stands for a class of words that several lists
share (``phrases/classes.toml``). Words within quotation marks are not the seller's voice.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kaizen.first_characters import first_characters
from kaizen.voice import lowered, quoted_spans, sentences_in

FOLDER = Path(__file__).with_name("phrases")
LANGUAGES = ("ja", "en")
_GAPS = {
    "ja": {"~": "[^\n]{0,14}?", "~~": "[^\n]{0,40}?"},
    "en": {"~": "[^\n;]{0,30}?", "~~": "[^\n;]{0,90}?"},
}
# Kanji and kana spellings of the same word have the same length.
_WITHOUT = re.compile("\u7121[\u3044\u304f\u304b\u3057]")
# What a nursery, a brewery or a workshop calls itself: the lists know "this shop".
_HOUSE = re.compile(
    "(?<![\u4e00-\u9fff])\u5f53(?:[\u5712\u9928\u8535\u623f\u9662\u8217\u7aaf\u6240](?![\u4e00-\u9fff])"
    "|\u5de5\u623f|\u8fb2\u5712|\u7267\u5834|\u5546\u5e97|\u66f8\u5e97|\u85ac\u5c40)"
)
_SHOP = "\u5f53\u5e97"
_WORD_BEGINS = "(?<![a-z])"
_CLASS_NAME = re.compile(r"\{([a-z_]+)\}")
_CLOSING = '\u300d\u300f"'
_META = re.compile(r"[\\.+?()\[\]{}^$]")
_AROUND = {"ja": 24, "en": 48}
# One habit is reported once; more places than this help nobody and would cost time.
MOST = 40


@dataclass(frozen=True, slots=True)
class Match:
    """Characters ``start`` to ``end`` of the folded text, and the sentence around them."""

    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WordList:
    """One list in one language, compiled."""

    language: str
    trigger: re.Pattern[str] | None
    flag: re.Pattern[str]
    excuse: re.Pattern[str] | None
    inside: re.Pattern[str] | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    reads_quotes: bool

    def matches(self, text: str) -> Iterator[Match]:
        """Yield the places of the lowered ``text`` that nothing excuses."""
        for start, end in self._candidates(text):
            for found in self.flag.finditer(text, start, end):
                place = Match(found.start(), found.end(), (start, end))
                if found.end() > found.start() and not self._is_excused(text, place):
                    yield place

    def _candidates(self, text: str) -> Iterator[tuple[int, int]]:
        spans = sentences_in(text, self.language)
        if self.trigger is None or not spans:
            yield from spans
            return
        found = self.trigger.search(text, spans[0][0])
        for start, end in spans:
            if found is not None and found.start() < start:
                found = self.trigger.search(text, start)
            if found is None:
                return
            if found.start() < end:
                yield start, end

    def _is_excused(self, text: str, place: Match) -> bool:
        start, end = place.sentence
        if self.excuse is not None and self.excuse.search(text, start, end):
            return True
        if self.inside is not None and self.inside.search(text, place.start, place.end):
            return True
        if not self.reads_quotes and _is_quoted(text, place):
            return True
        width = _AROUND[self.language]
        behind = text[place.end : min(end, place.end + width)]
        ahead = text[max(start, place.start - width) : place.start]
        if self.after is not None and self.after.search(_same_clause(behind)):
            return True
        return self.before is not None and bool(self.before.search(ahead))


def find(name: str, text: str) -> tuple[Match, ...]:
    """Return where the list ``name`` speaks in the folded ``text``, in either language."""
    return _find(name, text)


def says(name: str, text: str) -> bool:
    """Tell whether the list ``name`` speaks anywhere in the folded ``text``."""
    return bool(_find(name, text))


@lru_cache(maxsize=4096)
def _find(name: str, text: str) -> tuple[Match, ...]:
    low = _respelled(lowered(text))
    found: dict[int, Match] = {}
    for words in word_lists(name):
        for place in words.matches(low):
            found.setdefault(place.start, place)
            if len(found) >= MOST:
                break
    return tuple(found[start] for start in sorted(found))


@lru_cache(maxsize=256)
def _respelled(text: str) -> str:
    """Return ``text`` with one spelling of "not there" and one name for the store.

    Every character keeps its place.
    """
    spelt = _WITHOUT.sub(lambda found: "\u306a" + found.group()[1], text)
    return _HOUSE.sub(lambda found: _SHOP.rjust(len(found.group()), "\u3001"), spelt)


@cache
def word_lists(name: str) -> tuple[WordList, ...]:
    """Return the list ``name`` in both languages."""
    return tuple(_load(name, language) for language in LANGUAGES)


def _load(name: str, language: str) -> WordList:
    data = _with_classes(name, language)
    flags = data["flag"]
    return WordList(
        language=language,
        trigger=_trigger(flags),
        flag=_compile_flags(flags, language),
        excuse=_optional(data, "excuse", language),
        inside=_optional(data, "inside", language),
        before=_optional(data, "before", language),
        after=_optional(data, "after", language),
        reads_quotes=bool(data.get("reads_quotes", False)),
    )


def _with_classes(name: str, language: str) -> dict[str, Any]:
    """Return the tables of a list, each class name replaced by the words of the class."""
    data: dict[str, Any] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))[language]
    return {
        key: [spelt(entry, language) for entry in value] if isinstance(value, list) else value
        for key, value in data.items()
    }


def spelt(entry: str, language: str) -> str:
    """Return ``entry`` with the words of each class in the place of its name."""
    classes = _classes()[language]
    return _CLASS_NAME.sub(lambda found: _words_of(classes[found[1]], entry, found), entry)


def _words_of(words: list[str], entry: str, found: "re.Match[str]") -> str:
    """Return the words of a class, in brackets where other words of its alternative touch it."""
    before, after = entry[: found.start()], entry[found.end() :]
    alone = before.endswith(("|", "~ ")) or not before
    alone = alone and (after.startswith(("|", " ~")) or not after)
    return "|".join(words) if alone else f"(?:{'|'.join(words)})"


@cache
def _classes() -> dict[str, dict[str, list[str]]]:
    path = FOLDER / "classes.toml"
    classes: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return classes


def _optional(data: dict[str, Any], key: str, language: str) -> re.Pattern[str] | None:
    return _compile(data[key], language) if data.get(key) else None


def _compile(entries: list[str], language: str) -> re.Pattern[str]:
    return re.compile("|".join(_entry(entry, language) for entry in entries))


def _compile_flags(entries: list[str], language: str) -> re.Pattern[str]:
    """Compile what is searched in every sentence: a look at one character comes first."""
    patterns = [_entry(entry, language) for entry in entries]
    bodies = [pattern.removeprefix(_WORD_BEGINS) for pattern in patterns]
    firsts = [first_characters(body) for body in bodies]
    begins = _WORD_BEGINS if language == "en" else ""
    known = [first for first in firsts if first is not None]
    look = ""
    if len(known) == len(firsts):
        characters = "".join(map(re.escape, sorted(frozenset().union(*known))))
        look = f"(?=[{characters}])"
    return re.compile(f"{begins}{look}(?:{'|'.join(bodies)})")


def _entry(entry: str, language: str) -> str:
    parts = re.split(r" (~~?) ", entry)
    return "".join(
        one_of(part, language) if number % 2 == 0 else _GAPS[language][part]
        for number, part in enumerate(parts)
    )


def one_of(group: str, language: str) -> str:
    """Return a regular expression for a group of alternatives; English ones are whole words."""
    if language == "ja":
        return f"(?:{group})"
    spaced = group.replace(" ", r"\s{1,3}")
    return rf"{_WORD_BEGINS}(?:{re.sub(r'(?<=[a-z])[*]', '[a-z]*', spaced)})(?![a-z])"


def _trigger(entries: list[str]) -> re.Pattern[str] | None:
    """Return a quick search for words of which every match has one, if the entries allow it."""
    words: set[str] = set()
    for entry in entries:
        groups = [part.split("|") for part in re.split(r" ~~? ", entry)]
        plain = [group for group in groups if not any(map(_META.search, group))]
        if not plain:
            return None
        words.update(word.removesuffix("*") for word in max(plain, key=_rarity))
    escaped = (re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words))
    return re.compile("|".join(escaped))


def _rarity(group: list[str]) -> float:
    return min(len(word) for word in group) - len(group) / 20


def _is_quoted(text: str, place: Match) -> bool:
    start, end = place.sentence
    ends = place.end - (text[place.end - 1] in _CLOSING)
    return any(
        first <= place.start and ends <= last for first, last in quoted_spans(text, start, end)
    )


def _same_clause(behind: str) -> str:
    """Return ``behind`` up to the first comma that ends a clause (not one behind a topic)."""
    cut = re.search("(?<![\u306f\u3082\u3092\u304c])[\u3001,]", behind)
    return behind[: cut.start()] if cut else behind
