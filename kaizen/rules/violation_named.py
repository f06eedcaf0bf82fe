"""Item 1 names the policy, the goods, the orders, the period and the notice (R02 to R06)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kaizen.finding import Hit, Severity
from kaizen.plan import Item
from kaizen.reading.days import WrittenDay, days_in
from kaizen.reading.sentences import read
from kaizen.reading.slots import has_amount, without_days
from kaizen.reading.subject import (
    METRIC_TYPES,
    RIGHTS,
    asks_for_measures,
    named_types,
    violation_types,
)
from kaizen.reading.vocabulary import found, pattern, without
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.topics import families_of

_ASIN = re.compile(r"(?<![a-z0-9])(?:b0[a-z0-9]{8}|\d{9}[\dx])(?![a-z0-9])")
_ORDER = re.compile(r"(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)")
_RATE = re.compile(r"\d ?%")
_SPACES = re.compile(r"[\s-]+")
_NEAR = 60
_BESIDE = 16
_MOST_LISTED = 5
# Types whose words also come up in passing: a page, a review or a price names no policy.
_PASSING = frozenset({"listing_policy", "review_manipulation", "fair_pricing"})


class PolicyNotNamed(Rule):
    """Item 1 names neither the policy nor the metric.

    Where it tells of a complaint about rights, the reader knows the case: that is a hint, as is a
    word that may only come up in passing ("the product page", "reviews"), and a rule told by what
    it asks.
    """

    id = "R02"
    slug = "policy-not-named"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit; where the notice is known, each of its metrics must be named."""
        written = review[Item.VIOLATION]
        if not written.text.strip() or not asks_for_measures(review):
            return
        text = read(written.text).text
        named = named_types(written.text)
        if not named and not found(text, "types", "general"):
            told = found(text, "item_one", "complaint") or found(text, "types", "by_content")
            yield Hit(written.place(), severity=Severity.INFO if told else None)
        elif any(key not in named for key in _measured(review)):
            yield Hit(written.place(), variant="metric")
        elif (
            _takes_one_right_for_another(named, review)
            or (_PASSING.issuperset(named) and not found(text, "types", "general", "of_a_page"))
            or (_is_of_another_family(named, review) and not found(text, "types", "by_content"))
        ):
            yield Hit(written.place(), severity=Severity.INFO)


class AsinNotNamed(Rule):
    """An ASIN of the notice does not appear in the plan."""

    id = "R03"
    slug = "asin-not-named"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit that names the missing ASINs."""
        written = review[Item.VIOLATION]
        wanted = review.notice.asins if review.notice else ()
        missing = _missing(review, wanted, "asin")
        if missing:
            yield Hit(written.place(), {"missing": ", ".join(missing)})
        elif not wanted and not _ASIN.search(whole := _whole(review)):
            unnamed = found(whole, "item_one", "unnamed_asin")
            if _is_vague(review, "some_goods") or (unnamed and written.text.strip()):
                yield Hit(written.place(), variant="some")


class OrderNotNamed(Rule):
    """An order of the notice does not appear in the plan.

    Where only few are asked and the rest is called "and one more", that is a remark.
    """

    id = "R04"
    slug = "order-not-named"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit that names the missing orders; a long list may stand in an exhibit."""
        written = review[Item.VIOLATION]
        wanted = review.notice.order_ids if review.notice else ()
        missing = _missing(review, wanted, "order")
        whole = _whole(review)
        listed = found(whole, "item_one", "listed")
        told = listed and len(missing) < len(wanted)
        few = len(wanted) <= _MOST_LISTED and not found(whole, "item_one", "in_a_list")
        if missing and (few or not told):
            severity = Severity.INFO if told else None
            values = {"missing": ", ".join(missing[:_MOST_LISTED])}
            yield Hit(written.place(), values, severity=severity)
        elif not (wanted or listed or _ORDER.search(whole)) and _is_vague(review, "some_orders"):
            yield Hit(written.place(), variant="some")


class PeriodOrCountMissing(Rule):
    """Item 1 does not say when, or how many.

    Where the day of the notice is the only day told, or the only figure, that is a remark.
    """

    id = "R05"
    slug = "period-or-count-missing"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit that says which of the two is missing."""
        written = review[Item.VIOLATION]
        if not written.text.strip() or not asks_for_measures(review):
            return
        # When the store began is no period of what happened.
        text = read(without(read(written.text).text, "item_one", "founding")).text
        bare = without(text, "item_one", "target", "staff")
        counted = has_amount(bare) or bool(_ASIN.search(text) or _ORDER.search(text))
        counted = counted or found(without_days(bare), "item_one", "count_words")
        days = days_in(text, review.today)
        if found(text, "item_one", "lately"):
            days = tuple(day for day in days if day.day and not _is_of_notice(text, day))
        dated = bool(days) or found(text, "item_one", "period")
        counted = counted or (dated and found(text, "item_one", "uncounted"))
        if not counted:
            yield Hit(written.place(), variant="count" if dated else "")
        elif not dated or (
            any(key in METRIC_TYPES for key in violation_types(review))
            and len(days) < 2
            and not found(text, "item_one", "period")
        ):
            yield Hit(written.place(), variant="period")
        elif not _tells_time(text, days, review):
            yield Hit(written.place(), variant="period", severity=Severity.INFO)
        elif not _tells_amount(text):
            yield Hit(written.place(), variant="count", severity=Severity.INFO)


class NoticeNotIdentified(Rule):
    """Item 1 does not say which notice it answers.

    Where it speaks of "the mail of the other day", a day must stand right beside that mail.
    """

    id = "R06"
    slug = "notice-not-identified"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where no day stands by a word for the notice."""
        written = review[Item.VIOLATION]
        if not written.text.strip() or _is_in_header(review):
            return
        text = read(written.text).text
        known = review.notice_date()
        vague = found(text, "item_one", "vague_notice")
        for day in _single(days_in(written.text, review.today), text):
            around = text[max(0, day.start - _NEAR) : day.end + _NEAR]
            told = _dates_the_notice(text, day) if vague else found(around, "item_one", "notice")
            if day.day is not None and told:
                return
            if known is not None and day.day is not None and abs((day.day - known).days) <= 1:
                return
        subject = review.notice.subject if review.notice else review.details.notice_subject
        if subject and read(subject).text in text:
            return
        yield Hit(written.place())


