"""Texts that leave no selling account in a state: of others, to buyers, about signing in."""

from kaizen.notice.asking import asks_plan
from kaizen.notice.evidence import FULL, LISTED, STOPS, Evidence, FoundStatus, acted, answers
from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern
from kaizen.notice.voice import is_addressed, names_a_case
from kaizen.notice.words import first_match

_ONE_CUE = 2
_MANY_NEWS = 4


def buyer(evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide about mails to buyers: nothing in them speaks of selling."""
    if suspicion >= 4 or evidence.total("login_locked") < 4 or evidence.total("buyer") < 2:
        return None
    return evidence.found(Status.LOGIN_LOCKED, 0.9, "login_locked", "buyer")


def buyers_account(evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide where an account was stopped and nothing tells that it is one for selling."""
    stopped = max(evidence.best("suspended"), evidence.best("deactivated"))
    if stopped < LISTED or evidence.total("buyer") < 2 or evidence.total("seller"):
        return None
    if suspicion >= 2:
        return evidence.found(Status.NOT_A_NOTICE, 0.7, "buyer")
    return evidence.found(Status.LOGIN_LOCKED, 0.6, "suspended", "deactivated", "buyer")


def foreign(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide about texts that are no notice: news, adverts, questions, orders, imitations."""
    seller = evidence.total("seller")
    known = seller + evidence.total("amazon")
    if suspicion >= 4:
        return evidence.found(Status.NOT_A_NOTICE, 0.75)
    if evidence.best("other_company") and not evidence.best("amazon"):
        return evidence.found(Status.NOT_A_NOTICE, 0.85, "other_company")
    reviewed = evidence.best("under_review") >= FULL
    has_acted = acted(evidence) or reviewed
    quiet = not has_acted and not answers(evidence)
    if not known and (quiet or not pattern("states", "trade").search(page.lower)):
        return evidence.found(Status.NOT_A_NOTICE, 0.95)
    news = evidence.count("news")
    if evidence.best("stranger") >= LISTED and news >= 3 and not evidence.best("told"):
        return evidence.found(Status.NOT_A_NOTICE, 0.8, "stranger", "news")
    if evidence.best("stranger") >= FULL and not evidence.total("amazon") and not has_acted:
        return evidence.found(Status.NOT_A_NOTICE, 0.75, "stranger", "news")
    if evidence.best("stranger") and not is_addressed(page) and not reviewed:
        return evidence.found(Status.NOT_A_NOTICE, 0.8, "stranger", "news")
    if evidence.count("buyer_message") >= 2 and not has_acted:
        return evidence.found(Status.NOT_A_NOTICE, 0.75, "buyer_message")
    if evidence.best("no_notice") and not has_acted and not names_a_case(page):
        return evidence.found(Status.NOT_A_NOTICE, 0.85, "no_notice", "stranger", "news")
    hinted = (evidence.best("threat") or evidence.best("breach")) and is_addressed(page)
    if quiet and not hinted and not seller > _ONE_CUE and not evidence.total("amazon"):
        return evidence.found(Status.NOT_A_NOTICE, 0.7)
    if evidence.total("stranger") > FULL and not has_acted:
        return evidence.found(Status.NOT_A_NOTICE, 0.75, "stranger")
    asks = evidence.best("info_request") >= LISTED or asks_plan(page)
    asks = asks or (evidence.total("warning") >= 6 and bool(evidence.best("metric")))
    to_all = evidence.count("general") >= _MANY_NEWS or (evidence.best("general") and not asks)
    if to_all and not has_acted and not names_a_case(page):
        sure = 0.85 if evidence.best("news") else 0.75
        return evidence.found(Status.NOT_A_NOTICE, sure, "general", "news")
    if (
        first_match(page, "states", "no_measure")
        and not asks
        and not evidence.best("metric")
        and not has_acted
    ):
        return evidence.found(Status.NOT_A_NOTICE, 0.6, "seller")
    if news >= _MANY_NEWS and not has_acted and not names_a_case(page):
        return evidence.found(Status.NOT_A_NOTICE, 0.75, "news")
    if evidence.best("summary") and not has_acted and not evidence.best("label_risk"):
        return evidence.found(Status.NOT_A_NOTICE, 0.75, "summary")
    if (
        evidence.count("order") >= 2
        and not has_acted
        and not (evidence.best("breach") or evidence.best("threat"))
    ):
        return evidence.found(Status.NOT_A_NOTICE, 0.75, "order")
    measured = evidence.best("metric") or evidence.best("breach") or evidence.best("threat")
    if evidence.best("order") and quiet and not measured:
        sure = 0.85 if seller < 6 else 0.7
        return evidence.found(Status.NOT_A_NOTICE, sure, "order")
    if news >= 2 and not has_acted and not hinted and evidence.total("info_request") < 4:
        sure = 0.85 if news >= 3 and evidence.best("warning") < LISTED else 0.75
        return evidence.found(Status.NOT_A_NOTICE, sure, "news")
    return None


def login(page: Page, evidence: Evidence, suspicion: int) -> FoundStatus | None:
    """Decide where it is the way in that was closed: to a buyer's account, or by a password."""
    locked, buyer, seller = (
        evidence.total("login_locked"),
        evidence.total("buyer"),
        evidence.total("seller"),
    )
    trades = pattern("states", "selling").search(page.lower)
    if locked >= 4 and buyer >= 2 and seller == 0 and not trades:
        return evidence.found(Status.LOGIN_LOCKED, 0.9, "login_locked", "buyer")
    if locked >= 8 and seller <= 2 and not evidence.best("suspended"):
        return evidence.found(Status.LOGIN_LOCKED, 0.6, "login_locked")
    if locked >= LISTED and buyer >= 6 and buyer > seller:
        # The seller's own words around a mail to a buyer speak of selling; the mail does not.
        return evidence.found(Status.LOGIN_LOCKED, 0.75, "login_locked", "buyer")
    stopped = any(_apart_from_login(evidence, value) for value in ("suspended", "deactivated"))
    others = min(evidence.first(value) for value in STOPS if value != "suspended")
    if locked >= 12 and not stopped and evidence.first("login_locked") < others:
        return evidence.found(Status.LOGIN_LOCKED, 0.75, "login_locked")
    if (
        locked >= 12
        and not evidence.best("deactivated")
        and pattern("states", "password_off").search(page.lower)
    ):
        return evidence.found(Status.LOGIN_LOCKED, 0.7, "login_locked")
    if locked >= 8 and buyer >= 2 and seller <= 2 and not evidence.best("deactivated"):
        return evidence.found(Status.LOGIN_LOCKED, 0.7, "login_locked", "buyer")
    return None


def _apart_from_login(evidence: Evidence, value: str) -> bool:
    """Tell whether a stop is told in other words than those that lock the way in."""
    locked = evidence.by_value.get("login_locked", ())
    return any(
        not any(one.start < hit.end and hit.start < one.end for one in locked)
        for hit in evidence.by_value.get(value, ())
    )
