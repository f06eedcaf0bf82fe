"""The name of a case in the list."""

from flask_babel import lazy_gettext as _l
from wtforms import Form

from forms.text_fields import LineField


class RenameForm(Form):  # type: ignore[misc]
    """One line; empty means that the store's name stands."""

    title = LineField(
        _l("Name of the case"),
        description=_l("Only you see it. Left empty, the name of the store is shown."),
    )
