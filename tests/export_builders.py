"""Builders for exports: the worked cases as documents, and the text of finished files."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2

from exports.lines import printable
from kaizen.archive import Loaded, read_json
from kaizen.case import Case, Layout
from kaizen.compose import compose
from kaizen.document import Document, Paragraph
from tests.builders import TODAY, a_case

FOLDER = Path(__file__).parent / "exports"
CASES = sorted((FOLDER / "cases").glob("*.json"))


def loaded(number: str) -> tuple[Case, date]:
    """Return a worked case by its number, and the day on which it is reviewed."""
    path = next(path for path in CASES if path.name.startswith(number))
    found = read_json(path.read_text("utf-8"))
    assert isinstance(found, Loaded), found
    return found.case, found.today or TODAY


def worked(number: str, layout: Layout = Layout.SEVEN, **changes: object) -> Document:
    """Return a worked case as document, with a store and a notice."""
    case, today = loaded(number)
    details = replace(case.details, store="あおば暮らしの道具", notice_date=date(2026, 11, 3))
    return compose(case.with_details(details), layout=layout, today=today, **changes)


def a_document(
    layout: Layout = Layout.SEVEN, *, is_draft: bool = False, **items: object
) -> Document:
    """Return the document of a well-written case."""
    return compose(a_case(**items), layout=layout, today=TODAY, is_draft=is_draft)


def pdf_pages(content: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    with pypdfium2.PdfDocument(content) as opened:
        return [opened[n].get_textpage().get_text_range() for n in range(len(opened))]


def pdf_text(content: bytes, document: Document) -> str:
    """Return the text of a PDF without white space, and without the foot of each page."""
    pages = pdf_pages(content)
    foot = squeezed(document.header.running)
    kept = []
    for number, page in enumerate(pages, 1):
        end = f"{foot}{number}/{len(pages)}"
        assert squeezed(page).endswith(end), page[-200:]
        kept.append(squeezed(page).removesuffix(end))
    return "".join(kept)


def docx_text(content: bytes) -> str:
    """Return the text of a Word file in order, without white space."""
    opened = docx.Document(BytesIO(content))
    parts = []
    for block in opened.iter_inner_content():
        rows = getattr(block, "rows", None)
        cells = [cell.text for row in rows for cell in row.cells] if rows else [block.text]
        parts.extend(cells)
    return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """Return ``text`` without white space and line-end marks."""
    return re.sub("[\\s\x02\ufffe]+", "", text)


def printed(document: Document) -> list[str]:
    """Return what every page format prints of the sections, in order, without white space."""
    parts: list[str] = []
    for section in document.sections:
        parts.append(section.heading(document.language))
        for block in section.blocks:
            if isinstance(block, Paragraph):
                parts.append(block.text)
            else:
                parts.extend((block.heading, *block.columns))
                parts.extend(cell for entry in block.entries for cell in entry.cells)
                parts.extend(block.total)
    return [squeezed(printable(part)) for part in parts if part]


def follows(parts: list[str], text: str) -> None:
    """Fail where a part does not come after the one before it."""
    position = 0
    for part in parts:
        position = text.find(part, position)
        assert position >= 0, part
        position += len(part)
