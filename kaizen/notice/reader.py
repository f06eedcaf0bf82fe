"""From pasted text to a notice: clean, then one field family after the other."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from kaizen.notice import clocks, documents, durations, identifiers, parties, points, template
from kaizen.notice import metrics as figures
from kaizen.notice import suspicious as suspicion
from kaizen.notice.alternatives import alternatives
from kaizen.notice.channel import channel
from kaizen.notice.contradicted import ASKS_NOTHING
from kaizen.notice.dates import FoundDate, dates
from kaizen.notice.marketplace import language, marketplace
from kaizen.notice.model import Notice, Span, Status
from kaizen.notice.page import Page, clean
from kaizen.notice.received import earlier, received
from kaizen.notice.status import status
from kaizen.notice.thread import head_ends, quote_starts
from kaizen.notice.violation import violations

_EXACT = 0.98
_ABSENT = 0.85
_QUOTE_HEAD = 160
_GUESSED = 0.5
"""A state below this is a guess; being asked for documents tells more."""


def read(text: str, today: date) -> Notice:
    """Return what the pasted ``text`` says; a date without a year is the latest up to ``today``."""
    page = clean(text)
    sheet = _Sheet(page)
    _read_state(page, sheet)
    _read_time(page, sheet, today)
    _read_identifiers(page, sheet)
    _read_asks(page, sheet)
    _read_parties(page, sheet)
    return sheet.notice()


class _Sheet:
    """Values gathered so far, with confidence and places."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.values: dict[str, Any] = {}
        self.confidence: dict[str, float] = {}
        self.evidence: dict[str, tuple[Span, ...]] = {}

    def put(
        self, key: str, value: Any, sure: float, places: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Keep a value with its confidence and the places that speak for it."""
        self.values[key] = value
        self.confidence[key] = sure
        spans = tuple(self.page.span(start, end) for start, end in places if end > start)
        if spans:
            self.evidence[key] = spans

    def put_found(self, key: str, found: identifiers.Found | None, sure: float = 0.9) -> None:
        """Keep the value found at a place, or that there is none."""
        if found is None:
            self.put(key, None, _ABSENT)
        else:
            self.put(key, found.value, sure, [(found.start, found.end)])

    def put_all(self, key: str, found: list[identifiers.Found], sure: float = 0.9) -> None:
        """Keep all values found."""
        places = [(one.start, one.end) for one in found[:60]]
        self.put(key, tuple(one.value for one in found), sure if found else _ABSENT, places)

    def notice(self) -> Notice:
        """Return the finished notice."""
        return Notice(
            **self.values,
            confidence=MappingProxyType(self.confidence),
            evidence=MappingProxyType(self.evidence),
        )


def _read_state(page: Page, sheet: _Sheet) -> None:
    spoken, sure = language(page)
    sheet.put("language", spoken, sure)
    place, certainty = marketplace(page, spoken)
    sheet.put_found("marketplace", place, certainty)
    if place is None:
        sheet.confidence["marketplace"] = certainty
    found = suspicion.signs(page)
    weight = suspicion.total(found)
    is_suspicious = weight >= suspicion.ENOUGH
    sheet.put("suspicious", is_suspicious, 0.9 if weight in (0, 1) or weight >= 6 else 0.7)
    sheet.put(
        "suspicious_reasons",
        tuple(sign.reason for sign in found) if is_suspicious else (),
        0.8,
        [(sign.start, sign.end) for sign in found] if is_suspicious else [],
    )
    state = status(page, weight)
    sheet.put("status", state.status, state.confidence, state.places)


def _read_time(page: Page, sheet: _Sheet, today: date) -> None:
    found_dates = dates(page, today)
    came = received(page, found_dates, today)
    if came is None:
        sheet.put("received_date", None, 0.6)
    else:
        sheet.put("received_date", came.date, came.confidence, [(came.start, came.end)])
    before = [
        one
        for one in earlier(page, found_dates)
        if came is None or one[0].date is None or one[0].date < came.date
    ]
    sheet.put(
        "earlier_enforcements",
        tuple(one for one, _, _ in before),
        0.7,
        [(start, end) for _, start, end in before],
    )
    found = durations.durations(page)
    limit = durations.document_age(found)
    sheet.put(
        "document_max_age_days",
        limit.days if limit else None,
        0.9,
        [(limit.start, limit.end)] if limit else [],
    )
    others = clocks.other_clocks(found, page)
    sheet.put(
        "other_clocks",
        tuple(clock for clock, _ in others),
        0.85,
        [(one.start, one.end) for _, one in others],
    )
    first = min((one.date for one, _, _ in before if one.date), default=None)
    found, first = _of_quoted_mail(page, found, found_dates, first)
    due = clocks.deadline(page, found, found_dates, came.date if came else None, first, today)
    if due is None or sheet.values["status"] in ASKS_NOTHING:
        sheet.put("deadline", None, 0.85)
    else:
        sheet.put("deadline", due.deadline, due.confidence, [(due.start, due.end)])


def _of_quoted_mail(
    page: Page,
    found: list[durations.Duration],
    found_dates: list[FoundDate],
    first: date | None,
) -> tuple[list[durations.Duration], date | None]:
    """Let durations of a quoted mail count from the day of that mail.

    Right below a head the quoted words are the mail of that head, and no older one.
    """
    quote = quote_starts(page)
    head = head_ends(page, quote)
    if head and not page.text[head:quote].strip():
        return found, first
    day = next((one.date for one in found_dates if quote <= one.start < quote + _QUOTE_HEAD), None)
    if day is None:
        return found, first
    counted = [replace(one, quoted=one.start >= quote) for one in found]
    return counted, day if any(one.quoted for one in counted) else first


def _read_identifiers(page: Page, sheet: _Sheet) -> None:
    sheet.put_all("asins", identifiers.asins(page), _EXACT)
    sheet.put_all("order_ids", identifiers.order_ids(page), _EXACT)
    more_asins, more_orders = identifiers.outside(page)
    for key, more in (("asins", more_asins), ("order_ids", more_orders)):
        if more:
            sheet.values[key] = tuple(dict.fromkeys((*sheet.values[key], *more)))
    sheet.put_all("complaint_ids", identifiers.complaint_ids(page))
    complaints = sheet.values["complaint_ids"]
    sheet.put_all("registration_numbers", identifiers.registration_numbers(page, complaints))
    measured = figures.metrics(page)
    sheet.put(
        "metrics",
        tuple(one.metric for one in measured),
        0.9,
        [(one.start, one.end) for one in measured],
    )
    found = violations(page, measured)
    silent = sheet.values["status"] in (Status.NOT_A_NOTICE, Status.REINSTATED)
    main = "unknown" if silent and found.confidence < 0.99 else found.main
    if sheet.values["status"] is Status.LOGIN_LOCKED and main in ("related_account", "unknown"):
        # A buyer's account: what it is linked with is no matter of selling.
        main, silent = "unknown", True
    sheet.put("violation_type", main, found.confidence, found.places.get(main, ()))
    others = () if silent else found.others
    sheet.put(
        "other_violation_types",
        others,
        0.8,
        [place for other in others for place in found.places.get(other, ())],
    )


def _read_asks(page: Page, sheet: _Sheet) -> None:
    state = sheet.values["status"]
    silent = state in ASKS_NOTHING
    refused = state is Status.APPEAL_REJECTED_MORE_INFO
    violation = sheet.values["violation_type"]
    labels = None if silent else template.seven_items(page)
    wanted = [] if silent else documents.asked(page, violation, refused=refused)
    if state is Status.LOGIN_LOCKED:
        wanted = [one for one in wanted if one.value != "improvement_plan"]
    if labels is not None:
        wanted = documents.with_template(page, wanted, labels)
    if wanted and (state is None or sheet.confidence["status"] < _GUESSED):
        state = Status.INFO_REQUEST
        sheet.put("status", state, 0.6, [(one.start, one.end) for one in wanted[:4]])
    places = [(one.start, one.end) for one in wanted]
    either = alternatives(page, wanted)
    asked = documents.without_card_beside_bank([one.value for one in wanted], either)
    sheet.put("documents_requested", asked, 0.85, places)
    sheet.put("documents_alternatives", either, 0.8)
    plan = [one for one in wanted if one.value == "improvement_plan"]
    sheet.put(
        "has_seven_item_template",
        labels is not None,
        0.97,
        [(labels.start, labels.end)] if labels else [],
    )
    sheet.put("plan_requested", bool(plan), 0.88, [(one.start, one.end) for one in plan])
    sheet.put_all("file_formats", [] if silent else template.file_formats(page))
    way = None if silent else channel(page)
    sheet.put(
        "submission_channel",
        way.value if way else None,
        min(0.95, 0.5 + 0.08 * way.weight) if way else 0.7,
        [(way.start, way.end)] if way else [],
    )
    sheet.put_all("missing_points", points.missing_points(page) if refused else [], 0.75)
    locked = state is Status.LOGIN_LOCKED
    open_way = bool(wanted or way) if locked else _can_answer(state)
    sheet.put("appeal_possible", open_way, sheet.confidence["status"])
    if locked and not wanted:
        sheet.put("deadline", None, _ABSENT)
    deadline = sheet.values["deadline"]
    if deadline is not None and deadline.kind == "appeal" and _only_documents(wanted):
        sheet.values["deadline"] = replace(deadline, kind="documents")


def _only_documents(wanted: list[documents.Asked]) -> bool:
    """Tell whether papers are asked and no plan; an explanation may accompany them."""
    values = {one.value for one in wanted}
    return bool(values - {"retraction", "explanation"}) and "improvement_plan" not in values


def _can_answer(state: Status | None) -> bool:
    return state is not None and state not in ASKS_NOTHING


def _read_parties(page: Page, sheet: _Sheet) -> None:
    sheet.put_found("subject", parties.subject(page), 0.85)
    name = parties.addressee(page)
    sheet.put_found("addressee", name, 0.85)
    sheet.put_found("store_name", name or parties.quoted_recipient(page), 0.7)
    sheet.put_found("registered_contact", parties.registered_contact(page), 0.9)
    sheet.put_all("complainants", parties.complainants(page), 0.8)
    related = sheet.values["violation_type"] in ("related_account", "multiple_accounts")
    sheet.put_found("related_store", parties.related_store(page) if related else None, 0.85)
    sheet.put_all("policies", parties.policies(page), 0.7)
