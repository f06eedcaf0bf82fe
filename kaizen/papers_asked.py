"""The papers a notice asks for, each with what shows it; of some, one is enough."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kaizen.notice.model import Notice
from kaizen.points_asked import words_in_text, words_of, words_of_absence
from kaizen.voice import sentence_spans

PLAN, EXPLANATION, RETRACTION = "improvement_plan", "explanation", "retraction"


class State(StrEnum):
    """How far a row is dealt with."""

    OPEN = "open"
    ANSWERED = "answered"
    EVIDENCED = "evidenced"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: ``shown_by`` is the place in the list of exhibits (from 1) of what shows it."""

    key: str
    state: State
    shown_by: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What may answer for a paper: texts by item, all in one, and the exhibits; all folded.

    ``exhibits`` are None where an exhibit was sent before and so shows nothing new.
    """

    items: Mapping[str, str]
    whole: str
    exhibits: Sequence[str | None]
    is_note: bool = False


def papers_asked(notice: Notice, told: Told) -> Iterator[tuple[Paper, ...]]:
    """Yield the papers asked, in the notice's order: alone, or several of which one is enough."""
    for keys in asked_keys(notice):
        yield tuple(_paper(key, told) for key in keys)


def asked_keys(notice: Notice) -> Iterator[tuple[str, ...]]:
    """Yield the keys of the papers asked: alone, or several of which one is enough."""
    done: set[str] = set()
    for key in notice.documents_requested:
        if key in done:
            continue
        group = next((one for one in notice.documents_alternatives if key in one), (key,))
        done.update(group)
        yield group


def is_optional(notice: Notice, key: str) -> bool:
    """Tell whether others decide about the paper: a withdrawal comes only if the owner agrees."""
    others = set(notice.documents_requested) - {RETRACTION, PLAN}
    return key == RETRACTION and bool(others)


def state_of(papers: Sequence[Paper]) -> State:
    """Return how far papers of which one is enough are dealt with."""
    found = {paper.state for paper in papers}
    if State.EVIDENCED in found:
        return State.EVIDENCED
    is_answered = found == {State.ANSWERED}
    return State.ANSWERED if is_answered else State.OPEN


def _paper(key: str, told: Told) -> Paper:
    words = words_of(key)
    for place, exhibit in enumerate(told.exhibits, 1):
        if exhibit is not None and any(word in exhibit for word in words):
            return Paper(key, State.EVIDENCED, place)
    return Paper(key, State.ANSWERED if _is_told(key, words, told) else State.OPEN)


def _is_told(key: str, words: Sequence[str], told: Told) -> bool:
    if key == PLAN:
        return all(told.items.get(item, "").strip() for item in ("cause", "fix"))
    if key == EXPLANATION:
        return bool(told.items.get("cause", "").strip())
    if any(word in told.whole for word in words_in_text(key)):
        return True
    return told.is_note and _says_there_is_none(words, told.whole)


def _says_there_is_none(words: Sequence[str], text: str) -> bool:
    absent = words_of_absence()
    sentences = (text[start:end] for start, end in sentence_spans(text))
    return any(
        any(word in sentence for word in words) and any(none in sentence for none in absent)
        for sentence in sentences
    )
