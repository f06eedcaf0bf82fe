"""Standing by the facts: no denial, no guesses, the failure owned, only true claims (R46–R57)."""

from collections.abc import Iterator
from itertools import islice

from kaizen.finding import Hit, Severity
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import MOST, Match, find, says
from kaizen.phrase_rule import PhraseRule, hint, owns_a_gap
from kaizen.plan import Item
from kaizen.reading.causes import read_causes
from kaizen.reading.sentences import read
from kaizen.reading.signs import agree, hinted
from kaizen.reading.vocabulary import found, without
from kaizen.review_context import ItemText, Review
from kaizen.rule import Question, Rule


class Denial(PhraseRule):
    """The violation is denied, without a document that shows it.

    It holds the files back only where the sentence names what is denied: the violation, the
    notice, the other account, goods that are called genuine. A "not" about lists, stock or
    machines is a hint, and so are loose signs of denying; words that merely meet are a warning.
    """

    id = "R46"
    slug = "denial"
    phrases = "denial"
    slots = "denial_slots"
    bags = "denial"
    signs = "R46"
    disowns = False

    def weigh(self, match: Match, written: ItemText) -> Severity | None:
        """Return the lowest severity where nothing in the sentence is a charge."""
        text = written.folded.text
        if not found(text[slice(*match.sentence)].lower(), "accused", "accused"):
            return Severity.INFO
        listed = match in find(self.phrases, text) or match in find(self.slots, text)
        return None if listed else Severity.WARN

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield sentences with signs of denying; in items 1 and 2 there need be no charge.

        What buyers only ask ("if it is genuine") nobody claims.
        """
        told = written.item in (Item.VIOLATION, Item.CAUSE)
        for sentence in islice(read(written.text).sentences, MOST):
            own = without(sentence.own, "accused", "asked")
            if agree("R46", own) or (told and agree("R46_told", own)):
                yield hint(written, sentence)


class NoResponsibilityTaken(Rule):
    """No sentence owns the failure.

    Where each cause names a gap as the store's own ("our purchasing did not compare"), the sentence
    that owns them all is only a hint; so is a sentence of item 2 that calls the failure not one's
    own, where another one owns it, and one of item 1 that calls the store a victim.
    """

    id = "R47"
    slug = "no-responsibility-taken"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the cause where neither it nor another item owns the failure."""
        cause = review[Item.CAUSE]
        if not cause.text.strip() or not asks_for_a_plan(review):
            return
        told = review[Item.VIOLATION]
        for sentence in islice(hinted("R47_told", told.text), 1):
            yield hint(told, sentence)
        if owns_a_gap(review):
            return
        if not any(map(_takes_responsibility, review.written())):
            yield Hit(cause.place(), severity=Severity.INFO if _each_is_own(cause) else None)
            return
        for sentence in islice(hinted("R47", cause.text), 1):
            yield hint(cause, sentence)


def _takes_responsibility(written: ItemText) -> bool:
    """Tell whether a sentence owns the failure: in items 1 and 2 in any words of the store."""
    text = written.folded.text
    if written.item not in (Item.VIOLATION, Item.CAUSE) and not found(text, "accused", "owning"):
        return False
    return says("takes_responsibility", text)


def _each_is_own(cause: ItemText) -> bool:
    """Tell whether each cause of item 2 is a failure that the store calls its own."""
    texts = [one.passage.own for one in read_causes(cause.text)]
    return bool(texts) and all(
        says("owns_failure", text) and found(text, "accused", "own_subject") for text in texts
    )


class Guesswork(PhraseRule):
    """Items 1 and 2 suppose instead of saying what was checked."""

    id = "R49"
    slug = "guesswork"
    phrases = "guesswork"
    slots = "guesswork_slots"
    signs = "R49"


class DoneWithoutProof(Question):
    """The seller confirms every claim of something done."""

    id = "R53"
    slug = "done-without-proof"


class ConfessionRisk(Question):
    """The seller is asked about disputes before admitting liability.

    A sentence that admits damages owed by law is remarked on; owning a failure is another matter.
    """

    id = "R57"
    slug = "confession-risk"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the sentences that admit liability by law."""
        for written in review.written():
            for sentence in islice(hinted(self.id, written.text), MOST):
                yield hint(written, sentence)
