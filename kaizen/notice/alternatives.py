"""Papers of which one is enough: joined by "or", or listed as examples."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kaizen.notice.documents import NOT_DOCUMENTS, Asked, bank_ahead, narrowed
from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern

_ALWAYS = ("improvement_plan", "explanation", "retraction")
"""These are never one of several papers: they stand for themselves."""
_CLOSE = 24
_BANK = 2
"""The shortest word for a bank."""
_FAR = 60


def alternatives(page: Page, asked: Sequence[Asked]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of papers among ``asked`` of which any one answers the notice."""
    order = [one.value for one in asked if one.value not in _ALWAYS]
    if len(order) < 2:
        return ()
    papers = _mentioned(page, min(one.start for one in asked), order)
    groups: list[list[str]] = []
    for found in (*_listed(page, papers), *_joined(page, papers)):
        _merge(groups, [value for value in found if value in order])
    return tuple(tuple(sorted(group, key=order.index)) for group in groups if len(group) > 1)


def _mentioned(page: Page, first: int, order: Sequence[str]) -> list[Asked]:
    """Return every mention of a paper; mentions of one paper side by side become one."""
    found: list[Asked] = []
    papers = [
        hit
        for hit in hits(page, "documents")
        if hit.value not in NOT_DOCUMENTS and hit.value not in _ALWAYS and hit.start >= first
    ]
    tight = narrowed([hit for hit in papers if hit.value in order])
    others = [hit for hit in papers if hit.value not in order and not _shares(hit, tight)]
    for hit in sorted([*tight, *others], key=lambda hit: (hit.start, -hit.end)):
        last = found[-1] if found else None
        if hit.value == "card_statement" and "bank_statement" in order:
            last = _told_apart(page, hit, found)
        if last is not None and hit.start < last.end:
            continue
        if last is not None and last.value == hit.value and hit.start - last.end <= _FAR:
            found[-1] = Asked(last.value, last.start, hit.end)
        else:
            found.append(Asked(hit.value, hit.start, hit.end))
    return found


def _shares(hit: Hit, asked: Sequence[Hit]) -> bool:
    """Tell whether words of a paper that is not asked are those of one that is."""
    return any(hit.start < one.end and one.start < hit.end for one in asked)


def _told_apart(page: Page, card: Hit, found: list[Asked]) -> Asked | None:
    """Mention the bank's paper where its own words stand: "bank account or", before the card."""
    last = found[-1] if found else None
    if last is not None and last.value == "bank_statement" and last.start < card.start < last.end:
        found[-1] = last = Asked(last.value, last.start, last.start + _BANK)
        return last
    begin = bank_ahead(page, card.start)
    if begin is not None and (last is None or last.end <= begin):
        last = Asked("bank_statement", begin, begin + _BANK)
        found.append(last)
    return last


def _merge(groups: list[list[str]], found: list[str]) -> None:
    """Add ``found``; groups that share a paper with it become one."""
    touched = [group for group in groups if set(group) & set(found)]
    for group in touched:
        groups.remove(group)
    if found:
        groups.append(
            list(dict.fromkeys([value for group in (*touched, found) for value in group]))
        )


def _listed(page: Page, papers: Sequence[Asked]) -> Iterator[list[str]]:
    """Yield the papers of each list of examples, and those named after "such as"."""
    for start, end in (*_lists(page), *_named_as_examples(page, papers)):
        found = [one.value for one in papers if start <= one.start < end]
        if len(found) > 1:
            yield found


def _lists(page: Page) -> Iterator[tuple[int, int]]:
    first = -1
    for start, end in page.units():
        line = page.lower[start:end].strip()
        if is_item(line):
            continue
        if first >= 0:
            yield first, start
        leads = pattern("alternatives", "any_of_list").search(line) is not None
        first = end if leads else -1
    if first >= 0:
        yield first, len(page.text)


def _named_as_examples(page: Page, papers: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    for start, end in dict.fromkeys(page.sentence(one.start) for one in papers):
        words = pattern("alternatives", "any_of_words").search(page.lower, start, end)
        if words:
            yield words.end(), end


def _joined(page: Page, papers: Sequence[Asked]) -> Iterator[list[str]]:
    """Yield runs like "A, B or C": what follows the "or" after another comma is not of them."""
    run: list[str] = []
    has_or = False
    for before, after in pairwise(papers):
        between = page.lower[before.end : after.start]
        either = pattern("alternatives", "either").search(between) is not None
        if _parts(between, either=either) or (has_or and not either):
            if has_or:
                yield run
            run, has_or = [], False
            continue
        run = [*(run or [before.value]), after.value]
        has_or = has_or or either
    if has_or:
        yield run


def _parts(between: str, *, either: bool) -> bool:
    """Tell whether the words between two papers set them apart."""
    if len(between) > (_FAR if either else _CLOSE):
        return True
    if either and pattern("alternatives", "next_item").search(between):
        return True
    if pattern("alternatives", "both").search(between):
        return True
    if pattern("alternatives", "other_paper").search(between):
        return True
    return not either and ("\n" in between or "\u3002" in between)
