"""Facts of the notice where item 1 and the details are still empty: facts, never confessions."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kaizen.case import Case, Details
from kaizen.dates import write_day
from kaizen.metrics import find_metric
from kaizen.notice import Notice, NoticeMetric
from kaizen.plan import Plan
from kaizen.reading.days import days_in
from kaizen.text import fold
from kaizen.wording import word


def with_facts(case: Case, notice: Notice) -> Case:
    """Return ``case`` with the notice's ids and dates where the seller has written nothing yet."""
    known = with_known_details(case, notice)
    return replace(known, plan=_plan(case, notice))


def with_known_details(case: Case, notice: Notice) -> Case:
    """Return ``case`` with store, date and subject of the notice where they are not known yet."""
    return case.with_details(_details(case, notice))


def without_said_twice(case: Case, notice: Notice) -> Case:
    """Return ``case`` without those prefilled sentences that the seller's own words say, too."""
    violation = case.plan.violation
    if not violation.text.strip() or not violation.what.strip():
        return case
    language = str(case.language)
    told = [told for told in _sentences(notice, language) if told[0] in violation.what]
    if violation.what != _joined([sentence for sentence, _ in told], language):
        return case
    left = _joined([one for one, fact in told if not _says(violation.text, fact)], language)
    return replace(case, plan=replace(case.plan, violation=replace(violation, what=left)))


def _says(text: str, fact: date | Decimal) -> bool:
    """Tell whether the seller's words name the day or the figure."""
    if isinstance(fact, date):
        return any(written.day == fact for written in days_in(text, fact))
    return re.search(rf"(?<![\d.]){re.escape(str(fact))}(?![\d.]*\d)", fold(text).text) is not None


def _details(case: Case, notice: Notice) -> Details:
    known = case.details
    named = "" if notice.violation_type == "unknown" else notice.violation_type
    return replace(
        known,
        store=known.store or notice.store_name or "",
        notice_date=known.notice_date or notice.received_date,
        notice_subject=known.notice_subject or notice.subject or "",
        violation_type=known.violation_type or named,
    )


def _plan(case: Case, notice: Notice) -> Plan:
    violation = case.plan.violation
    if violation.text.strip():
        # A written text names what it names; ids beside it would be said twice.
        return case.plan
    policy = notice.policies[0] if notice.policies else ""
    filled = replace(
        violation,
        policy=violation.policy or policy,
        what=violation.what or _what(notice, str(case.language)),
        asins=violation.asins or notice.asins,
        order_ids=violation.order_ids or notice.order_ids,
    )
    return replace(case.plan, violation=filled)


def _what(notice: Notice, language: str) -> str:
    """Return which notice is answered and the figures it gives; empty where it has neither."""
    return _joined([sentence for sentence, _ in _sentences(notice, language)], language)


def _joined(sentences: list[str], language: str) -> str:
    return ("" if language == "ja" else " ").join(sentences)


def _sentences(notice: Notice, language: str) -> list[tuple[str, date | Decimal]]:
    """Return each prefilled sentence with the fact it tells: the day of the notice, a figure."""
    told: list[tuple[str, date | Decimal]] = []
    if notice.received_date is not None:
        day = write_day(notice.received_date, language)
        key = "prefill_notice" if notice.subject else "prefill_notice_day"
        told.append((word(key, language, day=day, subject=notice.subject), notice.received_date))
    told += [(_figure(found, language), found.value) for found in notice.metrics]
    return told


def _figure(found: NoticeMetric, language: str) -> str:
    known = find_metric(found.key)
    name = known.name.in_language(language) if known else found.key.upper()
    unit = "%" if found.unit == "%" else ""
    value, target = f"{found.value}{unit}", f"{found.target}{unit}"
    if found.target is None:
        return word("prefill_metric_only", language, name=name, value=value)
    return word("prefill_metric", language, name=name, value=value, target=target)
