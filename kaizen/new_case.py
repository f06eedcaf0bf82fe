"""Begins a case: from a notice, whose facts need not be asked again, or with nothing."""

from dataclasses import replace

from kaizen.archive import language_of
from kaizen.case import Case, Details, Language, Layout, NoticeRecord
from kaizen.notice import Notice

# Stands in ``Case.finished`` once the seller has accepted the reading of the notice.
NOTICE_CHECKED = "notice"
_HOME = "amazon.co.jp"


def case_from_notice(text: str, notice: Notice) -> Case:
    """Return a new case for the pasted ``text``, which was read as ``notice``.

    Facts only: who, where and when. What happened and why is for the seller to say.
    """
    marketplace = notice.marketplace or _HOME
    details = Details(
        store=notice.store_name or "",
        marketplace=marketplace,
        notice_date=notice.received_date,
        notice_subject=notice.subject or "",
        violation_type="" if notice.violation_type == "unknown" else notice.violation_type,
    )
    return Case(
        language=_language(text, notice, marketplace),
        layout=_layout(notice, marketplace),
        details=details,
        notice=NoticeRecord(text=text),
    )


def with_notice(case: Case, text: str, notice: Notice) -> Case:
    """Return ``case`` with a notice to be checked; details that the seller gave before stay."""
    fresh = case_from_notice(text, notice).details
    known = case.details
    details = replace(
        known,
        store=known.store or fresh.store,
        notice_date=known.notice_date or fresh.notice_date,
        notice_subject=known.notice_subject or fresh.notice_subject,
        violation_type=known.violation_type or fresh.violation_type,
    )
    finished = tuple(key for key in case.finished if key != NOTICE_CHECKED)
    return replace(case, details=details, notice=NoticeRecord(text=text), finished=finished)


def _language(text: str, notice: Notice, marketplace: str) -> Language:
    # Amazon.co.jp writes to foreign sellers in English, and answers English plans.
    if marketplace == _HOME:
        return language_of(text)
    return Language(notice.language) if notice.language in set(Language) else Language.EN


def _layout(notice: Notice, marketplace: str) -> Layout:
    if notice.has_seven_item_template:
        return Layout.SEVEN
    is_home = marketplace == _HOME and notice.language == "ja"
    return Layout.SEVEN if is_home else Layout.THREE
