"""Sentences of item 2 in which somebody else acts, and nothing of one's own is named beside it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kaizen.lexicon import says
from kaizen.reading.causes import WrittenCause, read_causes
from kaizen.reading.sentences import Sentence, read
from kaizen.reading.signs import agree
from kaizen.reading.vocabulary import found, pattern

# What may stand before the subject of an English sentence: a label, and words that go with it.
_HEAD = re.compile(
    r"(?:(?:root )?(?:cause|reason) [a-z0-9]{1,2}[.:)]?\s*(?:\([^()]{0,30}\))?:?\s*"
    r"|\d{1,2}[.)]\s*)?"
    r"(?:(?:the|a|an|some|many|most|one|two|three|few|several|these|those|this|that|both|such|our"
    r"|certain|other|and|but|so|then|also|in fact,?|frankly,?|honestly,?)\s+){0,3}(?:[a-z-]+\s)?"
)

# An English subject stands near the head of its sentence.
_FARTHEST = 120


def acts_alone(original: str, who: str) -> Iterator[Sentence]:
    """Yield the sentences that leave the cause with ``who`` ("buyer", "amazon").

    What they did must be more than a plain fact, such as a report or an order.
    """
    for sentence in read(original).sentences:
        if found(sentence.own, "subjects", "own_part"):
            continue
        text = _without_facts(sentence.own, who)
        if not text.isascii():
            if found(text, "subjects", who):
                yield sentence
            continue
        acts = pattern("subjects", who).finditer(text, 0, _FARTHEST)
        if any(_HEAD.fullmatch(text, 0, act.start()) for act in acts):
            yield sentence


@lru_cache(maxsize=64)
def apart(original: str) -> tuple[WrittenCause, ...]:
    """Return the causes in which neither the store nor a failure of its own stands."""
    return tuple(cause for cause in read_causes(original) if not _is_own(cause.passage.own))


def _is_own(text: str) -> bool:
    return (
        found(text, "subjects", "own_part", "own_thing")
        or says("owns_failure", text)
        or agree("owned", text)
    )


def _without_facts(text: str, who: str) -> str:
    facts = pattern("subjects", f"{who}_fact")
    if text.isascii():
        return facts.sub(" ", text)
    return "" if facts.search(text) else text
