"""The submit page: facts to confirm, the text exactly as pasted, files, where to send it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import WHOLE_IS_TRUE, Case, Exhibit, Layout
from kaizen.document import Document, section_body, section_text
from kaizen.finding import Finding
from kaizen.notice import Notice
from kaizen.notice_button import button_named
from kaizen.papers_asked import EXPLANATION, PLAN
from kaizen.statement_of_truth import Claim
from kaizen.submission import screen_names_change, submission_steps
from views.pages.coverage import RowView


@dataclass(frozen=True, slots=True)
class Check:
    """One line of what has to be in order before the final files."""

    state: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class CopyText:
    """One text to copy: an item, or the whole."""

    id: str
    heading: str
    text: str
    count: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file to save."""

    label: str
    hint: str
    link: str


@dataclass(frozen=True, slots=True)
class SubmitPage:
    """Everything the template of the submit page places."""

    case: Case
    heading: str
    lead: str
    checks: tuple[Check, ...]
    claims: tuple[Claim, ...]
    confirmed: frozenset[str]
    is_ready: bool
    may_be_final: bool
    whole: CopyText
    items: tuple[CopyText, ...]
    layouts: tuple[tuple[str, str, bool], ...]
    languages: tuple[tuple[str, str, bool], ...]
    language: str
    files: tuple[FileRow, ...]
    drafts: tuple[FileRow, ...]
    missing_glyphs: str
    steps: tuple[str, ...]
    names_change: str


def submit_page(
    case: Case,
    document: Document,
    *,
    findings: Sequence[Finding],
    figures: Sequence[Finding],
    claims: Sequence[Claim],
    unprintable: Sequence[str],
    notice: Notice | None,
    asked: tuple[RowView, ...],
    page_language: str,
) -> SubmitPage:
    """Return the page for ``document``, the final text of ``case`` in the chosen layout.

    ``asked`` is what the notice asks and nothing answers yet.
    """
    confirmed = frozenset(case.confirmed)
    holding = [finding for finding in findings if finding.holds_back]
    open_claims = [claim for claim in claims if claim.key not in confirmed]
    is_confirmed = not open_claims and WHOLE_IS_TRUE in confirmed
    return SubmitPage(
        case=case,
        heading=_heading(holding, is_confirmed),
        lead=sending_lead(),
        checks=(*_checks(case, findings, holding, figures), *_asked_check(case, asked)),
        claims=tuple(claims),
        confirmed=confirmed,
        is_ready=not holding,
        may_be_final=not holding and is_confirmed,
        whole=copy_whole(document),
        items=_items(document),
        layouts=_layouts(document),
        languages=_languages(document),
        language=document.language,
        files=_files(case, document, draft=False),
        drafts=_files(case, document, draft=True),
        missing_glyphs=" ".join(unprintable),
        steps=submission_steps(
            notice.submission_channel if notice else None,
            page_language,
            button=button_named(case.notice.text, notice),
            attaches=_attaches(case, notice),
        ),
        names_change=screen_names_change(page_language),
    )


def _attaches(case: Case, notice: Notice | None) -> bool:
    """Tell whether documents go with the text: asked in the notice, or listed by the seller."""
    asked = set(notice.documents_requested) - {PLAN, EXPLANATION} if notice else set()
    return bool(asked) or any(exhibit != Exhibit() for exhibit in case.exhibits or ())


def _asked_check(case: Case, asked: Sequence[RowView]) -> tuple[Check, ...]:
    if not asked:
        return ()
    words = ngettext(
        "One thing in the notice has no answer yet",
        "%(num)d things in the notice have no answer yet",
        len(asked),
    )
    return (Check("weak", words, url_for("coverage.show", case_id=case.id)),)


def whole_text(document: Document) -> str:
    """Return the text as it is pasted, without the last line break of the file."""
    return "\n\n".join(section_text(s, document.language) for s in document.sections)


def _heading(holding: Sequence[Finding], is_confirmed: bool) -> str:
    if holding:
        return ngettext(
            "One thing is still needed before this can be final",
            "%(num)d things are still needed before this can be final",
            len(holding),
        )
    if not is_confirmed:
        return _("Confirm the facts, then the final files are ready")
    return _("Text and files are ready to submit")


def _checks(
    case: Case,
    findings: Sequence[Finding],
    holding: Sequence[Finding],
    figures: Sequence[Finding],
) -> tuple[Check, ...]:
    review = url_for("review.show", case_id=case.id)
    empty = [finding for finding in holding if finding.id == "R01"]
    others = len(holding) - len(empty)
    waived = sum(finding.is_waived for finding in (*findings, *figures))
    wrong = sum(not finding.is_waived for finding in figures)
    checks = [
        Check(
            "weak" if empty else "done",
            ngettext("One item is empty", "%(num)d items are empty", len(empty))
            if empty
            else _("All seven items are filled"),
            review if empty else "",
        ),
        Check(
            "weak" if others else "done",
            ngettext(
                "One thing has to be mended first", "%(num)d things have to be mended first", others
            )
            if others
            else _("Nothing has to be mended first"),
            review if others else "",
        ),
    ]
    if wrong:
        words = ngettext(
            "One figure does not come out when it is computed again",
            "%(num)d figures do not come out when they are computed again",
            wrong,
        )
        checks.append(Check("weak", words, f"{review}#figures"))
    if waived:
        left = ngettext(
            "One finding left as it is, with your reason",
            "%(num)d findings left as they are, with your reasons",
            waived,
        )
        checks.append(Check("done", left, review))
    return tuple(checks)


def counted(text: str) -> str:
    """Return the length of a text in words, line breaks left out."""
    count = len(text.replace("\n", ""))
    return ngettext("%(count)s character", "%(count)s characters", count, count=f"{count:,}")


def sending_lead() -> str:
    """Return the lead of each page on which something is sent: who sends, and that we do not."""
    return _(
        "Work from top to bottom. You send it yourself in Seller Central; this program sends "
        "nothing."
    )


def copy_whole(document: Document) -> CopyText:
    """Return the whole text with its length."""
    text = whole_text(document)
    total = ngettext(
        "%(count)s character", "%(count)s characters", len(text), count=f"{len(text):,}"
    )
    return CopyText("copy-whole", "", text, total)


def _items(document: Document) -> tuple[CopyText, ...]:
    texts = []
    for section in document.sections:
        body = section_body(section)
        heading = section.heading(document.language)
        texts.append(CopyText(f"copy-{section.key}", heading, body, counted(body)))
    return tuple(texts)


def _layouts(document: Document) -> tuple[tuple[str, str, bool], ...]:
    names = {Layout.SEVEN: _("Seven items"), Layout.THREE: _("Three parts")}
    return tuple((key.value, name, key.value == document.layout) for key, name in names.items())


def _languages(document: Document) -> tuple[tuple[str, str, bool], ...]:
    names = {"ja": _("Japanese"), "en": _("English")}
    return tuple((key, name, key == document.language) for key, name in names.items())


def _files(case: Case, document: Document, *, draft: bool) -> tuple[FileRow, ...]:
    rows = (
        ("pdf", _("Plan as PDF"), _("To attach and to keep. With lines for the signature.")),
        ("docx", _("Plan as Word file"), ""),
        ("text", _("Text only"), ""),
    )
    return tuple(
        FileRow(
            label,
            hint,
            url_for(
                "files.download",
                case_id=case.id,
                key=key,
                layout=document.layout,
                language=document.language,
                draft=1 if draft else None,
            ),
        )
        for key, label, hint in rows
    )
