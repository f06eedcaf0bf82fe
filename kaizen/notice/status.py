"""The state in which the notice leaves the account: candidates by their words, then an order."""

from kaizen.notice.agreement import DOUBT, weighed
from kaizen.notice.asking import asks_papers
from kaizen.notice.contradicted import asks_all_the_same
from kaizen.notice.cues import likeliest, speaks_against
from kaizen.notice.evidence import (
    FULL,
    LISTED,
    Evidence,
    FoundStatus,
    acted,
    gather,
)
from kaizen.notice.model import Status
from kaizen.notice.outsiders import buyer, buyers_account, foreign, login
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern
from kaizen.notice.suspicious import ENOUGH
from kaizen.notice.told_about import (
    concerns_goods,
    only_sleeps,
    sells_on_meanwhile,
    stops_apart,
    was_stopped,
)
from kaizen.notice.voice import is_addressed, names_a_case
from kaizen.notice.words import first_match

_MILD = (Status.NOT_A_NOTICE, Status.WARNING, Status.INFO_REQUEST, None)
"""States that good news may mention, too: what to keep ready, what may happen next time."""
_GUESSES = (
    Status.UNDER_REVIEW,
    Status.DEACTIVATED,
    Status.SUSPENDED,
    Status.LISTING_REMOVED,
    Status.WARNING,
)


def status(page: Page, suspicion: int) -> FoundStatus:
    """Return the state; ``suspicion`` is the weight of what speaks against the mail."""
    if not page.text.strip():
        return FoundStatus(Status.NOT_A_NOTICE, (), 0.99)
    evidence = gather(page)
    decided = _decided(page, evidence, suspicion)
    if suspicion < ENOUGH and asks_all_the_same(page, decided):
        return _again(page, evidence, suspicion, decided)
    return decided


