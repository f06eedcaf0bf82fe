"""Data of other people in a text: phones, postal addresses, card numbers, names of buyers."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from kaizen.voice import lowered, sentence_spans

_NOT_IN_NUMBER = r"(?<![\dA-Za-z-])"
_NUMBER_ENDS = r"(?![\dA-Za-z]|-\d)"
_PHONE = re.compile(
    _NOT_IN_NUMBER + r"(?:0[5-9]0-?\d{4}-?\d{4}|0\d{1,4}-\d{1,4}-\d{3,4}|0\d{1,3}\(\d{1,4}\)\d{4}"
    r"|\+\d{1,3}[ -]\d{1,4}[ -]\d{3,4}[ -]\d{3,4}"
    r"|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})" + _NUMBER_ENDS
)
_CARD = re.compile(_NOT_IN_NUMBER + r"(?:\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}|\d{16})" + _NUMBER_ENDS)
# Without one of these a sentence names nobody: most sentences are done with here.
_HINT = re.compile(
    r"\d{3}|\d-\d|@|[\u69d8\u6c0f\u756a]|\u3055\u3093|M(?:rs?|s|iss)\.? |[Bb]uyer|[Cc]ustomer"
    r"|\d [A-Z]|[Rr]efund|[Rr]e(?:imbursed|paid|shipped|sent) |[Ss]ent to"
)
_PLACE_OR_STREET = re.compile(
    r"[\u90fd\u9053\u5e9c\u770c\u5e02\u533a\u753a\u6751\u90e1]|\d,? [A-Z]"
)
_EMAIL = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}", re.ASCII
)


@lru_cache(maxsize=64)
def personal_data(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places in a folded text that look like data of another person."""
    words = _words()
    found: list[tuple[int, int]] = []
    low = lowered(text)
    for start, end in sentence_spans(low):
        if _HINT.search(text, start, end) is None:
            continue
        sentence = text[start:end]
        about_buyer = _names(words["buyer"], low, start, end)
        partner = _names(words["partner"], low, start, end)
        for first, last in _in_sentence(sentence, about_buyer, partner):
            found.append((start + first, start + last))
    return tuple(found)


def _in_sentence(sentence: str, about_buyer: bool, partner: bool) -> Iterator[tuple[int, int]]:
    words = _words()
    for match in _CARD.finditer(sentence):
        if _passes_luhn(match.group()):
            yield match.span()
    for key in ("secret", "buyer_name", "postcode_with_place"):
        for pattern in words[key]:
            for match in pattern.finditer(sentence):
                yield match.span("data")
    if (about_buyer or not partner) and _PLACE_OR_STREET.search(sentence):
        for pattern in words["address"]:
            for match in pattern.finditer(sentence):
                yield match.span()
    for match in _PHONE.finditer(sentence):
        if about_buyer or not partner:
            yield match.span()
    if about_buyer and not partner:
        for match in _EMAIL.finditer(sentence):
            yield match.span()


def _names(patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int) -> bool:
    return any(pattern.search(text, start, end) for pattern in patterns)


def _passes_luhn(written: str) -> bool:
    digits = [int(digit) for digit in reversed(written) if digit.isdigit()]
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


@cache
def _words() -> dict[str, tuple[re.Pattern[str], ...]]:
    path = Path(__file__).with_name("phrases") / "personal.toml"
    patterns = tomllib.loads(path.read_text("utf-8"))["patterns"]
    return {key: tuple(map(re.compile, parts)) for key, parts in patterns.items()}
