"""The first question: the notice, pasted or in a file."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FileField, Form
from wtforms.validators import ValidationError

from forms.text_fields import ProseField, check_length
from kaizen.limits import NOTICE_CHARACTERS


class NoticeField(ProseField):
    """The text of a notice: longer than any field of a plan, and with as many lines as it has."""

    limit = NOTICE_CHARACTERS

    def pre_validate(self, form: object) -> None:
        """Refuse more than the limit of a notice, naming it."""
        check_length(self.data or "", self.limit)


class StartForm(Form):  # type: ignore[misc]
    """Begins a case with a notice. ``file_text`` is the text of the chosen file, or None."""

    text = NoticeField(
        _l("Text of the notice"),
        rows=9,
        description=_l(
            "Paste it as it is, from the subject to the last line. Broken lines and quotation "
            "marks need not be mended."
        ),
    )
    file = FileField(
        _l("File with the notice"),
        description=_l("A mail (.eml), text, web page or PDF, up to 10 MB."),
    )

    def __init__(self, *args: Any, file_text: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file_text = file_text

    def notice(self) -> str:
        """Return the text of the notice: of the file where one was chosen, else as pasted."""
        return self._file_text or self.text.data or ""

    def validate_text(self, field: ProseField) -> None:
        """Refuse an empty form."""
        if self._file_text is None and not (field.data or "").strip():
            raise ValidationError(_l("Paste the text of the notice, or choose a file with it."))
