"""Which causes no measure takes up, where the measures do not name the causes they answer."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kaizen.reading.causes import WrittenCause
from kaizen.reading.measures import WrittenMeasure
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import found, tables

# Content: pairs of kanji, words in katakana, the first letters of longer English words.
_CONTENT = re.compile("[\u4e00-\u9fff]{2,12}|[\u30a1-\u30fc]{3,20}|[a-z]{4,24}")
_STEM = 5
_ENOUGH = 2
# A letter or number in brackets behind a word: "for (a)", "(gap 2)".
_CITED = re.compile(r"[a-z:,;] \(?[0-9a-h]\)")
# A bare number in brackets behind a measure may name a cause in the seller's own way.
_REFERENCE = re.compile(r"\(\(?[0-9a-h]\)\)?[\u3002.]?\s*$")


def untouched(
    causes: Sequence[WrittenCause],
    measures: Sequence[WrittenMeasure],
    told: str,
    *,
    clearly: int = _ENOUGH,
) -> list[WrittenCause]:
    """Return the causes of which no word comes up in a measure, while others do ``clearly``.

    Words of item 1 and words that all causes share tell nothing apart. A cause about staff is
    taken up by a measure about shifts, whatever its words.
    """
    if _are_cited(measures):
        return []
    spoken_of = _families("\n".join(measure.text for measure in measures))
    spoken_of -= frozenset(tables("cause_families")["outside"])
    words = [_content(cause.core) for cause in causes]
    counted = Counter(word for group in words for word in group)
    common = {word for word, count in counted.items() if count == len(causes)}
    common |= _content(read(told).text)
    answered = set().union(*(_content(measure.text) for measure in measures))
    shared = [len((group - common) & answered) for group in words]
    if max(shared, default=0) < clearly:
        return []
    return [
        cause
        for cause, group, count in zip(causes, words, shared, strict=True)
        if count == 0 and len(group - common) >= _ENOUGH and not _families(cause.core) & spoken_of
    ]


def off_topic(
    causes: Sequence[WrittenCause], measures: Sequence[WrittenMeasure]
) -> list[WrittenCause]:
    """Return the causes about a thing that no measure speaks of, where one speaks of another.

    A cause about several things is taken up by a measure about any of them.
    """
    if _are_cited(measures):
        return []
    subjects = [_families(cause.core) for cause in causes]
    answered = _families("\n".join(measure.text for measure in measures))
    if not any(about & answered for about in subjects):
        return []
    return [
        cause
        for cause, about in zip(causes, subjects, strict=True)
        if about and not about & answered
    ]


def _are_cited(measures: Sequence[WrittenMeasure]) -> bool:
    """Tell whether a measure names causes in the seller's own way, which is not read further."""
    return any(
        _REFERENCE.search(measure.text)
        or _CITED.search(measure.text)
        or found(measure.text, "filling", "ordinals")
        for measure in measures
    )


def _families(text: str) -> frozenset[str]:
    return frozenset(key for key in _family_names() if found(text, "cause_families", key))


@cache
def _family_names() -> tuple[str, ...]:
    return tuple(key for key, value in tables("cause_families").items() if isinstance(value, dict))


def _content(text: str) -> set[str]:
    words: set[str] = set()
    for match in _CONTENT.finditer(text):
        word = match.group()
        if word.isascii():
            if word not in _filling():
                words.add(word[:_STEM])
        elif "\u30a1" <= word[0] <= "\u30fc":
            words.add(word)
        else:
            words.update(word[at : at + 2] for at in range(len(word) - 1))
    return words


@cache
def _filling() -> frozenset[str]:
    return frozenset(tables("filling")["words"].split())
