"""Long enough for the facts, short enough to be read, one point a line (R60, R61, R62)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.finding import Hit, Severity
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import says
from kaizen.measuring import length_of
from kaizen.plan import Item
from kaizen.reading.days import places_of_days
from kaizen.reading.headings import heading_of
from kaizen.reading.passages import marker_of, value_of
from kaizen.reading.sections import sections_of
from kaizen.reading.sentences import Sentence, read
from kaizen.reading.vocabulary import each, found
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.voice import lowered, sentence_spans

_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[)\].:]\s{1,4}")
# Ids and long numbers are looked up, and not read.
_NUMBERS = re.compile(r"(?<![A-Za-z0-9-])[A-Z0-9-]{0,20}[0-9]{3}[A-Z0-9-]{0,20}")
# A stop behind a form of company ends a sentence where a capital follows.
_COMPANY_ENDS = re.compile(r"\b(?:Ltd|Inc|Corp|GmbH|Co|JAN|MAR|NOV|DEC)\. (?=[A-Z])")
_FULL_STOPS = ("\u3002", ".", "!", "?")
_ORDINAL = re.compile(r"[^a-z]|[a-z]{4,8},")
# "From", "on", "by" or a bracket may stand ahead of the day.
_DAY_AHEAD = 10
# So many points in one sentence are a list.
_JOINED = 3
_PROSE = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)


class Length(Rule):
    """Items 1 to 4 together are very short or very long."""

    id = "R60"
    slug = "length"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the measures where it is short: there most is missing; else its longest item.

        A plan that has only been begun is not measured: causes and measures must be there.
        """
        texts = [review[item] for item in _PROSE]
        whole = "\n".join(text.folded.text for text in texts)
        if not whole.strip() or not asks_for_a_plan(review):
            return
        count, unit = length_of(whole)
        ending = "" if unit == "ja" else "_words"
        begun = all(review[item].text.strip() for item in (Item.CAUSE, Item.FIX))
        if begun and count < self.data["fewest"][unit]:
            yield Hit(review[Item.FIX].place(), {"count": f"{count:,}"}, f"short{ending}")
        if count > self.data["most"][unit]:
            longest = max(texts, key=lambda text: len(text.text))
            yield Hit(longest.place(), {"count": f"{count:,}"}, f"long{ending}")


class LongSentence(Rule):
    """A sentence of many characters or words; numbers and ids in an English one are not counted."""

    id = "R61"
    slug = "long-sentence"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence above the limit."""
        for item in _PROSE:
            written = review[item]
            for begin, end in _spans(written.folded.text):
                start = begin + _mark_of_a_list(written.folded.text[begin:end])
                count, unit = _longest(written, start, end)
                if unit != "ja":
                    count -= len(_NUMBERS.findall(written.folded.text[start:end]))
                if count > self.data["most"][unit]:
                    variant = "" if unit == "ja" else "words"
                    yield Hit(written.place(start, end), {"count": str(count)}, variant)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end, also behind "Ltd." and the like."""
    for begin, end in sentence_spans(lowered(text)):
        start = begin
        for match in _COMPANY_ENDS.finditer(text, begin, end):
            yield start, match.end() - 1
            start = match.end()
        yield start, end


def _mark_of_a_list(sentence: str) -> int:
    """Return how long the number before a point is; it is no word of the sentence."""
    mark = _MARK.match(sentence)
    return mark.end() if mark else 0


def _longest(written: ItemText, start: int, end: int) -> tuple[int, str]:
    """Return the length of a sentence; where the program joined fields, of its longest field."""
    place = written.place(start, end)
    parts = [
        (max(part.start, place.start), min(part.end, place.end))
        for part in written.prose.segments
        if part.start < place.end and part.end > place.start
    ]
    if len(parts) < 2:
        return length_of(written.folded.text[start:end])
    return max(length_of(written.text[first:last]) for first, last in parts)


