"""Facts and the store's own part, not blame on others (R39, R40, R41, R48)."""

from kaizen.lexicon import Match, says
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

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether the store owns the failure in the same item, or only names its measures."""
        text = written.folded.text
        if says("outright_blame", text[match.start : match.end]):
            return False
        return (written.item is not Item.CAUSE and written.item is not Item.VIOLATION) or says(
            "owns_failure", text
        )


class OthersDoItToo(PhraseRule):
    """Other sellers serve as an excuse."""

    id = "R48"
    slug = "others-do-it-too"
    phrases = "others_too"
