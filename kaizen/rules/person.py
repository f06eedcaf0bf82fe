"""Item 7 names one person in full, with a role, who appears in the measures (R34, R35, R36)."""

from collections.abc import Iterator

from kaizen.finding import Hit, Severity
from kaizen.plan import Item
from kaizen.reading.person import WrittenPerson, read_person
from kaizen.reading.sentences import lower, read
from kaizen.reading.slots import english_names, surnames_in
from kaizen.reading.subject import violation_types
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule

_ABOUT_THE_HOLDER = frozenset({"compromised_account", "identity_kyc", "related_account"})


class NoPersonNamed(Rule):
    """Item 7 is a role, a shop, a team, or half a name.

    Words that could be the name of a shop as well as of a person are a hint.
    """

    id = "R34"
    slug = "no-person-named"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 7 is written and holds no full name."""
        written = review[Item.RESPONSIBLE_PERSON]
        if not written.text.strip():
            return
        person = read_person(written.text)
        if not person.is_full_name:
            yield Hit(written.place(), variant="half" if person.names else "")
        elif person.may_be_a_shop or person.is_doubtful:
            yield Hit(written.place(), severity=Severity.INFO)


class PersonWithoutRole(Rule):
    """The role is missing, or item 3 never mentions the person."""

    id = "R35"
    slug = "person-without-role"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit for a missing role, else one for a person absent from item 3."""
        written = review[Item.RESPONSIBLE_PERSON]
        person = read_person(written.text)
        if not person.names:
            return
        if not person.roles:
            yield Hit(written.place())
        elif not person.says_a_role:
            yield Hit(written.place(), severity=Severity.INFO)
        elif review[Item.FIX].text.strip() and not _appears(person, review):
            yield Hit(written.place(), variant="absent")
            yield Hit(review[Item.FIX].place(), variant="absent", severity=Severity.INFO)
        elif review[Item.FIX].text.strip() and not _is_named(person, review):
            yield Hit(written.place(), variant="absent", severity=Severity.INFO)
            yield Hit(review[Item.FIX].place(), variant="absent", severity=Severity.INFO)
        elif review[Item.FIX].text.strip() and not _acts(person, review):
            yield Hit(review[Item.FIX].place(), variant="absent", severity=Severity.INFO)


class PersonNotRegistered(Rule):
    """The notice names another contact of the account, and item 7 does not say the relation.

    An address that the notice was sent to names nobody; it counts only where the notice is about
    who holds the account.
    """

    id = "R36"
    slug = "person-not-registered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where the names differ; silent unless the notice names the contact."""
        written = review[Item.RESPONSIBLE_PERSON]
        contact = review.notice.registered_contact if review.notice else None
        if not contact or not written.text.strip():
            return
        if "@" in contact and not _ABOUT_THE_HOLDER & {*violation_types(review)}:
            return
        text = read(written.text).text
        known = read_person(contact).names or (contact,)
        same = "".join(lower(name) for name in known) in "".join(text.split())
        if not same and not found(text, "registered", "relation"):
            yield Hit(written.place(), {"contact": contact})


def _stands(name: str, text: str) -> bool:
    """Tell whether a name stands in the text; one of Latin letters only as a whole word."""
    if not name.isascii():
        return name in text
    return any(
        not (text[at - 1 : at].isalpha() or text[at + len(name) :][:1].isalpha())
        for at in _places(name, text)
    )


def _places(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _is_named(person: WrittenPerson, review: Review) -> bool:
    """Tell whether items 3 and 4 call the person by name, or somebody speaks of "I"."""
    text = "\n".join(read(review[item].text).text for item in (Item.FIX, Item.EFFECT))
    if any(_stands(lower(name), text) for name in (person.family_name, *person.names) if name):
        return True
    cased = "\n".join(read(review[item].text).cased for item in (Item.FIX, Item.EFFECT))
    return found(text, "names", "myself") or not (surnames_in(text) or english_names(cased))


def _acts(person: WrittenPerson, review: Review) -> bool:
    """Tell whether item 3 itself has the person in it, or names nobody at all."""
    fix = read(review[Item.FIX].text)
    called = (person.family_name, *person.names, *person.seats)
    if any(_stands(lower(name), fix.text) for name in called if name):
        return True
    if found(fix.text, "names", "myself"):
        return True
    somebody = found(fix.text, "slots", "role", "people")
    return not (somebody or surnames_in(fix.text) or english_names(fix.cased))


def _appears(person: WrittenPerson, review: Review) -> bool:
    """Tell whether the measures speak of the person: by name, by seat, or as "I".

    Where others carry out the measures, it is enough that item 4 says what the person watches.
    """
    fix = read(review[Item.FIX].text)
    text = fix.text
    if found(text, "slots", "role", "people") or surnames_in(text) or english_names(fix.cased):
        text += "\n" + read(review[Item.EFFECT].text).text
    if any(_stands(lower(name), text) for name in (person.family_name, *person.names) if name):
        return True
    return found(text, "names", "myself") or any(lower(seat) in text for seat in person.seats)
