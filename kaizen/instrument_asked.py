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
    """Tell whether the notice can be answered, but not with a plan."""
    notice = review.notice
    if notice is None or notice.plan_requested or notice.status is None:
        return False
    if keeps_the_plan(notice):
        return False
    return notice.status not in CLOSED | NO_ANSWER


def asks_for_a_plan(review: Review) -> bool:
    """Tell whether a plan may be the right answer (also where no notice is known)."""
    return not no_appeal_is_open(review) and not asks_for_something_else(review)
