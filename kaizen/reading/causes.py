"""Item 2 as causes: the numbered or separate points that say why it happened."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from kaizen.reading.passages import (
    Passage,
    is_table_head,
    is_title_of_points,
    kind_of,
    read_points,
)
from kaizen.reading.sentences import Sentence
from kaizen.reading.vocabulary import found, pattern

_LABEL = re.compile(
    r"^(?:[(\[]?(?:\u539f\u56e0|\u8981\u56e0|\u7406\u7531|root cause|cause|reason|factor)?\s?"
    r"(?:\d{1,2}|[a-h](?![a-z])|[\u3042-\u3053](?=\)))?[)\].:\u3001]?\s?(?:\([^()]{0,40}\))?[:.]?\s*)"
)

# Causes are compared with everything else in the plan: more than a person weighs would cost a lot.
MOST = 60
# A title is no longer; a Japanese verb is looked for in its last characters.
_TITLE_WORDS, _TITLE_JA, _ENDING = 10, 24, 6
# So few points may hold a list within one sentence.
_FEW = 3
# Less than that between two numbers tells no cause: "1) and 2)".
_TELLS = 4
# "(cause 1)" is no longer.
_MARK = 16
# Numbers within one sentence: "(1) no record, (2) nobody named, and (3) no check".
_INSIDE = re.compile(r"\(([1-9])\)\s?|(?<![a-z0-9])([1-9])\)\s?")
_BULLETS = "-*\u2022\u30fb\u25cf\u25a0\u25cb \u3000"


@dataclass(frozen=True, slots=True)
class WrittenCause:
    """One cause as written; ``number`` counts from 1, ``is_numbered`` tells who numbered it."""

    passage: Passage
    number: int
    is_numbered: bool
    text: str
    core: str

    @property
    def start(self) -> int:
        """Where the cause begins in the folded text."""
        return self.passage.start

    @property
    def end(self) -> int:
        """Where the cause ends in the folded text."""
        return self.passage.end


@lru_cache(maxsize=256)
def read_causes(original: str) -> tuple[WrittenCause, ...]:
    """Return the causes of a text of item 2, without lead-in and without the owning sentence."""
    points = [point for point in read_points(original) if not is_table_head(point.text)]
    points = _with_titles(_without_section_titles(points))
    points = _without_closing(_without_opening(points))
    alone = len(points) == 1
    if len(points) < _FEW and sum(bool(point.marker) for point in points) < 2:
        points = [one for point in points for one in _listed_inside(point) or (point,)]
    points = [point for point in points if not _is_frame(point, alone=alone)]
    points = _with_bullets(points)
    numbered = [point for point in points if point.marker]
    called = [point for point in numbered if _calls_itself_a_cause(point)]
    chosen = next((some for some in (called, numbered) if len(some) > 1), points)
    return tuple(
        WrittenCause(point, number, bool(point.marker), point.text, _core(point))
        for number, point in enumerate(chosen[:MOST], start=1)
    )


def _without_section_titles(points: list[Passage]) -> list[Passage]:
    """Return the points without marked titles over others: those call themselves causes, or are
    what one cause consists of.
    """
    joined: list[Passage] = []
    title: Passage | None = None
    for point, below in zip_longest(points, points[1:]):
        if is_title_of_points(point, below):
            title = None if _calls_itself_a_cause(below) else point
            if title:
                joined.append(point)
        elif title and point.marker and kind_of(point) != kind_of(title):
            joined[-1] = Passage(title.marker, joined[-1].sentences + point.sentences)
        else:
            title = None
            joined.append(point)
    return joined


def _with_bullets(points: list[Passage]) -> list[Passage]:
    """Return the points, bullets below one that calls itself a cause joined to it."""
    joined: list[Passage] = []
    for point in points:
        told = joined and point.marker == "*" and not _calls_itself_a_cause(point)
        if told and _calls_itself_a_cause(joined[-1]):
            joined[-1] = Passage(joined[-1].marker, joined[-1].sentences + point.sentences)
        else:
            joined.append(point)
    return joined


def _listed_inside(point: Passage) -> list[Passage]:
    """Return the causes that one sentence lists by number, if it lists them from one on."""
    sentence = point.sentences[0]
    marks = list(_INSIDE.finditer(sentence.text))
    numbers = [int(mark[1] or mark[2]) for mark in marks]
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(sentence.text)]
    if min(end - mark.end() for mark, end in zip(marks, ends, strict=True)) < _TELLS:
        return []
    listed: list[Passage] = []
    for mark, end in zip(marks, ends, strict=True):
        text, own = sentence.text[mark.end() : end], sentence.own[mark.end() : end]
        start = sentence.start + mark.end()
        one = Sentence(text, own, start, start + len(text), opens_line=False)
        listed.append(Passage(str(len(listed) + 1), (one,)))
    return listed


def _calls_itself_a_cause(point: Passage) -> bool:
    """Tell whether a point begins with "cause 1", be there a dash in front of it or not."""
    return found(point.text.lstrip(_BULLETS)[:_MARK], "headings", "called_cause")


def _core(point: Passage) -> str:
    sentences = [s.text for s in point.sentences if not found(s.text, "causes", "owning")]
    return _LABEL.sub("", "\n".join(sentences), count=1).strip()


def _is_frame(point: Passage, *, alone: bool) -> bool:
    """Tell whether a point only introduces the causes or owns them, be it numbered too.

    "Point 1 of your message, the root cause" bears the number of the notice, and "What went wrong?"
    tells nothing, unless it stands ``alone``.
    """
    repeats = pattern("headings", "restated").match(point.text)
    if not alone and len(point.sentences) == 1 and _is_heading(point.text, repeats=bool(repeats)):
        return True
    tables = ("owning",) if point.marker and not repeats else ("owning", "lead_in")
    named = _is_named_only(point) and (repeats or _is_bare_title(point))
    told = point.sentences[1:] if named else point.sentences
    return all(found(sentence.text, "causes", *tables) for sentence in told)


def _is_named_only(point: Passage) -> bool:
    """Tell whether the first of some sentences is but the name of a point, and says no reason."""
    first = point.sentences[0].text
    brief = len(first.split()) <= _TITLE_WORDS if first.isascii() else len(first) <= _TITLE_JA
    return len(point.sentences) > 1 and brief and not found(first, "causes", "gap")


def _is_bare_title(point: Passage) -> bool:
    """Tell whether a marked point opens with a title in a line of its own."""
    first, second = point.sentences[:2]
    return bool(point.marker) and second.opens_line and not first.text.endswith((".", "\u3002"))


def _is_heading(text: str, *, repeats: bool) -> bool:
    """Tell whether a line asks a question, or ``repeats`` a point of the notice as its title."""
    return text.endswith("?") or (repeats and not text.endswith((".", "\u3002", "!")))


def _without_opening(points: list[Passage]) -> list[Passage]:
    """Return the points without a first one that only tells how the causes were looked for.

    It has no mark, other points follow, and nothing in it says what was missing.
    """
    if len(points) < 2 or points[0].marker:
        return points
    opening = points[0]
    tells = found(opening.text, "causes", "looked_into", "lead_in")
    says_why = found(opening.text, "causes", "gap")
    return points[1:] if tells and not says_why else points


def _without_closing(points: list[Passage]) -> list[Passage]:
    """Return the points without a last one that opens by owning all of them."""
    if len(points) < 2 or points[-1].marker:
        return points
    last = points[-1]
    owns = found(last.sentences[0].text, "causes", "owning")
    return points[:-1] if owns and not found(last.text, "causes", "gap") else points


def _with_titles(points: list[Passage]) -> list[Passage]:
    """Return the points, each title in a line of its own joined to the point below it."""
    joined: list[Passage] = []
    titles: tuple[Sentence, ...] = ()
    for point, below in zip_longest(points, points[1:]):
        if below is not None and not below.marker and _is_title(point):
            titles += point.sentences
            continue
        joined.append(Passage(point.marker, titles + point.sentences))
        titles = ()
    return joined


def _is_title(point: Passage) -> bool:
    """Tell whether a point is a few words without a full stop or a verb at their end."""
    text = point.text
    if point.marker or len(point.sentences) > 1 or text.endswith((".", "\u3002", "!", "?")):
        return False
    if text.isascii():
        return len(text.split()) <= _TITLE_WORDS and not found(text, "tense", "told", "future")
    return len(text) <= _TITLE_JA and not found(text[-_ENDING:], "causes", "sentence_end")
