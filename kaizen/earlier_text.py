"""Whether a text is almost the same as an earlier one, by its sentences."""

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


def _sentences(text: str) -> list[str]:
    low = lowered(fold(text).text)
    return ["".join(low[start:end].split()) for start, end in sentence_spans(low)]
