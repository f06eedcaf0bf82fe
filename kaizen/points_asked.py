"""The points a refused answer lacked: which item each belongs to, and which are papers."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice.model import Notice, Status
from kaizen.text import fold

# A matter of rights or of conduct: whoever is refused had sent a plan.
_NEVER_PAPERS_ALONE = frozenset(
    {
        "ip_trademark",
        "ip_copyright",
        "ip_design",
        "ip_patent",
        "review_manipulation",
        "variation_abuse",
        "off_amazon_diversion",
        "buyer_communication",
        "ship_confirmation_misuse",
        "sales_rank_search_misuse",
        "code_of_conduct",
        "dropshipping",
    }
)


def item_of(point: str) -> str:
    """Return the item of the plan in which ``point`` is answered."""
    plain = fold(point).text.lower()
    if _speaks_of(plain, "cause"):
        return "cause"
    if _speaks_of(plain, "violation"):
        return "violation"
    return "fix"


def points_to_answer(notice: Notice) -> tuple[tuple[int, str], ...]:
    """Return the points that words answer, with their numbers; papers are asked as papers."""
    numbered = enumerate(notice.missing_points, 1)
    return tuple((n, one) for n, one in numbered if not _is_paper(one, notice.documents_requested))


def keeps_the_plan(notice: Notice) -> bool:
    """Tell whether a refusal asks to say more on cause, actions or prevention.

    One that lists no point, about a matter that papers alone never settle, refuses a plan.
    """
    if notice.status is not Status.APPEAL_REJECTED_MORE_INFO:
        return False
    if not notice.missing_points and notice.violation_type in _NEVER_PAPERS_ALONE:
        return True
    return any(_is_of_a_plan(fold(one).text.lower()) for _, one in points_to_answer(notice))


def _is_of_a_plan(plain: str) -> bool:
    return any(_speaks_of(plain, group) for group in ("cause", "violation", "fix"))


def _is_paper(point: str, papers: Sequence[str]) -> bool:
    """Tell whether ``point`` names a paper that is asked, and nothing to be explained."""
    plain = fold(point).text.lower()
    if _is_of_a_plan(plain):
        return False
    return any(word in plain for paper in papers for word in words_of(paper))


def _speaks_of(plain: str, group: str) -> bool:
    return any(word in plain for word in _data()["point"][group])


def words_of(document: str) -> tuple[str, ...]:
    """Return the words by which a text or a file name speaks of a paper."""
    return tuple(_data()["words"].get(document, ()))


def words_in_text(document: str) -> tuple[str, ...]:
    """Return the words with which a text by itself answers what a paper is asked for."""
    return tuple(_data()["in_text"].get(document, ()))


def words_of_absence() -> tuple[str, ...]:
    """Return the words with which a note says that there is no such paper."""
    return tuple(_data()["absent"]["words"])


def stop_words() -> frozenset[str]:
    """Return the words of a point that say nothing of its matter."""
    return frozenset(_data()["stop_words"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("coverage.toml").read_text("utf-8"))
