"""Every one of the seven items is written (R01)."""

import re
from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.review_context import Review
from kaizen.rule import Rule

_SAYS_SOMETHING = re.compile(r"\w")
# Typed as a dash where the keyboard writes Japanese.
_LONG_VOWEL = "\u30fc"
_NOTHING = frozenset(
    {"na", "none", "nil", "tbd", "\u306a\u3057", "\u7121\u3057", "\u7279\u306b\u306a\u3057"}
)


class ItemMissing(Rule):
    """An item is empty, or holds only punctuation or a dash."""

    id = "R01"
    slug = "item-missing"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit for each item that says nothing."""
        for item, written in review.items.items():
            letters = "".join(_SAYS_SOMETHING.findall(written.folded.text)).lower()
            if not letters.strip(_LONG_VOWEL) or letters in _NOTHING:
                yield Hit(written.place(), {"item": item.value})
