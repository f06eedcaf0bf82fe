"""Item 1 tells what happened, without reasons, excuses or measures (R07)."""

import re
from collections.abc import Iterator

from kaizen.finding import Hit, Severity
from kaizen.plan import Item
from kaizen.reading.sentences import Sentence, read
from kaizen.reading.signs import agree
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule

_FIGURE = re.compile(r"\d")


class ViolationMixesInCause(Rule):
    """Item 1 tells reasons, excuses or measures.

    Signs of how business stood or of what was done since are a hint. So is a further sentence
    that gives no figure and speaks of no rule, goods, order or report: facts do.
    """

    id = "R07"
    slug = "violation-mixes-in-cause"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each sentence that belongs to item 2 or 3."""
        written = review[Item.VIOLATION]
        for number, sentence in enumerate(read(written.text).sentences):
            place = written.place(sentence.start, sentence.end)
            if found(sentence.own, "reasons", "fact_of_notice"):
                continue
            if found(sentence.own, "reasons", "reason", "excuse"):
                yield Hit(place)
            elif found(sentence.own, "reasons", "measure"):
                yield Hit(place, variant="measure")
            elif agree("R07_measure", sentence.own):
                yield Hit(place, variant="measure", severity=Severity.INFO)
            elif agree("R07", sentence.own) or (number and _tells_no_fact(sentence)):
                yield Hit(place, severity=Severity.INFO)


def _tells_no_fact(sentence: Sentence) -> bool:
    """Tell whether a whole sentence gives no figure and speaks of nothing that happened."""
    ends = sentence.text.endswith((".", "\u3002", "!", "?"))
    return ends and not _FIGURE.search(sentence.text) and not found(sentence.own, "reasons", "fact")
