"""Facts and the store's own part, not blame on others (R39, R40, R41, R48)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.lexicon import Match, find, says
from kaizen.phrase_rule import PhraseRule
from kaizen.plan import Item
from kaizen.review_context import ItemText, Review


class BlamesAmazon(PhraseRule):
    """Amazon, its staff or its systems are blamed, or the decision is argued with."""

    id = "R39"
    slug = "blames-amazon"
    phrases = "blames_amazon"


class BlamesBuyers(PhraseRule):
    """Buyers are blamed or suspected."""

    id = "R40"
    slug = "blames-buyers"
    phrases = "blames_buyers"


class BlamesOthers(PhraseRule):
    """Somebody or something else is the whole cause, and no own control is named beside it."""

    id = "R41"
    slug = "blames-others"
    phrases = "blames_others"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield blame in so many words, and others as the cause where no own control is named."""
        found = list(super().check(review))
        yield from found
        cause = review[Item.CAUSE]
        text = cause.folded.text
        if any(hit.place.item == Item.CAUSE for hit in found) or says("owns_failure", text):
            return
        for match in find("third_party", text)[:1]:
            yield Hit(cause.place(*match.sentence))

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
