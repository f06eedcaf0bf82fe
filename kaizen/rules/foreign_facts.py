"""The facts are the store's own: no other store, person or sample is left (R38).

What contradicts the notice or the seller's details weighs as the rule does. Where the own name is
not known, and where only the trade of the goods speaks, the finding is a remark.
"""

import re
from collections.abc import Iterator
from functools import cache

from kaizen.finding import Hit, Place, Severity
from kaizen.plan import Item
from kaizen.reading.goods import of_another_trade
from kaizen.reading.person import read_person
from kaizen.reading.sentences import lower, read
from kaizen.reading.slots import surnames
from kaizen.reading.vocabulary import each, found, pattern, tables
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule

# A name compared with the own one has no blanks, marks or legal form.
_NO_NAME = str.maketrans("", "", " \u3000\u30fb.,'\"-\u300c\u300d\u300e\u300f")
_NAMED = ("store_named", "staff_named", "rules_of")
# Behind a word of a template it may be said that it was not used.
_BESIDE = 30


class ForeignFacts(Rule):
    """Another store, person, product or a sample name than in the notice and the rest."""

    id = "R38"
    slug = "foreign-facts"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each name that belongs to somebody else."""
        own = _own_names(review)
        for written in review.written():
            text = read(written.text).text
            for match in each(read(written.text).own, "foreign", "sample"):
                if not found(text[match.end() : match.end() + _BESIDE], "foreign", "not_used"):
                    yield Hit(written.place(match.start(), match.end()), variant="sample")
            yield from _other_stores(written, own)
            yield from _called_otherwise(written, own)
        yield from _other_person(review)
        for item, sentence in of_another_trade(review):
            place = review[item].place(sentence.start, sentence.end)
            yield Hit(place, variant="goods", severity=Severity.INFO)


def _own_names(review: Review) -> tuple[str, ...]:
    """Return the names by which the store is known, bare."""
    notice = review.notice
    names = [review.details.store, review.details.legal_name]
    names += [notice.store_name or "", notice.addressee or ""] if notice else []
    return tuple(bare for name in names if (bare := _bare(name)))


def _bare(name: str) -> str:
    return pattern("foreign", "legal_form").sub("", lower(read(name).text)).translate(_NO_NAME)


def _other_stores(written: ItemText, own: tuple[str, ...]) -> Iterator[Hit]:
    """Yield a hit where the store, its staff or its rules go by another name than the own."""
    for sentence in read(written.text).sentences:
        if not found(sentence.text, "foreign", "hint"):
            continue
        for match in pattern("foreign", *_NAMED, *(("label",) if own else ())).finditer(
            sentence.text
        ):
            name = _bare(next(part for part in match.groups() if part))
            if len(name) < 2 or found(sentence.text, "foreign", "partner"):
                continue
            if not any(name in known or known in name for known in own):
                yield _of_a_store(written, sentence.start + match.start(), match.group(), own)
        if written.item is Item.VIOLATION:
            for match in each(sentence.text, "foreign", "other_site"):
                yield _of_a_store(written, sentence.start + match.start(), match.group(), ())


def _called_otherwise(written: ItemText, own: tuple[str, ...]) -> Iterator[Hit]:
    """Ask about the name of a shop that acts, or has customers, as only the own one does.

    Where the own name is not known item 1 is asked about, and people that bear a shop's name.
    """
    reading = read(written.text)
    all_shops = (_shop_names(), _own_people(), pattern("foreign", "store_told"))
    unknown = (pattern("foreign", "store_told"),) if written.item is Item.VIOLATION else ()
    shops = all_shops if own else (_own_people(), *unknown)
    for sentence in reading.sentences:
        if found(sentence.text, "foreign", "partner"):
            continue
        for shop in shops:
            for match in shop.finditer(reading.cased, sentence.start, sentence.end):
                name = _bare(next(part for part in match.groups() if part))
                if not any(name in known or known in name for known in own):
                    yield _asked(written.place(*match.span()), own)


def _asked(place: Place, own: tuple[str, ...]) -> Hit:
    if own:
        return Hit(place, {"store": own[0]}, severity=Severity.INFO)
    return Hit(place, {"store": ""}, "unknown", severity=Severity.INFO)


@cache
def _shop_names() -> re.Pattern[str]:
    words, places, acts = (
        "|".join(tables("foreign")[key]["en"]) for key in ("shop_words", "own_place", "own_act")
    )
    name = rf"(?:[A-Z][\w'&-]{{1,16}} ){{1,3}}(?:{words})\.?(?:,? (?:Ltd|LLC|Inc|GmbH)\.?)?"
    placed, acting = rf"(?:{places}) ({name})(?!\w)", rf"({name})(?:'s [a-z]+)? (?:{acts})(?!\w)"
    return re.compile(rf"(?<!\w)(?:{placed}|{acting})")


@cache
def _own_people() -> re.Pattern[str]:
    """Return the pattern of a name beside the people of a shop: two words, or two joined."""
    people, others = ("|".join(tables("foreign")[key]["en"]) for key in ("own_people", "no_name"))
    word = rf"(?!(?:{others})(?![\w-]))[A-Z][a-z'&-]{{1,16}}"
    joined = rf"(?!(?:{others})(?!\w))[A-Z][a-z]{{2,12}}[A-Z][a-z]{{2,12}}"
    name = rf"({word}(?: {word}){{1,3}}|{joined})"
    beside = rf"{name} (?:{people})|(?:team|staff|customers) of {name}"
    return re.compile(rf"(?<![\w.])(?:{beside})(?!\w)")


def _of_a_store(written: ItemText, start: int, words: str, own: tuple[str, ...]) -> Hit:
    """Return the hit: a contradiction where the own name is known, else a remark."""
    place = written.place(start, start + len(words))
    return Hit(place, {"store": own[0]}) if own else _asked(place, own)


def _other_person(review: Review) -> Iterator[Hit]:
    """Yield a hit where item 3 or 4 gives the role of item 7 to somebody else."""
    person = read_person(review[Item.RESPONSIBLE_PERSON].text)
    if not person.is_full_name:
        return
    names = [lower(name) for name in (person.family_name, *person.names)]
    for item in (Item.FIX, Item.EFFECT):
        written = review[item]
        text = read(written.text).text
        for match in each(text, "foreign", "role_named"):
            groups = match.groupdict()
            role, other = groups["role"], groups["name"]
            same_role = lower("".join(person.roles)) == role
            same_role |= role == _THE_ONE and any(other.startswith(n) for n in surnames())
            if same_role and not any(n in other for n in names):
                yield Hit(written.place(match.start(), match.end()), {"store": ""}, "person")


# The word of item 7 itself: it means the person named there, whatever the seat.
_THE_ONE = "\u8cac\u4efb\u8005"
