"""The name of the button to press, as the notice itself gives it."""

import re
from collections.abc import Iterator

from kaizen.notice.model import Notice
from kaizen.text import fold

_QUOTED = re.compile(
    "[\u300c\u300e]([^\u300c\u300d\u300e\u300f]{2,30})[\u300d\u300f]"
    '|["\u201c]([^"\u201c\u201d]{2,40})["\u201d]'
)
_PRESSED = re.compile(
    "\u7533\u3057\u7acb\u3066.{0,8}$|\u30a2\u30ab\u30a6\u30f3\u30c8.{0,3}\u518d\u958b"
    "|.{2,12}\u3092(?:\u9001\u4fe1|\u63d0\u51fa|\u8ffd\u52a0|\u8868\u793a)(?:\u3059\u308b)?$"
    "|.{0,20}(?:appeal|reactivate|reinstate|submit|send)",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 20, 60


def button_named(text: str, notice: Notice | None) -> str:
    """Return what the notice in ``text`` calls the button; empty where it names none."""
    if notice is None:
        return ""
    for span in notice.evidence.get("submission_channel", ()):
        names = tuple(_names(text, span.start, span.end))
        if names:
            return names[0]
    return ""


def _names(text: str, start: int, end: int) -> Iterator[str]:
    window = text[max(0, start - _BEFORE) : end + _AFTER]
    for match in _QUOTED.finditer(window):
        name = " ".join((match[1] or match[2]).split())
        if match[1]:
            name = name.replace(" ", "")
        if _PRESSED.match(fold(name).text):
            yield name
