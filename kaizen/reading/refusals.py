"""Promises not to do a thing again: they need nobody who does them, no rhythm and no record."""

from functools import lru_cache

from kaizen.reading.vocabulary import found, without


@lru_cache(maxsize=2048)
def is_refusal(sentence: str) -> bool:
    """Tell whether a folded, lower-case sentence only promises to leave something undone.

    "We will no longer ask for reviews" is no measure that lacks its owner: it is a promise. With a
    condition ("nothing goes out until ...") it is a rule that somebody applies, and so a measure.
    """
    if not found(sentence, "refusals", "refusal") or found(sentence, "no_act", "rule"):
        return False
    if not sentence.isascii():
        return True
    rest = without(without(sentence, "refusals", "opening"), "refusals", "refusal")
    return not found(rest, "refusals", "act") and not found(rest, "tense", "told")
