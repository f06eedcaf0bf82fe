"""Plain text in characters that survive being pasted (R63, R64). ``kaizen.mend`` mends them."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.unsafe import MARKUP, UNSAFE


class NotPlainText(Rule):
    """Markup, tables, tabs or ornaments in the text to be pasted."""

    id = "R63"
    slug = "not-plain-text"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each such place in the words as typed."""
        for written in review.written():
            for match in MARKUP.finditer(written.text):
                variant = "tab" if match.group().isspace() else ""
                yield Hit(written.typed_place(*match.span()), variant=variant)


class UnsafeCharacters(Rule):
    """Half-width kana, circled numbers, unit and company squares, curly quotes."""

    id = "R64"
    slug = "unsafe-characters"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each run of such characters in the words as typed."""
        for written in review.written():
            for match in UNSAFE.finditer(written.text):
                yield Hit(written.typed_place(*match.span()))
