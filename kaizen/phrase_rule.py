"""The base of rules that look for a habit of writing with lists of words.

A rule may have three: whole phrases, rows of word classes that follow each other in a sentence,
and bags of words that meet in a sentence in any order. What they find has the rule's own severity.
Where they are silent about an item, loose signs (``kaizen.reading.signs``) may still ask: they
only ever give the lowest severity.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from kaizen.finding import Hit, Severity
from kaizen.lexicon import MOST, Match, find
from kaizen.plan import Item
from kaizen.reading.disowned import is_disowned
from kaizen.reading.questions import is_question
from kaizen.reading.sentences import Sentence
from kaizen.reading.signs import hinted
from kaizen.reading.title_names import is_in_a_title
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.word_bags import find_bags


class PhraseRule(Rule):
    """Yields a hit for each place of its lists, in the items that its data name."""

    phrases: ClassVar[str]
    slots: ClassVar[str | None] = None
    bags: ClassVar[str | None] = None
    signs: ClassVar[str | None] = None
    # A denial often begins with the same words ("we do not accept that ...").
    disowns: ClassVar[bool] = True

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield what the lists and further readings find in an item, else what signs hint at."""
        for written in self.texts(review):
            listed = [
                Hit(written.place(match.start, match.end), severity=self.weigh(match, written))
                for match in self.matches(written.folded.text)
                if not is_question(written.folded.text, match.start)
                and not self._is_disowned(match, written)
                and not _is_a_name(match, written)
                and not self.is_fine(match, written, review)
            ]
            found = [*listed, *self.further(written, listed)]
            yield from found or self.hints(written)

    def matches(self, text: str) -> Iterator[Match]:
        """Yield the places of all lists; a sentence that an earlier one has found is done with."""
        found = find(self.phrases, text)
        yield from found
        done = [match.sentence for match in found]
        further = (*(find(self.slots, text) if self.slots else ()),)
        further += find_bags(self.bags, text) if self.bags else ()
        for match in further:
            if not any(start <= match.start < end for start, end in done):
                done.append(match.sentence)
                yield match

    def texts(self, review: Review) -> Iterator[ItemText]:
        """Yield the written items that this rule reads."""
        items = self.data["items"]
        for written in review.written():
            if items == ["*"] or written.item.value in items:
                yield written

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether something else in the plan makes this place harmless."""
        return False

    def weigh(self, match: Match, written: ItemText) -> Severity | None:
        """Return how much a place weighs, None for the rule's own severity."""
        return None

    def further(self, written: ItemText, listed: list[Hit]) -> Iterable[Hit]:
        """Return what other readings than the lists find in an item."""
        return ()

    def hints(self, written: ItemText) -> Iterator[Hit]:
        """Yield the sentences in which the loose signs of this rule meet."""
        if self.signs:
            for sentence in islice(hinted(self.signs, written.text), MOST):
                if not (self.disowns and is_disowned(sentence.text)):
                    yield hint(written, sentence)

    def _is_disowned(self, match: Match, written: ItemText) -> bool:
        """Tell whether the sentence says that this is not what the seller says or means."""
        start, end = match.sentence
        sentence = written.folded.text[start:end]
        return self.disowns and is_disowned(sentence, match.start - start, match.end - start)


def _is_a_name(match: Match, written: ItemText) -> bool:
    """Tell whether the words are part of a name, such as that of a product."""
    return is_in_a_title(written.folded.text, match.start, match.end, match.sentence[0])


def hint(written: ItemText, sentence: Sentence) -> Hit:
    """Return a hit of the lowest severity for one sentence."""
    return Hit(written.place(sentence.start, sentence.end), severity=Severity.INFO)


def whole_text(review: Review) -> str:
    """Return the folded text of all items, one below the other."""
    return "\n".join(review[item].folded.text for item in Item)


def owns_a_gap(review: Review) -> bool:
    """Tell whether a field says why nobody in the store noticed: that is the store's own part."""
    return any(cause.why_unnoticed.strip() for cause in review.plan.causes)
