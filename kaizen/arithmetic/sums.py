"""Totals: parts that stand beside the total they are said to make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kaizen.arithmetic.statement import Kind, Statement
from kaizen.arithmetic.words import NUMBER, NUMBER_BEGINS, any_of, as_number, unit, words

_LONGEST_LABEL = 24
_MOST_PARTS = 20
_AHEAD = 28
_PART_OF = re.compile(
    rf"{NUMBER_BEGINS}(?P<number>{NUMBER}) (?:out )?of (?:the |our |these |all )?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things and its place."""

    start: int
    end: int
    number: int
    unit: str


def sum_statements(text: str) -> Iterator[Statement]:
    """Yield the totals claimed in folded text, before or behind their parts."""
    counts = [
        Count(found.start(), found.end(), as_number(found[1]), found[2])
        for found in _count().finditer(text)
    ]
    for place, whole in enumerate(counts):
        found = (
            _in_brackets(text, counts, place)
            or _after_breakdown(text, counts, place)
            or _before_total(text, counts, place)
        )
        if found is not None:
            parts, start, end = found
            total = sum(part.number for part in parts)
            if total != whole.number and not _is_complete(text, whole, parts[0]):
                continue
            yield total_of([part.number for part in parts], whole.number, start, end)
    yield from _english(text)


def total_of(parts: Sequence[int], whole: int, start: int, end: int) -> Statement:
    """Return the claim that ``parts`` make ``whole``, with the sum written out."""
    total = sum(parts)
    working = f"{' + '.join(f'{part:,}' for part in parts)} = {total:,}"
    return Statement(Kind.TOTAL, start, end, f"{whole:,}", f"{total:,}", total == whole, working)


Found = tuple[Sequence[Count], int, int]


def _is_complete(text: str, whole: Count, first: Count) -> bool:
    """Tell whether words say that the parts are all: a list in brackets may name only some."""
    if first.start < whole.start:
        return True
    between = text[whole.end : first.start]
    return bool(_breakdown_word().search(between) or _is_total(text, whole))


def _is_total(text: str, whole: Count) -> bool:
    before = text[max(0, whole.start - 12) : whole.start]
    return _total_alone().search(before) is not None


def _in_brackets(text: str, counts: Sequence[Count], place: int) -> Found | None:
    """Return the parts of "8 items (5 here, 3 there)": nothing but labelled parts in brackets."""
    whole = counts[place]
    if text[whole.end : whole.end + 1] != "(":
        return None
    close = text.find(")", whole.end, whole.end + _LONGEST_LABEL * _MOST_PARTS)
    if close < 0:
        return None
    inside = [count for count in counts[place + 1 : place + 1 + _MOST_PARTS] if count.end <= close]
    segments = re.split(_separator(), text[whole.end + 1 : close])
    labelled = all(
        _part().fullmatch(segment.strip()) is not None for segment in segments if segment.strip()
    )
    if not labelled or len(segments) != len(inside):
        return None
    return _checked(text, whole, inside, whole.start, close + 1)


def _after_breakdown(text: str, counts: Sequence[Count], place: int) -> Found | None:
    """Return the parts of "28 items; breakdown: 17 of this, 8 of that"."""
    whole = counts[place]
    word = _breakdown().match(text, whole.end)
    if word is None:
        return None
    parts = _row(text, counts, place + 1, word.end())
    return _checked(text, whole, parts, whole.start, parts[-1].end) if parts else None


def _before_total(text: str, counts: Sequence[Count], place: int) -> Found | None:
    """Return the parts of "17 of this, 8 of that, 25 in total"."""
    whole = counts[place]
    word = _total().search(text[max(0, whole.start - 12) : whole.start])
    if word is None or place == 0:
        return None
    begins = max(0, whole.start - 12) + word.start()
    parts: list[Count] = []
    limit = begins
    for count in reversed(counts[max(0, place - _MOST_PARTS) : place]):
        between = text[count.end : limit]
        joined = _joint().fullmatch(between) if not parts else _gap().fullmatch(between)
        if count.unit != whole.unit or joined is None:
            break
        parts.insert(0, count)
        limit = count.start
    if not parts or not _is_near(sum(part.number for part in parts), whole.number):
        return None
    label = text[max(0, parts[0].start - _LONGEST_LABEL) : parts[0].start]
    before = re.split(_stop(), label)[-1]
    if _partial().search(before):
        # "Of 412, 7 of this and 3 of that, 10 in total": where the parts begin is a guess.
        return None
    return _checked(text, whole, parts, parts[0].start, whole.end)


def _is_near(total: int, claimed: int) -> bool:
    """Tell whether a total may be that of these parts; a far greater one counts other things."""
    return total <= 2 * claimed and claimed <= 2 * total


def _row(text: str, counts: Sequence[Count], place: int, begins: int) -> list[Count]:
    """Return the counts that follow one another as parts, to the end of the sentence."""
    parts: list[Count] = []
    at = begins
    for count in counts[place : place + _MOST_PARTS]:
        if _gap(bool(parts)).fullmatch(text[at : count.start]) is None:
            break
        if text[at : count.start].startswith("\n") and not _line_end().match(text, count.end):
            # A line that goes on is a sentence about something else, not one of the parts.
            break
        parts.append(count)
        at = count.end
    return parts


