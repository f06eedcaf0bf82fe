"""Whose voice a stretch of text is, and which sentences speak which language."""

import re
from functools import lru_cache

from kaizen.reading.sentences import read

_ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)} | {
    0x2018: "'",
    0x2019: "'",
    0x201C: '"',
    0x201D: '"',
}
_OTHER_CASE = re.compile("[A-Z\u2018\u2019\u201c\u201d]+")
_OPEN_CLOSE = {"\u300c": "\u300d", "\u300e": "\u300f", '"': '"'}
_QUOTE = re.compile('[\u300c\u300e"]')
_SPEAKS = {
    "ja": re.compile("[\u3041-\u30fa\u4e00-\u9fff]"),
    "en": re.compile("[a-z]{2} [a-z]|[a-z]{4}"),
}


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """Return ``text`` with small ASCII letters and straight quotes, at the same places."""
    return _OTHER_CASE.sub(lambda found: found.group().translate(_ASCII_LOWER), text)


@lru_cache(maxsize=256)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence of a folded text."""
    return tuple((sentence.start, sentence.end) for sentence in read(text).sentences)


@lru_cache(maxsize=512)
def sentences_in(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a lowered text that hold words of ``language``."""
    speaks = _SPEAKS[language].search
    return tuple(span for span in sentence_spans(text) if speaks(text, *span))


def speaks(text: str, language: str) -> bool:
    """Tell whether a lowered text holds words of ``language``."""
    return _SPEAKS[language].search(text) is not None


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between quotation marks, within ``start`` and ``end``."""
    spans: list[tuple[int, int]] = []
    position = start
    while (opening := _QUOTE.search(text, position, end)) is not None:
        closing = text.find(_OPEN_CLOSE[opening.group()], opening.end(), end)
        if closing < 0:
            break
        spans.append((opening.end(), closing))
        position = closing + 1
    return spans
