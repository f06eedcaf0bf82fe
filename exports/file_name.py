"""Names for downloaded files: one to read, and one in ASCII for programs that need it."""

import re
from dataclasses import dataclass

from kaizen.document import Document
from kaizen.wording import word

_LONGEST_STORE = 40
# What Windows, macOS or Linux refuse in a name, and what hides or reorders its letters.
_REFUSED = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+'
)


@dataclass(frozen=True, slots=True)
class FileName:
    """The same name twice: ``full`` with the store's own characters, ``plain`` in ASCII."""

    full: str
    plain: str


def file_name(document: Document, ending: str) -> FileName:
    """Return the names of a file with ``ending`` (".pdf"): title, store, day, and draft."""
    language, day = document.language, document.today.isoformat()
    draft = word("draft", language) if document.is_draft else ""
    parts = (document.header.title, _kept(document.header.store), day, draft)
    plain = ("improvement-plan", day, "draft" if document.is_draft else "")
    return FileName(
        "_".join(part.replace(" ", "-") for part in parts if part) + ending,
        "_".join(part for part in plain if part) + ending,
    )


def _kept(store: str) -> str:
    whole = store.encode("utf-8", "ignore").decode("utf-8")
    return _REFUSED.sub(" ", whole)[:_LONGEST_STORE].strip(" .")
