"""Item 3 in sections: what stands below one heading or below a day in a line of its own."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from kaizen.plan import Progress
from kaizen.reading.days import places_of_days
from kaizen.reading.headings import heading_of
from kaizen.reading.passages import marker_of
from kaizen.reading.sentences import Reading, Sentence
from kaizen.reading.vocabulary import found

_DAY_OF_WEEK = re.compile(
    r"\([\u6708\u706b\u6c34\u6728\u91d1\u571f\u65e5](?:\u66dc\u65e5?)?\)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|\((?:mon|tue|wed|thu|fri|sat|sun)\)"
)
_DAY_AHEAD = 24
_AROUND_A_DAY = " \u3000\u25a0\u25cf\u25c6\u2022*#\u30fb-=~<>[]()\u3010\u3011:,.\u3002"


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences below one heading; ``progress`` is what the heading announces, None for none.

    ``title`` is that of some points within it.
    """

    progress: Progress | None
    heading: str
    sentences: list[Sentence]
    title: str = ""


def sections_of(reading: Reading) -> list[Section]:
    """Return the sections of a text; the first may have no heading."""
    sections = [Section(None, "", [])]
    decided = ""
    # A question is no sentence of the text, and yet it may announce what its answer holds.
    asked = {question.start for question in reading.questions}
    lines = sorted((*reading.sentences, *reading.questions), key=lambda one: one.start)
    for sentence, following in zip_longest(lines, lines[1:]):
        alone = sentence.opens_line and (following is None or following.opens_line)
        if alone and _is_day(sentence.text):
            sections.append(Section(sections[-1].progress, sentence.text, []))
            continue
        leads = alone and following is not None and _opens_a_point(following, reading)
        heading = heading_of(sentence.text, alone=alone, leads=leads, opens=sentence.opens_line)
        if heading is None:
            if sentence.start not in asked:
                sections[-1].sentences.append(sentence)
            continue
        progress: Progress | None
        progress, end = heading
        if progress is not Progress.UNDECIDED:
            decided = sentence.text[0]
        elif sentence.text[0] != decided:
            # A heading of another kind divides what is done, or what is planned, by its matter.
            progress = sections[-1].progress
        sections.append(Section(progress, sentence.text[:end], []))
        sections[-1].sentences.extend(_behind(sentence, end))
    return sections


def _opens_a_point(sentence: Sentence, reading: Reading) -> bool:
    days = places_of_days(sentence.text[:_DAY_AHEAD])
    dated = bool(days) and days[0].start <= 2
    return dated or marker_of(sentence, reading.original) is not None


def has_day(text: str) -> bool:
    """Tell whether a text names a day, by its date or by another day."""
    return any(place.day for place in places_of_days(text)) or found(text, "days", "relative")


def _is_day(line: str) -> bool:
    """Tell whether a line is a day and nothing else: it dates the lines below."""
    days = places_of_days(line)
    if len(days) != 1 or not days[0].day:
        return False
    rest = line[: days[0].start] + line[days[0].end :]
    return not _DAY_OF_WEEK.sub("", rest).strip(_AROUND_A_DAY)


def _behind(sentence: Sentence, end: int) -> list[Sentence]:
    """Return what stands behind a heading in its line."""
    rest = sentence.text[end:]
    if not rest.strip():
        return []
    start = end + len(rest) - len(rest.lstrip())
    return [
        Sentence(
            sentence.text[start:], sentence.own[start:], sentence.start + start, sentence.end, True
        )
    ]
