"""A list may have so many entries and no more."""

from flask_babel import gettext as _
from wtforms import Form
from wtforms.fields import FieldList
from wtforms.validators import ValidationError


class HasAtMost:
    """Refuses a list that is longer than ``limit``, naming the limit."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, form: Form, field: FieldList) -> None:
        """Raise ValidationError where the list is too long."""
        if len(field.entries) > self.limit:
            raise ValidationError(
                _("Keep at most %(limit)s entries in this list.", limit=self.limit)
            )
