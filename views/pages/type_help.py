"""What is known about a type of violation, for one step: questions, what reviewers look for."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import ngettext

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.notice import Notice
from kaizen.steps import Step
from kaizen.violations import ViolationType, violation_type
from views.pages.coverage import row_words


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A document that plans of this type usually need, and how long it takes to get."""

    name: str
    days: str


@dataclass(frozen=True, slots=True)
class TypeHelp:
    """The help of one type on one step, in the language of the pages."""

    name: str
    questions: tuple[str, ...]
    wants: tuple[str, ...]
    evidence: tuple[EvidenceLine, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Something in the notice that this step has not answered yet."""

    name: str
    value: str


def type_help(case: Case, notice: Notice | None, step: Step, language: str) -> TypeHelp | None:
    """Return what is known about the type of ``case``; None where the type is not known."""
    key = case.details.violation_type or (notice.violation_type if notice else "")
    if not key or key == "unknown":
        return None
    kind = violation_type(key)
    questions = kind.questions.get(step.key, ())
    return TypeHelp(
        name=kind.name.in_language(language),
        questions=tuple(words.in_language(language) for words in questions),
        wants=tuple(words.in_language(language) for words in kind.wants),
        evidence=_evidence(kind, language) if step.key == "fix" else (),
        refused=tuple(words.in_language(language) for words in kind.refused),
    )


def open_rows(rows: Sequence[Row], step: Step, language: str) -> tuple[OpenRow, ...]:
    """Return what the notice asks that belongs to ``step`` and is still without an answer."""
    items = {item.value for item in step.items}
    chosen = (row for row in rows if row.is_open and row.item in items)
    return tuple(OpenRow(*row_words(row, language)) for row in chosen)


def _evidence(kind: ViolationType, language: str) -> tuple[EvidenceLine, ...]:
    return tuple(
        EvidenceLine(
            one.name.in_language(language),
            ngettext("about a day", "about %(num)d days", one.lead_days),
        )
        for one in kind.evidence
        if one.key != "improvement_plan"
    )
