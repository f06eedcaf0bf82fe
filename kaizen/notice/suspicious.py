"""Signs that a mail is not from Amazon, each with its place and a reason key."""

import re
from dataclasses import dataclass

from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import pattern, patterns
from kaizen.notice.words import each_match, first_match

ENOUGH = 4
_CUT_OFF = (".amazon", ".amazon.co")
"""Ends of a host whose rest a line break took away."""
STRONG = 7


@dataclass(frozen=True, slots=True)
class Sign:
    """A reason to distrust the mail and where it stands."""

    reason: str
    weight: int
    start: int
    end: int


def signs(page: Page) -> list[Sign]:
    """Return every sign against the mail; the reasons are keys of ``reasons.toml``."""
    found: list[Sign] = []
    claims = pattern("suspicious", "claims_amazon").search(page.lower) is not None
    if claims:
        found += _links(page) + _sender(page) + _requests(page) + _letters(page)
    found += _other_company(page, claims)
    unique = {sign.reason: sign for sign in reversed(found)}
    return sorted(unique.values(), key=lambda sign: sign.start)


def total(found: list[Sign]) -> int:
    """Return how much speaks against the mail."""
    return sum(sign.weight for sign in found)


def _letters(page: Page) -> list[Sign]:
    """Return the first word that mixes Latin letters with look-alikes of another alphabet."""
    if pattern("suspicious", "other_letters").search(page.lower) is None:
        return []
    mixed = pattern("suspicious", "mixed_letters").search(page.lower)
    return [_sign("look_alike_sender", *mixed.span())] if mixed else []


def _links(page: Page) -> list[Sign]:
    found = []
    for match in list(pattern("words", "url").finditer(page.lower))[:60]:
        if _is_cut(match, page.lower):
            continue
        reason = _host_reason(_host(match.group()))
        if reason:
            found.append(_sign(reason, match.start(), match.end()))
    return found


def _is_cut(url: "re.Match[str]", text: str) -> bool:
    """Tell whether a page that quotes the mail cut the link within its host: "https://sell ..."."""
    whole = url.group().split("//", 1)[1]
    return "/" not in whole and pattern("suspicious", "cut").match(text, url.end()) is not None


def _host(url: str) -> str:
    rest = url.split("//", 1)[1]
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return authority.rsplit("@", 1)[-1].split(":")[0].rstrip(".,)+*_>'\"]")


def _host_reason(host: str) -> str | None:
    if pattern("suspicious", "amazon_host").search(host):
        return None
    if pattern("suspicious", "harmless_host").search(host) or host.endswith(_CUT_OFF):
        return None
    if pattern("suspicious", "look_alike").search(host):
        return "look_alike_link"
    if pattern("suspicious", "shortener").search(host):
        return "short_link"
    if pattern("suspicious", "odd_ending").search(host):
        return "odd_link"
    return None if pattern("suspicious", "reserved").search(host) else "foreign_link"


def _sender(page: Page) -> list[Sign]:
    match = first_match(page, "suspicious", "sender", end=8_000)
    if match is None:
        return []
    host = match.group("host").strip(".")
    if pattern("suspicious", "amazon_host").search(host):
        return []
    if pattern("suspicious", "reserved").search(host) and "amazon" in host:
        # No mail comes from there: somebody put it in the place of the real address.
        return []
    if pattern("suspicious", "look_alike").search(host):
        return [_sign("look_alike_sender", *match.span("host"))]
    if pattern("suspicious", "odd_ending").search(host):
        return [_sign("foreign_sender", *match.span("host"))]
    return []


def _private_account(page: Page) -> list[Sign]:
    """Return the request to renew data of a stopped account that has nothing to do with selling."""
    if pattern("states", "selling").search(page.lower):
        return []
    stopped = pattern("suspicious", "private_stopped").search(page.lower)
    asked = pattern("suspicious", "private_asked").search(page.lower)
    pressed = pattern("suspicious", "private_pressed").search(page.lower)
    return [_sign("asks_secrets", *asked.span())] if stopped and asked and pressed else []


def _requests(page: Page) -> list[Sign]:
    found = []
    for match in each_match(page, "suspicious", "secrets"):
        sentence = page.lower[slice(*page.sentence(match.start()))]
        if pattern("suspicious", "secrets_denied").search(sentence):
            continue
        if pattern("suspicious", "secrets_action").search(sentence):
            found.append(_sign("asks_secrets", *match.span()))
            break
    for name, reason in (
        ("unusual", "unusual_login"),
        ("pay", "asks_money"),
        ("contact_other", "other_messenger"),
    ):
        one = first_match(page, "suspicious", name)
        if one:
            found.append(_sign(reason, *one.span()))
    found += _private_account(page)
    click = first_match(page, "suspicious", "click")
    if click and pattern("suspicious", "urgent").search(page.lower):
        found.append(_sign("click_and_urgent", *click.span()))
    return found


def _other_company(page: Page, claims: bool) -> list[Sign]:
    if claims:
        return []
    return [
        _sign("other_company", hit.start, hit.end)
        for hit in hits(page, "status")
        if hit.value == "other_company"
    ][:1]


def _sign(reason: str, start: int, end: int) -> Sign:
    weights: dict[str, int] = patterns("suspicious")["weights"]
    return Sign(reason, weights[reason], start, end)
