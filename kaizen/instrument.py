"""The right answer to a notice: plan, documents, explanation, or no letter at all."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice.model import Notice, Status
from kaizen.points_asked import keeps_the_plan
from kaizen.text import fold


class Instrument(StrEnum):
    """What to send, or to do instead of sending."""

    PLAN_SEVEN = "plan_seven"
    PLAN_THREE = "plan_three"
    DOCUMENTS_WITH_NOTE = "documents_with_note"
    EXPLANATION = "explanation"
    WAIT = "wait"
    MONEY_ONLY = "money_only"
    SIGN_IN = "sign_in"
    WHOLE_NOTICE = "whole_notice"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The instrument with the reasons for it, as keys of ``instrument.toml``."""

    instrument: Instrument
    reason_keys: tuple[str, ...]
    wastes_a_plan: bool

    @property
    def is_told(self) -> bool:
        """Tell whether the notice itself says what to send."""
        return not {"unsure", "not_a_notice"} & set(self.reason_keys)

    def title(self, language: str) -> str:
        """Return what to do, in one line."""
        return _text("instrument", self.instrument.value, language)

    def reasons(self, language: str) -> tuple[str, ...]:
        """Return why, one sentence group a reason."""
        return tuple(_text("reason", key, language) for key in self.reason_keys)


_SETTINGS = frozenset({"card_update"})
_FEW = 400
"""A cry for help has fewer characters; a notice that is longer is read as one."""
_EXPLAINS = frozenset({"explanation", "proof_of_relation_end", "original_document"})


def instrument_for(notice: Notice) -> Recommendation:
    """Return what fits the notice, and whether a plan would waste an attempt."""
    if notice.suspicious:
        return _other(Instrument.WAIT, "suspicious")
    closed = _closed(notice)
    if closed is not None:
        return closed
    if notice.plan_requested or keeps_the_plan(notice):
        return _plan(notice)
    return _without_plan(notice)


def advice_for(text: str, notice: Notice) -> Recommendation:
    """Return what fits, also where ``text`` is no notice but the seller's own words about one."""
    fits = instrument_for(notice)
    is_none = notice.status in (None, Status.NOT_A_NOTICE)
    if is_none and not fits.is_told and _tells_of_a_stop(text):
        return _other(Instrument.WHOLE_NOTICE, "whole_notice")
    return fits


def _tells_of_a_stop(text: str) -> bool:
    if len(text) > _FEW:
        return False
    plain = fold(text).text.lower()
    return any(word in plain for word in _data()["stop_words"])


def _closed(notice: Notice) -> Recommendation | None:
    match notice.status:
        case Status.FINAL_REJECTION:
            return _other(Instrument.MONEY_ONLY, "final", "money", "no_new_account")
        case Status.LOGIN_LOCKED:
            return _other(Instrument.SIGN_IN, "buyer_account", "no_new_account")
        case Status.REINSTATED:
            return _other(Instrument.WAIT, "reinstated")
        case Status.NOT_A_NOTICE:
            return _other(Instrument.WAIT, "not_a_notice")
        case _:
            return None


def _plan(notice: Notice) -> Recommendation:
    seven = notice.has_seven_item_template
    reasons = ["template_given" if seven else "plan_asked"]
    if notice.status is Status.APPEAL_REJECTED_MORE_INFO:
        reasons = ["more_asked"]
    if set(notice.documents_requested) - {"improvement_plan"}:
        reasons.append("documents_too")
    if notice.status is Status.WARNING:
        reasons.append("fix_first")
    reasons.append("error_route")
    chosen = Instrument.PLAN_SEVEN if seven else Instrument.PLAN_THREE
    return Recommendation(chosen, tuple(reasons), wastes_a_plan=False)


def _without_plan(notice: Notice) -> Recommendation:
    asked = frozenset(notice.documents_requested)
    reviewed = ("under_review",) if notice.status is Status.UNDER_REVIEW else ()
    if asked & _EXPLAINS:
        other = ("other_account_first",) if notice.violation_type == "related_account" else ()
        return _other(Instrument.EXPLANATION, "only_explanation", *reviewed, *other)
    if notice.violation_type in ("dormant", "charges_double_billing") and asked & _SETTINGS:
        return _other(Instrument.SIGN_IN, "settings")
    if asked:
        return _other(Instrument.DOCUMENTS_WITH_NOTE, "only_documents", *reviewed)
    if reviewed:
        return _other(Instrument.WAIT, *reviewed)
    return _nothing_asked(notice)


def _nothing_asked(notice: Notice) -> Recommendation:
    if notice.deadline is not None:
        reasons = ("fix_first", "call") if notice.status is Status.WARNING else ("unsure",)
        return Recommendation(Instrument.PLAN_THREE, reasons, wastes_a_plan=False)
    if any(clock.kind == "remove_similar_listings" for clock in notice.other_clocks):
        return _other(Instrument.WAIT, "remove_similar", "no_answer_asked")
    if notice.status in (Status.WARNING, Status.LISTING_REMOVED):
        return _other(Instrument.WAIT, "no_answer_asked")
    return Recommendation(Instrument.PLAN_THREE, ("unsure",), wastes_a_plan=False)


def _other(instrument: Instrument, *reasons: str) -> Recommendation:
    return Recommendation(instrument, reasons, wastes_a_plan=True)


@cache
def _data() -> dict[str, Any]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)


def _text(group: str, key: str, language: str) -> str:
    return str(_data()[group][key]["en" if language == "en" else "ja"])
