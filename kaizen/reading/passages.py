"""A text in numbered or separate points: each with its marker, its sentences and its place."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kaizen.reading.sentences import RINGED, Sentence, read
from kaizen.reading.vocabulary import found, pattern, tables
from kaizen.text import fold

_BULLET = re.compile(r"(?:[\u30fb\u2022\u25cf\u25a0\u25c6\u203b]|\*(?!\*)|-(?=\s|\D))\s*")
# Letters of the Japanese orders (a i u e o, i ro ha ni ho he to) and numerals count points too.
_KANA = (
    "\u30a2\u30a4\u30a6\u30a8\u30aa\u30ab\u30ad\u30af\u30b1\u30b3"
    "\u30ed\u30cf\u30cb\u30db\u30d8\u30c8"
)
_HIRAGANA = "\u3042\u3044\u3046\u3048\u304a\u304b\u304d\u304f\u3051\u3053"
# Words that count: "2 people", "3 days" open no point.
_COUNTERS = (
    "\u540d\u4eba\u4ef6\u70b9\u500b\u65e5\u6708\u5e74\u56de\u3064\u679a\u53f0\u793e\u9031\u6642\u5206"
    "\u672c\u7bb1\u888b\u518a\u901a\u5272\u5ea6\u756a\u55b6\u304b\u30f6\u30f5\u30b1\u7a2e\u901a\u5186"
)
_KANJI = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341"
# "M1 (C1)": a measure, and the cause it answers.
_NAMED = r"\((?:[a-z]{1,2}-?\d|(?:root )?causes? ?\d|\d)[^()]{0,16}\)"
# The mark of a point within a numbered section: "1-1", "2.3".
_DOUBLE = re.compile(r"\d{1,2}[-.]\d{1,2}")
_NUMBER = re.compile(
    rf"(?:[(\[<]\s*(\d{{1,2}}(?:-\d{{1,2}})?|[a-z]|[ivx]{{1,4}}|[{_KANA}{_KANJI}{_HIRAGANA}])\s*[)\]>][.:]?"
    rf"|(\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})[.):\u3001]?(?=\s\D|[\u3041-\u9fff])(?![{_COUNTERS}])"
    r"|#?(\d{1,2})\s?[.):\u3001](?!\d+(?:\.\d+)?\s?%)(?!\d\d?\d?,\d)"
    r"|(?:no\.?|#)\s?(\d{1,2})(?=[\s.:)])"
    r"|(\d{1,2}-\d{1,2})[.):\u3001]"
    rf"|(\d{{1,2}})\s(?=[\u3041-\u9fff])(?![{_COUNTERS}])"
    r"|([a-h])[.):](?=[^a-z]|\s)"
    r"|((?:[a-hmprst]|ca|pa|rc|[ivx]{1,4})-?\d{1,2})"
    rf"(?:[.):\u3001](?=\s|[^\x00-\x7f])|(?=\s?{_NAMED}[.:]?(?:\s|$))|(?=\s[\u3041-\u9fff]))"
    r"|([ivx]{1,4})[.)](?=\s)"
    rf"|([{_KANA}])[.):\u3001]"
    rf"|([{_KANJI}])[.):\u3001]"
    r")\s*"
)
# A title of points is no longer.
_TITLE_WORDS, _TITLE_JA = 14, 34
_TABLE_HEAD = re.compile(
    r"[^\d/|\uff5c\t\n.\u3002]{1,40}(?:[/|\uff5c\t][^\d/|\uff5c\t\n.\u3002]{1,40}){2,8}"
    r"(?: ?\u306e\u9806(?:\u306b|\u3067)[^\u3002\n]{0,12}\u3002?)?"
)
_AND = r"(?:,|\u3001|\u30fb|&|and|\u3068|/|-|~|\u304b\u3089|to)"
_ONE = (
    r"(?:\d{1,2}(?!\d)|[a-h](?![a-z])"
    rf"|[{_KANA}](?![\u30a1-\u30fc])|[{_KANJI}](?![\u3064\u8996\u756a\u90e8\u822c\u5207\u65b9\u89a7\u5206]))"
)
_NUMBERS = rf"\s?(?P<first>{_ONE})(?P<rest>(?:\s?{_AND}\s?{_ONE}){{0,12}})"
_VALUE = re.compile(rf"\d{{1,2}}|(?<![a-z])[a-h](?![a-z])|[{_KANA}{_KANJI}]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One point: ``marker`` is its number or letter, "" for none; places as in the folded text."""

    marker: str
    sentences: tuple[Sentence, ...]

    @property
    def start(self) -> int:
        """Where the point begins."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """Where the point ends."""
        return self.sentences[-1].end

    @property
    def text(self) -> str:
        """All its sentences, folded and in lower case."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @property
    def own(self) -> str:
        """The same without what is quoted."""
        return "\n".join(sentence.own for sentence in self.sentences)