def _decided(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus:
    if not pattern("states", "selling").search(page.lower):
        buyers = buyer(evidence, suspicion) or buyers_account(evidence, suspicion)
        if buyers is not None:
            return _capped(page, evidence, buyers)
    for step in (foreign, login, *_OWN):
        decided = step(page, evidence, suspicion)
        if decided is not None:
            return _capped(page, evidence, decided)
    return _guess(page, evidence)


def _again(page: Page, evidence: Evidence, suspicion: int, decided: FoundStatus) -> FoundStatus:
    """Return the state told beside a doubtful one in which nothing could be asked."""
    values = ("reinstated", "final_rejection", "reopen_refused")
    rest = Evidence({key: hits for key, hits in evidence.by_value.items() if key not in values})
    for step in _OWN:
        other = step(page, rest, suspicion)
        if other is not None and other.status not in _MILD:
            return FoundStatus(other.status, other.places, min(other.confidence, DOUBT))
    return decided


def _guess(page: Page, evidence: Evidence) -> FoundStatus:
    """Return the likeliest state where nothing is stated, with little confidence."""
    state = likeliest(page)
    if state is not None:
        return evidence.found(state, 0.5, f"guess_{state.value}", "told", "threat")
    for state in _GUESSES:
        if evidence.best(f"guess_{state.value}"):
            return evidence.found(state, 0.4, f"guess_{state.value}")
    if not is_addressed(page) and not names_a_case(page):
        return evidence.found(Status.NOT_A_NOTICE, 0.4)
    return evidence.found(None, 0.2)


def _capped(page: Page, evidence: Evidence, decided: FoundStatus) -> FoundStatus:
    """Keep doubt where other words point to another state or too little speaks for this one."""
    found = weighed(page, evidence, decided)
    if found.confidence <= DOUBT or found.status is Status.NOT_A_NOTICE:
        return found
    if not _is_doubtful(page, evidence, found.status):
        return found
    return FoundStatus(found.status, found.places, min(found.confidence, DOUBT))


def _is_doubtful(page: Page, evidence: Evidence, state: Status | None) -> bool:
    if not evidence.total("seller") + evidence.total("amazon"):
        return True
    if state is not None and speaks_against(page, state):
        return True
    if evidence.count("news") >= 3:
        return True
    if state is Status.INFO_REQUEST and evidence.best("under_review"):
        return True
    if state is Status.UNDER_REVIEW:
        goods_alone = evidence.best("info_request") >= LISTED and concerns_goods(page, evidence)
        return goods_alone or pattern("states", "sells_on").search(page.lower) is not None
    if state in (Status.SUSPENDED, Status.DEACTIVATED):
        if evidence.best("login_locked") >= LISTED:
            return True
        if evidence.best("final_rejection") and evidence.best("reopen_refused"):
            return True
        answered = evidence.best("more_info_refusal") and evidence.best("more_info_ack")
        fulfilled = first_match(page, "states", "fulfilled")
        return bool(answered or fulfilled)
    if state in (Status.LISTING_REMOVED, Status.WARNING, Status.INFO_REQUEST):
        return bool(evidence.best("guess_suspended") or evidence.best("guess_deactivated"))
    return False


def _closed_question(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide reinstated, final and "more information" before the states they speak about."""
    good, final = evidence.best("reinstated"), evidence.total("final_rejection")
    final_best = evidence.best("final_rejection")
    refusal, ack = evidence.best("more_info_refusal"), evidence.best("more_info_ack")
    more = refusal + ack + min(2, evidence.best("more_info_ask"))
    if good >= 6 and final_best < 6 and refusal == 0:
        return evidence.found(Status.REINSTATED, 0.92, "reinstated")
    twice = evidence.count("reinstated") >= 2
    if good >= 6 and twice and evidence.first("reinstated") < evidence.first("final_rejection"):
        # What is not restored then are single listings.
        return evidence.found(Status.REINSTATED, 0.85, "reinstated")
    asks = ack and refusal and evidence.total("info_request") >= 2 * LISTED
    invited = asks or (evidence.best("invited") and (ack or refusal))
    if final_best >= 6 and not (invited and final < 12):
        sure = 0.92 if final >= 9 or more < 5 else 0.75
        return evidence.found(Status.FINAL_REJECTION, sure, "final_rejection")
    if final_best >= 6 and invited:
        values = ("final_rejection", "more_info_ack", "invited")
        return evidence.found(Status.APPEAL_REJECTED_MORE_INFO, DOUBT, *values)
    open_way = evidence.best("stopped_now") and evidence.best("implied_deactivated")
    if final >= 6 and (refusal or ack) and not open_way and not invited:
        return evidence.found(Status.FINAL_REJECTION, 0.6, "final_rejection")
    if good >= 6 and not (
        ack and evidence.first("more_info_refusal") < evidence.first("reinstated")
    ):
        return evidence.found(Status.REINSTATED, 0.6, "reinstated")
    fresh = evidence.best("stopped_now") and not evidence.best("reopen_refused")
    warned = not ack and evidence.best("threat") and evidence.total("warning") >= more
    # Who was not asked before has not been refused: papers could not be found, so they are asked.
    warned = warned or (not ack and evidence.total("info_request") >= LISTED)
    answered = ack or refusal >= FULL or not acted(evidence)
    if refusal and more >= 5 and answered and not warned and (not fresh or refusal >= FULL):
        sure = 0.92 if ack and more >= 7 else 0.82 if ack else 0.65
        sure = min(sure, 0.7) if good >= 6 else sure
        values = ("more_info_refusal", "more_info_ack", "more_info_ask")
        return evidence.found(Status.APPEAL_REJECTED_MORE_INFO, sure, *values)
    return None


def _account(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide between a stopped account and one under review."""
    off, stopped = evidence.best("deactivated"), evidence.best("suspended")
    if max(off, stopped) < LISTED and evidence.best("privileges_removed"):
        return _removed(evidence)
    review = evidence.best("under_review")
    if review >= FULL and evidence.first("under_review") < min(
        evidence.first(value) for value in ("deactivated", "suspended", "mfn_restricted")
    ):
        if sells_on_meanwhile(page, evidence) and not was_stopped(evidence):
            return evidence.found(Status.INFO_REQUEST, 0.6, "under_review")
        warned = evidence.best("warning") >= LISTED and evidence.best("breach")
        if warned and evidence.best("threat") and not pattern("states", "held").search(page.lower):
            return evidence.found(Status.WARNING, 0.75, "warning", "under_review")
        others = max(off, stopped, evidence.best("mfn_restricted"))
        sure = 0.92 if others < LISTED else 0.7
        return evidence.found(Status.UNDER_REVIEW, sure, "under_review")
    if max(off, stopped) < 3:
        return _implied(page, evidence)
    if only_sleeps(page, evidence) and asks_papers(page):
        waits = evidence.total("info_request") >= 2 * LISTED
        waits = waits or pattern("states", "balance").search(page.lower) is not None
        halted = not waits or pattern("states", "halted").search(page.lower)
        state = Status.SUSPENDED if halted else Status.INFO_REQUEST
        return evidence.found(state, 0.7, "info_request", "suspended")
    chosen = Status.DEACTIVATED if off >= stopped else Status.SUSPENDED
    best, other = max(off, stopped), min(off, stopped)
    if not off and evidence.best("privileges_removed") and not stops_apart(page, evidence):
        return _removed(evidence)
    if best < LISTED and evidence.best("listing_removed"):
        return None
    if not off and evidence.best("implied_deactivated") and _only_forbids(page, evidence):
        return evidence.found(Status.DEACTIVATED, DOUBT, "suspended", "implied_deactivated")
    sure = {5: 0.93, 4: 0.85, 3: 0.7}[best]
    if other == best or review >= FULL or only_sleeps(page, evidence):
        sure = DOUBT
    return evidence.found(chosen, sure, chosen.value)


def _only_forbids(page: Page, evidence: Evidence) -> bool:
    """Tell whether nothing is called suspended: the notice only says that one may not sell."""
    stops = evidence.by_value.get("suspended", [])
    forbids = pattern("states", "forbids").search
    return all(forbids(page.lower, *page.sentence(hit.start)) for hit in stops)


def _implied(page: Page, evidence: Evidence) -> FoundStatus | None:
    """Decide where only headings of a notice about a stopped account are left."""
    held = evidence.best("implied_deactivated") and pattern("states", "held").search(page.lower)
    if held and evidence.best("listing_removed"):
        # All offers are gone and the money is held: that is the account, whatever it is called.
        return evidence.found(Status.DEACTIVATED, 0.75, "implied_deactivated", "listing_removed")
    if evidence.best("listing_removed") >= LISTED or evidence.best("mfn_restricted"):
        return None
    for state in (Status.DEACTIVATED, Status.SUSPENDED):
        if evidence.best(f"implied_{state.value}"):
            return evidence.found(state, 0.7, f"implied_{state.value}")
    return None


def _removed(evidence: Evidence) -> FoundStatus:
    """Decide about removed privileges: older mails suspend so where a metric was missed."""
    by_metric = evidence.best("metric")
    chosen = Status.SUSPENDED if by_metric else Status.DEACTIVATED
    return evidence.found(chosen, 0.72, "privileges_removed")


def _offers(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide between stopped seller-fulfilled offers and stopped listings."""
    limited = evidence.best("mfn_restricted") >= FULL
    is_first = evidence.first("mfn_restricted") < evidence.first("under_review")
    if evidence.best("under_review") >= FULL and not (limited and is_first):
        return evidence.found(Status.UNDER_REVIEW, 0.85, "under_review")
    if limited:
        return evidence.found(Status.MFN_RESTRICTED, 0.92, "mfn_restricted")
    if evidence.best("listing_removed") >= LISTED:
        sure = 0.9 if evidence.best("warning") < LISTED else 0.8
        return evidence.found(Status.LISTING_REMOVED, sure, "listing_removed")
    return None


def _mild(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide between a warning and a request for documents."""
    warned, asked = evidence.total("warning"), evidence.total("info_request")
    fault = evidence.best("breach") or evidence.best("metric")
    mild = (None, Status.WARNING, Status.INFO_REQUEST)
    is_plain = not fault and evidence.best("info_request") < LISTED and likeliest(page) in mild
    if is_plain and asks_papers(page):
        return evidence.found(Status.INFO_REQUEST, 0.7, "threat", "warning")
    if pattern("states", "undecided").search(page.lower) and asks_papers(page):
        return evidence.found(Status.INFO_REQUEST, 0.75, "info_request", "warning")
    if warned >= max(asked, LISTED) and pattern("states", "account_clock").search(page.lower):
        return evidence.found(Status.WARNING, 0.75 if asked else 0.88, "warning")
    if evidence.best("info_request") >= LISTED and not evidence.best("breach"):
        return evidence.found(Status.INFO_REQUEST, 0.85 if warned < 4 else 0.75, "info_request")
    if evidence.best("warning") >= 4 and warned >= 6:
        return evidence.found(Status.WARNING, 0.75 if asked else 0.88, "warning")
    if evidence.best("info_request") >= 4 and asked >= warned:
        return evidence.found(Status.INFO_REQUEST, 0.85 if warned < 4 else 0.7, "info_request")
    if evidence.best("warning") >= 4:
        sure = 0.88 if evidence.best("breach") else 0.7
        return evidence.found(Status.WARNING, sure, "warning")
    if warned:
        return evidence.found(Status.WARNING, 0.6, "warning")
    if evidence.best("more_info_refusal") and (
        evidence.best("more_info_ack") or evidence.best("more_info_ask")
    ):
        values = ("more_info_refusal", "more_info_ack")
        return evidence.found(Status.APPEAL_REJECTED_MORE_INFO, 0.6, *values)
    if evidence.by_value.get("news"):
        asked = asks_papers(page) and names_a_case(page)
        state = Status.INFO_REQUEST if asked else Status.NOT_A_NOTICE
        return evidence.found(state, 0.6, "info_request" if asked else "news")
    if evidence.total("login_locked"):
        return evidence.found(Status.LOGIN_LOCKED, 0.5, "login_locked")
    if evidence.best("spared") and (evidence.best("threat") or evidence.best("breach")):
        return evidence.found(Status.WARNING, 0.6, "spared", "threat")
    if evidence.best("threat"):
        return evidence.found(Status.WARNING, 0.55, "threat")
    if evidence.best("label_live") or evidence.best("reinstated"):
        return evidence.found(Status.REINSTATED, 0.55, "label_live", "reinstated")
    return None


_OWN = (_closed_question, _account, _offers, _mild)
"""The steps for a seller's own notice, in their order."""
