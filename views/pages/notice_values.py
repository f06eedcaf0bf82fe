"""The values of a notice as lines a person reads."""

from collections.abc import Callable, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.metrics import find_metric
from kaizen.notice import Notice, NoticeMetric
from kaizen.notice_words import channel_name, clock_name, document_name, status_name
from kaizen.papers_asked import asked_keys, is_optional
from kaizen.violations import violation_type
from views.dates import full_day_with_weekday


def value_lines(notice: Notice, key: str, language: str) -> tuple[str, ...]:
    """Return the value of ``key`` in words; nothing where the notice does not give it."""
    if key in _SPECIAL:
        return _SPECIAL[key](notice, language)
    value = getattr(notice, key)
    if not value:
        return ()
    return tuple(str(entry) for entry in value) if isinstance(value, tuple) else (str(value),)


def value_note(notice: Notice, key: str, language: str) -> str:
    """Return how a value was found or what it does not mean, where that needs saying."""
    if key == "other_clocks":
        return _("This is not the deadline for your answer.")
    if key == "document_max_age_days":
        return _("An age of documents, not a deadline.")
    if key == "documents_requested" and notice.plan_requested:
        return _("With a plan in seven items.") if notice.has_seven_item_template else ""
    return ""


def metric_words(found: NoticeMetric, language: str) -> str:
    """Return one figure of the notice with its target and window."""
    known = find_metric(found.key)
    name = getattr(known.name, language) if known else found.key.upper()
    unit = found.unit if found.unit == "%" else ""
    words = f"{name} {found.value}{unit}"
    if found.target is not None:
        words = _("%(words)s (target %(target)s)", words=words, target=f"{found.target}{unit}")
    if found.window_days:
        words = _("%(words)s over %(days)s days", words=words, days=found.window_days)
    return f"{words} {found.category}" if found.category else words


def _received(notice: Notice, _language: str) -> tuple[str, ...]:
    day = notice.received_date
    return (full_day_with_weekday(day),) if day else ()


def _status(notice: Notice, language: str) -> tuple[str, ...]:
    if notice.status is None:
        return (_("It could not be told. Please choose it."),)
    return (status_name(notice.status, language),)


def _type(notice: Notice, language: str) -> tuple[str, ...]:
    if notice.violation_type == "unknown":
        return (_("It could not be told. Please choose it."),)
    return (violation_type(notice.violation_type).name.in_language(language),)


def paper_words(keys: Sequence[str], notice: Notice, language: str) -> str:
    """Return papers of which one is enough, or one paper, in words."""
    comma = "\u3001" if language == "ja" else ", "
    names = comma.join(document_name(key, language) for key in keys)
    if len(keys) > 1:
        return _("One of these: %(papers)s", papers=names)
    if is_optional(notice, keys[0]):
        return _("%(paper)s (only if the rights owner agrees)", paper=names)
    return names


def _deadline(notice: Notice, _language: str) -> tuple[str, ...]:
    if notice.deadline is None:
        return ()
    if notice.deadline.date is None:
        return (notice.deadline.text,)
    return (full_day_with_weekday(notice.deadline.date),)


def _clocks(notice: Notice, language: str) -> tuple[str, ...]:
    return tuple(
        f"{clock_name(clock.kind, language)}: {clock.text}" for clock in notice.other_clocks
    )


def _age(notice: Notice, _language: str) -> tuple[str, ...]:
    days = notice.document_max_age_days
    if days is None:
        return ()
    return (ngettext("At most %(num)d day old", "At most %(num)d days old", days),)


_SPECIAL: dict[str, Callable[[Notice, str], tuple[str, ...]]] = {
    "received_date": _received,
    "status": _status,
    "violation_type": _type,
    "other_violation_types": lambda notice, language: tuple(
        violation_type(key).name.in_language(language) for key in notice.other_violation_types
    ),
    "documents_requested": lambda notice, language: tuple(
        paper_words(keys, notice, language) for keys in asked_keys(notice)
    ),
    "deadline": _deadline,
    "other_clocks": _clocks,
    "document_max_age_days": _age,
    "submission_channel": lambda notice, language: (
        (channel_name(notice.submission_channel, language),) if notice.submission_channel else ()
    ),
    "metrics": lambda notice, language: tuple(metric_words(m, language) for m in notice.metrics),
    "has_seven_item_template": lambda notice, _language: (
        (_("Yes"),) if notice.has_seven_item_template else ()
    ),
    "file_formats": lambda notice, _language: (
        (", ".join(notice.file_formats),) if notice.file_formats else ()
    ),
}
