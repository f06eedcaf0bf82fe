"""The people whom a plan names: those of item 7, and those whom items 3 and 4 introduce."""

from kaizen.plan import Item
from kaizen.reading.person import read_person
from kaizen.reading.sentences import lower
from kaizen.reading.slots import introduced
from kaizen.review_context import Review


def known_names(review: Review) -> frozenset[str]:
    """Return the names of item 7 and those that the measures introduce with a seat."""
    person = read_person(review[Item.RESPONSIBLE_PERSON].text)
    named = {lower(name) for name in (person.family_name, *person.names) if len(name) > 1}
    return introduced(review[Item.FIX].text) | introduced(review[Item.EFFECT].text) | named
