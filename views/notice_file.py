"""The text of an uploaded notice, or a sentence that says why there is none."""

from dataclasses import dataclass

from werkzeug.datastructures import FileStorage

from intake import IntakeProblem, text_of


@dataclass(frozen=True, slots=True)
class UploadedText:
    """``text`` is None where no file was chosen or it has a ``problem``."""

    text: str | None = None
    problem: str = ""


def text_of_upload(upload: FileStorage | None, language: str) -> UploadedText:
    """Return what a person would read in the uploaded file."""
    if upload is None or not upload.filename:
        return UploadedText()
    found = text_of(upload.filename, upload.read())
    if isinstance(found, IntakeProblem):
        return UploadedText(problem=found.sentence(language))
    return UploadedText(text=found)
