"""Sentences that name an excuse, a plea or a charge only to say that it is not made."""

from kaizen.reading.vocabulary import found, pattern


def is_disowned(sentence: str, start: int | None = None, end: int | None = None) -> bool:
    """Tell whether ``sentence`` disowns what stands from ``start`` to ``end``, else any of it.

    ``sentence`` is folded; capitals do not matter. "We do not blame the carrier" makes no charge,
    and neither does "it is a small shop, which is no excuse".
    """
    text = sentence.lower().replace("\u2019", "'")
    if start is None or end is None:
        return found(text, "disowned", "behind", "ahead")
    behind = pattern("disowned", "behind").match(text[end:])
    return behind is not None or found(text[:start], "disowned", "ahead")
