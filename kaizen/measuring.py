"""How long a text is: characters of Japanese, words of English; numbers of orders count as one."""

import re

_JAPANESE = re.compile("[\u3041-\u30fa\u30fc\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9$][\w'.,/%@:$-]*")
# Identifiers lengthen a good sentence; each counts as one character.
_IDENTIFIER = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{3}-\d{7}-\d{7}|B0[A-Z0-9]{8}|\d{9}[\dX]|\d{11,14})(?![A-Za-z0-9])"
)
_BLANK = re.compile(r"\s+")


def is_japanese(text: str) -> bool:
    """Tell whether a folded text is written in Japanese rather than English."""
    japanese = len(_JAPANESE.findall(text))
    return japanese > 0 and japanese * 4 >= len(_WORD.findall(text))


def length_of(text: str) -> tuple[int, str]:
    """Return the length of a folded text, and the language whose unit counts it."""
    if is_japanese(text):
        return len(_BLANK.sub("", _IDENTIFIER.sub("#", text))), "ja"
    return len(_WORD.findall(text)), "en"
