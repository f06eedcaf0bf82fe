"""A reason to leave a finding as it is."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length

from kaizen.limits import FIELD_CHARACTERS


class WaiveForm(FlaskForm):  # type: ignore[misc]
    """The key of a finding and why the seller leaves it."""

    key = HiddenField()
    reason = TextAreaField(
        _l("Why you leave it as it is"),
        description=_l("Kept with the case. It is not part of the text you submit."),
        validators=[
            DataRequired(_l("Write the reason in a few words.")),
            Length(max=FIELD_CHARACTERS, message=_l("Shorten the reason to 8,000 characters.")),
        ],
    )
