"""The files a seller takes away. ``FORMATS`` is the written list of them.

Each writer takes the composed document and the case, and returns bytes, or a value that says why
there is no file. The modules of a format are imported when the format is first used, so that the
program starts quickly and the PDF worker never loads what it does not need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.unavailable import Unavailable
    from kaizen.case import Case
    from kaizen.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: key, media type, file ending and writer."""

    key: str
    media_type: str
    ending: str
    write: Callable[[Document, Case], bytes | Unavailable]


def _text(document: Document, _case: Case) -> bytes:
    from exports.text import write

    return write(document)


def _pdf(document: Document, _case: Case) -> bytes | Unavailable:
    from exports.pdf import write

    return write(document)


def _docx(document: Document, _case: Case) -> bytes:
    from exports.docx_file import write

    return write(document)


def _json(_document: Document, case: Case) -> bytes:
    from exports.json_file import write

    return write(case)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: dict[str, Format] = {
    "text": Format("text", "text/plain; charset=utf-8", ".txt", _text),
    "pdf": Format("pdf", "application/pdf", ".pdf", _pdf),
    "docx": Format("docx", _WORD, ".docx", _docx),
    "json": Format("json", "application/json; charset=utf-8", ".json", _json),
}
