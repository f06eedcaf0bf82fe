"""Which sentences of item 3 tell of an act, and which only of what is left, known or titled."""

from functools import lru_cache

from kaizen.reading.vocabulary import found, without

# A title is no longer.
_TITLE = 140


@lru_cache(maxsize=2048)
def is_act(sentence: str) -> bool:
    """Tell whether a folded, lower-case sentence says that somebody does or did something.

    "We did not contact the buyers", "the matter is settled" and "point 2 of your message" are no
    acts: they need neither a day nor somebody who does them. A negation under a condition is one:
    "no offer goes live unless ..." is a rule that somebody applies.
    """
    if len(sentence) <= _TITLE and found(sentence, "no_act", "title") and not _tells(sentence):
        return False
    if not sentence.isascii():
        if found(sentence, "no_act", "negated_end") and not found(sentence, "no_act", "rule"):
            return False
        return not found(sentence, "no_act", "state")
    bare = sentence
    if not found(sentence, "no_act", "rule"):
        bare = without(sentence, "no_act", "negated")
    rest = without(bare, "no_act", "state")
    if rest != bare:
        # "Their reviews can be removed": nouns that could be verbs tell nothing beside a state.
        return found(rest, "tense", "future", "told", "participle")
    return rest == sentence or _tells(rest)


def _tells(text: str) -> bool:
    """Tell whether a verb of an act stands in the text."""
    return found(text, "tense", "future", "told", "present", "participle")
