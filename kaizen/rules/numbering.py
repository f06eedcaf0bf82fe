"""Each cause and each measure stands in a line of its own, with a number (R62)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.finding import Hit, Place, Severity
from kaizen.lexicon import says
from kaizen.plan import Item
from kaizen.reading.days import places_of_days
from kaizen.reading.headings import heading_of
from kaizen.reading.passages import marker_of, value_of
from kaizen.reading.sections import sections_of
from kaizen.reading.sentences import Reading, Sentence, read
from kaizen.reading.vocabulary import each, found
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule

# "(Planned, from May 2) ...": brackets with a day at the head of a line.
_TAG = re.compile(r"[(\[][^()\[\]]{0,40}\d[^()\[\]]{0,12}[)\]]")
_FULL_STOPS = ("\u3002", ".", "!", "?")
_ORDINAL = re.compile(r"[^a-z]|[a-z]{4,8},")
# "From", "on", "by" or a bracket may stand ahead of the day.
_DAY_AHEAD = 10
# So many points in one sentence are a list.
_JOINED = 3
# So many days in one sentence are as many acts.
_DAYS = 4


class NoNumbering(Rule):
    """Several causes or measures stand in one paragraph, without numbers or lines of their own.

    Where the text has lines of its own for each point, a line may hold more sentences on it: there
    only a line that strings points together ("also ...", one day after another) is several. One
    sentence that joins several measures, or their days, is a remark, and so are several letters in
    one line.
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
            few = 2 if alone and item is Item.FIX else 3
            hits = [
                Hit(_place(written, line), {"count": str(points)})
                for line, points in told
                if (points if undivided else _strung(line)) >= few
            ]
            hits += [
                Hit(_place(written, line), {"count": str(count)}, "run_on", severity=Severity.INFO)
                for line, count in _run_on(written)
            ]
            yield from hits
            if item is Item.FIX and not hits:
                sentences = [sentence for line, _ in told for sentence in line]
                joined = [*_by_days(lines), *(_joined(sentences) if undivided else ())]
                for sentence, count in joined[:1]:
                    place = _place(written, [sentence])
                    yield Hit(place, {"count": str(count)}, severity=Severity.INFO)


def _place(written: ItemText, line: list[Sentence]) -> Place:
    return written.place(line[0].start, line[-1].end)


def _joined(sentences: list[Sentence]) -> Iterator[tuple[Sentence, int]]:
    """Yield the sentences that join several points to one, and how many."""
    for sentence in sentences:
        count = 1 + sum(1 for _ in each(sentence.text, "headings", "joins"))
        if count >= _JOINED:
            yield sentence, count


def _by_days(lines: list[list[Sentence]]) -> Iterator[tuple[Sentence, int]]:
    """Yield the sentences without a mark that go from one day to the next, and how many days."""
    for sentence in (sentence for line in lines for sentence in line):
        count = len({place.start for place in places_of_days(sentence.text) if place.day})
        if count >= _DAYS:
            yield sentence, count


def _lines(written: ItemText) -> tuple[list[list[Sentence]], bool]:
    """Return the sentences of each line without a mark, and whether others have one.

    The line below a marked title belongs to it.
    """
    reading = read(written.text)
    lines = _by_line(reading)
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
    for line in _by_line(reading):
        marks = [marker_of(one, reading.original) for one in line]
        letters = [value_of(mark) for mark in marks if mark]
        if len(letters) > 2 and letters == list(range(1, len(letters) + 1)):
            yield line, len(letters)


def _by_line(reading: Reading) -> list[list[Sentence]]:
    """Return the sentences of each line."""
    lines: list[list[Sentence]] = []
    for sentence in reading.sentences:
        if sentence.opens_line or not lines:
            lines.append([])
        lines[-1].append(sentence)
    return lines


def _is_marked(line: list[Sentence], original: str) -> bool:
    """Tell whether a mark opens the line, or marks within it divide it."""
    text = "".join(sentence.text for sentence in line)
    marker = marker_of(line[0], original)
    # "First aid kits" opens no point: an English word that counts has a comma behind it.
    if marker is not None and (marker != "*" or not text[:1].isascii() or _ORDINAL.match(text)):
        return True
    tag = _TAG.match(text)
    if tag and heading_of(tag.group()) is not None:
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
