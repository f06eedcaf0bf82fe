"""The page on which a covering note or an explanation is written, beside what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.finding import Finding
from kaizen.note import NoteKind
from views.pages.coverage import RowView, row_view
from views.pages.submit import FileRow
from views.pages.tags import severity_tag


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding about the note in two lines."""

    severity: str
    tag: str
    message: str
    how: str


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything the template of the note places."""

    case: Case
    heading: str
    lead: str
    questions: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    asked: tuple[RowView, ...]
    exhibits_link: str
    send_link: str


def note_page(
    case: Case,
    kind: NoteKind,
    *,
    findings: Sequence[Finding],
    asked: Sequence[Row],
    page_language: str,
) -> NotePage:
    """Return the page; ``asked`` is what the notice names and asks."""
    heading, lead, questions = _words(kind)
    return NotePage(
        case=case,
        heading=heading,
        lead=lead,
        questions=questions,
        findings=tuple(_line(finding) for finding in findings if not finding.is_waived),
        asked=tuple(
            row_view(case, row, n, page_language)
            for n, row in enumerate(asked)
            if row.kind != "deadline"
        ),
        exhibits_link=url_for("exhibits.show", case_id=case.id),
        send_link=url_for("sending.show", case_id=case.id),
    )


def _line(finding: Finding) -> FindingLine:
    tag = severity_tag(finding.severity)
    return FindingLine(finding.severity.value, tag, finding.message, finding.how)


def _words(kind: NoteKind) -> tuple[str, str, tuple[str, ...]]:
    if kind is NoteKind.EXPLANATION:
        return (
            _("Explain the facts, and show them"),
            _(
                "The notice asks for an explanation with evidence, not for a plan. Say what is "
                "true and what shows it. Do not admit what you did not do, and do not mix it "
                "with a plan."
            ),
            (
                _("Which notice do you answer, and on which point?"),
                _("What happened, in order, with dates?"),
                _("Which document shows each of these facts?"),
                _("What do you ask Amazon to check or to correct?"),
            ),
        )
    return (
        _("Write the covering note"),
        _(
            "The notice asks for documents. A few sentences are enough: which notice it is, what "
            "you send, and what each document shows."
        ),
        (
            _("Which notice do you answer?"),
            _("Which documents do you send, and how many pages?"),
            _("Which line of which document shows what was asked?"),
            _("Is there one that you do not have? Say so, and why."),
        ),
    )


def note_files(case: Case, *, is_draft: bool) -> tuple[FileRow, ...]:
    """Return the files of the note."""
    rows = (("pdf", _("As PDF")), ("docx", _("As Word file")), ("text", _("Text only")))
    return tuple(
        FileRow(
            label,
            "",
            url_for("note.download", case_id=case.id, key=key, draft=1 if is_draft else None),
        )
        for key, label in rows
    )
