"""Standing by the facts: no denial, no guesses, the failure owned, only true claims (R46–R57)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import says
from kaizen.phrase_rule import PhraseRule, owns_a_gap
from kaizen.plan import Item
from kaizen.review_context import Review
from kaizen.rule import Question, Rule


class Denial(PhraseRule):
    """The violation is denied, without a document that shows it."""

    id = "R46"
    slug = "denial"
    phrases = "denial"
    slots = "denial_slots"
    bags = "denial"


class NoResponsibilityTaken(Rule):
    """No sentence owns the failure."""

    id = "R47"
    slug = "no-responsibility-taken"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the cause where neither it nor another item owns the failure."""
        cause = review[Item.CAUSE]
        if not cause.text.strip() or not asks_for_a_plan(review):
            return
        if owns_a_gap(review):
            return
        if not any(says("takes_responsibility", one.folded.text) for one in review.written()):
            yield Hit(cause.place())


class Guesswork(PhraseRule):
    """Items 1 and 2 suppose instead of saying what was checked."""

    id = "R49"
    slug = "guesswork"
    phrases = "guesswork"
    slots = "guesswork_slots"


class DoneWithoutProof(Question):
    """The seller confirms every claim of something done."""

    id = "R53"
    slug = "done-without-proof"


class ConfessionRisk(Question):
    """The seller is asked about disputes before admitting liability."""

    id = "R57"
    slug = "confession-risk"
