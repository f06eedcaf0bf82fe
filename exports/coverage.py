"""Which characters the bundled fonts can draw, known before a PDF is made."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from unicodedata import category

from kaizen.document import Document, Listing, Paragraph

_FILE = Path(__file__).parent / "fonts" / "coverage.txt"
# Control and format characters, separators: nothing is drawn for them.
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_GETA = "\u3013"
_JOINED = re.compile("\u3013\ufe0f?(?:\u200d\u3013\ufe0f?)*")
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def missing_characters(document: Document) -> tuple[str, ...]:
    """Return the characters that a PDF cannot show, each once, in order of appearance."""
    found: dict[str, None] = {}
    for text in document_texts(document):
        for character in text:
            if character not in found and not is_drawn(character):
                found[character] = None
    return tuple(found)


def drawable(text: str) -> str:
    """Return ``text`` with the printers' sign for a missing character where one is missing.

    Parts of one emoji, joined by invisible characters, become one sign.
    """
    missing = {ord(character): _GETA for character in set(text) if not is_drawn(character)}
    return _JOINED.sub(_GETA, text.translate(missing)) if missing else text


def is_drawn(character: str) -> bool:
    """Tell whether the bundled fonts hold ``character``, or nothing is to be drawn for it."""
    point = ord(character)
    starts, ends = _ranges()
    place = bisect_right(starts, point) - 1
    if place >= 0 and point <= ends[place]:
        return True
    if any(point in selectors for selectors in _VARIATION_SELECTORS):
        return True
    return category(character) in _INVISIBLE


def document_texts(document: Document) -> Iterator[str]:
    """Yield every text that a PDF of ``document`` prints."""
    header = document.header
    yield from (header.title, header.about, *header.addressee, header.written_on, header.running)
    yield from _flat(header.rows)
    for section in document.sections:
        yield section.heading(document.language)
        for block in section.blocks:
            yield from _block_texts(block)
    yield from _flat(document.signature)
    for exhibit in document.exhibits:
        yield from (exhibit.name, exhibit.day, exhibit.shows)
    for picture in document.pictures:
        yield picture.caption
        yield from _flat(picture.rows)


def _block_texts(block: Paragraph | Listing) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    yield from (block.heading, *block.columns, *block.total)
    for entry in block.entries:
        yield from entry.cells


def _flat(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for row in rows:
        yield from row


@cache
def _ranges() -> tuple[list[int], list[int]]:
    pairs = [line.split() for line in _FILE.read_text("ascii").splitlines()]
    return [int(first, 16) for first, _ in pairs], [int(last, 16) for _, last in pairs]
