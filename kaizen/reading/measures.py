"""Item 3 as measures: what each does, whether it is done or planned, its days and its causes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kaizen.plan import Progress
from kaizen.reading.acts import is_act
from kaizen.reading.days import places_of_days
from kaizen.reading.headings import marked_progress
from kaizen.reading.passages import Passage, group, is_table_head, is_title_of_points, referred
from kaizen.reading.refusals import is_refusal
from kaizen.reading.sections import Section, has_day, sections_of
from kaizen.reading.sentences import Reading, read
from kaizen.reading.slots import has_frequency
from kaizen.reading.tense import tense_of
from kaizen.reading.vocabulary import found

# A line of so many sentences is one measure; a longer one is a paragraph of several.
_ONE_LINE = 3
# In a paragraph, who and when may be said in one of the sentences just before.
_LOOK_BACK = 2
# Sentences that begin with a label and a colon are the cells of a row.
_CELL = re.compile(r"(?:[a-z][a-z ]{1,20}|[^\s:\u3002\u3001]{1,8}):(?!\d)")
_LEAST_CELLS = 2
# A line that ends in a colon and is no longer names a place or a matter, and no act.
_LABEL = 40
# A mark of a list, or the word behind a day, is no longer.
_MARK = 12


@dataclass(frozen=True, slots=True)
class Around:
    """The words a measure is to be read with: in lower case, and as typed (``cased``)."""

    text: str
    cased: str


@dataclass(frozen=True, slots=True)
class WrittenMeasure:
    """One measure as written. ``heading`` is the announcing heading; its words may hold a day.

    A numbered point is a measure, and so is a line among lines. In a paragraph each sentence is
    one; ``around`` then holds the sentences just before too. ``day_before`` says that something
    done before it in the paragraph has a day.
    """

    passage: Passage
    around: Around
    text: str
    cased: str
    progress: Progress
    heading: Progress | None
    heading_text: str
    causes: tuple[int, ...]
    day_before: bool = False

    @property
    def start(self) -> int:
        """Where the measure begins in the folded text."""
        return self.passage.start

    @property
    def end(self) -> int:
        """Where the measure ends in the folded text."""
        return self.passage.end

    @property
    def is_done(self) -> bool:
        """Tell whether it is called done."""
        return self.progress is Progress.DONE

    @property
    def is_act(self) -> bool:
        """Tell whether something is done in it, and not only left, known or titled."""
        return any(is_act(sentence.text) for sentence in self.passage.sentences)

    @property
    def is_refusal(self) -> bool:
        """Tell whether it only promises to leave something undone."""
        return not self.is_done and all(is_refusal(one.text) for one in self.passage.sentences)

    @property
    def has_day(self) -> bool:
        """Tell whether a day stands in it, in its heading, or was told for what goes with it."""
        return self.day_before or has_day(self.text + "\n" + self.heading_text)


def begins_on_a_day(measure: WrittenMeasure) -> bool:
    """Tell whether a day opens the measure and nothing says "from" it: the act falls on it."""
    text = measure.text
    days = [place for place in places_of_days(text) if place.day]
    if not days or days[0].start > _MARK or any(map(str.isalpha, text[: days[0].start])):
        return False
    return not found(text[days[0].end :][:_MARK], "days", "onwards")


@dataclass(frozen=True, slots=True)
class WrittenFix:
    """Item 3: its measures, and whether headings tell what is done from what is planned."""

    measures: tuple[WrittenMeasure, ...]
    has_headings: bool
    acts: tuple[WrittenMeasure, ...]
    """The measures in which something is done; all of them where nothing is."""
    only_refuses: bool
    """Whether item 3 has nothing but promises to leave something undone."""


@lru_cache(maxsize=256)
def read_fix(original: str) -> WrittenFix:
    """Return the measures of a text of item 3."""
    reading = read(original)
    sections = sections_of(reading)
    measures = tuple(
        measure
        for section in sections
        for measure in _of_section(section, group(section.sentences, original), reading)
    )
    announced = any(section.progress in (Progress.DONE, Progress.PLANNED) for section in sections)
    real = tuple(measure for measure in measures if not measure.is_refusal)
    acts = tuple(measure for measure in real if measure.is_act) or real or measures
    return WrittenFix(measures, announced, acts, only_refuses=bool(measures) and not real)


def _of_section(
    section: Section, passages: Sequence[Passage], reading: Reading
) -> Iterator[WrittenMeasure]:
    """Yield the measures of a section: its points, its lines, or the sentences of a paragraph."""
    for number, passage in enumerate(passages):
        if _is_title(passage, passages[number + 1 : number + 2]):
            section = replace(section, title=passage.text)
            continue
        if _introduces(passage, passages[number + 1 : number + 2]):
            continue
        if _dates_all(passage, passages[number + 1 : number + 2]):
            section = replace(section, heading=f"{section.heading}\n{passage.text}")
            continue
        short = len(passage.sentences) <= _ONE_LINE or _is_a_row(passage)
        if passage.marker or (len(passages) > 1 and short):
            if _is_measure(passage):
                yield _measure(passage, passage, section, reading)
            continue
        yield from _of_paragraph(passage, section, reading)


def _is_a_row(passage: Passage) -> bool:
    """Tell whether a line is the row of a table: "From May 2. Who: ... Step: ... Record: ..."."""
    cells = sum(_CELL.match(sentence.text) is not None for sentence in passage.sentences)
    return cells >= _LEAST_CELLS


def _of_paragraph(passage: Passage, section: Section, reading: Reading) -> Iterator[WrittenMeasure]:
    # "Thu 12 Nov. Every day ...": what stands in a line that opens on a day is of that day.
    opens = passage.sentences[0]
    dated = opens.opens_line and any(p.day and p.start <= _MARK for p in places_of_days(opens.text))
    day_before = False
    for index, sentence in enumerate(passage.sentences):
        part = Passage("", (sentence,))
        if not _is_measure(part):
            continue
        first = max(0, index - _LOOK_BACK)
        around = Passage("", passage.sentences[first : index + 1])
        measure = _measure(part, around, section, reading)
        if measure.is_done:
            day_before = day_before or has_day(measure.text)
        yield replace(measure, day_before=dated or (measure.is_done and day_before))


def _is_title(passage: Passage, following: Sequence[Passage]) -> bool:
    """Tell whether a marked point only titles those below it: a few words without a day."""
    if not is_title_of_points(passage, following[0] if following else None):
        return False
    return not has_day(passage.text) and tense_of(passage.text) is not Progress.DONE


def _introduces(passage: Passage, following: Sequence[Passage]) -> bool:
    """Tell whether a passage only introduces the points below it."""
    text = passage.text
    if passage.marker or len(passage.sentences) > 1:
        return False
    if found(text, "headings", "lead_in"):
        return True
    if text.endswith(":") and following and len(text) <= _LABEL and not has_day(text):
        return True
    below = bool(following) and bool(following[0].marker)
    return below and not text.endswith(("\u3002", ".", "!")) and not has_day(text)


def _dates_all(passage: Passage, following: Sequence[Passage]) -> bool:
    """Tell whether a sentence dates the points below it: "all of this was done on November 5"."""
    if passage.marker or len(passage.sentences) > 1 or not following or not following[0].marker:
        return False
    return has_day(passage.text) and found(passage.text, "headings", "dates_all")


def _is_measure(passage: Passage) -> bool:
    """Leave out lists of exhibits, notes, heads of tables and lines without a word."""
    text = passage.text
    if not any(character.isalpha() for character in text) or is_table_head(text):
        return False
    return not found(text[:4] if not text.isascii() else text[:12], "headings", "other")


def _measure(
    passage: Passage, around: Passage, section: Section, reading: Reading
) -> WrittenMeasure:
    text = passage.text
    heading = section.progress
    head, whole = f"{section.heading}\n{section.title}", slice(around.start, around.end)
    return WrittenMeasure(
        passage=passage,
        around=Around(f"{head}\n{reading.text[whole]}", f"{head}\n{reading.cased[whole]}"),
        text=text,
        cased=reading.cased[passage.start : passage.end],
        progress=_progress(passage, heading),
        heading=heading,
        heading_text=section.heading,
        causes=referred(text) or referred(section.title),
    )


def _progress(passage: Passage, heading: Progress | None) -> Progress:
    if heading in (Progress.DONE, Progress.PLANNED):
        return heading
    marked = marked_progress(passage.text)
    if marked is not Progress.UNDECIDED:
        return marked
    tenses = [tense_of(sentence.text) for sentence in passage.sentences]
    known = [tense for tense in tenses if tense is not Progress.UNDECIDED]
    if not known:
        return Progress.UNDECIDED
    if all(tense is Progress.DONE for tense in known) or _was_done_once(passage, tenses):
        return Progress.DONE
    return Progress.PLANNED


def _was_done_once(passage: Passage, tenses: Sequence[Progress]) -> bool:
    """Tell whether a dated act was done and what stands behind only says how things are now."""
    first, *rest = passage.sentences
    return (
        tenses[0] is Progress.DONE
        and has_day(first.text)
        and not any(
            tense is Progress.PLANNED and (has_day(one.text) or has_frequency(one.text))
            for one, tense in zip(rest, tenses[1:], strict=True)
        )
    )
