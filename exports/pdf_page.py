"""Document → the values that the PDF's template places, all choices made."""

from base64 import b64encode
from dataclasses import replace

from exports.coverage import drawable
from exports.exhibits import exhibit_block
from exports.lines import bound, breakable, printable, set_lines
from exports.pdf_values import Block, Cell, Chart, Column, Page, Part, Row, Table
from kaizen.document import CHART_SECTIONS, Document, Listing, Paragraph, Picture, Section
from kaizen.wording import word

_NOTHING = "\u2013"
# Characters for each per cent of the width: beyond it a row fills a third of a page.
_TALL = 12


def page_of(document: Document) -> Page:
    """Return the values of the page, cleaned of what cannot be printed."""
    header, language = document.header, document.language
    exhibits = exhibit_block(document)
    return Page(
        language=language,
        title=header.title,
        name=printable(" ".join(part for part in (header.title, header.store) if part)),
        author=printable(header.store),
        subject=printable(header.about),
        about=_shown(header.about),
        addressee=tuple(_shown(line) for line in header.addressee),
        written_on=header.written_on,
        created=document.today.isoformat(),
        sender=_pairs(header.rows),
        parts=tuple(_part(section, document) for section in document.sections),
        exhibits_heading=word("exhibits", language),
        exhibits=() if exhibits is None else (_block(exhibits),),
        signature=_pairs(document.signature),
        running=_shown(header.running),
        draft=word("draft", language) if document.is_draft else "",
    )


def _shown(text: str) -> str:
    return bound(breakable(drawable(printable(text))))


def _part(section: Section, document: Document) -> Part:
    number = word("number", document.language, number=section.number) if section.number else ""
    charts = document.pictures if section.key in CHART_SECTIONS else ()
    return Part(
        number=number.strip(),
        label=section.label,
        blocks=tuple(_block(block, is_first=n == 0) for n, block in enumerate(section.blocks)),
        charts=tuple(_chart(picture) for picture in charts),
        inline=section.inline,
    )


def _block(block: Paragraph | Listing, *, is_first: bool = True) -> Block:
    if isinstance(block, Listing):
        return Block(table=_table(block))
    lines = set_lines(_shown(block.text))
    if lines and not is_first:
        lines = (replace(lines[0], style=f"next {lines[0].style}".strip()), *lines[1:])
    return Block(lines=lines)


def _table(listing: Listing) -> Table:
    styles = tuple("number" if n in listing.numeric else "" for n in range(len(listing.columns)))
    return Table(
        heading=listing.heading,
        columns=_columns(listing.columns, listing.widths, styles),
        rows=tuple(_row(entry.cells, styles, listing.widths) for entry in listing.entries),
        total=tuple(Cell(text, style) for text, style in zip(listing.total, styles, strict=False)),
    )


def _columns(
    labels: tuple[str, ...], widths: tuple[int, ...], styles: tuple[str, ...]
) -> tuple[Column, ...]:
    return tuple(
        Column(label, width, style)
        for label, width, style in zip(labels, widths, styles, strict=True)
    )


def _row(cells: tuple[str, ...], styles: tuple[str, ...], widths: tuple[int, ...]) -> Row:
    shown = tuple(
        Cell(_shown(text).strip("\n") or _NOTHING, style)
        for text, style in zip(cells, styles, strict=True)
    )
    heights = (len(cell.text) / width for cell, width in zip(shown, widths, strict=True))
    return Row(shown, max(heights) > _TALL)


def _chart(picture: Picture) -> Chart:
    encoded = b64encode(picture.svg.encode("utf-8")).decode("ascii")
    source = f"data:image/svg+xml;base64,{encoded}"
    return Chart(source, _shown(picture.alt), _shown(picture.caption), picture.rows, picture.notes)


def _pairs(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, _shown(value)) for label, value in rows)
