"""Whether a sentence speaks of something done or of something to come."""

import re

from kaizen.plan import Progress
from kaizen.reading.vocabulary import pattern, tables

_TAIL = re.compile(r"(?:[(\[][^()\[\]]{0,120}[)\]]|[\u3002.!?\s\u203b]|\u8cc7\u6599\d)+$")
# The verb stands at the end; looking at all of a long sentence takes the square of its length.
_ENDING = 400
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]")
_DAY = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|monday|20\d\d|the\s\d|\d)"
_LATER = rf"(?:from|by|starting|effective|until|as of|beginning)\s(?:on\s)?{_DAY}"
_ENGLISH_LATER = re.compile(rf"(?:^|[\s,(]){_LATER}")
_LATER_FIRST = re.compile(rf"(?:[(\[]?[a-z\d]{{1,3}}[)\].:]\s?|[*-]\s?)?{_LATER}")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,120}[)\]]")
_HANGS_ON = re.compile(
    r"(?<![a-z])(?:who|which|that|whose|where|when(?:ever)?|if|unless|until|before|after|once|because"
    r"|since|so that|as soon as)(?![a-z])[^,;.]{0,200}"
)
# Fewer words are no clause of their own.
_CLAUSE = 4


def tense_of(sentence: str) -> Progress:
    """Return DONE, PLANNED or UNDECIDED for one folded, lower-case sentence."""
    if _KANA.search(sentence):
        return _japanese(_TAIL.sub("", sentence[-_ENDING:]))
    return _english(sentence)


def _japanese(bare: str) -> Progress:
    words = tables("tense")
    if pattern("tense", "already").search(bare):
        return Progress.DONE
    tail = bare[-14:]
    past = max(
        (tail.rfind(word) + len(word) for word in words["past"]["ja"] if word in tail), default=0
    )
    later = max(
        (tail.rfind(word) + len(word) for word in words["future"]["ja"] if word in tail), default=0
    )
    if past == later == 0:
        return Progress.UNDECIDED
    return Progress.DONE if past > later or (past == later and past) else Progress.PLANNED


def _english(sentence: str) -> Progress:
    """Return the tense of the main clause; what hangs on "who" or "if" tells nothing of it."""
    bare = _IN_BRACKETS.sub(" ", sentence)
    main = _HANGS_ON.sub(" ", bare)
    main = main if len(main.split()) >= _CLAUSE else bare
    if pattern("tense", "future").search(main) or _LATER_FIRST.match(bare):
        return Progress.PLANNED
    if pattern("tense", "told").search(main):
        return Progress.DONE
    if _ENGLISH_LATER.search(bare) or pattern("tense", "participle", "present").search(main):
        return Progress.PLANNED
    if pattern("tense", "past").search(main):
        return Progress.DONE
    return Progress.PLANNED if len(sentence.split()) > 3 else Progress.UNDECIDED
