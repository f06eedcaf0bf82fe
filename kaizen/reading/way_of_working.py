"""Whether a cause says how it could come about: what the work lacked, or how it was done."""

from functools import lru_cache

from kaizen.lexicon import says
from kaizen.reading.causes import WrittenCause
from kaizen.reading.vocabulary import found


@lru_cache(maxsize=512)
def tells_how(cause: WrittenCause) -> bool:
    """Tell whether a sentence of the cause speaks of a part of the work, or of its manner.

    What others do as well, or how it ended, tells nothing of the own work.
    """
    return any(
        found(sentence.own, "way_of_working", "part", "manner")
        and not found(sentence.own, "causes", "owning")
        and not says("others_too", sentence.own)
        for sentence in cause.passage.sentences
    )
