"""The page on which a note with documents is sent: what is asked, what shows it, how to send it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.document import Document
from kaizen.finding import Finding, Severity
from kaizen.note import is_final
from kaizen.notice import Notice
from kaizen.notice_button import button_named
from kaizen.submission import screen_names_change, submission_steps
from views.pages.coverage import RowView, row_view
from views.pages.note import note_files
from views.pages.submit import Check, CopyText, FileRow, copy_whole, counted, sending_lead


@dataclass(frozen=True, slots=True)
class SendingPage:
    """Everything the template of the sending places."""

    case: Case
    heading: str
    lead: str
    checks: tuple[Check, ...]
    asked: tuple[RowView, ...]
    is_final: bool
    note: CopyText
    whole: CopyText
    exhibits: tuple[str, ...]
    language: str
    files: tuple[FileRow, ...]
    steps: tuple[str, ...]
    names_change: str


def sending_page(
    case: Case,
    notice: Notice | None,
    document: Document,
    *,
    findings: Sequence[Finding],
    rows: Sequence[Row],
    language: str,
) -> SendingPage:
    """Return the page; ``document`` is the note as it will be pasted, ``rows`` what is asked."""
    final = is_final(case, findings)
    asked = [row for row in rows if row.kind != "deadline"]
    return SendingPage(
        case=case,
        heading=_("Ready to send") if final else _("Not ready to send yet"),
        lead=sending_lead(),
        checks=_checks(case, findings, asked),
        asked=tuple(row_view(case, row, n, language) for n, row in enumerate(asked)),
        is_final=final,
        note=CopyText("copy-note", "", case.note, counted(case.note)),
        whole=copy_whole(document),
        exhibits=tuple(exhibit.name for exhibit in case.exhibits or () if exhibit.name),
        language=document.language,
        files=note_files(case, is_draft=not final),
        steps=submission_steps(
            notice.submission_channel if notice else None,
            language,
            button=button_named(case.notice.text, notice),
            attaches=True,
            is_note=True,
        ),
        names_change=screen_names_change(language),
    )


def _checks(case: Case, findings: Sequence[Finding], asked: Sequence[Row]) -> tuple[Check, ...]:
    return (_note_check(case, findings), _papers_check(case), _asked_check(case, asked))


def _note_check(case: Case, findings: Sequence[Finding]) -> Check:
    link = url_for("note.show", case_id=case.id)
    if not case.note.strip():
        return Check("weak", _("The note is still empty"), link)
    holding = sum(finding.holds_back for finding in findings)
    if holding:
        words = ngettext(
            "One thing in the note has to be mended first",
            "%(num)d things in the note have to be mended first",
            holding,
        )
        return Check("weak", words, link)
    weak = sum(f.severity is Severity.WARN and not f.is_waived for f in findings)
    if weak:
        words = ngettext(
            "The note is written, with one weak point",
            "The note is written, with %(num)d weak points",
            weak,
        )
        return Check("done", words, link)
    return Check("done", _("The note is written"), "")


def _papers_check(case: Case) -> Check:
    link = url_for("exhibits.show", case_id=case.id)
    listed = [exhibit for exhibit in case.exhibits or () if exhibit.name or exhibit.shows]
    if not listed:
        return Check("weak", _("No document is listed yet"), link)
    silent = sum(not exhibit.shows for exhibit in listed)
    if silent:
        words = ngettext(
            "One document does not say what it shows",
            "%(num)d documents do not say what they show",
            silent,
        )
        return Check("weak", words, link)
    words = ngettext("%(num)d document is listed", "%(num)d documents are listed", len(listed))
    return Check("done", words, "")


def _asked_check(case: Case, asked: Sequence[Row]) -> Check:
    still_open = sum(row.is_open for row in asked)
    if not still_open:
        return Check("done", _("Everything in the notice has an answer"), "")
    words = ngettext(
        "One thing in the notice has no answer yet",
        "%(num)d things in the notice have no answer yet",
        still_open,
    )
    return Check("weak", words, url_for("coverage.show", case_id=case.id))
