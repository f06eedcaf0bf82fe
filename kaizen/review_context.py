"""What a rule may look at: the texts of the items, the plan, the notice, the calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kaizen.case import Case, Details, Exhibit
from kaizen.finding import Place
from kaizen.item_prose import item_prose
from kaizen.metric_record import MetricRecord
from kaizen.notice import Notice
from kaizen.plan import Item, Plan
from kaizen.prose import Prose
from kaizen.text import Folded, fold


@dataclass(frozen=True, slots=True)
class ItemText:
    """The text of one item as printed, and its folded copy for matching."""

    item: Item
    prose: Prose

    @property
    def text(self) -> str:
        """Return the words as printed."""
        return self.prose.text

    @property
    def folded(self) -> Folded:
        """Return the folded copy, with places back to the words as printed."""
        return fold(self.prose.text)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return the place of folded characters ``start`` to ``end`` (default: the whole item)."""
        folded = self.folded
        if end is None:
            first, last = 0, len(self.text)
        else:
            first, last = folded.span(start, end)
        return self.typed_place(first, last)

    def typed_place(self, start: int, end: int) -> Place:
        """Return the place of characters ``start`` to ``end`` of the words as printed."""
        return Place(self.item.value, start, end, self.prose.field_at(start))


@dataclass(frozen=True, slots=True)
class Review:
    """One look at one case on one day. ``exhibits`` is None where nobody has listed any."""

    items: Mapping[Item, ItemText]
    plan: Plan
    language: str
    today: date
    details: Details = field(default_factory=Details)
    notice: Notice | None = None
    exhibits: tuple[Exhibit, ...] | None = None
    waived_rows: Mapping[str, str] = field(default_factory=dict)
    previous: Mapping[Item, str] | None = None
    numbers: tuple[MetricRecord, ...] = ()

    def __getitem__(self, item: Item) -> ItemText:
        return self.items[item]

    def written(self) -> Iterator[ItemText]:
        """Yield the items in which something is written."""
        return (text for text in self.items.values() if text.text.strip())

    def notice_date(self) -> date | None:
        """Return the notice's date as corrected by the seller, or as read."""
        if self.details.notice_date is not None:
            return self.details.notice_date
        return self.notice.received_date if self.notice else None


def review_of(
    case: Case,
    *,
    today: date,
    language: str | None = None,
    notice: Notice | None = None,
    previous: Case | None = None,
) -> Review:
    """Return the review context of ``case``; the notice arrives already read."""
    chosen = language or str(case.language)
    return Review(
        items=_texts(case.plan, chosen),
        plan=case.plan,
        language=chosen,
        today=today,
        details=case.details,
        notice=notice,
        exhibits=case.exhibits,
        waived_rows=case.notice.waived,
        previous=_previous(case, previous, chosen),
        numbers=case.numbers,
    )


def _texts(plan: Plan, language: str) -> dict[Item, ItemText]:
    return {item: ItemText(item, item_prose(plan, item, language)) for item in Item}


def _previous(case: Case, previous: Case | None, language: str) -> dict[Item, str] | None:
    earlier = case.answered_round
    plan = previous.plan if previous else (earlier.plan if earlier else None)
    if plan is None:
        return None
    return {item: text.text for item, text in _texts(plan, language).items()}
