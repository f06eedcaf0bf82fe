"""How long a text is: characters of Japanese, words of English; numbers of orders count as one."""

import re
from functools import lru_cache

_JAPANESE = re.compile("[\u3041-\u30fa\u30fc\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9$][\w'.,/%@:$-]*")
# Identifiers lengthen a good sentence; each counts as one character.
_IDENTIFIER = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{3}-\d{7}-\d{7}|B0[A-Z0-9]{8}|\d{9}[\dX]|\d{11,14})(?![A-Za-z0-9])"
)
_LOWER_WORD = re.compile(r"(?<![A-Za-z])[a-z]{2,20}(?![A-Za-z])")
_A_SENTENCE = 8
_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=512)
def is_japanese(text: str) -> bool:
    """Tell whether a folded text is written in Japanese rather than English."""
    japanese = len(_JAPANESE.findall(text))
    return japanese > 0 and japanese * 4 >= len(_WORD.findall(text))


def is_other_language(text: str, japanese: bool) -> bool:
    """Tell whether a folded text is not in the language that the plan is in.

    Names, identifiers and figures belong to every language: only sentences count.
    """
    if japanese:
        return not _JAPANESE.search(text) and len(_LOWER_WORD.findall(text)) >= _A_SENTENCE
    return is_japanese(text) and len(_JAPANESE.findall(text)) >= 2 * _A_SENTENCE


@lru_cache(maxsize=512)
def length_of(text: str) -> tuple[int, str]:
    """Return the length of a folded text, and the language whose unit counts it."""
    if is_japanese(text):
        return len(_BLANK.sub("", _IDENTIFIER.sub("#", text))), "ja"
    return len(_WORD.findall(text)), "en"
