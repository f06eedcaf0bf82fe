"""What is sent instead of a plan: a covering note for documents, or an explanation of the facts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from kaizen.case import Case, Exhibit, Language
from kaizen.compose import compose_header, compose_signature
from kaizen.coverage import Row
from kaizen.document import Document, Paragraph, Section
from kaizen.finding import Finding
from kaizen.instrument import Instrument, instrument_for
from kaizen.notice import Notice
from kaizen.plan import Item, Plan, Violation
from kaizen.review import review_plan
from kaizen.review_context import review_of
from kaizen.rules import ALL
from kaizen.wording import word

# Rules that hold for every text to Amazon, whatever it is called.
TONE = frozenset({"R39", "R40", "R42", "R43", "R44", "R48", "R51", "R52"})
HONESTY = frozenset({"R54", "R55", "R56", "R58"})
FORM = frozenset({"R37", "R61", "R63", "R64", "R69", "R70", "R71"})
RULES = TONE | HONESTY | FORM
# Stands in ``Case.finished`` once the seller has declared the note finished.
NOTE_FINISHED = "note"


class NoteKind(StrEnum):
    """Which of the two: documents with a note, or facts with evidence."""

    COVERING = "covering"
    EXPLANATION = "explanation"


def kind_of(notice: Notice | None) -> NoteKind:
    """Return which kind fits the notice; without one, a covering note."""
    if notice is not None and instrument_for(notice).instrument is Instrument.EXPLANATION:
        return NoteKind.EXPLANATION
    return NoteKind.COVERING


def compose_note(
    case: Case,
    kind: NoteKind,
    *,
    today: date,
    language: Language | None = None,
    is_draft: bool = False,
) -> Document:
    """Return the note of ``case`` as a document: the seller's words, then the list of exhibits."""
    chosen = str(language or case.language)
    header = compose_header(case, chosen, today)
    return Document(
        language=chosen,
        layout="note",
        is_draft=is_draft,
        header=replace(
            header,
            title=word(f"note_title_{kind.value}", chosen),
            running=header.running.replace(
                word("title", chosen), word(f"note_title_{kind.value}", chosen)
            ),
        ),
        sections=_sections(case, kind, chosen),
        signature=compose_signature(case, chosen),
        exhibits=(),
        today=today,
    )


def review_note(case: Case, notice: Notice | None, *, today: date, language: str) -> list[Finding]:
    """Return what the rules find in the note and in the list of exhibits that goes with it."""
    as_plan = replace(case, plan=Plan(violation=Violation(text=case.note)), rounds=())
    rules = [rule for rule in ALL if rule.id in RULES]
    context = review_of(as_plan, today=today, notice=notice)
    found = review_plan(context, language=language, waivers=case.waivers, rules=rules)
    places = (Item.VIOLATION.value, "attachments")
    return [finding for finding in found if finding.place.item in places]


def is_written(case: Case) -> bool:
    """Tell whether the seller declared the note finished; an empty one never is."""
    return NOTE_FINISHED in case.finished and bool(case.note.strip())


def papers_are_listed(case: Case, rows: Iterable[Row]) -> bool:
    """Tell whether each listed document says what it shows, or none is waited for any more."""
    listed = [exhibit for exhibit in case.exhibits or () if exhibit != Exhibit()]
    if listed:
        return all(exhibit.name and exhibit.shows for exhibit in listed)
    return not any(row.is_open and row.item == "attachments" for row in rows)


def is_final(case: Case, findings: Iterable[Finding]) -> bool:
    """Tell whether the note may be made final: it says something, and nothing holds it back."""
    return bool(case.note.strip()) and not any(finding.holds_back for finding in findings)


def _sections(case: Case, kind: NoteKind, language: str) -> tuple[Section, ...]:
    text = (Paragraph(case.note),) if case.note else ()
    sections = [Section("note", "1", word(f"note_label_{kind.value}", language), text)]
    lines = [
        word(
            "note_exhibit_shows" if exhibit.shows else "note_exhibit",
            language,
            number=n + 1,
            name=exhibit.name,
            shows=exhibit.shows,
        )
        for n, exhibit in enumerate(case.exhibits or ())
    ]
    if lines:
        listed = (Paragraph("\n".join(lines)),)
        sections.append(Section("exhibits", "2", word("exhibits", language), listed))
    return tuple(sections)
