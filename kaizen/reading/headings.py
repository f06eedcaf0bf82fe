"""Headings within item 3 that say: what follows is done, or what follows is planned."""

import re

from kaizen.plan import Progress
from kaizen.reading.vocabulary import found, pattern

_BRACKETED = re.compile(
    r"[\u3010\[<\u3008\u300a\u3014(\u300c\u300e]([^\u3010\u3011\[\]<>\u3008\u3009\u300a\u300b\u300d\u300f]{1,60})"
    r"[\u3011\]>\u3009\u300b\u3015)\u300d\u300f]"
)
_COLON = re.compile(r"([^:\u3002\n]{1,100}):")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[\u3002!\u3001,;]$|\u3059$|\u307e\u3057\u305f$")
_NUMBER = re.compile(
    r"\u7b2c(?:\d{1,2}|[\u4e00\u4e8c\u4e09\u56db\u4e94])\s?"
    r"|[(\[]?(?:\d{1,2}(?:[.-]\d{1,2})*|[a-d]|[ivx]{1,4}|[\u4e00\u4e8c\u4e09\u56db\u4e94])(?:[)\].:\u3001]\s?|\s+)"
)
# "(Point (3) of your mail)" behind a heading, but no day or amount in brackets.
_NOTE = re.compile(r"\s?\((?:[^()\d]|\([^()]{1,4}\)|\d(?![\d/.\u6708])){1,70}\)$")
_TELLS = re.compile(r"\d|(?<![a-z])(?:will|we|i|is|are|was|were|has|have)(?![a-z])")
# "Five offers were taken down: ..." tells of something; "steps that were taken:" announces it.
_SENTENCE = re.compile(
    r"(?!what|how|which|(?:the |our |all |these )?(?:actions?|steps?|measures?|things|items|work"
    r"|changes|corrections?|tasks?)(?![a-z]))[a-z0-9 '-]*"
    r"(?<![a-z])(?:was|were|has been|have been)(?![a-z])"
)
_SPOKEN_WORDS, _SPOKEN_JA = 4, 12
_SHORT_JA, _SHORT_WORDS, _TITLE_WORDS, _FEW_WORDS, _BRIEF_JA = 30, 12, 24, 6, 14
_ORNAMENTS = (
    " \u3000\u25a0\u25a1\u25cf\u25cb\u25ce\u25c6\u25c7\u25b2\u25b3\u25bc\u25bd\u25b6\u25b7"
    "\u2605\u2606\u2022*#\u30fb-=~<>_|+\u2192\u21d2\"'\u203b"
)
_MOST = 140
# "done/November 28/...": the first cell of a row.
_FIRST_CELL = re.compile(
    r"(?:[^/|\uff5c\t\n]{1,8}:)?([^\s/|\uff5c\d:\u3001\u3002]{1,12}(?: [a-z]{2,8})?) ?[/|\uff5c\t]"
    r"|((?:\u5b9f\u65bd|\u5bfe\u5fdc)?(?:\u6e08\u307f?|\u5b8c\u4e86|\u4e88\u5b9a)"
    r"|done|planned|completed|scheduled)[ \u3000](?=\d|[a-z]{3,9}\.? \d)"
)


def heading_of(
    sentence: str, *, alone: bool = True, leads: bool = False, opens: bool = False
) -> tuple[Progress, int] | None:
    """Return what a heading at the head of ``sentence`` announces, and where it ends.

    ``sentence`` is folded and in lower case; ``alone`` says that it fills its line, ``opens`` that
    it opens one, and ``leads`` that a point or a day opens the next line. A heading that announces
    neither what is done nor what is planned is ``UNDECIDED``; None is no heading.
    """
    bracketed, number = _BRACKETED.match(sentence), _NUMBER.match(sentence)
    # "(a)" is a number; "[a. done]" is a heading that has one.
    is_numbered = bool(bracketed and number and number.end() >= bracketed.end())
    if bracketed and not is_numbered and not _holds_facts(bracketed):
        return _announced(sentence, bracketed, alone=alone)
    # Brackets behind a measure hold its facts ("done: Nov 5"); they announce nothing.
    colon = None if sentence.startswith("(") else _COLON.match(sentence)
    if colon:
        bare = _bare(colon.group(1))
        progress = _noted(colon.group(1), otherwise=_title(bare))
        if progress is Progress.UNDECIDED and _is_short(bare) and not _SENTENCE.match(bare):
            progress = _progress(bare)
        if progress is not Progress.UNDECIDED:
            return progress, colon.end()
        if colon.end() == len(sentence) and alone and found(bare, "headings", "lead_in"):
            return progress, len(sentence)
    spoken = sentence.endswith(".") and len(sentence.split()) <= _SPOKEN_WORDS
    if opens and (spoken or (sentence.endswith("\u3002") and len(sentence) <= _SPOKEN_JA)):
        # "Steps taken." in front of what was done.
        progress = _title(_bare(sentence.rstrip("\u3002")))
        if progress is not Progress.UNDECIDED:
            return progress, len(sentence)
    for words, kind in (("told_done", Progress.DONE), ("told_planned", Progress.PLANNED)):
        says = pattern("headings", words).fullmatch
        if says(sentence) or (number and says(sentence, number.end())):
            return kind, len(sentence)
    if not alone or len(sentence) > _MOST:
        return None
    asked = pattern("headings", "asked_point").match(sentence)
    if asked:
        return _asked(asked), len(sentence)
    bare = _bare(sentence)
    progress = _noted(sentence, otherwise=_title(bare))
    if progress is Progress.UNDECIDED and _is_short(bare) and found(bare, "headings", "lead_in"):
        progress = _progress(bare)
    told = sentence.endswith((".", "\u3002")) and _NUMBER.match(sentence)
    if progress is Progress.UNDECIDED and leads and not told and _is_brief(bare):
        progress = _progress(bare)
    return None if progress is Progress.UNDECIDED else (progress, len(sentence))


