"""The page for a covering note or an explanation: questions, text, what is asked, files."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.document import Document
from kaizen.finding import Finding
from kaizen.note import NoteKind, is_final
from kaizen.submission import screen_names_change, submission_steps
from views.pages.coverage import RowView, row_view
from views.pages.submit import CopyText, FileRow, copy_whole
from views.pages.tags import severity_tags


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
    is_written: bool
    is_final: bool
    whole: CopyText
    language: str
    files: tuple[FileRow, ...]
    steps: tuple[str, ...]
    names_change: str


def note_page(
    case: Case,
    kind: NoteKind,
    document: Document,
    *,
    findings: Sequence[Finding],
    asked: Sequence[Row],
    channel: str | None,
    page_language: str,
) -> NotePage:
    """Return the page; ``document`` is the note as it will be pasted."""
    final = is_final(case, findings)
    heading, lead, questions = _words(kind)
    return NotePage(
        case=case,
        heading=heading,
        lead=lead,
        questions=questions,
        findings=tuple(_line(finding) for finding in findings if not finding.is_waived),
        asked=tuple(row_view(case, row, n, page_language) for n, row in enumerate(asked)),
        exhibits_link=url_for("exhibits.show", case_id=case.id),
        is_written=bool(case.note.strip()),
        is_final=final,
        whole=copy_whole(document),
        language=document.language,
        files=_files(case, is_draft=not final),
        steps=submission_steps(channel, page_language),
        names_change=screen_names_change(page_language),
    )


def _line(finding: Finding) -> FindingLine:
    tag = severity_tags()[finding.severity]
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
        _("Write a short note for the documents"),
        _(
            "The notice asks for documents. A few sentences are enough: which notice it is, what "
            "you send, and what each document shows."
        ),
        (
            _("Which notice do you answer?"),
            _("Which documents do you send, and how many pages?"),
            _("Which line of which document shows what was asked?"),
            _("Is one of them still missing? When will you send it?"),
        ),
    )


def _files(case: Case, *, is_draft: bool) -> tuple[FileRow, ...]:
    rows = (("pdf", _("As PDF")), ("docx", _("As Word file")), ("text", _("Text only")))
    return tuple(
        FileRow(
            label,
            "",
            url_for("note.download", case_id=case.id, key=key, draft=1 if is_draft else None),
        )
        for key, label in rows
    )