def group(sentences: Iterable[Sentence], original: str) -> tuple[Passage, ...]:
    """Return the sentences as points: a marker opens one, or a line where nothing is marked.

    Bullets below a number, and lines such as "who: ...", go with the point above them.
    """
    points: list[tuple[str, list[Sentence]]] = []
    marked = False
    for sentence in sentences:
        marker = marker_of(sentence, original)
        if points and _belongs_to(points[-1][0], marker, sentence):
            points[-1][1].append(sentence)
        elif marker is not None:
            marked = True
            points.append((marker, [sentence]))
        elif not points or (sentence.opens_line and not (marked and points[-1][0])):
            points.append(("", [sentence]))
        else:
            points[-1][1].append(sentence)
    return tuple(Passage(marker, tuple(parts)) for marker, parts in points)


def is_table_head(text: str) -> bool:
    """Tell whether a line names the columns of the rows below it: "date / step / who / record"."""
    return _TABLE_HEAD.fullmatch(text) is not None


def is_title_of_points(point: Passage, below: Passage | None) -> bool:
    """Tell whether a marked point only titles the points below it, which have other marks.

    "1. The two products" above "a. November 16: ...", or a section sign above numbers.
    """
    if below is None or not (point.marker and below.marker) or len(point.sentences) > 1:
        return False
    text = point.text
    if text.endswith((".", "\u3002", "!", "?")) or kind_of(point) == kind_of(below):
        return False
    return len(text.split()) <= _TITLE_WORDS if text.isascii() else len(text) <= _TITLE_JA


def kind_of(point: Passage) -> str:
    """Return of which kind the mark of a point is: figures, letters, in brackets, with a sign."""
    opening = point.text[:1]
    if opening in "([<":
        return f"{opening}{_kind_of_mark(point.marker)}"
    return opening if opening == "\u7b2c" else _kind_of_mark(point.marker)


def _kind_of_mark(marker: str) -> str:
    if _DOUBLE.fullmatch(marker):
        return "1-1"
    return (
        "1" if marker.isdecimal() else "a" if marker.isascii() and marker.isalpha() else marker[:1]
    )


def _belongs_to(above: str, marker: str | None, sentence: Sentence) -> bool:
    """Tell whether a line only tells more of the point above it."""
    if marker == "*" and above not in ("", "*"):
        return True
    if not sentence.opens_line:
        return False
    text = _BULLET.sub("", sentence.text, count=1) if marker == "*" else sentence.text
    return marker in (None, "*") and found(text[:24], "headings", "label_line")


@lru_cache(maxsize=4096)
def marker_of(sentence: Sentence, original: str) -> str | None:
    """Return the number, letter or bullet that opens ``sentence``, or None."""
    text = sentence.text
    ringed = _ringed(sentence, original)
    if ringed:
        return ringed
    word = _numbered_word().match(text)
    if word:
        return word.group("number")
    number = _NUMBER.match(text)
    if number:
        return next(part for part in number.groups() if part)
    if _BULLET.match(text):
        return "*"
    ordinal = pattern("headings", "ordinal").match(text)
    return "*" if ordinal else None


def _ringed(sentence: Sentence, original: str) -> str | None:
    typed = original[fold(original).starts[sentence.start]]
    if not RINGED.match(typed):
        return None
    return f"{unicodedata.numeric(typed):.0f}"


def referred(text: str) -> tuple[int, ...]:
    """Return the numbers of the causes that ``text`` names ("cause 1, 2"; letters count from A)."""
    numbers: list[int] = []
    for match in _reference().finditer(text):
        entries = _VALUE.findall(match.group("first") + match.group("rest"))
        values = [value_of(entry) for entry in entries]
        if re.search(r"[-~]|\u304b\u3089|to", match.group("rest")) and len(values) == 2:
            values = list(range(values[0], min(values[1], values[0] + 30) + 1))
        numbers.extend(value for value in values if value not in numbers)
    return tuple(numbers)


def read_points(original: str) -> tuple[Passage, ...]:
    """Return the points of a whole text."""
    return _points(original)


@lru_cache(maxsize=256)
def _points(original: str) -> tuple[Passage, ...]:
    return group(read(original).sentences, original)


def value_of(entry: str) -> int:
    """Return the number that a figure, letter, kana or kanji of a list stands for; 0 for none."""
    for order in (_KANA, _KANJI, _HIRAGANA):
        if entry in order and len(entry) == 1:
            return order.index(entry) + 1
    if entry.isdecimal():
        return int(entry)
    return ord(entry) - ord("a") + 1 if len(entry) == 1 and entry.isalpha() else 0


@lru_cache(maxsize=1)
def _numbered_word() -> re.Pattern[str]:
    words = tables("headings")["numbered"]
    names = "|".join([*words["ja"], *words["en"]])
    return re.compile(
        rf"[(\[\u3010]?(?:{names})\s?(?P<number>\d{{1,2}}|[a-h](?![a-z])|[\u4e00\u4e8c\u4e09\u56db\u4e94])"
        r"(?:\u9805|\u6761|\u53f7)?"
        r"(?=[\s:.,)(\u3001\u3002\u3011\u306f\]-]|$)"
    )


@lru_cache(maxsize=1)
def _reference() -> re.Pattern[str]:
    words = tables("headings")["cause_reference"]
    names = "|".join([*words["ja"], *(f"(?<![a-z]){word}" for word in words["en"])])
    return re.compile(rf"(?:{names})(?:\s?no\.?)?{_NUMBERS}")