def _checked(text: str, whole: Count, parts: Sequence[Count], start: int, end: int) -> Found | None:
    """Return the parts if they can be added up at all: two or more, of one unit, none doubtful."""
    if len(parts) < 2 or any(part.unit != whole.unit for part in parts):
        return None
    tail = text[end : end + 2]
    if _partial().search(text[start:end]) or _partial().match(tail):
        return None
    return parts, start, end


def _english(text: str) -> Iterator[Statement]:
    taken = bytearray(len(text))
    for pattern, says_all in _english_sums():
        for found in pattern.finditer(text):
            numbers = [as_number(part) for part in _number().findall(found["parts"])]
            if len(numbers) < 2 or _partial().search(found["parts"]):
                continue
            # Of "12 of 486 orders: 6 of this, 5 of that and 1 more" the parts make the twelve.
            part = _PART_OF.search(text, max(0, found.start() - _AHEAD), found.start())
            whole = as_number(part["number"] if part else found["whole"])
            total, place = sum(numbers), (found.start(), found.end())
            if (total != whole and not says_all) or any(taken[place[0] : place[1]]):
                continue
            taken[place[0] : place[1]] = b"\x01" * (place[1] - place[0])
            yield total_of(numbers, whole, *place)


@cache
def _count() -> re.Pattern[str]:
    ordinal = words()["marks"]["not_a_count"]
    # Letters may stand before it ("FBA3"), unlike figures, which would make it part of an id.
    return re.compile(rf"(?<![\d.,/~\u301c-])({NUMBER})\s?({unit()})(?!{ordinal})")


@cache
def _separator() -> str:
    return any_of(words()["separators"])


@cache
def _stop() -> str:
    return rf"[{words()['marks']['stops']}()]"


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"[^\d()]{{1,{_LONGEST_LABEL}}}(?:{NUMBER})\s?{unit()}")


@cache
def _gap(needs_separator: bool = True) -> re.Pattern[str]:
    """Return what may stand between two parts: a separator, then a label without figures."""
    marks = words()["marks"]
    stops = marks["stops"]
    day = rf"\d{{1,2}}{marks['day']}(?:\([^()\d]{{1,4}}\))?"
    month = rf"\d{{1,2}}{marks['month']}(?:{day})?"
    label = rf"(?:[^\d(){stops}%]|{month})"
    if not needs_separator:
        listed = rf"(?:{marks['stop']}?\n[{marks['bullets']}]? ?{label}{{0,{_LONGEST_LABEL}}})?"
        return re.compile(rf"{label}{{0,{_LONGEST_LABEL}}}{listed}")
    return re.compile(rf"{_separator()}{label}{{0,{_LONGEST_LABEL}}}")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"[{words()['marks']['between_part_and_total']}\s]{{0,3}}")


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(rf"[{words()['marks']['before_line_end']}]?\s?(?:\n|$)")


@cache
def _breakdown() -> re.Pattern[str]:
    word = any_of(words()["breakdown"])
    return re.compile(rf"[{words()['marks']['before_breakdown']}\s]{{0,5}}{word}")


@cache
def _breakdown_word() -> re.Pattern[str]:
    return re.compile(any_of(words()["breakdown"]))


@cache
def _total_alone() -> re.Pattern[str]:
    """Return the words for a total, not as the end of a longer word: a clock ends like "total"."""
    return re.compile(rf"(?<![\u4e00-\u9fff]){any_of(words()['total'])}\s?$")


@cache
def _total() -> re.Pattern[str]:
    return re.compile(any_of(words()["total"]) + r"\s?$")


@cache
def _partial() -> re.Pattern[str]:
    return re.compile(any_of(words()["not_a_part"]))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z\d,]){NUMBER}(?![A-Za-z\d])")


@cache
def _english_sums() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return the patterns of English sums, and whether their words say that the parts are all."""
    before = any_of(words()["breakdown_en"])
    behind, in_front = any_of(words()["total_en"]), any_of(words()["total_of_en"])
    item = rf"(?:{NUMBER})(?: (?!and )[A-Za-z-]{{1,24}}){{1,6}}"
    parts = rf"(?P<parts>{item}(?:, (?:and )?{item}){{0,12}}(?:,? and {item})?)"
    whole = rf"{NUMBER_BEGINS}(?P<whole>{NUMBER})"
    # "In the last 60 days: 8 of these and 4 of those" counts no days.
    named = rf"{whole}(?! {any_of(words()['spans'])}\b)(?: [A-Za-z-]{{1,24}}){{1,5}}"
    some = any_of(words()["some_en"])
    return (
        (re.compile(rf"{named}[,:;(]? ?\(?{before} {parts}"), True),
        (re.compile(rf"{in_front} {named}(?::| \() ?{parts}"), True),
        # With a colon in front and "and" before the last, a list is a whole one.
        (
            re.compile(
                rf"{named}: (?P<parts>{item}(?:, {item}){{0,12}},? and {item})(?=[.;)\n]|$)"
            ),
            True,
        ),
        (
            re.compile(
                rf"{NUMBER_BEGINS}{parts},? (?:or |i\.e\. )?\(?(?P<whole>{NUMBER}) {behind}"
            ),
            True,
        ),
        (re.compile(rf"{NUMBER_BEGINS}{parts},? {in_front} (?P<whole>{NUMBER})(?!\d)"), True),
        (re.compile(rf"{named}(?: \(|,? {some} ){parts}"), False),
    )