class NoNumbering(Rule):
    """Several causes or measures stand in one paragraph, without numbers or lines of their own.

    Where the text has lines of its own for each point, a line may hold more sentences on it: there
    only a line that strings points together ("also ...", one day after another) is several. One
    sentence that joins several measures is a remark, and so are several letters in one line.
    """

    id = "R62"
    slug = "no-numbering"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each paragraph that holds several points."""
        for item, words in ((Item.CAUSE, "cause_words"), (Item.FIX, "act_words")):
            written = review[item]
            lines, marked = _lines(written)
            told = [
                (line, points)
                for line in lines
                if not _is_frame(line, marked=marked) and (points := _points(line, words))
            ]
            headings = len(sections_of(read(written.text))) - 1 if item is Item.FIX else 0
            alone = len(told) == 1 and not marked
            undivided = alone or (len(told) <= headings and not marked)
            several = False
            for line, points in told:
                few = 2 if alone and item is Item.FIX else 3
                if (points if undivided else _strung(line)) >= few:
                    several = True
                    place = written.place(line[0].start, line[-1].end)
                    yield Hit(place, {"count": str(points)})
            for line, count in _run_on(written):
                several = True
                place = written.place(line[0].start, line[-1].end)
                yield Hit(place, {"count": str(count)}, "run_on", severity=Severity.INFO)
            if item is Item.FIX and undivided and not several:
                yield from _joined(written, [sentence for line, _ in told for sentence in line])


def _joined(written: ItemText, sentences: list[Sentence]) -> Iterator[Hit]:
    """Yield, as a remark, the first sentence that joins several points to one."""
    for sentence in sentences:
        count = 1 + sum(1 for _ in each(sentence.text, "headings", "joins"))
        if count >= _JOINED:
            place = written.place(sentence.start, sentence.end)
            yield Hit(place, {"count": str(count)}, severity=Severity.INFO)
            return


def _lines(written: ItemText) -> tuple[list[list[Sentence]], bool]:
    """Return the sentences of each line without a mark, and whether others have one.

    The line below a marked title belongs to it.
    """
    reading = read(written.text)
    lines: list[list[Sentence]] = []
    for sentence in reading.sentences:
        if sentence.opens_line or not lines:
            lines.append([])
        lines[-1].append(sentence)
    marked = [_is_marked(line, reading.original) for line in lines]
    # One number alone makes no list.
    listed = sum(marked) > 1
    titled = [
        listed and mark and len(line) == 1 and not line[0].text.endswith(_FULL_STOPS)
        for line, mark in zip(lines, marked, strict=True)
    ]
    kept = zip(lines, marked, [False, *titled], strict=False)
    return [line for line, mark, below in kept if not (mark or below)], listed


def _run_on(written: ItemText) -> Iterator[tuple[list[Sentence], int]]:
    """Yield each line in which further marks of a list follow the first, and their number."""
    reading = read(written.text)
    line: list[Sentence] = []
    for sentence in (*reading.sentences, None):
        if sentence is not None and not sentence.opens_line:
            line.append(sentence)
            continue
        marks = [marker_of(one, reading.original) for one in line]
        letters = [value_of(mark) for mark in marks if mark]
        if len(letters) > 2 and letters == list(range(1, len(letters) + 1)):
            yield line, len(letters)
        line = [sentence] if sentence is not None else []


def _is_marked(line: list[Sentence], original: str) -> bool:
    """Tell whether a mark opens the line, or marks within it divide it."""
    text = "".join(sentence.text for sentence in line)
    marker = marker_of(line[0], original)
    # "First aid kits" opens no point: an English word that counts has a comma behind it.
    if marker is not None and (marker != "*" or not text[:1].isascii() or _ORDINAL.match(text)):
        return True
    return bool(_marks("head").match(text)) or len(_marks("within").findall(text)) >= 2


def _is_frame(line: list[Sentence], *, marked: bool) -> bool:
    """Tell whether a line only introduces the points or owns them, or is a heading.

    Beside marked points it may also be what is told of the plan before.
    """
    if len(line) == 1 and heading_of(line[0].text) is not None:
        return True
    if marked and says("earlier_plan", line[0].text):
        return True
    return all(found(sentence.text, "causes", "owning", "lead_in") for sentence in line)


def _points(line: list[Sentence], words: str) -> int:
    return sum(
        says(words, sentence.text) and not found(sentence.text, "causes", "owning")
        for sentence in line
    )


def _strung(line: list[Sentence]) -> int:
    """Return how many sentences of a line bring in a point of their own, the first among them."""
    return 1 + sum(_opens_anew(sentence.text) for sentence in line[1:])


def _opens_anew(text: str) -> bool:
    """Tell whether a sentence opens on a day of its own, or with a word that adds a point."""
    days = places_of_days(text)
    if days and days[0].start <= _DAY_AHEAD:
        return True
    return found(text[:_DAY_AHEAD], "headings", "adds")


@cache
def _marks(name: str) -> re.Pattern[str]:
    path = Path(__file__).parent.parent / "phrases" / "numbering.toml"
    return re.compile(tomllib.loads(path.read_text("utf-8"))[name])
