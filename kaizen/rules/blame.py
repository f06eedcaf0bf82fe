"""Facts and the store's own part, not blame on others (R39, R40, R41, R48)."""

from collections.abc import Iterator
from itertools import islice

from kaizen.finding import Hit
from kaizen.lexicon import MOST, Match, find, says
from kaizen.phrase_rule import PhraseRule
from kaizen.plan import Item
from kaizen.reading.causes import read_causes
from kaizen.reading.outsiders import acts_alone
from kaizen.reading.vocabulary import found
from kaizen.review_context import ItemText, Review


class BlamesAmazon(PhraseRule):
    """Amazon, its staff or its systems are blamed, or the decision is argued with."""

    id = "R39"
    slug = "blames-amazon"
    phrases = "blames_amazon"
    slots = "blames_amazon_slots"
    bags = "blames_amazon"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield blame in so many words, and sentences of item 2 that leave the cause there."""
        yield from _with_sentences(super().check(review), review, "amazon")


class BlamesBuyers(PhraseRule):
    """Buyers are blamed or suspected."""

    id = "R40"
    slug = "blames-buyers"
    phrases = "blames_buyers"
    slots = "blames_buyers_slots"
    bags = "blames_buyers"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield blame in so many words, and sentences of item 2 that leave the cause there."""
        yield from _with_sentences(super().check(review), review, "buyer")


class BlamesOthers(PhraseRule):
    """Somebody or something else is the whole cause, and no own control is named beside it."""

    id = "R41"
    slug = "blames-others"
    phrases = "blames_others"
    slots = "blames_others_slots"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield blame in so many words, and others as the cause where no own control is named."""
        listed = list(super().check(review))
        yield from listed
        written = review[Item.CAUSE]
        text = written.folded.text
        if any(hit.place.item == Item.CAUSE for hit in listed) or _owns_all(text):
            return
        spans = [(c.start, c.end) for c in read_causes(written.text)] or [(0, len(text))]
        for start, end in spans:
            cause = text[start:end]
            if not says("owns_failure", cause) and says("third_party", cause):
                yield Hit(written.place(start, end))
                return

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether the store owns the failure in the same item, or only names its measures."""
        text = written.folded.text
        if says("outright_blame", text[match.start : match.end]):
            return False
        named_as_cause = written.item in (Item.CAUSE, Item.VIOLATION)
        return not named_as_cause or says("owns_failure", text)


class OthersDoItToo(PhraseRule):
    """Other sellers serve as an excuse."""

    id = "R48"
    slug = "others-do-it-too"
    phrases = "others_too"
    slots = "others_too_slots"
    bags = "others_too"


def _with_sentences(listed: Iterator[Hit], review: Review, who: str) -> Iterator[Hit]:
    """Yield what the lists found, and further sentences of item 2 in which ``who`` acts alone."""
    hits = list(listed)
    yield from hits
    written = review[Item.CAUSE]
    places = [hit.place for hit in hits if hit.place.item == Item.CAUSE]
    for sentence in islice(acts_alone(written.text, who), MOST):
        place = written.place(sentence.start, sentence.end)
        if not any(place.start <= other.start < place.end for other in places):
            yield Hit(place)


def _owns_all(text: str) -> bool:
    """Tell whether one sentence owns all causes together."""
    return any(
        found(text[slice(*match.sentence)].lower(), "causes", "owning_all")
        for match in find("takes_responsibility", text)
    )
