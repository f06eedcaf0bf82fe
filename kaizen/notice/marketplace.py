"""Language and marketplace: what the words say, a link only where they say nothing."""

import re

from kaizen.notice.identifiers import Found
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern, patterns

_JAPANESE = re.compile("[\u3041-\u9fff]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_LATIN_A_JAPANESE = 4
"""A Latin letter carries about a quarter of what a Japanese character does."""


def language(page: Page) -> tuple[str, float]:
    """Return ``ja`` or ``en`` with a confidence."""
    text = pattern("words", "url").sub("", page.text[:20_000])
    japanese = sum(map(len, _JAPANESE.findall(text)))
    latin = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if japanese == latin == 0:
        return "ja", 0.3
    share = japanese * _LATIN_A_JAPANESE / (japanese * _LATIN_A_JAPANESE + latin)
    return ("ja" if share >= 0.5 else "en"), round(0.6 + 0.39 * abs(share - 0.5) * 2, 2)


def marketplace(page: Page, spoken: str) -> tuple[Found | None, float]:
    """Return the marketplace domain and a confidence; a link to amazon.com proves little."""
    bare = _without_links(page.lower[:40_000])
    scores: dict[str, float] = {}
    first: dict[str, tuple[int, int]] = {}
    for match in pattern("words", "market_named").finditer(bare):
        domain = "amazon." + match.group(1)
        around = bare[max(0, match.start() - 30) : match.end() + 30]
        selling = pattern("words", "market_selling").search(around) is not None
        scores[domain] = scores.get(domain, 0) + (2 if selling else 1)
        first.setdefault(domain, match.span())
    if scores:
        best = max(scores, key=lambda domain: (scores[domain], -first[domain][0]))
        return Found(best, *first[best]), 0.95 if len(scores) == 1 else 0.75
    return _guessed(page, spoken)


def _guessed(page: Page, spoken: str) -> tuple[Found | None, float]:
    link = pattern("words", "market_link").search(page.lower[:40_000])
    if link:
        domain = next(group for group in link.groups() if group)
        domain = "amazon." + ("co.jp" if domain == "japan" else domain)
        return Found(domain, *link.span()), 0.8
    is_priced = any(map(page.lower.__contains__, patterns("words")["yen_marks"]))
    yen = pattern("words", "yen").search(page.lower[:40_000]) if is_priced else None
    if yen:
        return Found("amazon.co.jp", *yen.span()), 0.7
    if spoken == "ja":
        return Found("amazon.co.jp", 0, 0), 0.6
    house = pattern("words", "company").search(page.lower[:40_000])
    house = house or pattern("words", "market_home").search(page.lower[:40_000])
    return (Found("amazon.com", *house.span()), 0.6) if house else (None, 0.4)


def _without_links(text: str) -> str:
    return pattern("words", "url").sub(lambda match: " " * len(match.group()), text)
