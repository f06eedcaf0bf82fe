"""What the notice says and asks: the answer first, then each fact with its words."""

from dataclasses import dataclass, replace
from datetime import date

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.notice import Notice
from kaizen.notice.model import SURE
from kaizen.notice.reasons import reason_text
from kaizen.notice_button import button_named
from kaizen.notice_corrections import CORRECTABLE
from kaizen.notice_words import channel_name, key_name
from views.pages.deadline import DeadlineView, deadline_view
from views.pages.notice_values import value_lines, value_note
from views.pages.original import Piece, numbered, pieces
from views.pages.verdict import Verdict, verdict_of

# The order of the screen: what, why, what is asked, by when, where; then the rest.
_ALWAYS = (
    "received_date",
    "status",
    "violation_type",
    "documents_requested",
    "deadline",
    "submission_channel",
)
_WHERE_GIVEN = (
    "has_seven_item_template",
    "other_violation_types",
    "metrics",
    "asins",
    "order_ids",
    "missing_points",
    "complainants",
    "complaint_ids",
    "registration_numbers",
    "related_store",
    "document_max_age_days",
    "file_formats",
    "other_clocks",
    "policies",
    "marketplace",
    "subject",
)
_QUOTE = 60


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact: label, value in words, the notice's own words, and where to correct it."""

    key: str
    label: str
    lines: tuple[str, ...]
    quote: str
    note: str
    number: int | None
    is_correctable: bool
    is_corrected: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class NoticePage:
    """Everything the template of the notice places."""

    case: Case
    verdict: Verdict
    rows: tuple[FactRow, ...]
    original: tuple[Piece, ...]
    absent: tuple[tuple[str, str], ...]
    deadline: DeadlineView | None
    suspicious: tuple[str, ...]
    editing: str
    text_language: str


def notice_page(
    case: Case, notice: Notice, *, today: date, language: str, editing: str = ""
) -> NoticePage:
    """Return the page of the notice of ``case``; ``editing`` is the key being corrected."""
    keys = [*_ALWAYS, *(key for key in _WHERE_GIVEN if _is_shown(notice, key, editing))]
    numbers = numbered(notice, keys)
    return NoticePage(
        case=case,
        verdict=verdict_of(case, notice, language=language),
        rows=tuple(
            _with_button(_row(notice, key, numbers, language, editing), case, notice, language)
            for key in keys
        ),
        original=pieces(case.notice.text, notice, numbers),
        absent=tuple((key, key_name(key, language)) for key in _WHERE_GIVEN if key not in keys),
        deadline=deadline_view(notice, today),
        suspicious=tuple(reason_text(key, language) for key in notice.suspicious_reasons)
        if notice.suspicious
        else (),
        editing=editing,
        text_language=notice.language,
    )


def _is_shown(notice: Notice, key: str, editing: str) -> bool:
    """Show what the notice gives, what the seller put in, and what is being put in now."""
    if key == "has_seven_item_template" and notice.plan_requested:
        return True
    return bool(getattr(notice, key)) or notice.is_corrected(key) or key == editing


def _row(notice: Notice, key: str, numbers: dict[str, int], language: str, editing: str) -> FactRow:
    lines = value_lines(notice, key, language)
    is_corrected = notice.is_corrected(key)
    return FactRow(
        key=key,
        label=key_name(key, language),
        lines=lines or (_("Not in the notice"),),
        quote=_quote(notice, key),
        note=_note(notice, key, language, is_corrected=is_corrected),
        number=numbers.get(key),
        is_correctable=key in CORRECTABLE,
        is_corrected=is_corrected,
        is_open=key == editing,
    )


def _with_button(row: FactRow, case: Case, notice: Notice, language: str) -> FactRow:
    """Return the place to answer with the button as the notice itself calls it."""
    if row.key != "submission_channel" or not notice.submission_channel:
        return row
    button = button_named(case.notice.text, notice)
    return replace(row, lines=(channel_name(notice.submission_channel, language, button),))


def _quote(notice: Notice, key: str) -> str:
    spans = notice.evidence.get(key, ())
    if not spans or key in ("asins", "order_ids", "subject", "metrics"):
        return ""
    text = " ".join(spans[0].text.split())
    return text if len(text) <= _QUOTE else text[:_QUOTE] + "\u2026"


def _note(notice: Notice, key: str, language: str, *, is_corrected: bool) -> str:
    if is_corrected:
        return _("You put this in.")
    confidence = notice.confidence.get(key)
    if confidence is not None and confidence < SURE and getattr(notice, key):
        return _("This is not certain. Please compare it with the notice.")
    return value_note(notice, key, language)