def _asked(point: "re.Match[str]") -> Progress:
    """Return what a repeated point holds: as the note behind it says, else by its own words."""
    words = point.groupdict()
    note, asked = (words[f"{key}_ja"] or words[f"{key}_en"] or "" for key in ("note", "asked"))
    told = _progress(note)
    return _progress(asked) if told is Progress.UNDECIDED else told


def _holds_facts(bracketed: "re.Match[str]") -> bool:
    return bracketed.group()[0] == "(" and ":" in bracketed.group(1)


def marked_progress(text: str) -> Progress:
    """Return what marks within a measure say: a bracketed "done", or the first cell of a row."""
    cell = _FIRST_CELL.match(text)
    told = _progress(cell.group(cell.lastindex or 0)) if cell else Progress.UNDECIDED
    if told is not Progress.UNDECIDED:
        return told
    for bracketed in _BRACKETED.finditer(text):
        inner = bracketed.group(1)
        if len(inner) <= 16 and bracketed.group()[0] not in "\u300c\u300e":
            progress = _progress(inner)
            if progress is not Progress.UNDECIDED:
                return progress
    return Progress.UNDECIDED


def _announced(
    sentence: str, bracketed: "re.Match[str]", *, alone: bool
) -> tuple[Progress, int] | None:
    """Return what a heading in brackets announces; quotation marks must hold all of the line."""
    opening, inner, end = sentence[0], bracketed.group(1), bracketed.end()
    fills = alone and not sentence[end:].strip(_ORNAMENTS + ":\u3002")
    if opening in "\u300c\u300e" and not fills:
        return None
    progress = _progress(inner)
    if progress is Progress.UNDECIDED:
        progress = _title(inner.strip(_ORNAMENTS))
    if progress is Progress.UNDECIDED and (
        opening in "(\u300c\u300e" or (opening in "<[" and not fills)
    ):
        return None
    return progress, end


def _progress(heading: str) -> Progress:
    if found(heading, "headings", "planned"):
        return Progress.PLANNED
    if found(heading, "headings", "done") and not found(heading, "headings", "whole"):
        return Progress.DONE
    return Progress.UNDECIDED


def _bare(line: str) -> str:
    """Return a line without its number, the point it answers, its ornaments and its last mark."""
    bare = line.strip(_ORNAMENTS)
    number = _NUMBER.match(bare)
    if number:
        bare = bare[number.end() :].strip(_ORNAMENTS)
    restated = pattern("headings", "restated").match(bare)
    if restated and restated.end() < len(bare):
        bare = bare[restated.end() :].lstrip(_ORNAMENTS + "()").rstrip(_ORNAMENTS)
        bare = bare.rstrip("()") if bare.count(")") > bare.count("(") else bare
    bare = bare.rstrip(":.?").rstrip(_ORNAMENTS)
    return _NOTE.sub("", bare) or bare


def _noted(line: str, *, otherwise: Progress) -> Progress:
    """Return what brackets behind a repeated point say: "Point 3, prevention (planned)"."""
    line = line.strip(_ORNAMENTS).rstrip(":.? ")
    note = _NOTE.search(line) if pattern("headings", "restated").match(line) else None
    told = _progress(note.group()) if note else Progress.UNDECIDED
    return otherwise if told is Progress.UNDECIDED else told


def _is_short(heading: str) -> bool:
    if heading.isascii():
        return len(heading.split()) <= _SHORT_WORDS
    return len(heading) <= _SHORT_JA


def _is_brief(bare: str) -> bool:
    if _ENDS_LIKE_A_SENTENCE.search(bare) or re.search(r"\d", bare):
        return False
    return len(bare.split()) <= _FEW_WORDS if bare.isascii() else len(bare) <= _BRIEF_JA


def _title(bare: str) -> Progress:
    """Return what a line announces all of which is a title, such as "what is done so far"."""
    if _ENDS_LIKE_A_SENTENCE.search(bare) or len(bare.split()) > _TITLE_WORDS:
        return Progress.UNDECIDED
    if pattern("headings", "planned_title").fullmatch(bare):
        return Progress.PLANNED
    if pattern("headings", "done_title").fullmatch(bare):
        return Progress.PLANNED if found(bare, "headings", "planned") else Progress.DONE
    words = bare.split()
    if bare.isascii() and len(words) <= _FEW_WORDS and not _TELLS.search(bare):
        return _progress(bare) if found(bare, "headings", "title_nouns") else Progress.UNDECIDED
    return Progress.UNDECIDED
