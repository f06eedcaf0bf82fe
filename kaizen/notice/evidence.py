"""What speaks for each state of an account: facts, without threats, conditions and questions."""

from dataclasses import dataclass

from kaizen.notice.acts import Act, acts, is_quoted
from kaizen.notice.labels import labels
from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern
from kaizen.notice.statements import statements
from kaizen.notice.thread import head_ends, intro_ends, quote_starts, tail_starts

FULL = 5
LISTED = 4


@dataclass(frozen=True, slots=True)
class FoundStatus:
    """The state (``None`` where nothing tells), its places and how sure the reader is."""

    status: Status | None
    places: tuple[tuple[int, int], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hits by candidate, those in threats, questions and conditions left out."""

    by_value: dict[str, list[Hit]]

    def best(self, value: str) -> int:
        """Return the greatest weight for ``value``."""
        found = self.by_value.get(value)
        return max([hit.weight for hit in found]) if found else 0

    def total(self, value: str) -> int:
        """Return the sum of weights for ``value``, one a sentence and phrase weight."""
        found = self.by_value.get(value)
        if not found:
            return 0
        seen = {(hit.weight, hit.start // 40) for hit in found}
        return sum(weight for weight, _ in seen)

    def count(self, value: str) -> int:
        """Return at how many places ``value`` is told."""
        return len({hit.start for hit in self.by_value.get(value, ())})

    def first(self, value: str) -> int:
        """Return the earliest place for ``value``."""
        found = self.by_value.get(value)
        return min([hit.start for hit in found]) if found else 1 << 30

    def found(self, status: Status | None, confidence: float, *values: str) -> FoundStatus:
        """Return the state with the places of its strongest words."""
        chosen = [hit for value in values for hit in self.by_value.get(value, ())]
        chosen.sort(key=lambda hit: (-hit.weight, hit.start))
        places = tuple((hit.start, hit.end) for hit in chosen[:4])
        return FoundStatus(status, places, round(confidence, 2))


STATES = (
    "reinstated",
    "final_rejection",
    "more_info_refusal",
    "deactivated",
    "suspended",
    "privileges_removed",
    "under_review",
    "mfn_restricted",
    "listing_removed",
)
_CHECKED = (*STATES, "guess_suspended", "guess_deactivated")
_ANSWERS = ("final_rejection", "more_info_refusal")
_BY_ACT = tuple(value for value in _CHECKED if value not in _ANSWERS)
_TELLING = (
    *_CHECKED,
    "more_info_ack",
    "more_info_ask",
    "warning",
    "info_request",
    "login_locked",
)


STOPS = ("suspended", "deactivated", "mfn_restricted", "listing_removed", "privileges_removed")
"""States that take something from the seller."""
_UNREAL = ("historic", "asked", "negated", "quoted")
_HINTS = {"possible": "threat", "told": "told", "negated": "spared"}
_GUESSED = ("deactivated", "suspended", "privileges_removed", "mfn_restricted", "listing_removed")
_WEIGHTS = {"mfn": FULL, "account": FULL, "listing": LISTED, "offers": LISTED}


def gather(page: Page) -> Evidence:
    """Return the hits by state, those that state no fact left out.

    Where the words above a quoted mail tell the state, that mail tells nothing more.
    """
    tail = tail_starts(page)
    if tail < len(page.text):
        below = Evidence(_gathered(page, len(page.text), tail))
        if below.best("reinstated") >= FULL or (below.best("more_info_ack") and answers(below)):
            return below
    end = quote_starts(page)
    if end < len(page.text):
        above = Evidence(_gathered(page, end, head_ends(page, end)))
        if acted(above) or answers(above):
            return above
    begin = intro_ends(page)
    if begin:
        below = Evidence(_gathered(page, len(page.text), begin))
        if acted(below) or answers(below):
            return below
    return Evidence(_gathered(page, len(page.text)))


def _gathered(page: Page, limit: int, begin: int = 0) -> dict[str, list[Hit]]:
    by_value: dict[str, list[Hit]] = {}
    done = [
        act
        for act in acts(page)
        if begin <= act.start < limit
        and not (act.mood in ("refused", "final") and _is_no_answer(page, act))
    ]
    unreal = [act for act in done if act.mood in _UNREAL]
    possible = [act for act in done if act.mood == "possible"]
    sure = [act for act in done if act.mood == "done" and act.state is not None]
    for hit in (*hits(page, "status"), *statements(page), *labels(page)):
        value = hit.value
        if not begin <= hit.start < limit and value in _TELLING:
            continue
        if value.endswith("_soft"):
            if _has_after(page, hit, "threat"):
                continue
            value = value.removesuffix("_soft")
        if value.startswith("guess_") and _has_after(page, hit, "threat"):
            continue
        if value == "more_info_ack" and _is_no_answer(page, hit):
            continue
        if value == "info_request" and _is_needless(page, hit):
            continue
        if value in _CHECKED and (_is_unreal(page, hit) or _is_in_quotes(page, hit)):
            continue
        if value == "login_locked" and (_holds(hit, possible) or _is_in_quotes(page, hit)):
            continue
        if value in _BY_ACT and (_holds(hit, unreal) or _is_corrected(hit, sure)):
            continue
        if value in _BY_ACT and _holds(hit, possible) and not _holds(hit, sure):
            continue
        by_value.setdefault(value, []).append(hit)
    for act in done:
        _add_act(by_value, act)
        _add_marks(page, by_value, act)
    asin = pattern("states", "asin").search(page.lower)
    if asin:
        by_value.setdefault("amazon", []).append(Hit("amazon", 2, *asin.span()))
    _drop_parts(page, by_value)
    return by_value


def _add_act(by_value: dict[str, list[Hit]], act: Act) -> None:
    state = act.state
    if act.mood in ("bare", "told") and state is not None:
        by_value.setdefault(f"guess_{state}", []).append(Hit("", 1, act.start, act.end))
    if act.mood in _HINTS and state in _GUESSED:
        by_value.setdefault(_HINTS[act.mood], []).append(Hit("", 2, act.start, act.end))
        return
    if act.mood in ("refused", "final") and act.kind == "reopen":
        state = "more_info_refusal" if act.mood == "refused" else "final_rejection"
        weight = 3 if act.mood == "refused" else 6
    elif act.mood != "done" or state is None:
        return
    else:
        weight = 6 if state == "reinstated" else _WEIGHTS[act.thing]
    by_value.setdefault(state, []).append(Hit(state, weight, act.start, act.end))


def _add_marks(page: Page, by_value: dict[str, list[Hit]], act: Act) -> None:
    """Mark what tells an answer to an appeal from a fresh stop of the account."""
    if act.mood in ("refused", "final"):
        by_value.setdefault("reopen_refused", []).append(Hit("", 1, act.start, act.end))
    elif act.mood == "done" and act.thing == "account" and act.kind in ("stop", "close"):
        start, end = page.sentence(act.start)
        if not pattern("states", "continuing").search(page.lower[start:end]):
            by_value.setdefault("stopped_now", []).append(Hit("", 1, act.start, act.end))


def _is_needless(page: Page, hit: Hit) -> bool:
    """Tell whether the sentence says that the thing need not be sent."""
    start, _ = page.sentence(hit.start)
    return pattern("states", "needless_before").search(page.lower, start, hit.start) is not None


def _holds(hit: Hit, some: list[Act]) -> bool:
    return any(hit.start <= act.start < hit.end for act in some)


def _is_in_quotes(page: Page, hit: Hit) -> bool:
    return is_quoted(page, hit.start) and is_quoted(page, hit.end - 1)


def _is_corrected(hit: Hit, sure: list[Act]) -> bool:
    """Tell whether acts within the words, and none that agrees, lead to another state."""
    inside = {act.state for act in sure if hit.start <= act.start < hit.end}
    return bool(inside) and hit.value not in inside


def _is_unreal(page: Page, hit: Hit) -> bool:
    """Tell whether the words stand in a condition, a question or a threat."""
    start, _ = page.sentence(hit.start)
    before = page.lower[start : hit.start]
    after = page.lower[hit.end : hit.end + 12]
    if pattern("states", "condition_after").match(after):
        return True
    if hit.weight < LISTED and pattern("states", "maybe").search(before):
        return True
    if pattern("states", "may_be").search(before):
        return True
    if hit.value in _ANSWERS and _is_no_answer(page, hit):
        return True
    if hit.value == "more_info_refusal":
        if pattern("states", "condition_inside").search(page.lower[hit.start : hit.end]):
            return True
        sentence = page.lower[slice(*page.sentence(hit.start))]
        of_figures = pattern("states", "target_missed").search(sentence)
        of_a_paper = pattern("states", "of_a_paper").search(sentence)
        of_a_reason = pattern("states", "of_a_reason").search(sentence)
        if of_figures or of_a_paper or of_a_reason:
            return True
    return bool(pattern("states", "condition_before").search(before[-160:]))


def _is_no_answer(page: Page, hit: Hit | Act) -> bool:
    """Tell whether a refusal is one of a paper alone, or of a heading on what if none comes."""
    sentence = page.lower[slice(*page.sentence(hit.start))]
    if pattern("states", "not_enough").search(sentence):
        return True
    start, _ = page.unit(hit.start)
    above = page.lower[page.lower.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    return pattern("states", "what_if").search(above) is not None


def _has_after(page: Page, hit: Hit, name: str) -> bool:
    _, end = page.sentence(hit.start)
    return pattern("states", name).search(page.lower[hit.end : end]) is not None


def _drop_parts(page: Page, by_value: dict[str, list[Hit]]) -> None:
    """Let "seller-fulfilled offers of your account are stopped" not count as a stopped account.

    And let "the account is stopped because of seller-fulfilled orders" not count as stopped offers.
    """
    through = pattern("states", "through")
    fulfilled = [
        hit
        for hit in by_value.pop("mfn_restricted", [])
        if not through.search(page.lower[hit.start : hit.end])
    ]
    if fulfilled:
        by_value["mfn_restricted"] = fulfilled
    offers = by_value.get("listing_removed", [])
    inner = pattern("states", "narrow")
    for value in ("suspended", "deactivated", "privileges_removed"):
        kept = [
            hit
            for hit in by_value.pop(value, [])
            if not _overlaps(hit, fulfilled)
            and not (inner.search(page.lower[hit.start : hit.end]) and _overlaps(hit, offers))
        ]
        if kept:
            by_value[value] = kept


def _overlaps(hit: Hit, others: list[Hit]) -> bool:
    return any(other.start < hit.end and hit.start < other.end for other in others)


def answers(evidence: Evidence) -> bool:
    """Tell whether the text answers an appeal, warns or asks for documents."""
    values = ("more_info_refusal", "more_info_ack", "warning", "info_request", "login_locked")
    return any(evidence.best(value) >= 3 for value in values)


def acted(evidence: Evidence) -> bool:
    """Tell whether the text states any act upon an account or offers."""
    return any(evidence.best(value) >= LISTED for value in STATES if value != "more_info_refusal")
