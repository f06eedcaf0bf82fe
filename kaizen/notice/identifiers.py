"""ASINs, order numbers, complaint ids and registration numbers."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kaizen.notice.page import HEAD, TAIL, Page
from kaizen.notice.signature import pattern
from kaizen.notice.words import each_match, first_match

# Each begins with a character and looks behind it only then, which is much the faster way.
# People who type a number off a screen may write the long vowel mark for the hyphen.
_ORDER = re.compile(
    r"\d(?<![\d-]\d)\d{2} ?[-\u30fc] ?\d{7} ?[-\u30fc] ?\d{7}(?=\d{3}-\d{7}-\d{7}|\D|$)"
)
_GLUED_ORDER = re.compile(r"\d(?<=\d\d)\d{2}-\d{7}-\d{7}(?=\d{3}-\d{7}-\d{7}|\D|$)")
_TWO_SEVENS = re.compile(r"[-\u30fc] ?\d{7} ?[-\u30fc] ?\d{7}")
"""Without it there is no order number: it is found much faster."""
_ASIN = re.compile(
    r"b0(?:(?<![0-9a-z_=/]..)|(?<=asinb0)|(?<=asinsb0)|(?<=/dp/b0)|(?<=product/b0)|(?<=asin=b0)|(?<=dp%2fb0))[0-9a-z]{8}(?![0-9a-z@])"
)
_GLUED_ASINS = re.compile(r"b0(?<![0-9a-z]..)[0-9a-z]{8}(?:b0[0-9a-z]{8}){1,399}(?![0-9a-z@])")
_ISBN = re.compile(r"\d(?<![0-9a-z-]\d)\d{8}[\dx](?![0-9a-z-])")
_ROW = re.compile(r"(?:b0[0-9a-z]{8}|\d{9}[\dx])(?![0-9a-z])")
_SPACED = re.compile(r"asin[ :=]{1,4}(?P<id>b ?0(?: ?[0-9a-z]){8})(?![0-9a-z]| [0-9a-z] )")
_PLACEHOLDER = re.compile(r"b0(.)\1{7}|b0x{4}[0-9a-z]{4}|b0[0-9a-z]{4}x{4}")
_FILE_NAME = re.compile(r"[\w-]{0,40}\.(?:pdf|jpe?g|png|gif|tiff?|docx?|xlsx?|csv|zip)\b")
_TYPED_OFF = str.maketrans({" ": "", "\u30fc": "-"})
_MOST = 5_000
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)
}


@dataclass(frozen=True, slots=True)
class Found:
    """A value and its place on the page; no place where it was outside the part read closely."""

    value: str
    start: int
    end: int


def order_ids(page: Page) -> list[Found]:
    """Return every order number once, in order of first mention."""
    if _TWO_SEVENS.search(page.lower) is None:
        return []
    return _once(
        Found(match.group().translate(_TYPED_OFF), match.start(), match.end())
        for expression in (_ORDER, _GLUED_ORDER)
        for match in expression.finditer(page.lower)
    )


def asins(page: Page) -> list[Found]:
    """Return every ASIN once; ten-digit book numbers count only behind a label."""
    text = page.lower
    if _TWO_SEVENS.search(text):
        text = _ORDER.sub(lambda match: " " * len(match.group()), text)
    found = [
        Found(match.group().upper(), *match.span())
        for match in _ASIN.finditer(text)
        if not (_PLACEHOLDER.match(match.group()) or _FILE_NAME.match(text, match.end()))
    ]
    for run in _GLUED_ASINS.finditer(text):
        found += [
            Found(text[at : at + 10].upper(), at, at + 10)
            for at in range(run.start(), run.end(), 10)
        ]
    found += _books(page, text) + _spaced(text)
    return _once(sorted(found, key=lambda one: one.start))


def outside(page: Page) -> tuple[list[str], list[str]]:
    """Return ASINs and order numbers of the middle of a very long text that is not read closely."""
    if len(page.original) <= HEAD + TAIL:
        return [], []
    middle = page.original[page.gap_at : page.gap_at + page.gap + 1].translate(_FULL_WIDTH)
    ids = (match.group().upper() for match in _ASIN.finditer(middle))
    numbers = (match.group().replace(" ", "") for match in _ORDER.finditer(middle))
    return list(dict.fromkeys(ids))[:_MOST], list(dict.fromkeys(numbers))[:_MOST]


def complaint_ids(page: Page) -> list[Found]:
    """Return the numbers under which complaints were filed."""
    return _labelled(page, "complaint")


def registration_numbers(page: Page, complaints: Collection[str]) -> list[Found]:
    """Return registration numbers of trademarks, designs, patents; ``complaints`` are none."""
    found = _labelled(page, "registration")
    return [one for one in found if one.value not in complaints]


def _labelled(page: Page, name: str) -> list[Found]:
    found = []
    for match in each_match(page, "identifiers", name):
        digits = re.sub(r"[,\s-]", "", match.group("id")).upper()
        found.append(Found(digits, match.start("id"), match.end("id")))
    return _once(found)


def _books(page: Page, text: str) -> list[Found]:
    if first_match(page, "identifiers", "book_label") is None:
        return []
    found = []
    label = pattern("identifiers", "book_label")
    other = pattern("identifiers", "not_a_book")
    for match in _ISBN.finditer(text):
        start, _ = page.unit(match.start())
        before = text[max(start, match.start() - 40) : match.start()]
        if label.search(before) and not other.search(before[-14:]):
            found.append(Found(match.group().upper(), match.start(), match.end()))
        elif match.start() == start and _ROW.match(
            text, text.rfind("\n", 0, max(0, start - 1)) + 1
        ):
            # A row of a table below a row that begins with an ASIN.
            found.append(Found(match.group().upper(), match.start(), match.end()))
    return found


def _spaced(text: str) -> list[Found]:
    """Return ASINs typed with spaces between their characters, behind their label."""
    return [
        Found(match.group("id").replace(" ", "").upper(), *match.span("id"))
        for match in _SPACED.finditer(text)
        if " " in match.group("id")
    ]


def _once(found: Iterable[Found]) -> list[Found]:
    seen: dict[str, Found] = {}
    for one in sorted(found, key=lambda one: one.start):
        if len(seen) >= _MOST:
            break
        seen.setdefault(one.value, one)
    return list(seen.values())
