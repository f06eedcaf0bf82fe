"""A page of the wizard: one question, its fields, and what is known about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from forms.step_form import StepForm, leaves
from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.finding import Finding
from kaizen.item_prose import item_prose, marked_measures
from kaizen.notice import Notice
from kaizen.plan import Item, Plan, Progress
from kaizen.steps import Step, step_after, step_called
from kaizen.wording import words
from views.dates import clock_time
from views.pages.month_notes import MonthNote, month_notes
from views.pages.step_cards import Card, CardGroup, cards_of, groups_of, has_error
from views.pages.step_side import SideFact, side_facts
from views.pages.step_weak import WeakPoint, by_field, linked_to, weak_points
from views.pages.type_help import OpenRow, TypeHelp, open_rows, type_help
from views.pages.year_offers import YearOffer


@dataclass(frozen=True, slots=True)
class Shown:
    """What the address asks to show: the open card, the one to delete, the way back."""

    card: int | None = None
    asked: int | None = None
    is_added: bool = False
    is_moved: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of the template: its number and its label as Amazon writes it."""

    number: int
    label: str
    english: str


@dataclass(frozen=True, slots=True)
class Preview:
    """One item as the submitted text will read."""

    item: str
    text: str


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One cause and the measures that answer it."""

    number: int
    words: str
    count: str
    measures: str


@dataclass(frozen=True, slots=True)
class StepPage:
    """Everything the template of a step places."""

    case: Case
    step: str
    items: tuple[ItemLine, ...]
    stamp: str
    origin: str
    saved_at: str
    groups: tuple[CardGroup, ...]
    card_count: int
    text_is_open: bool
    facts_are_open: bool
    exclusive: bool
    causes: tuple[CauseRow, ...]
    previews: tuple[Preview, ...]
    weak: tuple[WeakPoint, ...]
    notes: Mapping[str, tuple[WeakPoint, ...]]
    facts: tuple[SideFact, ...]
    help: TypeHelp | None
    open_rows: tuple[OpenRow, ...]
    month_notes: tuple[MonthNote, ...]
    years: Mapping[str, YearOffer]
    asks_finished: bool
    next_words: str

    def described(self, field: str, ids: str | bool) -> str | bool:
        """Return the ids that describe a control, the findings about it among them."""
        found = [str(ids)] if ids else []
        if field in self.years:
            found.append(f"year-{field}")
        elif field in self.notes:
            found.append(f"{field}-notes")
        return " ".join(found) or False

    @property
    def previews_or_blank(self) -> tuple[Preview, ...]:
        """Return a preview for each item; the script fills the empty ones."""
        known = {preview.item: preview.text for preview in self.previews}
        items = step_called(self.step)
        return tuple(Preview(i.value, known.get(i.value, "")) for i in items.items) if items else ()

    def weak_of(self, entries: str, index: int) -> tuple[WeakPoint, ...]:
        """Return the worst finding about one card, if there is one."""
        prefix = f"{entries}-{index}-"
        return tuple(point for point in self.weak if point.field.startswith(prefix))[:1]

    @property
    def is_japanese_document(self) -> bool:
        """Tell whether the plan itself is written in Japanese, with Amazon's Japanese labels."""
        return self.case.language == "ja"

    def year_of(self, field: str) -> YearOffer | None:
        """Return the offer to write out the year of a field, where it was left out."""
        return self.years.get(field)

    def notes_of(self, field: str) -> tuple[WeakPoint, ...]:
        """Return the worst finding about one field; the list below holds them all.

        Where the year is left out, the offer to write it stands there in its place.
        """
        return () if field in self.years else self.notes.get(field, ())[:1]

    def more_notes_of(self, field: str) -> int:
        """Return how many findings about one field stand in the list below only."""
        return max(0, len(self.notes.get(field, ())) - 1)


