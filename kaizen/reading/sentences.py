"""A text in sentences, folded and in lower case, with quotations blanked out beside it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kaizen.reading.headings import heading_of
from kaizen.reading.questions import questions_in, without_labels
from kaizen.text import fold

_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ\u2018\u2019", "abcdefghijklmnopqrstuvwxyz''")
_OTHER_CASE = re.compile("[A-Z\u2018\u2019]+")
# What stands in brackets behind the last full stop of a line belongs to that sentence.
_BEHIND = r"(?:[ \u3000]?[(\[][^()\[\]\n]{1,40}[)\]](?=[ \u3000]*(?:\n|$)))"
_END = re.compile(
    rf"[\u3002!?]+(?:{_BEHIND}|[)\u300d\u300f]*)|\.(?:{_BEHIND}|(?=[\s\"')]|$))|\n|(?=\u3010)|(?<=\u3011)"
)
_ABBREVIATION = re.compile(
    r"^\s*(?:[(\[]?[ivx]{1,4}[)\]]?|[a-z]{1,4}-?\d{1,2}|\d{1,2}(?:\.\d{1,2}){1,2}|[\u30a2-\u30b3\u30ed\u30cf\u30cb\u30db\u30d8\u30c8\u4e00-\u4e5d]|\d{1,2}-\d{1,2})$"
    r"|(?:^\s*|[^a-z0-9%\s./:,-]\s*|(?:cause|factor|reason|measure|action|step|point|item|section|part|stage|phase|chapter|clause|article)\s)\d{1,2}$|(?:section|part|stage|phase|chapter)\s(?:one|two|three|four|five|six)$"
    r"|(?:^|[\s(])(?:[a-z]|no|nos|inc|ltd|co|corp|vs|etc|[a-z]\.[a-z]|approx|mr|mrs|ms|dr"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$"
)
# Behind the short form of a company a new sentence may begin: "... Tools K.K. We sold ...".
_COMPANY = re.compile(r"(?:[a-z]\.[a-z]|inc|ltd|co|corp)$")
# A letter that names a kind ends a sentence: "The board is revision D."
_LETTERED = re.compile(
    r"[a-z0-9,)] (?:the )?(?:revision|rev|version|type|class|grade|shelf|rack|zone|plan|option"
    r"|model|size|lot|group|team|shift|category|form)\s[a-z]$"
)
_NEXT = re.compile(r"\s{1,2}(?:we|our|it|this|these|they|i|the|all|each|both|no)\s")
_DAY = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}$")
_QUOTED = re.compile(
    r"\u300c[^\u300c\u300d\n]{0,300}\u300d|\u300e[^\u300e\u300f\n]{0,300}\u300f"
    r"|\u201c[^\u201c\u201d\n]{0,300}\u201d|\"[^\"\n]{0,300}\""
)
# A line that goes on in the next: it ends in a comma or particle, or breaks within English words.
_JOINS = re.compile(r"[\u3001,\u306e\u3092\u306b\u306f\u304c\u3068\u3067]$")
_ENGLISH_JOINS = re.compile(r"[a-z0-9)%,;]$")
_BULLET = re.compile("[\u30fb\u25cf\u25a0\u25c6\u25c7\u25a1\u203b\u2022\u3010\uff08(\u25cb]")
_LABEL = re.compile(r"[^\n:]{1,40}:(?!\d)")
# A number in a ring opens a point, unless words before or behind it make it a mention.
RINGED = re.compile("[\u2460-\u2473\u2160-\u216b\u2776-\u2793\u24ea]")
_OPENS = re.compile(r"(?:^|[\s\u3002\u3001,;)\]\u3011])$")
_MENTIONS = re.compile(
    "[\u306e\u306f\u3068\u3067\u3092\u306b\u304c\u3082\u301c\u30fb\u3001\u3002,~)-]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; places are those of the folded text. ``own`` has quotations blanked out."""

    text: str
    own: str
    start: int
    end: int
    opens_line: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as typed (``original``); folded: in lower case, with capitals (``cased``), and in
    lower case without quotations (``own``). Labelled ``questions`` are none of its ``sentences``.
    """

    original: str
    text: str
    cased: str
    own: str
    sentences: tuple[Sentence, ...]
    questions: tuple[Sentence, ...] = ()


@lru_cache(maxsize=256)
def read(original: str) -> Reading:
    """Return the reading of a text as typed."""
    cased = fold(original).text
    openings = _openings(original) if RINGED.search(original) else []
    cased = _without_rings(cased, openings)
    asked = questions_in(cased)
    cased = without_labels(cased) if asked else cased
    text = lower(cased)
    own = _QUOTED.sub(lambda found: " " * len(found.group()), text)
    sentences = _sentences(text, own)
    if openings:
        sentences = _divided(sentences, [start for start, _ in openings])
    told = tuple(one for one in sentences if one.start not in asked)
    questions = tuple(one for one in sentences if one.start in asked)
    return Reading(original, text, cased, own, told, questions)


def _without_rings(cased: str, openings: list[tuple[int, int]]) -> str:
    """Return the text with dots for numbers in a ring: "(2)1 day" is not 21 days."""
    for start, end in openings:
        cased = cased[:start] + "\u30fb" * (end - start) + cased[end:]
    return cased


def _openings(original: str) -> list[tuple[int, int]]:
    """Return where, in the folded text, a number in a ring opens a point."""
    starts = fold(original).starts
    found = []
    for ring in RINGED.finditer(original):
        before, behind = (
            original[max(0, ring.start() - 1) : ring.start()],
            original[ring.end() : ring.end() + 1],
        )
        if _OPENS.search(before) and not _MENTIONS.match(behind):
            found.append((bisect_left(starts, ring.start()), bisect_left(starts, ring.end())))
    return found


def _divided(sentences: list[Sentence], openings: list[int]) -> list[Sentence]:
    """Return the sentences, divided where a point opens within one."""
    divided: list[Sentence] = []
    for sentence in sentences:
        first = bisect_right(openings, sentence.start)
        cuts = openings[first : bisect_left(openings, sentence.end)]
        for start, end in pairwise([sentence.start, *cuts, sentence.end]):
            part = sentence.text[start - sentence.start : end - sentence.start].rstrip()
            own = sentence.own[start - sentence.start :][: len(part)]
            opens = sentence.opens_line and start == sentence.start
            divided.append(Sentence(part, own, start, start + len(part), opens))
    return divided


def lower(folded: str) -> str:
    """Return folded text in lower case; every character keeps its place."""
    return _OTHER_CASE.sub(lambda found: found.group().translate(_LOWER), folded)


def _sentences(text: str, own: str) -> list[Sentence]:
    found: list[Sentence] = []
    start, opens_line = 0, True
    quoted_until = 0
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    quote = 0
    for end in _END.finditer(text):
        while quote < len(quotes) and quotes[quote][1] <= end.start():
            quote += 1
        quoted_until = quotes[quote][1] if quote < len(quotes) else 0
        inside = quote < len(quotes) and quotes[quote][0] < end.start() < quoted_until
        if end.start() < start or inside or _goes_on(text, start, end):
            continue
        _add(found, text, own, start, end.end(), opens_line)
        opens_line = end.group() == "\n" or (opens_line and not text[start : end.end()].strip())
        start = end.end()
    _add(found, text, own, start, len(text), opens_line)
    return found


def _add(
    found: list[Sentence], text: str, own: str, start: int, end: int, opens_line: bool
) -> None:
    piece = text[start:end]
    body = piece.strip()
    if not body:
        return
    first = start + len(piece) - len(piece.lstrip())
    last = first + len(body)
    found.append(Sentence(body, own[first:last], first, last, opens_line))


def _goes_on(text: str, start: int, end: "re.Match[str]") -> bool:
    mark = end.group()
    if mark == ".":
        before = text[max(start, end.start() - 24) : end.start()]
        if _COMPANY.search(before) and _NEXT.match(text, end.end()):
            return False
        if _LETTERED.search(before):
            return False
        return _ABBREVIATION.search(before) is not None and _DAY.search(before) is None
    if mark != "\n":
        return False
    before = text[max(start, end.start() - 200) : end.start()].rstrip()
    after = text[end.end() : end.end() + 3]
    if not before or not after.strip() or after[0] in "\n ":
        return False
    joins = _JOINS.search(before) and not after[0].isascii() and not _BULLET.match(after)
    wraps = _ENGLISH_JOINS.search(before) and after[:2].isalpha() and after[0].isascii()
    if not joins and not (wraps and len(before) > 50):
        return False
    line = text[text.rfind("\n", 0, end.start()) + 1 : end.start()].strip()
    return heading_of(line) is None and bool(joins or not _LABEL.match(text, end.end()))
