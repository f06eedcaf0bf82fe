"""The facts are the store's own: no other store, person or sample is left (R38)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.plan import Item
from kaizen.reading.person import read_person
from kaizen.reading.sentences import lower, read
from kaizen.reading.vocabulary import pattern
from kaizen.review_context import Review
from kaizen.rule import Rule


class ForeignFacts(Rule):
    """Another store, person or a sample name than in the notice and the rest of the plan."""

    id = "R38"
    slug = "foreign-facts"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each name that belongs to somebody else."""
        own = lower(review.details.store or (review.notice and review.notice.store_name) or "")
        for written in review.written():
            text = read(written.text).text
            for match in pattern("foreign", "sample").finditer(text):
                yield Hit(written.place(match.start(), match.end()), variant="sample")
            for match in pattern("foreign", "store_named").finditer(text) if own else ():
                name = next(part for part in match.groups() if part).strip()
                if name not in own and own not in name:
                    yield Hit(written.place(match.start(), match.end()), {"store": own})
        yield from _other_person(review)


def _other_person(review: Review) -> Iterator[Hit]:
    """Yield a hit where item 3 or 4 gives the role of item 7 to somebody else."""
    person = read_person(review[Item.RESPONSIBLE_PERSON].text)
    if not person.is_full_name:
        return
    names = [lower(name) for name in (person.family_name, *person.names)]
    for item in (Item.FIX, Item.EFFECT):
        written = review[item]
        text = read(written.text).text
        for match in pattern("foreign", "role_named").finditer(text):
            groups = match.groupdict()
            role, other = groups["role"], groups["name"]
            if lower("".join(person.roles)) == role and not any(n in other for n in names):
                yield Hit(written.place(match.start(), match.end()), {"store": ""}, "person")
