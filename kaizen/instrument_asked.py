"""Whether the notice, where one was given, can be answered with a plan at all."""

from kaizen.notice.model import Status
from kaizen.points_asked import keeps_the_plan
from kaizen.review_context import Review

CLOSED = frozenset({Status.FINAL_REJECTION, Status.LOGIN_LOCKED})
NO_ANSWER = frozenset({Status.REINSTATED, Status.NOT_A_NOTICE})


def no_appeal_is_open(review: Review) -> bool:
    """Tell whether the notice is a final refusal or a log-in lock."""
    return review.notice is not None and review.notice.status in CLOSED


def asks_for_something_else(review: Review) -> bool:
    """Tell whether the notice asks for papers or an explanation, and for no plan."""
    notice = review.notice
    if notice is None or not _names_no_plan(review):
        return False
    return bool(notice.documents_requested) or notice.status is Status.INFO_REQUEST


def asks_for_nothing_known(review: Review) -> bool:
    """Tell whether the notice can be answered, and names neither a plan nor anything else."""
    return _names_no_plan(review) and not asks_for_something_else(review)


def asks_for_a_plan(review: Review) -> bool:
    """Tell whether a plan may be the right answer (also where no notice is known)."""
    return not no_appeal_is_open(review) and not asks_for_something_else(review)


def _names_no_plan(review: Review) -> bool:
    notice = review.notice
    if notice is None or notice.plan_requested or notice.status is None:
        return False
    if keeps_the_plan(notice):
        return False
    return notice.status not in CLOSED | NO_ANSWER
