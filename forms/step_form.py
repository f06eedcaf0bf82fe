"""What all step forms share: filling from a case, changing a case, and the word "finished".

A step is always stored as far as it can be: a field that cannot be read or is too long keeps what
was stored before, and comes back on the page as it was typed.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from json import dumps
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field, Form, RadioField
from wtforms.fields import FieldList, FormField, SelectChoice

from forms.arrange import Arranged, arrange
from kaizen.case import Case
from kaizen.item_prose import item_prose
from kaizen.limits import PLAN_CHARACTERS
from kaizen.plain import to_plain
from kaizen.plan import Item


class StepForm(Form):  # type: ignore[misc]
    """Base of the forms of the wizard. ``entries_name`` is the list of the step, if it has one."""

    step: ClassVar[str]
    entries_name: ClassVar[str] = ""

    finished = RadioField(
        _l("Have you finished this item?"),
        choices=[
            SelectChoice("yes", _l("Yes, it is written")),
            SelectChoice("later", _l("I will continue later")),
        ],
        validate_choice=False,
    )
    arranged: Arranged | None = None
    # While a page saves by itself its cards stay where they are, emptied ones too.
    keep_blank: bool = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A base class's field comes first; on the screen this question is the last.
        self._fields["finished"] = self._fields.pop("finished")

    @classmethod
    def posted(cls, words: MultiDict[str, str]) -> "StepForm":
        """Return the form with the words that were typed, after its list button was obeyed."""
        arranged = arrange(words, cls.entries_name) if cls.entries_name else None
        form = cls(arranged.words if arranged else words)
        form.arranged = arranged
        return form

    def fill(self, case: Case) -> None:
        """Put the values of ``case`` into the fields."""
        is_finished = self.step in case.finished
        self.process(data={**self.values(case), "finished": "yes" if is_finished else "later"})

    def values(self, case: Case) -> dict[str, Any]:
        """Return the values of ``case`` by the names of the fields."""
        raise NotImplementedError

    def apply_to(self, case: Case, *, keep_numbers: bool = False) -> Case:
        """Return ``case`` with what was typed, as far as it can be stored.

        ``keep_numbers`` leaves references between lists alone: the lists were moved before.
        """
        changed = self.change(case, keep_numbers=keep_numbers)
        others = tuple(step for step in case.finished if step != self.step)
        if self.finished.data == "yes":
            changed = replace(changed, finished=(*others, self.step))
        elif self.finished.data == "later":
            changed = replace(changed, finished=others)
        return changed

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with the values of this step's fields."""
        raise NotImplementedError

    def stamp(self, case: Case) -> str:
        """Return a short mark of what this step holds in ``case``; another text, another mark."""
        values = {name: to_plain(value) for name, value in self.values(case).items()}
        state = dumps([values, self.step in case.finished], ensure_ascii=False, sort_keys=True)
        return blake2b(state.encode(), digest_size=8).hexdigest()

    def removed_characters(self) -> int:
        """Return how many control characters were taken out of what was typed."""
        return sum(getattr(field, "removed", 0) for field in leaves(self))

    def refuse_too_long(self, case: Case, changed: Case) -> bool:
        """Add an error where ``changed`` grew over the limit of a plan; tell whether it did."""
        size = plan_size(changed)
        if size <= PLAN_CHARACTERS or size <= plan_size(case):
            return False
        field = self[f"{self.step}_text"] if self.entries_name else next(leaves(self))
        field.errors = [
            *field.errors,
            _l(
                "Shorten the plan: its seven items may have %(limit)s characters together.",
                limit=f"{PLAN_CHARACTERS:,}",
            ),
        ]
        return True


def leaves(form: Form) -> Iterator[Field]:
    """Yield every field that holds a value, in the order of the screen."""
    for field in form:
        if isinstance(field, FieldList):
            for entry in field.entries:
                yield from leaves(entry.form)
        elif isinstance(field, FormField):
            yield from leaves(field.form)
        else:
            yield field


def kept(field: Field, stored: Any) -> Any:
    """Return what was typed, or what was stored before where it has an error or was not sent."""
    return stored if field.errors or field.data is None else field.data


def kept_parsed(field: Field, stored: Any) -> Any:
    """Return what was read from the words typed; None where the field was emptied."""
    return stored if field.errors else field.data


def plan_size(case: Case) -> int:
    """Return how many characters the seven items have as printed."""
    language = str(case.language)
    return sum(len(item_prose(case.plan, item, language).text) for item in Item)
