"""Whether a sentence speaks of something done or of something to come."""

import re

from kaizen.plan import Progress
from kaizen.reading.vocabulary import pattern, tables

_TAIL = re.compile(r"(?:[(\[][^()\[\]]{0,120}[)\]]|[\u3002.!?\s\u203b]|\u8cc7\u6599\d)+$")
# The verb stands at the end; looking at all of a long sentence takes the square of its length.
_ENDING = 400
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]")
_ENGLISH_LATER = re.compile(
    r"(?:^|[\s,(])(?:from|by|starting|effective|until|as of|beginning)\s(?:on\s)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|monday|20\d\d|the\s\d|\d)"
)


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
    if pattern("tense", "future").search(sentence) or _ENGLISH_LATER.search(sentence):
        return Progress.PLANNED
    if pattern("tense", "participle").search(sentence):
        return Progress.PLANNED
    if pattern("tense", "past").search(sentence):
        return Progress.DONE
    return Progress.PLANNED if len(sentence.split()) > 3 else Progress.UNDECIDED
