"""Document → Word file: the same words as the PDF, to be edited further."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from exports.docx_parts import add_table, align_right, each_paragraph, mark_head
from exports.docx_style import TEXT_WIDTH, dress
from exports.exhibits import exhibit_block
from exports.lines import printable, set_lines
from exports.picture import png_of
from kaizen.document import CHART_SECTIONS, Document, Listing, Paragraph, Picture
from kaizen.wording import word

_NOTHING = "\u2013"
_HANGS = {"hang-narrow": 0.85, "hang-one": 1.25, "hang-two": 1.9}
_VIEW_BOX = re.compile(r'viewBox="0 0 ([0-9]{1,5}) ([0-9]{1,5})"')
_OLDEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write(document: Document) -> bytes:
    """Return the Word file; the same document gives the same bytes."""
    word_file = docx.Document()
    dress(word_file, document)
    _header(word_file, document)
    for section in document.sections:
        word_file.add_heading(section.heading(document.language), 1)
        for block in section.blocks:
            _block(word_file, block)
        for picture in document.pictures if section.key in CHART_SECTIONS else ():
            _picture(word_file, picture)
    _exhibits(word_file, document)
    _signature(word_file, document)
    written = BytesIO()
    word_file.save(written)
    return _timeless(written.getvalue())


def _header(word_file: Any, document: Document) -> None:
    header = document.header
    word_file.add_heading(header.title, 0)
    if header.about:
        word_file.add_paragraph(printable(header.about)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    day = word_file.add_paragraph(header.written_on)
    day.alignment, day.paragraph_format.space_before = WD_ALIGN_PARAGRAPH.RIGHT, Pt(14)
    for line in header.addressee:
        word_file.add_paragraph(printable(line))
    if header.rows:
        _facts(word_file, header.rows, lines=False)


def _facts(word_file: Any, rows: tuple[tuple[str, str], ...], *, lines: bool) -> Any:
    shown = [(label, printable(value)) for label, value in rows]
    table = add_table(word_file, shown, [Mm(26), Mm(64)], lines=lines)
    table.alignment = WD_TABLE_ALIGNMENT.RIGHT
    return table


def _block(word_file: Any, block: Paragraph | Listing) -> None:
    if isinstance(block, Paragraph):
        _lines(word_file, block.text)
        return
    if block.heading:
        word_file.add_heading(block.heading, 2)
    entries = [tuple(printable(c) or _NOTHING for c in entry.cells) for entry in block.entries]
    rows = [block.columns, *entries, *([block.total] if block.total else [])]
    table = add_table(word_file, rows, [int(TEXT_WIDTH * width / 100) for width in block.widths])
    mark_head(table.rows[0])
    for column in block.numeric:
        align_right(table, column)
    for paragraph in each_paragraph(table):
        paragraph.paragraph_format.line_spacing = 1.2
        for run in paragraph.runs:
            run.font.size = Pt(9)


def _lines(word_file: Any, text: str) -> None:
    for line in set_lines(printable(text)):
        paragraph = word_file.add_paragraph()
        run = paragraph.add_run(line.text)
        layout, kinds = paragraph.paragraph_format, line.style.split()
        if "gap" in kinds:
            layout.space_before = Pt(8)
        if "lead" in kinds:
            run.bold, layout.keep_with_next = True, True
        for kind in kinds:
            if kind in _HANGS:
                layout.left_indent = Pt(_HANGS[kind] * 10.5)
                layout.first_line_indent = Pt(-_HANGS[kind] * 10.5)


def _picture(word_file: Any, picture: Picture) -> None:
    caption = word_file.add_paragraph()
    caption.add_run(printable(picture.caption)).bold = True
    caption.paragraph_format.keep_with_next = True
    box = _VIEW_BOX.search(picture.svg)
    drawn = png_of(picture.svg, width=int(box[1]), height=int(box[2])) if box else None
    if isinstance(drawn, bytes):
        shape = word_file.add_paragraph().add_run().add_picture(BytesIO(drawn), width=Mm(110))
        shape._inline.docPr.set("descr", printable(picture.alt))
    else:
        word_file.add_paragraph(printable(picture.alt))
    if picture.rows:
        count = len(picture.rows[0])
        add_table(word_file, list(picture.rows), [int(Mm(150) / count)] * count)
    for note in picture.notes:
        word_file.add_paragraph(printable(note), style="List Bullet")


def _exhibits(word_file: Any, document: Document) -> None:
    block = exhibit_block(document)
    if block is not None:
        word_file.add_heading(word("exhibits", document.language), 1)
        _block(word_file, block)


def _signature(word_file: Any, document: Document) -> None:
    word_file.add_paragraph().paragraph_format.space_before = Pt(8)
    table = _facts(word_file, document.signature, lines=True)
    paragraphs = each_paragraph(table)
    for paragraph in paragraphs:
        layout = paragraph.paragraph_format
        layout.space_before, layout.space_after, layout.keep_with_next = Pt(4), Pt(4), True
    paragraphs[-1].paragraph_format.space_after = Pt(28)
    for paragraph in paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = False


def _timeless(packed: bytes) -> bytes:
    """Return the zip file with one date for every part, so that equal input is equal bytes."""
    written = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            fixed = ZipInfo(part.filename, _OLDEST_ZIP_DATE)
            fixed.compress_type = ZIP_DEFLATED
            target.writestr(fixed, source.read(part))
    return written.getvalue()
