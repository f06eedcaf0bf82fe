"""What a message to Amazon needs from the seller. Nothing of it is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField
from wtforms.fields import FieldList, FormField, SelectChoice

from forms.day_field import DayField
from forms.text_fields import LineField, ProseField
from kaizen.dates import write_day
from kaizen.help.timeline import Event

MOST_EVENTS = 40


class MessageForm(Form):  # type: ignore[misc]
    """The questions of one message: ``wanted`` names those that it asks, in their order."""

    always: Sequence[str] = ("language",)

    store = LineField(_l("Name of the store"))
    mail = LineField(_l("Registered mail address"))
    name = LineField(_l("Your name"))
    since = DayField(
        _l("Since which day can you not sign in?"), description=_l("For example 2026/11/14.")
    )
    received_on = DayField(
        _l("On which day did the mail come?"), description=_l("For example 2026/11/14.")
    )
    noticed_on = DayField(
        _l("On which day did you notice it?"), description=_l("For example 2026/11/14.")
    )
    stopped_on = DayField(
        _l("On which day was the account stopped?"), description=_l("For example 2026/11/14.")
    )
    sent_on = DayField(
        _l("On which day did you send the identity document?"),
        description=_l("Leave it empty if you have not sent it yet."),
    )
    updated = DayField(
        _l("On which day did you update the payment method?"),
        description=_l("Leave it empty if you have not done it yet."),
    )
    screen = ProseField(_l("What does the page say, word for word?"), rows=2)
    quoted = ProseField(_l("Which sentence of the mail gives the reason?"), rows=2)
    changed = ProseField(
        _l("What changed shortly before?"),
        rows=2,
        description=_l("For example a new phone or a new number."),
    )
    balance = LineField(_l("Which balance does the page show?"))
    done = ProseField(
        _l("What have you done so far, and when?"),
        rows=3,
        description=_l("Only what you really did. One act a line."),
    )
    language = RadioField(
        _l("Language of the message"),
        choices=[SelectChoice("ja", _l("Japanese")), SelectChoice("en", _l("English"))],
    )

    def __init__(self, *args: Any, wanted: Sequence[str], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = tuple(key for key in wanted if key in self)
        for name in [name for name in self._fields if name not in (*wanted, *self.always)]:
            del self[name]
        if self.language.data not in ("ja", "en"):
            self.language.data = language

    @property
    def questions(self) -> list[Field]:
        """Return the fields in the order of the message."""
        return [self[key] for key in self.wanted]

    def values(self) -> dict[str, str]:
        """Return what was filled in, as the message writes it."""
        return {key: self._written(self[key].data) for key in self.wanted}

    def _written(self, value: object) -> str:
        if isinstance(value, date):
            return write_day(value, self.language.data)
        return str(value or "").strip()


class EventForm(Form):  # type: ignore[misc]
    """One row of what happened."""

    when = LineField(_l("When"), description=_l("For example 5 November, about 3:20."))
    what = LineField(_l("What happened"))
    noticed = LineField(_l("How you noticed"))


class TakeoverForm(MessageForm):
    """The message about a takeover, with the rows of what happened."""

    always = ("language", "events")

    events = FieldList(FormField(EventForm), min_entries=3, max_entries=MOST_EVENTS)

    def add_row(self) -> None:
        """Add an empty row, as long as there is room."""
        if len(self.events.entries) < MOST_EVENTS:
            self.events.append_entry()

    def timeline(self) -> list[Event]:
        """Return the rows as typed."""
        return [
            Event(*(str(row[key].data or "").strip() for key in ("when", "what", "noticed")))
            for row in (entry.form for entry in self.events.entries)
        ]


class SafetyForm(Form):  # type: ignore[misc]
    """The days on which the points of a checklist were checked, in their order."""

    days = FieldList(DayField(_l("Checked on")))

    def __init__(self, *args: Any, points: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.days.entries[points:]
        while len(self.days.entries) < points:
            self.days.append_entry()
