"""ASINs and order numbers in pasted text: glued to words, full-width, broken over lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kaizen.text import fold

_ASIN = re.compile(r"(?<![0-9A-Z])(?:B0[0-9A-Z]{8}|[0-9]{9}[0-9X])(?![0-9A-Z])")
_ORDER = re.compile(r"(?<!\d)(\d{3})[- ]?(\d{7})[- ]?(\d{7})(?!\d)")
# A mail breaks a line inside an id and may quote the next line.
_BREAK = r"(?:[ \t]{0,3}\n[ \t>]{0,6})?"
_BROKEN_ASIN = re.compile(
    rf"(?<![0-9A-Z])B{_BREAK}0{_BREAK}(?:[0-9A-Z]{_BREAK}){{7}}[0-9A-Z](?![0-9A-Z])"
)
_BROKEN_ORDER = re.compile(
    rf"(?<!\d)(?:\d{_BREAK}){{3}}-?{_BREAK}(?:\d{_BREAK}){{7}}-?{_BREAK}(?:\d{_BREAK}){{6}}\d(?!\d)"
)
# Ids pasted without anything between them; a mark is put between before the search.
_GLUED_ASINS = re.compile(r"(B0[0-9A-Z]{8})(?=(?:B0[0-9A-Z]{8}){1,99}(?![0-9A-Z]))")
_GLUED_ORDERS = re.compile(r"(\d{3}-\d{7}-\d{7})(?=\d{3}-\d{7}-\d{7})")
# What looks like somebody meant an id: it holds a digit and is long enough.
_ATTEMPT = re.compile(r"[0-9A-Z](?:[0-9A-Z-]{4,40})")


@dataclass(frozen=True, slots=True)
class Ids:
    """What was found, in order and once each, and words that look like an id but are none."""

    found: tuple[str, ...]
    doubtful: tuple[str, ...]


def read_asins(typed: str) -> Ids:
    """Return the ASINs in ``typed``; ISBN-10 as on book pages count too."""
    return _read(typed, _ASIN, _BROKEN_ASIN, _joined)


def read_order_ids(typed: str) -> Ids:
    """Return the order numbers in ``typed``, written 250-5550201-0000210."""
    return _read(typed, _ORDER, _BROKEN_ORDER, _hyphened)


def _read(
    typed: str, whole: re.Pattern[str], broken: re.Pattern[str], shape: Callable[[str], str]
) -> Ids:
    text = fold(typed).text.upper().replace("\u30fc", "-")
    text = _GLUED_ORDERS.sub(r"\1\n", _GLUED_ASINS.sub(r"\1\n", text))
    places = [(match.start(), shape(match.group())) for match in whole.finditer(text)]
    text = whole.sub(lambda match: "\u3001" * len(match.group()), text)
    places += [(match.start(), shape(match.group())) for match in broken.finditer(text)]
    text = broken.sub("\u3001", text)
    found = dict.fromkeys(written for _start, written in sorted(places))
    doubtful = [
        match.group() for match in _ATTEMPT.finditer(text) if re.search(r"\d", match.group())
    ]
    return Ids(tuple(found), tuple(dict.fromkeys(doubtful)))


def _joined(written: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", written)


def _hyphened(written: str) -> str:
    digits = re.sub(r"\D", "", written)
    return f"{digits[:3]}-{digits[3:10]}-{digits[10:]}"
