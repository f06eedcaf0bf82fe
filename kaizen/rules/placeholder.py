"""No blank of a template is left in the text (R37)."""

import re
from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import each
from kaizen.review_context import Review
from kaizen.rule import Rule

# Rings and dots that stand for a word. One ring beside a cross is a mark on a form.
_RINGS = re.compile(
    "(?:[\u25cb\u25ef\u3007\u25cf\u25b3\u25b2\u25a1\u25a0]{2,}|[\u25cb\u25ef\u25cf\u25b3\u25a1]"
    "(?=[\u5e74\u6708\u65e5\u69d8\u793e\u5e97\u4ef6\u540d\u500b\u70b9\u5186%])"
    "|(?<![\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u3007])\u3007"
    "(?=[\u5e74\u6708\u65e5\u69d8\u793e\u5e97\u4ef6\u540d]))"
)
_MARKS_OF_A_FORM = re.compile(
    "^[\u25cb\u25ef][\u25b3\u25b2]$|^\\[(?:done|planned|completed|scheduled) date\\]$"
)


class PlaceholderLeft(Rule):
    """A blank of a template, such as rings, brackets or XXX, is still there."""

    id = "R37"
    slug = "placeholder-left"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each blank."""
        for written in review.written():
            text = read(written.text).text
            for match in (*_RINGS.finditer(text), *each(text, "blanks", "blank")):
                if not _MARKS_OF_A_FORM.match(match.group()):
                    yield Hit(written.place(match.start(), match.end()))
