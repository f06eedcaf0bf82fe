"""The steps of the wizard: their order, how far each one is, and which comes next."""

from dataclasses import dataclass
from enum import StrEnum

from kaizen.case import Case
from kaizen.item_prose import item_prose
from kaizen.plan import Item
from kaizen.reading.item_dates import written_day, written_month


class StepStatus(StrEnum):
    """How far a step is: nothing written, being written, or declared finished by the seller."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the wizard and the items written on it.

    ``asks_finished`` tells whether the seller declares it finished; short facts are finished
    as soon as they are there.
    """

    key: str
    items: tuple[Item, ...]
    asks_finished: bool = True


STEPS = (
    Step("violation", (Item.VIOLATION,)),
    Step("cause", (Item.CAUSE,)),
    Step("fix", (Item.FIX,)),
    Step("effect", (Item.EFFECT,)),
    Step("dates", (Item.IMPLEMENTATION_DATE, Item.EFFECT_MONTH), asks_finished=False),
    Step("person", (Item.RESPONSIBLE_PERSON,), asks_finished=False),
)


def step_called(key: str) -> Step | None:
    """Return the step with this key, or None."""
    return next((step for step in STEPS if step.key == key), None)


def step_of(item: Item) -> Step:
    """Return the step on which ``item`` is written."""
    return next(step for step in STEPS if item in step.items)


def status_of(case: Case, step: Step) -> StepStatus:
    """Return how far ``step`` is; an empty item is never done, whatever was declared."""
    written = [bool(item_prose(case.plan, item, case.language).text.strip()) for item in step.items]
    if not any(written):
        return StepStatus.TODO
    finished = step.key in case.finished if step.asks_finished else _is_filled(case, step)
    return StepStatus.DONE if finished and all(written) else StepStatus.DOING


def _is_filled(case: Case, step: Step) -> bool:
    if step.key == "dates":
        plan = case.plan
        return (
            written_day(plan.implementation_date) is not None
            and written_month(plan.effect_month) is not None
        )
    return bool(case.plan.person.name.strip())


def is_begun(case: Case) -> bool:
    """Tell whether anything is written on any step."""
    return any(status_of(case, step) is not StepStatus.TODO for step in STEPS)


def written_items(case: Case) -> int:
    """Return how many of the seven items hold words, finished or not."""
    return sum(
        bool(item_prose(case.plan, item, case.language).text.strip())
        for step in STEPS
        for item in step.items
    )


def next_step(case: Case) -> Step | None:
    """Return the first step that is not done; None once every item holds words.

    Whoever has written all seven is not asked to declare each of them before going on.
    """
    if written_items(case) == len(Item):
        return None
    open_steps = (step for step in STEPS if status_of(case, step) is not StepStatus.DONE)
    return next(open_steps, None)


def step_after(step: Step) -> Step | None:
    """Return the step that follows in order, or None after the last."""
    return next(iter(STEPS[STEPS.index(step) + 1 :]), None)


def step_before(step: Step) -> Step | None:
    """Return the step that comes before, or None before the first."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None
