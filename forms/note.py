"""The note that goes with documents, or the explanation of the facts."""

from flask_babel import lazy_gettext as _l
from wtforms import Form, RadioField
from wtforms.fields import SelectChoice

from forms.text_fields import ProseField


class NoteForm(Form):  # type: ignore[misc]
    """One text in the seller's own words."""

    note = ProseField(
        _l("Your text"),
        rows=10,
        description=_l("Short sentences. Only what you know and can show."),
    )
    finished = RadioField(
        _l("Have you finished this text?"),
        choices=[
            SelectChoice("yes", _l("Yes, it is written")),
            SelectChoice("later", _l("I will continue later")),
        ],
        validate_choice=False,
    )
