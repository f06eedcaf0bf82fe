"""Facts and the store's own part, not blame on others (R39, R40, R41, R48)."""

from collections.abc import Iterable, Iterator
from itertools import islice

from kaizen.finding import Hit, Severity
from kaizen.lexicon import MOST, Match, find, says
from kaizen.phrase_rule import PhraseRule, hint
from kaizen.plan import Item
from kaizen.reading.causes import read_causes
from kaizen.reading.disowned import is_disowned
from kaizen.reading.outsiders import acts_alone, apart
from kaizen.reading.sentences import read
from kaizen.reading.signs import agree, hinted
from kaizen.reading.vocabulary import found
from kaizen.review_context import ItemText, Review

_TOLD = (Item.VIOLATION, Item.CAUSE)


class BlamesAmazon(PhraseRule):
    """Amazon, its staff or its systems are blamed, or the decision is argued with.

    A sentence of item 2 that only leaves the cause there is a hint, unless it holds a word of
    complaint as well; so are loose signs of both.
    """

    id = "R39"
    slug = "blames-amazon"
    phrases = "blames_amazon"
    slots = "blames_amazon_slots"
    bags = "blames_amazon"
    signs = "R39"

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether the sentence names a failure of one's own."""
        return _is_owned(match, written)

    def further(self, written: ItemText, listed: list[Hit]) -> Iterable[Hit]:
        """Return sentences of item 2 that leave the cause with Amazon."""
        return _left_with("amazon", "R39", written, listed)

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield sentences with signs of both; items 1 and 2 need not speak to Amazon at all."""
        if written.item not in _TOLD:
            yield from super().hints(written)
            return
        for sentence in islice(read(written.text).sentences, MOST):
            own = sentence.own
            charged = agree("R39", own) or agree("R39_told", own)
            if (charged and not is_disowned(sentence.text)) or _is_addressed(own):
                yield hint(written, sentence)
        yield from _left_apart("R39_apart", written)


class BlamesBuyers(PhraseRule):
    """Buyers are blamed or suspected.

    A sentence of item 2 that only leaves the cause with them is a hint, unless it holds a word of
    bad faith or carelessness as well; so are loose signs of both.
    """

    id = "R40"
    slug = "blames-buyers"
    phrases = "blames_buyers"
    slots = "blames_buyers_slots"
    bags = "blames_buyers"
    signs = "R40"

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether the sentence names a failure of one's own."""
        return _is_owned(match, written)

    def further(self, written: ItemText, listed: list[Hit]) -> Iterable[Hit]:
        """Return sentences of item 2 that leave the cause with buyers."""
        return _left_with("buyer", "R40", written, listed)

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield sentences with signs of blame, and causes in which nothing of the store stands."""
        if written.item == Item.FIX:
            yield from super().hints(written)
            return
        for sentence in islice(read(written.text).sentences, MOST):
            charged = agree("R40", sentence.own) or agree("R40_told", sentence.own)
            if charged and not is_disowned(sentence.text):
                yield hint(written, sentence)
        yield from _left_apart("R40_apart", written)


class BlamesOthers(PhraseRule):
    """Somebody or something else is the whole cause, and no own control is named beside it.

    Where the cause names the store as well, without a failure of its own that the program knows,
    it is a hint; so are loose signs of blame.
    """

    id = "R41"
    slug = "blames-others"
    phrases = "blames_others"
    slots = "blames_others_slots"
    signs = "R41"

    def further(self, written: ItemText, listed: list[Hit]) -> Iterator[Hit]:
        """Yield a cause that names others, and no own control anywhere in it."""
        text = written.folded.text
        if written.item != Item.CAUSE or listed or _owns_all(text):
            return
        spans = [(c.start, c.end) for c in read_causes(written.text)] or [(0, len(text))]
        for start, end in spans:
            cause = text[start:end]
            owned = says("owns_failure", cause) or agree("spared", cause.lower())
            if owned or is_disowned(cause):
                continue
            if says("third_party", cause):
                shares = found(cause.lower(), "subjects", "own_part")
                clearly = not shares or says("outright_blame", cause)
                severity = None if clearly else Severity.INFO
                yield Hit(written.place(start, end), severity=severity)
                return

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield sentences with signs of blame, and with weaker ones where no own part is named."""
        yield from super().hints(written)
        if written.item == Item.VIOLATION:
            for sentence in islice(hinted("R41_cause", written.text), MOST):
                if not found(sentence.own, "subjects", "own_part"):
                    yield hint(written, sentence)
        if written.item == Item.CAUSE:
            for cause in islice(read_causes(written.text), MOST):
                own = cause.passage.own
                if found(own, "subjects", "own_part"):
                    continue
                blamed = agree("R41_cause", own)
                alone = agree("R41_only", own) and not (
                    says("owns_failure", own) or found(own, "causes", "gap", "process", "habit")
                )
                if blamed or alone:
                    place = written.place(cause.start, cause.end)
                    yield Hit(place, severity=Severity.INFO)
            yield from _left_apart("R41_apart", written)

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether the store owns the failure in the same item, or only names its measures."""
        text = written.folded.text
        if says("outright_blame", text[match.start : match.end]):
            return False
        named_as_cause = written.item in (Item.CAUSE, Item.VIOLATION)
        return not named_as_cause or says("owns_failure", text)


class OthersDoItToo(PhraseRule):
    """Other sellers serve as an excuse.

    In a measure other shops may be asked, compared or bought from: where only word classes meet
    there, it is a hint.
    """

    id = "R48"
    slug = "others-do-it-too"
    phrases = "others_too"
    slots = "others_too_slots"
    bags = "others_too"
    signs = "R48"

    def weigh(self, match: Match, written: ItemText) -> Severity | None:
        """Return a hint for word classes that meet in a measure or in the expected effect."""
        listed = match in find(self.phrases, written.folded.text)
        return None if listed or written.item in _TOLD else Severity.INFO

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield sentences with signs of an excuse; in items 1 and 2 other sellers are enough."""
        rule = "R48_told" if written.item in _TOLD else "R48"
        for sentence in islice(read(written.text).sentences, MOST):
            if agree("R48", sentence.own) or agree(rule, sentence.own):
                yield hint(written, sentence)