def step_page(
    case: Case,
    step: Step,
    form: StepForm,
    *,
    findings: Sequence[Finding],
    notice: Notice | None,
    rows: Sequence[Row],
    years: Sequence[YearOffer],
    language: str,
    shown: Shown,
) -> StepPage:
    """Return the page of ``step``; ``form`` holds the words shown, ``case`` what is stored."""
    document = str(case.language)
    cards = _shown_cards(cards_of(form, case.plan, document), shown)
    weak = weak_points(case, step, findings)
    text, facts = _open_parts(form)
    return StepPage(
        case=case,
        step=step.key,
        items=_item_lines(step),
        stamp=form.stamp(case),
        origin=shown.origin,
        saved_at=clock_time(case.changed_at) if case.changed_at else "",
        groups=groups_of(cards),
        card_count=len(cards),
        text_is_open=text,
        facts_are_open=facts,
        exclusive=sum(card.is_open for card in cards) < 2,
        causes=_cause_rows(case.plan, language),
        previews=previews_of(case, step),
        weak=_linked(weak, form),
        notes=by_field(weak),
        facts=side_facts(notice, step, language),
        help=type_help(case, notice, step, language),
        open_rows=open_rows(rows, step, language),
        month_notes=month_notes(case, language) if step.key == "dates" else (),
        years={offer.field: offer for offer in years},
        asks_finished=step.asks_finished,
        next_words=_next_words(step, shown.origin),
    )


def _open_parts(form: StepForm) -> tuple[bool, bool]:
    """Tell whether free words and fields stand open: what is used, and fields where nothing is."""
    if form.step == "violation":
        text, *facts = leaves(form.violation.form)
    elif form.entries_name:
        text, facts = (
            form[f"{form.step}_text"],
            [leaf for entry in form[form.entries_name] for leaf in leaves(entry.form)],
        )
    else:
        return True, True
    has_text = bool(text.data or text.errors)
    has_facts = any(fact.data or fact.errors for fact in facts)
    return has_text, has_facts or not has_text


def _linked(weak: tuple[WeakPoint, ...], form: StepForm) -> tuple[WeakPoint, ...]:
    """Return the points; those about a field that is not on the page lose its name."""
    known = {field.id for field in leaves(form)} | {"violation-period", "violation-counts"}
    return tuple(linked_to(point, known) for point in weak)


def previews_of(case: Case, step: Step) -> tuple[Preview, ...]:
    """Return the items of ``step`` as the submitted text will read, those not begun left out."""
    language = str(case.language)
    texts = ((item.value, item_prose(case.plan, item, language).text) for item in step.items)
    return tuple(Preview(item, text) for item, text in texts if text.strip())


def _shown_cards(cards: tuple[Card, ...], shown: Shown) -> tuple[Card, ...]:
    return tuple(
        replace(
            card,
            is_open=card.index == shown.card or has_error(card) or card.index == shown.asked,
            is_asked=card.index == shown.asked,
            is_new=card.is_new and shown.is_added,
            is_moved=shown.is_moved and card.index == shown.card,
        )
        for card in cards
    )


def _item_lines(step: Step) -> tuple[ItemLine, ...]:
    order = list(Item)
    japanese, english = words("items", "ja"), words("items", "en")
    places = [order.index(item) for item in step.items]
    return tuple(ItemLine(place + 1, japanese[place], english[place]) for place in places)


def _cause_rows(plan: Plan, language: str) -> tuple[CauseRow, ...]:
    markers: dict[int, list[str]] = {}
    for progress in (Progress.DONE, Progress.PLANNED, Progress.UNDECIDED):
        for marker, _index, measure in marked_measures(plan, progress):
            for number in measure.causes:
                markers.setdefault(number, []).append(marker)
    separator = "\u3001" if language == "ja" else ", "
    return tuple(
        CauseRow(
            number,
            _first_line(cause.why or cause.why_unnoticed),
            "" if cause.count is None else f"{cause.count:,}",
            separator.join(markers.get(number, [])),
        )
        for number, cause in enumerate(plan.causes, 1)
    )


def _first_line(text: str, limit: int = 60) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= limit else line[:limit] + "\u2026"


def _next_words(step: Step, origin: str) -> str:
    if origin == "review":
        return _("Save and go back to the review")
    return _("Next") if step_after(step) else _("Save and go back to the case")
