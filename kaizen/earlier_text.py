"""How a text stands to an earlier one, by its sentences: almost the same, or what is new."""

from kaizen.text import fold
from kaizen.voice import lowered, sentence_spans

# Of ten characters that count, nine stand in sentences that were there before.
ALMOST = 0.9


def is_almost_the_same(text: str, earlier: str) -> bool:
    """Tell whether nearly all of ``text`` stands in ``earlier``, sentence by sentence."""
    before = set(_sentences(earlier))
    now = _sentences(text)
    size = sum(map(len, now))
    return size > 0 and sum(len(part) for part in now if part in before) >= ALMOST * size


def fresh(text: str, earlier: str) -> str:
    """Return the sentences of ``text`` that do not stand in ``earlier``; all, where it is empty."""
    if not earlier.strip():
        return text
    before = set(_sentences(earlier))
    folded = fold(text).text
    spans = sentence_spans(lowered(folded))
    kept = (folded[start:end] for start, end in spans)
    return "\n".join(part for part in kept if "".join(lowered(part).split()) not in before)


def _sentences(text: str) -> list[str]:
    low = lowered(fold(text).text)
    return ["".join(low[start:end].split()) for start, end in sentence_spans(low)]
