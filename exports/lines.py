"""Texts made ready to be set in type: lines, and which of them are headings or list entries.

Plain text keeps every character. A page cannot show control characters, and marks that turn the
direction of writing would print a line in another order than it was typed; both are left out here.
"""

import re
from dataclasses import dataclass

from kaizen.split_fix import headings

_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_UNPRINTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# A line such as [Done] in Japanese corner brackets, alone.
_BRACKETED = re.compile("[\u3010\u300a][^\u3010\u3011\u300a\u300b]{1,30}[\u3011\u300b]")
# "1.86%" opens no list, "1.11" before a month may.
_DECIMALS = "[0-9]{1,4} ?[%\uff05\u500d\u4ef6\u5186]"
# How far the first word of a list entry reaches, in classes of the style sheet.
_MARKERS = (
    ("hang-narrow", re.compile("[\u30fb\u00b7\u2022*-]")),
    ("hang-one", re.compile(r"[0-9A-Za-z][.)、．）](?!" + _DECIMALS + ")")),
    ("hang-one", re.compile("[\u2460-\u2473\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7\u203b\u2713]")),
    ("hang-two", re.compile(r"(?:[0-9]{2}[.)、．）](?!" + _DECIMALS + ")|[(（][0-9A-Za-z][)）])")),
)


# Nothing may be broken here for hundreds of characters: no text, but a key held down or a file
# pasted. Setting it takes time that grows with its square, so it is cut.
_UNBROKEN = re.compile("[^ \t\n\u3000\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]{200}")
_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_LAST_CHARACTER = re.compile(r"(?m)(?<=[\u3041-\u9fff])(?=\w[^\w\s]{0,4}$)")
_LONGEST_SPACE = re.compile("[ \t\u3000]{100}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as typed, and the classes it is set in."""

    text: str
    style: str = ""


def printable(text: str) -> str:
    """Return ``text`` without what a page cannot show, and with one kind of line break."""
    return _SURROGATES.sub("\ufffd", _UNPRINTED.sub("", _BREAKS.sub("\n", text)))


def breakable(text: str) -> str:
    """Return ``text`` with a line break after every 200 characters that allow none."""
    return _LONGEST_SPACE.sub(r"\g<0>\n", _UNBROKEN.sub(r"\g<0>\n", text))


def bound(text: str) -> str:
    """Return ``text`` with an invisible binder, never drawn, where no line should be broken.

    After a hyphen inside a word or number: order numbers stay whole, and programs that read a PDF
    take no hyphen for a word division. Before the last character: it never stands alone.
    """
    return _LAST_CHARACTER.sub("\u2060", _INNER_HYPHEN.sub("-\u2060", text))


def set_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of printable ``text``; an empty line becomes a gap above the next one."""
    found: list[Line] = []
    opening = {start for start, _ in headings(text)}
    position, gap = 0, False
    for written in text.split("\n"):
        start = position + len(written) - len(written.lstrip())
        position += len(written) + 1
        if not written.strip():
            gap = bool(found)
            continue
        heading = start in opening and len(written) <= 40
        kinds = ("gap" if gap else "", _style(written, heading=heading))
        found.append(Line(written, " ".join(kind for kind in kinds if kind)))
        gap = False
    return tuple(found)


def _style(line: str, *, heading: bool) -> str:
    if heading or _BRACKETED.fullmatch(line.strip()):
        return "lead"
    return next((f"hang {name}" for name, marker in _MARKERS if marker.match(line)), "")
