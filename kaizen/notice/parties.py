"""Subject, addressee, store, registered contact, complainants, related store and policies."""

import re
from collections.abc import Iterable

from kaizen.notice.identifiers import Found
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern, patterns
from kaizen.notice.words import each_match, first_match

_MOST_LINES = 12
_LONGEST = 40_000


def subject(page: Page) -> Found | None:
    """Return the subject of the mail: its header, else a title line at the top."""
    headers = list(each_match(page, "words", "subject", text=page.text))
    if headers:
        last = headers[-1]
        return Found(last.group("value").strip(), last.start("value"), last.end("value"))
    for start, end in page.units()[:_MOST_LINES]:
        forwarded = pattern("words", "forwarded_subject").match(page.text[start:end])
        if forwarded:
            begin = start + forwarded.start("value")
            return Found(forwarded.group("value").strip(), begin, end)
    return _title(page)


def addressee(page: Page) -> Found | None:
    """Return the name the notice is addressed to, generic salutations excluded."""
    generic = pattern("words", "generic_name")
    ends = tuple(patterns("words")["addressee_ends"])
    for start, end in page.units()[:30]:
        line = page.text[start:end]
        for name in ("addressee", "addressee_en") if line.endswith(ends) else ("addressee_en",):
            match = pattern("words", name).match(line)
            if match and not generic.match(match.group("name").strip()):
                value = pattern("words", "store_suffix").sub("", match.group("name")).strip()
                if value and not generic.match(value):
                    return Found(value, start + match.start("name"), start + match.end("name"))
    return None


def quoted_recipient(page: Page) -> Found | None:
    """Return the display name of the recipient header."""
    match = first_match(page, "words", "contact_name", text=page.text)
    return Found(match.group("name"), *match.span("name")) if match else None


def registered_contact(page: Page) -> Found | None:
    """Return the person whom the notice calls registered, else the address it was sent to."""
    names = ("registered_name", "registered_name_en")
    for name in names if first_match(page, "words", "registered") else ():
        named = pattern("words", name).search(page.text[:6_000])
        if named:
            group = "name" if named.group("name") else "other"
            return Found(named.group(group), *named.span(group))
    match = first_match(page, "words", "contact", text=page.text, end=6_000)
    return Found(match.group("mail"), *match.span("mail")) if match else None


def complainants(page: Page) -> list[Found]:
    """Return rights owners named in the notice, in order."""
    if not any(mark in page.lower for mark in patterns("words")["complainant_marks"]):
        return []
    found = [
        Found(match.group("name").strip(), *match.span("name"))
        for name in ("complainant", "complainant_company_en")
        for match in each_match(page, "words", name, text=page.text, end=_LONGEST)
    ]
    marks = patterns("words")["company_marks"]
    for start, end in page.units()[:400]:
        line = page.text[start:end]
        if not any(map(line.__contains__, marks)):
            continue
        if pattern("words", "complaint_line").search(line.lower()):
            found += [
                Found(match.group(), start + match.start(), start + match.end())
                for match in pattern("words", "complainant_company").finditer(line[:400])
            ]
    return _distinct(found)


def related_store(page: Page) -> Found | None:
    """Return the masked or plain name of a related store."""
    for match in pattern("words", "masked_store").finditer(page.text[:40_000]):
        around = page.lower[max(0, match.start() - 160) : match.end() + 160]
        if pattern("words", "related_context").search(around):
            return Found(match.group(), *match.span())
    return None


def policies(page: Page) -> list[Found]:
    """Return the policies and agreements the notice names."""
    found = [
        Found(page.text[match.start() : match.end()].strip(), *match.span())
        for match in (*_named(page), *each_match(page, "words", "policy_en", end=_LONGEST))
    ]
    return _distinct(found)


def _named(page: Page) -> Iterable["re.Match[str]"]:
    """Return the policies named in Japanese."""
    if not any(mark in page.lower for mark in patterns("words")["policy_marks"]):
        return ()
    return pattern("words", "policy").finditer(page.text[:_LONGEST])


def _title(page: Page) -> Found | None:
    refused = pattern("words", "not_a_subject")
    dated = pattern("dates", "full_ja"), pattern("dates", "full_iso")
    for start, end in page.units()[:6]:
        line = page.text[start:end].strip()
        if not 5 <= len(line) <= 60 or refused.search(line.lower()):
            continue
        if any(expression.search(line.lower()) for expression in dated):
            continue
        return Found(line, start, end)
    return None


def _distinct(found: Iterable[Found]) -> list[Found]:
    kept: dict[str, Found] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        inside = any(other.start <= one.start < other.end for other in kept.values())
        if not inside and not any(one.value in known for known in kept):
            kept.setdefault(one.value, one)
    return list(kept.values())[:50]
