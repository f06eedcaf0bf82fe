"""What must not stand in a plan: altered documents, evasion, new violations, personal data."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from kaizen.finding import Hit, Severity
from kaizen.lexicon import MOST, Match, find, says
from kaizen.personal import personal_data
from kaizen.phrase_rule import PhraseRule, hint
from kaizen.plan import Item
from kaizen.reading.named_buyers import has_a_duty, named_buyers
from kaizen.reading.person import read_person
from kaizen.reading.sentences import lower, read
from kaizen.reading.signs import agree, hinted
from kaizen.reading.slots import acting_names
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule

Span = tuple[int, int]

_TOLD_AS_FACT = frozenset({Item.VIOLATION, Item.CAUSE})


class _Forbidden(PhraseRule):
    """Weighs less where only word classes meet: good plans speak of papers, shops and refunds."""

    loose: ClassVar[Severity]
    may_be_told: ClassVar[bool] = True

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield sentences in which signs of the act meet, also in quoted words of a form.

        What items 1 and 2 only tell, and neither announce nor go on with, is no act of the plan.
        """
        for sentence in islice(hinted(self.id, written.text, quoted=True), MOST):
            if is_goal_of_none(sentence.text, written):
                continue
            told = written.item in _TOLD_AS_FACT and self.may_be_told
            if not told or find("announcement", sentence.text) or agree("goes_on", sentence.text):
                yield hint(written, sentence)

    def weigh(self, match: Match, written: ItemText) -> Severity | None:
        """Return the rule's own severity for a whole phrase, else ``loose``."""
        return None if match in find(self.phrases, written.folded.text) else self.loose


class AlteredDocument(_Forbidden):
    """The text speaks of altering, making or correcting a document that somebody else issued."""

    id = "R54"
    slug = "altered-document"
    phrases = "altered_document"
    slots = "altered_document_slots"
    loose = Severity.INFO
    may_be_told = False

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether items 1 and 2 own up to it, and item 3 puts an original in its place."""
        fix = review[Item.FIX].folded.text
        return written.item in _TOLD_AS_FACT and says("documents_put_right", fix)


class Evasion(_Forbidden):
    """Another account, another name, or a hidden connection."""

    id = "R55"
    slug = "evasion"
    phrases = "evasion"
    slots = "evasion_slots"
    loose = Severity.WARN

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether items 1 and 2 only tell what happened, or item 4 counts it down to none."""
        if is_goal_of_none(written.folded.text[slice(*match.sentence)], written):
            return True
        return written.item in _TOLD_AS_FACT and not is_intended(match, written)


class ProhibitedPromise(_Forbidden):
    """A measure that would break another rule."""

    id = "R56"
    slug = "prohibited-promise"
    phrases = "prohibited_promise"
    slots = "prohibited_promise_slots"
    loose = Severity.INFO

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether it is a fact of items 1 and 2, a goal of none, or stock that may be zero."""
        if written.item in _TOLD_AS_FACT and not is_intended(match, written):
            return True
        start, end = match.sentence
        sentence = written.folded.text[start:end]
        if is_goal_of_none(sentence, written):
            return True
        words = written.folded.text[match.start : match.end]
        return says("stock_to_zero", words) and (
            says("offer_ended", sentence) or not _stock_matters(review)
        )


class PersonalData(Rule):
    """Names, addresses or numbers of buyers and other people.

    Who acts in item 3 is staff: "buyer Louise Kanai checks each lot" buys for the store.
    """

    id = "R58"
    slug = "personal-data"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield what looks like data of another person, and ask about names in a buyer's place."""
        person = read_person(review[Item.RESPONSIBLE_PERSON].text)
        names = {lower(" ".join(person.names)), *map(lower, person.names)}
        staff = frozenset(acting_names(read(review[Item.FIX].text).cased))
        for written in review.written():
            if written.item is Item.RESPONSIBLE_PERSON:
                continue
            text = written.folded.text
            sure = list(personal_data(text))
            asked = named_buyers(text, told=written.item in _TOLD_AS_FACT)
            for start, end in (*sure, *_apart(asked, sure)):
                words = lower(text[start:end])
                acts = words.rpartition(" ")[2] in staff or has_a_duty(text, end)
                if words not in names and not acts:
                    severity = None if (start, end) in sure else Severity.INFO
                    yield Hit(written.place(start, end), severity=severity)


def _apart(spans: Iterable[Span], known: list[Span]) -> Iterator[Span]:
    """Yield each span once that does not touch a known one."""
    taken = list(known)
    for start, end in spans:
        if not any(first < end and start < last for first, last in taken):
            taken.append((start, end))
            yield start, end


def is_goal_of_none(sentence: str, written: ItemText) -> bool:
    """Tell whether a sentence of item 4 counts an act down to nothing."""
    return written.item is Item.EFFECT and says("goal_of_none", sentence)


def is_intended(match: Match, written: ItemText) -> bool:
    """Tell whether the sentence announces something instead of telling what happened."""
    sentence = written.folded.text[slice(*match.sentence)]
    return bool(find("announcement", sentence))


def _stock_matters(review: Review) -> bool:
    """Tell whether an offer must end, not only run out of stock: restricted goods and the like."""
    known = {review.details.violation_type}
    if review.notice is not None:
        known |= {review.notice.violation_type, *review.notice.other_violation_types}
    known -= {"", "unknown"}
    if not known:
        return True
    return any(says("listing_must_end", kind.replace("_", " ")) for kind in known)
