"""Every length of time in a notice, and what the words around it make of it."""

import re
from dataclasses import dataclass

from kaizen.notice.asking import asking
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern, patterns

_SHORT = 24
_LONGEST_ANSWER = 120
_LONG_FOR_ANSWER = 45
"""Above that, a time after which goods are sent back is one for the goods."""
_AROUND = 200
"""No sentence of a notice reaches further to either side of a duration."""
_MOST = 120
_REVIEW = 7
_CLAUSE_END = re.compile("[\u3001\u3002,;.]")
_NAME = re.compile("\u300c[^\u300d\n]{0,30}(?:\u300d|$)")
_DANGLING = ("\u3001", ",", ":", "\u306b")


@dataclass(frozen=True, slots=True)
class Duration:
    """So many days or hours at a place of the page, with the kind of clock the words make it."""

    kind: str
    days: int | None
    hours: int | None
    business: bool
    start: int
    end: int
    weight: int
    quoted: bool = False


def durations(page: Page) -> list[Duration]:
    """Return every duration of the page with its kind; ``skip`` where it is no clock at all."""
    found = []
    for name in ("duration_ja", "duration_en", "duration_a", "duration_after"):
        if not any(map(page.lower.__contains__, patterns("clocks")["needs"][name])):
            continue
        for count, match in enumerate(pattern("clocks", name).finditer(page.lower)):
            if count >= _MOST:
                break
            one = _duration(page, match)
            if one is not None:
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def document_age(found: list[Duration]) -> Duration | None:
    """Return how old a document may be at most: the first such limit, in days."""
    return next((one for one in found if one.kind == "age" and one.days), None)


def _duration(page: Page, match: "re.Match[str]") -> Duration | None:
    groups = match.groupdict()
    number = _number(groups["number"] or groups.get("number_ja") or "")
    if number is None or number == 0:
        return None
    unit = groups["unit"] or groups.get("unit_ja") or ""
    days: int | None = number
    hours: int | None = None
    if pattern("clocks", "hours").search(unit):
        days, hours = None, number
    elif pattern("clocks", "weeks").search(unit):
        days = number * (14 if pattern("clocks", "fortnight").search(unit) else 7)
    elif pattern("clocks", "months").search(unit):
        days = number * 30
    kind, weight = _classify(page, match, days, hours)
    business = bool(pattern("clocks", "business").search(unit))
    return Duration(kind, days, hours, business, match.start(), match.end(), weight)


def _number(written: str) -> int | None:
    if not written or written.isdigit():
        return int(written or 0)
    words: dict[str, int] = patterns("clocks")["words"]
    if written in words:
        return words[written]
    tens, ten, ones = written.partition(patterns("clocks")["ten"])
    numerals: str = patterns("clocks")["numerals"]
    if not ten:
        return numerals.index(written) + 1 if len(written) == 1 else None
    if len(tens) > 1 or len(ones) > 1:
        return None
    high = numerals.find(tens) + 1 if tens else 1
    return high * 10 + (numerals.find(ones) + 1 if ones else 0)


