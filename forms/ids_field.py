"""A field for ASINs and one for order numbers: any pasted text, from which the ids are taken."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from forms.clean import clean
from forms.ids import Ids, read_asins, read_order_ids
from forms.text_fields import check_length
from kaizen.limits import FIELD_CHARACTERS


class _IdsField(Field):  # type: ignore[misc]
    widget = TextArea()
    removed = 0
    typed = ""
    doubtful: tuple[str, ...] = ()
    none_found: ClassVar[Any]

    def __init__(self, label: object = None, **kwargs: Any) -> None:
        super().__init__(label, render_kw={"rows": 3}, **kwargs)

    def read(self, typed: str) -> Ids:
        """Return the ids in ``typed``."""
        raise NotImplementedError

    def doubt(self, written: str) -> Any:
        """Return what to do about ``written``, which is nearly an id."""
        raise NotImplementedError

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the ids out of what was typed."""
        if valuelist:
            cleaned = clean(valuelist[0])
            self.typed, self.removed = cleaned.text, cleaned.removed
            ids = self.read(self.typed)
            self.data, self.doubtful = ids.found, ids.doubtful

    def pre_validate(self, form: object) -> None:
        """Refuse text without an id, and words that are nearly one."""
        check_length(self.typed, FIELD_CHARACTERS)
        if self.doubtful:
            raise ValidationError(self.doubt(self.doubtful[0]))
        if self.typed.strip() and not self.data:
            raise ValidationError(self.none_found)

    def storable(self, stored: tuple[str, ...]) -> tuple[str, ...]:
        """Return what can be kept: the ids found, also beside words that are none."""
        if self.data is None or (self.errors and not self.data):
            return stored
        return tuple(self.data)

    def _value(self) -> str:
        return self.typed or "\n".join(self.data or ())


class AsinsField(_IdsField):
    """The ASINs in a pasted text, as a tuple."""

    none_found = _l("Write the ASINs here, such as B0ABCDE123: ten letters and digits.")

    def doubt(self, written: str) -> Any:
        """Return what an ASIN looks like."""
        return _l(
            "Check “%(typed)s”. An ASIN has ten letters and digits, such as B0ABCDE123.",
            typed=written,
        )

    def read(self, typed: str) -> Ids:
        """Return the ASINs in ``typed``."""
        return read_asins(typed)


class OrderIdsField(_IdsField):
    """The order numbers in a pasted text, as a tuple."""

    none_found = _l("Write the order numbers here, such as 250-1234567-1234567.")

    def doubt(self, written: str) -> Any:
        """Return what an order number looks like."""
        return _l(
            "Check “%(typed)s”. An order number looks like 250-1234567-1234567.", typed=written
        )

    def read(self, typed: str) -> Ids:
        """Return the order numbers in ``typed``."""
        return read_order_ids(typed)
