"""How a Word file looks: paper, styles, head and foot of the page, properties."""

from datetime import UTC, datetime, time
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from exports.docx_parts import add_field, no_border, set_font, set_language, underline_paragraph
from exports.lines import printable
from kaizen.document import Document
from kaizen.wording import word

FAMILY = {"ja": "BIZ UDPGothic", "en": "Arial"}
TEXT_WIDTH = Mm(168)
_MARGINS = {"top_margin": 16, "right_margin": 18, "bottom_margin": 19, "left_margin": 24}


def dress(word_file: Any, document: Document) -> None:
    """Give an empty Word file paper, styles, head, foot and properties."""
    _paper(word_file.sections[0])
    _styles(word_file.styles, FAMILY[document.language])
    set_language(word_file, document.language)
    _head_and_foot(word_file.sections[0], document)
    _properties(word_file.core_properties, document)
    package = word_file.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def _paper(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in _MARGINS.items():
        setattr(section, name, Mm(millimetres))
    section.header_distance, section.footer_distance = Mm(8), Mm(9)


def _styles(styles: Any, family: str) -> None:
    sizes = (("Normal", 10.5), ("Title", 18), ("Heading 1", 11.5), ("Heading 2", 10.5))
    for name, size in sizes:
        set_font(styles[name], family, size, bold=name != "Normal")
    for name in ("Header", "Footer"):
        set_font(styles[name], family, 8, bold=name == "Header")
    styles["Footer"].paragraph_format.tab_stops.clear_all()
    _space(styles["Normal"], before=0, after=0, line=1.35)
    _space(styles["Title"], before=0, after=4, line=1.2)
    _space(styles["Heading 1"], before=15, after=4, line=1.2)
    _space(styles["Heading 2"], before=6, after=3, line=1.2)
    no_border(styles["Title"])
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    underline_paragraph(styles["Heading 1"])


def _space(style: Any, *, before: float, after: float, line: float) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = line


def _head_and_foot(section: Any, document: Document) -> None:
    if document.is_draft:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        head.add_run(word("draft", document.language))
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(printable(document.header.running) + "\t")
    add_field(foot, "PAGE")
    foot.add_run(" / ")
    add_field(foot, "NUMPAGES")


def _properties(properties: Any, document: Document) -> None:
    header = document.header
    # The day of the document, not the hour of making it: the same input gives the same bytes.
    moment = datetime.combine(document.today, time(), UTC).replace(tzinfo=None)
    properties.title = _short(" ".join(part for part in (header.title, header.store) if part))
    properties.author = properties.last_modified_by = _short(header.store)
    properties.subject = _short(header.about)
    properties.comments = ""
    properties.language = document.language
    properties.created = properties.modified = moment
    properties.revision = 1


def _short(text: str) -> str:
    # Word properties hold 255 characters at most.
    return printable(text).replace("\n", " ")[:255]
