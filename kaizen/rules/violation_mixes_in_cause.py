"""Item 1 tells what happened, without reasons, excuses or measures (R07)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.plan import Item
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule


class ViolationMixesInCause(Rule):
    """Item 1 tells reasons, excuses or measures."""

    id = "R07"
    slug = "violation-mixes-in-cause"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each sentence that belongs to item 2 or 3."""
        written = review[Item.VIOLATION]
        for sentence in read(written.text).sentences:
            if found(sentence.own, "reasons", "fact_of_notice"):
                continue
            if found(sentence.own, "reasons", "reason", "excuse"):
                yield Hit(written.place(sentence.start, sentence.end))
            elif found(sentence.own, "reasons", "measure"):
                yield Hit(written.place(sentence.start, sentence.end), variant="measure")