def _classify(
    page: Page, match: "re.Match[str]", days: int | None, hours: int | None
) -> tuple[str, int]:
    start, end = page.sentence(match.start())
    start, end = max(start, match.start() - _AROUND), min(end, match.end() + _AROUND)
    start = max(start, page.lower.rfind(";", start, match.start()) + 1)
    end = _first_of(page.lower.find(";", match.end(), end), end)
    sentence = page.lower[start:end]
    before = page.lower[max(start, match.start() - 44) : match.start()]
    after = page.lower[match.end() : min(end, match.end() + 40)]

    def says(name: str, text: str = sentence) -> bool:
        return pattern("clocks", name).search(text) is not None

    def near(name: str) -> bool:
        return says(name, before[-12:]) or says(name, after[:24])

    form = match.groupdict().get("form") or ""
    if says("wondered", after):
        return "skip", 0
    if _is_age(sentence, before, after):
        return "age", 0
    is_window = says("window_before", before[-9:]) or says("column", before)
    if not form and is_window and not says("from_notice", after):
        return "skip", 0
    if says("lasts", _ahead(page, match)):
        return "skip", 0
    if says("window_after", after) or _is_day_of_month(match, after):
        return "skip", 0
    length = days if days is not None else (hours or 0) / 24
    if says("similar") and length <= 7:
        return "remove_similar_listings", 0
    asks = says("submit") or says("plan") or asks_here(page, match.start())
    if not asks and pattern("clocks", "bare_limit").match(sentence):
        asks = asks_here(page, max(0, start - 2))
    if length > _LONG_FOR_ANSWER and says("inventory") and not says("plan"):
        return "inventory", 0
    if says("answer_wanted", after) and length <= _LONGEST_ANSWER and not _is_amazons(page, match):
        return "answer", 4 + says("polite")
    long = length >= _SHORT
    if (long or not near("submit")) and says("inventory") and (long or not says("plan")):
        return "inventory", 0
    if says("funds") and (long or not (near("submit") or says("plan"))):
        return "funds", 0
    if says("review_takes", before) and not says("submit", _CLAUSE_END.split(after)[0]):
        return "review", 0
    if _is_amazons(page, match):
        return ("review" if says("review") and length >= _REVIEW else "skip"), 0
    is_review = says("review") and says("review_verb") and not asks_here(page, match.start())
    if is_review and not says("plan") and not says("answer", after):
        return "review", 0
    if says("service") and not says("plan") and not says("threat"):
        return "skip", 0
    if length > _LONGEST_ANSWER:
        return "skip", 0
    if says("threat") and (hours is not None or length <= 7):
        return "answer", 2 + 2 * says("answer") + says("polite")
    if not asks:
        return "skip", 0
    return "answer", 2 + 2 * (says("plan") or says("answer")) + says("polite") + near("submit")


def _ahead(page: Page, match: "re.Match[str]") -> str:
    """Return the sentence up to the time, as far as the act whose length it may be."""
    start = page.sentence(match.start())[0]
    return page.lower[max(start, match.start() - _AROUND) : match.start()]


def _first_of(place: int, end: int) -> int:
    """Return the place, or the end where it was not found."""
    return end if place < 0 else place


def _is_amazons(page: Page, match: "re.Match[str]") -> bool:
    """Tell whether the time is Amazon's or a buyer's: to answer, to review, to deliver."""
    start, end = page.sentence(match.start())
    before = _without_names(page.lower[max(start, match.start() - 80) : match.start()])
    after = _without_names(page.lower[match.end() : min(end, match.end() + 40)])
    return bool(
        pattern("clocks", "own_before").search(before)
        or pattern("clocks", "own_after").search(after)
    )


def _without_names(text: str) -> str:
    """Blank out what stands in corner brackets: names of buttons and pages say nothing of time."""
    return _NAME.sub(lambda found: "_" * len(found.group()), text)


def _is_day_of_month(match: "re.Match[str]", after: str) -> bool:
    """Tell whether the number is a day of the calendar: "on the 20th", not "within 20 days"."""
    if match.groupdict().get("unit") != "\u65e5" or match.groupdict().get("form"):
        return False
    if match.group().endswith("\u9593"):
        return False
    return pattern("clocks", "day_of_month").match(after) is not None


def asks_here(page: Page, at: int) -> bool:
    """Tell whether the sentence asks for something, or leads a list that does."""
    span = page.sentence(at)
    if any(role.value == "ask" for role in asking(page).roles.get(span, ())):
        return True
    return page.text[span[0] : span[1]].rstrip("\n")[-1:] in _DANGLING


def _is_age(sentence: str, before: str, after: str) -> bool:
    if pattern("clocks", "age_alone").search(before) or pattern("clocks", "issued").match(after):
        return True
    if not pattern("clocks", "document").search(sentence):
        return False
    return bool(
        pattern("clocks", "age").search(before[-16:])
        or pattern("clocks", "age_after").search(after)
    )
