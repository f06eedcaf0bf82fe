"""What python-docx leaves to raw XML: fonts of both scripts, borders, fields, fixed tables."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor

_SHADE = "EEEEEE"
# Word refuses files whose parts stand in another order than its schema has them.
_AFTER_PARAGRAPH_BORDERS = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct"),
    *("w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"),
)
_AFTER_TABLE_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def element(name: str, **attributes: str) -> Any:
    """Return a new WordprocessingML element, attributes in its name space."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_font(style: Any, family: str, size: float, *, bold: bool = False) -> None:
    """Give a style one family for Latin and East Asian letters, in black."""
    style.font.name, style.font.size, style.font.bold = family, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), family)


def underline_paragraph(style: Any) -> None:
    """Draw a line below every paragraph of ``style``, and no other line."""
    no_border(style)
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="6", space="2", color="000000"))
    style.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_PARAGRAPH_BORDERS)


def no_border(style: Any) -> None:
    """Take the lines off a style that has some."""
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)


def set_language(document: Any, language: str) -> None:
    """Say in which language the text is, for spelling and reading aloud."""
    run = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    properties = run.find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    latin = "ja-JP" if language == "ja" else "en-US"
    properties.append(element("lang", val=latin, eastAsia="ja-JP", bidi="ar-SA"))


def add_field(paragraph: Any, code: str) -> None:
    """Add a field such as PAGE that Word fills in."""
    run = paragraph.add_run()
    instruction = element("instrText")
    instruction.text = code
    shown = element("t")
    shown.text = "1"
    for part in (
        element("fldChar", fldCharType="begin"),
        instruction,
        element("fldChar", fldCharType="separate"),
        shown,
        element("fldChar", fldCharType="end"),
    ):
        run._r.append(part)


def add_table(
    container: Any, rows: Sequence[tuple[str, ...]], widths: list[int], *, lines: bool = True
) -> Any:
    """Add a table of fixed widths (EMU); rows stay whole, and with ``lines`` have rules between."""
    table = container.add_table(rows=len(rows), cols=len(widths))
    table.autofit = False
    if lines:
        table._tbl.tblPr.insert_element_before(_borders(), *_AFTER_TABLE_BORDERS)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row, texts in zip(table.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Emu(width)
            cell.paragraphs[0].add_run(text)
    return table


def _borders() -> Any:
    borders = element("tblBorders")
    for place in ("top", "bottom", "insideH"):
        size, color = ("4", "888888") if place == "insideH" else ("8", "000000")
        borders.append(element(place, val="single", sz=size, space="0", color=color))
    return borders


def mark_head(row: Any) -> None:
    """Make ``row`` the head: shaded, and repeated on the next page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))
    for cell in row.cells:
        cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=_SHADE))


def each_paragraph(table: Any) -> list[Any]:
    """Return the paragraphs of a table, row by row."""
    return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]


def align_right(table: Any, column: int) -> None:
    """Set the numbers of one column to the right."""
    for cell in table.columns[column].cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
