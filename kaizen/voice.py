"""Whose voice a stretch of text is, and where its sentences end."""

import re
from functools import lru_cache

_ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)} | {
    0x2018: "'",
    0x2019: "'",
    0x201C: '"',
    0x201D: '"',
}
_END = re.compile("[\u3002!?\uff61]+[\u300d\u300f)]?|\n|(?<=[a-z)%'\"\\]\\d])\\.(?=\\s)")
# Behind these, and behind list marks and initials, a full stop does not end a sentence.
_ABBREVIATIONS = frozenset(
    "no nos inc co corp ltd llc mr mrs ms dr st vs approx etc e.g i.e fig dept est "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_LAST_WORD = re.compile(r"[a-z0-9.]{1,8}$")
_OPEN_CLOSE = {"\u300c": "\u300d", "\u300e": "\u300f", '"': '"'}
_QUOTE = re.compile('[\u300c\u300e"]')


_SPEAKS = {
    "ja": re.compile("[\u3041-\u30fa\u4e00-\u9fff]"),
    "en": re.compile("[a-z]{2} [a-z]|[a-z]{4}"),
}


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """Return ``text`` with small ASCII letters and straight quotes, at the same places."""
    return text.translate(_ASCII_LOWER)


@lru_cache(maxsize=256)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence of a lowered text; blank ones are left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if end.group() == "." and _is_abbreviation(text, start, end.start()):
            continue
        _keep(text, start, end.end(), spans)
        start = end.end()
    _keep(text, start, len(text), spans)
    return tuple(spans)


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    word = _LAST_WORD.search(text, max(start, stop - 8), stop)
    if word is None:
        return False
    is_first = not text[start : word.start()].strip()
    mark = is_first and (word.group().isdigit() or len(word.group()) == 1)
    initial = len(word.group()) == 1 and word.group().isalpha()
    return mark or initial or word.group() in _ABBREVIATIONS


@lru_cache(maxsize=512)
def sentences_in(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a lowered text that hold words of ``language``."""
    speaks = _SPEAKS[language].search
    return tuple(span for span in sentence_spans(text) if speaks(text, *span))


def _keep(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    stripped = text[start:end]
    if stripped.strip():
        first = start + len(stripped) - len(stripped.lstrip())
        spans.append((first, start + len(stripped.rstrip())))


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
