"""Which causes no measure takes up, where the measures do not name the causes they answer."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kaizen.reading.causes import WrittenCause
from kaizen.reading.measures import WrittenMeasure
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import tables

# Content: pairs of kanji, words in katakana, the first letters of longer English words.
_CONTENT = re.compile("[\u4e00-\u9fff]{2,12}|[\u30a1-\u30fc]{3,20}|[a-z]{4,24}")
_STEM = 5
_ENOUGH = 2
# A bare number in brackets behind a measure may name a cause in the seller's own way.
_REFERENCE = re.compile(r"\(\(?[0-9a-h]\)\)?[\u3002.]?\s*$")


def untouched(
    causes: Sequence[WrittenCause], measures: Sequence[WrittenMeasure], told: str
) -> list[WrittenCause]:
    """Return the causes of which no word comes up in a measure, while others clearly do.

    Words of item 1 and words that all causes share tell nothing apart.
    """
    if any(_REFERENCE.search(measure.text) for measure in measures):
        return []
    words = [_content(cause.core) for cause in causes]
    counted = Counter(word for group in words for word in group)
    common = {word for word, count in counted.items() if count == len(causes)}
    common |= _content(read(told).text)
    answered = set().union(*(_content(measure.text) for measure in measures))
    shared = [len((group - common) & answered) for group in words]
    if max(shared, default=0) < _ENOUGH:
        return []
    return [
        cause
        for cause, group, count in zip(causes, words, shared, strict=True)
        if count == 0 and len(group - common) >= _ENOUGH
    ]


def _content(text: str) -> set[str]:
    found: set[str] = set()
    for match in _CONTENT.finditer(text):
        word = match.group()
        if word.isascii():
            if word not in _filling():
                found.add(word[:_STEM])
        elif "\u30a1" <= word[0] <= "\u30fc":
            found.add(word)
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return found


@cache
def _filling() -> frozenset[str]:
    return frozenset(tables("filling")["words"].split())
