"""The text of an uploaded notice, or a sentence that says why there is none.

Files are read in the worker: one that is made to exhaust the program is stopped by time and memory
there, and a bug in native code takes no page with it.
"""

from dataclasses import dataclass

from werkzeug.datastructures import FileStorage

from intake import LARGEST, IntakeProblem, text_of

SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class UploadedText:
    """``text`` is None where no file was chosen or it has a ``problem``."""

    text: str | None = None
    problem: str = ""


def text_of_upload(upload: FileStorage | None, language: str) -> UploadedText:
    """Return what a person would read in the uploaded file."""
    if upload is None or not upload.filename:
        return UploadedText()
    found = _read(upload.filename, upload.read())
    if isinstance(found, IntakeProblem):
        return UploadedText(problem=found.sentence(language))
    return UploadedText(text=found)


def _read(name: str, data: bytes) -> str | IntakeProblem:
    from exports.worker import WORKER, WorkerError

    if len(data) > LARGEST:
        return text_of(name, data)
    try:
        return WORKER.run(text_of, name, data, seconds=SECONDS)
    except WorkerError:
        return IntakeProblem("too_costly")
