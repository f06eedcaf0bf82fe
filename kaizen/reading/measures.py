"""Item 3 as measures: what each does, whether it is done or planned, its days and its causes."""

from dataclasses import dataclass
from functools import lru_cache

from kaizen.plan import Progress
from kaizen.reading.days import places_of_days
from kaizen.reading.headings import heading_of, marked_progress
from kaizen.reading.passages import Passage, group, referred
from kaizen.reading.sentences import Reading, Sentence, read
from kaizen.reading.tense import tense_of
from kaizen.reading.vocabulary import found


@dataclass(frozen=True, slots=True)
class Around:
    """The paragraph a measure stands in: in lower case, and as typed (``cased``)."""

    text: str
    cased: str


@dataclass(frozen=True, slots=True)
class WrittenMeasure:
    """One measure as written. ``heading`` is the announcing heading; its words may hold a day.

    In a paragraph without numbers each sentence is a measure; ``around`` is the paragraph, where
    who, when and how may be said for all of them.
    """

    passage: Passage
    around: Around
    text: str
    cased: str
    progress: Progress
    heading: Progress | None
    heading_text: str
    causes: tuple[int, ...]

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
    def has_day(self) -> bool:
        """Tell whether a day stands in it or in its heading."""
        return any(place.day for place in places_of_days(self.text + "\n" + self.heading_text))


@dataclass(frozen=True, slots=True)
class WrittenFix:
    """Item 3: its measures, and whether headings tell what is done from what is planned."""

    measures: tuple[WrittenMeasure, ...]
    has_headings: bool


@dataclass(frozen=True, slots=True)
class _Section:
    progress: Progress | None
    heading: str
    sentences: list[Sentence]


@lru_cache(maxsize=256)
def read_fix(original: str) -> WrittenFix:
    """Return the measures of a text of item 3."""
    reading = read(original)
    sections = _sections(reading)
    measures = [
        _measure(part, around, section, reading)
        for section in sections
        for passage in group(section.sentences, original)
        for around in [_around(passage, reading)]
        for part in _parts(passage)
        if _is_measure(part)
    ]
    announced = any(section.progress in (Progress.DONE, Progress.PLANNED) for section in sections)
    return WrittenFix(tuple(measures), announced)


def _sections(reading: Reading) -> list[_Section]:
    sections = [_Section(None, "", [])]
    for sentence in reading.sentences:
        heading = heading_of(sentence.text)
        if heading is None:
            sections[-1].sentences.append(sentence)
            continue
        progress, end = heading
        sections.append(_Section(progress, sentence.text[:end], []))
        rest = sentence.text[end:]
        start = end + len(rest) - len(rest.lstrip())
        if rest.strip():
            sections[-1].sentences.append(_from(sentence, start))
    return sections


def _from(sentence: Sentence, start: int) -> Sentence:
    return Sentence(
        sentence.text[start:], sentence.own[start:], sentence.start + start, sentence.end, True
    )


def _around(passage: Passage, reading: Reading) -> Around:
    return Around(
        reading.text[passage.start : passage.end], reading.cased[passage.start : passage.end]
    )


def _is_measure(passage: Passage) -> bool:
    """Leave out lists of exhibits, notes and lines without a word."""
    text = passage.text
    if not any(character.isalpha() for character in text):
        return False
    return not found(text[:4] if not text.isascii() else text[:12], "headings", "other")


def _parts(passage: Passage) -> list[Passage]:
    """Return a numbered point whole, and a paragraph sentence by sentence."""
    if passage.marker:
        return [passage]
    return [Passage("", (sentence,)) for sentence in passage.sentences]


def _measure(
    passage: Passage, around: Around, section: _Section, reading: Reading
) -> WrittenMeasure:
    text = passage.text
    heading = section.progress
    return WrittenMeasure(
        passage=passage,
        around=around,
        text=text,
        cased=reading.cased[passage.start : passage.end],
        progress=_progress(passage, heading),
        heading=heading,
        heading_text=section.heading,
        causes=referred(text),
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
    return Progress.DONE if all(tense is Progress.DONE for tense in known) else Progress.PLANNED
