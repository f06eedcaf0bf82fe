"""Opens a case that was saved to a file, and says plainly why a file is none."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FileField, Form
from wtforms.validators import ValidationError

from kaizen.archive import ArchiveProblem, Loaded, read_json
from kaizen.case import Case
from kaizen.limits import UPLOAD_BYTES


class CaseFileForm(Form):  # type: ignore[misc]
    """One file. ``case`` is what it holds, once the form is valid."""

    file = FileField(
        _l("Case file"),
        description=_l("A file ending in .json that this program saved, up to 10 MB."),
    )

    def __init__(self, *args: Any, content: bytes | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._content = content
        self.case: Case | None = None

    def validate_file(self, _field: FileField) -> None:
        """Refuse what is no case, with the reason and the way out."""
        if not self._content:
            raise ValidationError(
                _l("Choose a case file.")
                if self._content is None
                else _l("This file is empty. Choose another one.")
            )
        if len(self._content) > UPLOAD_BYTES:
            raise ValidationError(_l("This file is larger than 10 MB. Choose another one."))
        try:
            loaded = read_json(self._content.decode("utf-8-sig"))
        except UnicodeDecodeError as problem:
            raise ValidationError(_not_a_case_file()) from problem
        if isinstance(loaded, Loaded):
            self.case = loaded.case
        else:
            raise ValidationError(_sentence(loaded))


def _not_a_case_file() -> Any:
    return _l(
        "This is not a case file. Choose a file ending in .json that this program saved. A "
        "notice is pasted or opened on the first page."
    )


def _sentence(problem: ArchiveProblem) -> Any:
    if problem.place.startswith("line ") or problem.place in ("top level", "format"):
        return _not_a_case_file()
    if problem.place == "version":
        return _l("A newer version of this program saved this file. Update the program first.")
    if problem.place == "plan":
        return _l(
            "The plan in this file is longer than 60,000 characters or 2,000 lines. "
            "Shorten it first."
        )
    return _l(
        "The file is damaged at “%(place)s”. Save the case once more where it came from, and "
        "choose the new file.",
        place=problem.place,
    )