def _is_owned(match: Match, written: ItemText) -> bool:
    return agree("owned", written.folded.text[slice(*match.sentence)].lower())


def _is_addressed(own: str) -> bool:
    """Tell whether a sentence speaks to Amazon of more than what it wrote, and owns nothing."""
    return found(own, "subjects", "addressed") and not (agree("owned", own) or agree("spared", own))


def _left_with(who: str, rule: str, written: ItemText, listed: list[Hit]) -> Iterator[Hit]:
    """Yield the sentences of item 2 in which ``who`` acts alone and that no list has found."""
    if written.item != Item.CAUSE:
        return
    for sentence in islice(acts_alone(written.text, who), MOST):
        place = written.place(sentence.start, sentence.end)
        if any(place.start <= hit.place.start < place.end for hit in listed):
            continue
        yield Hit(place) if agree(rule, sentence.own) else hint(written, sentence)


def _left_apart(signs: str, written: ItemText) -> Iterator[Hit]:
    """Yield the causes in which nothing of the store stands, but what ``signs`` are about."""
    if written.item != Item.CAUSE:
        return
    for cause in islice(apart(written.text), MOST):
        lacks = signs != "R39_apart" and found(cause.passage.own, "causes", "gap")
        if not lacks and agree(signs, cause.passage.own):
            yield Hit(written.place(cause.start, cause.end), severity=Severity.INFO)


def _owns_all(text: str) -> bool:
    """Tell whether one sentence owns all causes together."""
    return any(
        found(text[slice(*match.sentence)].lower(), "causes", "owning_all")
        for match in find("takes_responsibility", text)
    )
