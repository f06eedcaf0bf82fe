"""Document → plain text: what is pasted into Seller Central, and what the copy buttons copy."""

from dataclasses import dataclass

from exports.templating import fill
from kaizen.document import Document, section_body, section_text
from kaizen.wording import word


@dataclass(frozen=True, slots=True)
class ItemText:
    """One item or part for its own copy button: its heading, its words, and both together."""

    key: str
    heading: str
    body: str
    text: str


@dataclass(frozen=True, slots=True)
class _Page:
    draft_line: str
    sections: tuple[str, ...]


def write(document: Document) -> bytes:
    """Return the plain text as UTF-8."""
    return plain_text(document).encode("utf-8", "replace")


def plain_text(document: Document) -> str:
    """Return the whole text, ending with one line break; a draft begins by saying so."""
    language = document.language
    page = _Page(
        draft_line=word("draft_line", language) if document.is_draft else "",
        sections=tuple(section_text(section, language) for section in document.sections),
    )
    return fill("plan.txt", page).rstrip("\n") + "\n"


def item_texts(document: Document) -> tuple[ItemText, ...]:
    """Return the text of each item or part, in order."""
    return tuple(
        ItemText(
            section.key,
            section.heading(document.language),
            section_body(section),
            section_text(section, document.language),
        )
        for section in document.sections
    )
