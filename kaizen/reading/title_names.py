"""Words that belong to a name written with capitals, such as a product's: "Dream Time Gummies"."""

import re

from kaizen.reading.vocabulary import found

_TITLE = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*")
_GOES_ON = re.compile(r"(?:[ -][A-Z0-9][A-Za-z0-9]*){1,4}")
_GOES_BEFORE = re.compile(r"(?<![A-Za-z])(?:[A-Z][A-Za-z]*[ -]){1,4}$")
_LONGEST = 24


def is_in_a_title(text: str, start: int, end: int, sentence: int) -> bool:
    """Tell whether the words from ``start`` to ``end`` of a text as typed are part of a name.

    Each of them and a neighbour begin with a capital, and no word among them is one of a sentence
    that is written all in capitals ("We Beg For Mercy"). The first word of a sentence, which begins
    at ``sentence``, tells nothing by its capital.
    """
    if not text[sentence:start].strip() or not _TITLE.fullmatch(text, start, end):
        return False
    before = _GOES_BEFORE.search(text, max(sentence, start - _LONGEST), start)
    if before and not text[sentence : before.start()].strip():
        before = None
    behind = _GOES_ON.match(text, end)
    if not (before or behind):
        return False
    run = text[before.start() if before else start : behind.end() if behind else end]
    return not found(run.lower(), "names", "in_no_name")
