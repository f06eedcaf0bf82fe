"""The cards of a step: one for each cause, measure or indicator, with a line that sums it up."""

from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _

from forms.step_form import StepForm, leaves
from kaizen.dates import write_day
from kaizen.item_prose import cause_line, effect_line, marked_measures, measure_line
from kaizen.plan import Cause, Effect, Measure, Plan, Progress
from views.context import page_language


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a list: its fields, its summary, and what one can do with it."""

    index: int
    name: str
    marker: str
    group: str
    summary: str
    about: str
    preview: str
    entry: Any
    is_open: bool = False
    is_new: bool = False
    is_asked: bool = False
    is_moved: bool = False
    can_go_up: bool = False
    can_go_down: bool = False


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards below one heading; the heading may be empty."""

    title: str
    note: str
    cards: tuple[Card, ...]


def cards_of(form: StepForm, plan: Plan, language: str) -> tuple[Card, ...]:
    """Return the cards of the list of ``form``; summaries show what is stored in ``plan``."""
    if not form.entries_name:
        return ()
    build = {"causes": _cause_card, "measures": _measure_card, "effects": _effect_card}
    card = build[form.entries_name]
    entries = form[form.entries_name].entries
    return _with_moves(tuple(card(n, entry, plan, language) for n, entry in enumerate(entries)))


def has_error(card: Card) -> bool:
    """Tell whether something in the card cannot be stored."""
    return any(field.errors for field in leaves(card.entry.form))


def groups_of(cards: tuple[Card, ...]) -> tuple[CardGroup, ...]:
    """Return the cards below their headings, in the order in which the text prints them."""
    headings = {
        "": ("", ""),
        Progress.DONE.value: (_("Done"), _("finished measures")),
        Progress.PLANNED.value: (_("Planned"), _("still to come")),
        Progress.UNDECIDED.value: (_("Not sorted yet"), _("say whether it is done or planned")),
    }
    groups = []
    for key, (title, note) in headings.items():
        chosen = tuple(card for card in cards if card.group == key)
        if chosen:
            groups.append(CardGroup(title, note, chosen))
    return tuple(groups)


def _with_moves(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    moved = []
    for card in cards:
        peers = [peer.index for peer in cards if peer.group == card.group]
        up, down = card.index != peers[0], card.index != peers[-1]
        moved.append(replace(card, can_go_up=up, can_go_down=down))
    return tuple(moved)


def _cause_card(index: int, entry: Any, plan: Plan, language: str) -> Card:
    cause = plan.causes[index] if index < len(plan.causes) else Cause()
    about = "" if cause.count is None else _("%(count)s cases", count=f"{cause.count:,}")
    return Card(
        index=index,
        name=_("Cause %(number)s", number=index + 1),
        marker=str(index + 1),
        group="",
        summary=cause.why or cause.why_unnoticed,
        about=about,
        preview=cause_line(cause, index, language).text,
        entry=entry,
        is_new=cause == Cause(),
    )


def _measure_card(index: int, entry: Any, plan: Plan, language: str) -> Card:
    measure = plan.measures[index] if index < len(plan.measures) else Measure()
    marker = _marker(plan, measure.progress, index)
    line = measure_line(measure, index, marker, language).text if marker else ""
    return Card(
        index=index,
        name=_("Measure %(marker)s", marker=marker) if marker else _("New measure"),
        marker=marker,
        group=measure.progress.value,
        summary=measure.what,
        about=_measure_about(measure),
        preview=line,
        entry=entry,
        is_new=measure == Measure(),
    )


def _marker(plan: Plan, progress: Progress, index: int) -> str:
    marked = marked_measures(plan, progress)
    return next((marker for marker, at, _measure in marked if at == index), "")


def _measure_about(measure: Measure) -> str:
    from_day = {
        Progress.DONE: _("done on %(day)s"),
        Progress.PLANNED: _("starts on %(day)s"),
        Progress.UNDECIDED: "%(day)s",
    }
    day = write_day(measure.day, page_language()) if measure.day else ""
    causes = ", ".join(str(number) for number in measure.causes)
    parts = (
        from_day[measure.progress] % {"day": day} if day else "",
        measure.who,
        measure.when,
        measure.record,
        _("cause %(numbers)s", numbers=causes) if causes else "",
        measure.exhibit,
    )
    return " \u00b7 ".join(part for part in parts if part)


def _effect_card(index: int, entry: Any, plan: Plan, language: str) -> Card:
    effect = plan.effects[index] if index < len(plan.effects) else Effect()
    goal = " \u2192 ".join(part for part in (effect.before, effect.after) if part)
    about = " \u00b7 ".join(part for part in (goal, effect.how, effect.who) if part)
    return Card(
        index=index,
        name=_("Indicator %(number)s", number=index + 1),
        marker=str(index + 1),
        group="",
        summary=effect.indicator or effect.if_missed,
        about=about,
        preview=effect_line(effect, index, language).text,
        entry=entry,
        is_new=effect == Effect(),
    )