def _takes_one_right_for_another(named: tuple[str, ...], review: Review) -> bool:
    """Tell whether item 1 names another kind of right than the notice: a trademark for a design."""
    asked = RIGHTS & {*violation_types(review)}
    told = RIGHTS & {*named}
    return bool(asked and told) and not asked & told


def _is_of_another_family(named: tuple[str, ...], review: Review) -> bool:
    """Tell whether item 1 names matters of other families alone than those of the notice.

    With a rate that has its figure the notice may have been read otherwise.
    """
    if _RATE.search(review[Item.VIOLATION].folded.text):
        return False
    asked = families_of(violation_types(review))
    told = families_of(named)
    return bool(asked and told) and not asked & told


def _single(days: tuple[WrittenDay, ...], text: str) -> Iterator[WrittenDay]:
    """Yield the days that neither begin nor end a stretch of time: no notice is dated so."""
    since, until = pattern("item_one", "since_ahead"), pattern("item_one", "since_behind")
    stretch = pattern("done_words", "stretch")
    joined = [
        stretch.fullmatch(text[first.end : second.start]) is not None
        for first, second in pairwise(days)
    ]
    ends, begins = [False, *joined], [*joined, False]
    for day, is_end, is_begin in zip(days, ends, begins, strict=False):
        ahead, behind = text[max(0, day.start - _BESIDE) : day.start], text[day.end :][:_BESIDE]
        if not (is_end or is_begin or since.search(ahead) or until.match(behind)):
            yield day


def _measured(review: Review) -> list[str]:
    """Return the metrics that must be named: the first matter, and others with their own figure."""
    figures = {metric.key for metric in review.notice.metrics} if review.notice else set()
    return [
        key
        for number, key in enumerate(violation_types(review))
        if key in METRIC_TYPES and (number == 0 or key in figures)
    ]


def _is_of_notice(text: str, day: WrittenDay) -> bool:
    """Tell whether a day is that of the notice, and not one on which something happened."""
    around = text[max(0, day.start - _BESIDE) : day.start] + text[day.end : day.end + _BESIDE]
    return found(around, "item_one", "notice")


def _tells_time(text: str, days: tuple[WrittenDay, ...], review: Review) -> bool:
    """Tell whether a period is told, or another day than that of the notice."""
    bare = without_days(text)
    if found(bare, "item_one", "period"):
        return True
    if found(bare, "item_one", "uncounted") and not _has_times(review):
        return True
    known = review.notice_date()
    return not all(_dates_the_notice(text, day) or (known and day.day == known) for day in days)


def _has_times(review: Review) -> bool:
    """Tell whether what somebody else did in the account is the matter: each act has its time."""
    return "compromised_account" in violation_types(review)[:1]


def _tells_amount(text: str) -> bool:
    """Tell whether something is counted, besides days, ASINs and numbers of orders."""
    bare = _ORDER.sub(" ", _ASIN.sub(" ", without_days(text)))
    bare = without(bare, "item_one", "target", "staff")
    return has_amount(bare) or found(bare, "item_one", "count_words", "uncounted")


def _dates_the_notice(text: str, day: WrittenDay) -> bool:
    """Tell whether a day and the notice stand in one phrase: "the mail ... on November 3"."""
    ahead, behind = text[max(0, day.start - _BESIDE) : day.start], text[day.end :][:_BESIDE]
    if pattern("item_one", "of_day_behind").match(behind):
        return True
    return pattern("item_one", "of_day_ahead").search(ahead) is not None


def _is_in_header(review: Review) -> bool:
    """Tell whether the header of the document names the notice, as it does for fields."""
    return not review.plan.violation.text.strip() and review.details.notice_date is not None


def _is_vague(review: Review, key: str) -> bool:
    return found(read(review[Item.VIOLATION].text).text, "item_one", key)


def _whole(review: Review) -> str:
    return "\n".join(read(written.text).text for written in review.items.values())


def _missing(review: Review, wanted: tuple[str, ...], kind: str) -> list[str]:
    if not wanted:
        return []
    whole = _SPACES.sub("", _whole(review))
    return [
        value
        for value in wanted
        if _SPACES.sub("", value.lower()) not in whole
        and f"{kind}:{value}" not in review.waived_rows
    ]
