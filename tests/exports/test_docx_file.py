from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from exports.docx_file import write
from kaizen.case import Exhibit, Layout
from kaizen.compose import compose
from kaizen.document import Picture
from kaizen.plan import Plan
from tests.builders import TODAY, a_case, a_structured_plan
from tests.export_builders import CASES, a_document, docx_text, follows, printed, squeezed, worked

NUMBERS = [path.name[:2] for path in CASES]


def opened(document):
    return docx.Document(BytesIO(write(document)))


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("number", NUMBERS)
def test_every_worked_case_holds_all_its_words(number, layout):
    document = worked(number, layout)
    follows(printed(document), docx_text(write(document)))


def test_a_plan_in_fields_holds_its_tables_and_sums():
    document = a_document(plan=a_structured_plan())
    text = docx_text(write(document))
    follows(printed(document), text)
    assert "計28" in text


def test_headings_are_real_headings():
    paragraphs = opened(a_document(plan=a_structured_plan())).paragraphs
    kinds = [paragraph.style.name for paragraph in paragraphs if paragraph.style.name != "Normal"]
    assert kinds == ["Title"] + ["Heading 1"] * 3 + ["Heading 2"] * 2 + ["Heading 1"] * 4


@pytest.mark.parametrize("number, family", [("03", "BIZ UDPGothic"), ("10", "Arial")])
def test_every_style_in_use_names_its_east_asian_font(number, family):
    word_file = opened(worked(number))
    used = {paragraph.style.name for paragraph in word_file.paragraphs} | {"Header", "Footer"}
    for name in used:
        fonts = word_file.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == family
        assert fonts.get(qn("w:asciiTheme")) is None


def test_the_foot_counts_pages_and_a_draft_is_marked_at_the_head():
    draft, final = opened(a_document(is_draft=True)), opened(a_document())
    assert draft.sections[0].header.paragraphs[0].text == "下書き"
    assert final.sections[0].header.paragraphs[0].text == ""
    foot = final.sections[0].footer._element.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    assert "改善計画書(2026年11月3日付通知)" in foot


def test_rows_stay_whole_and_the_head_row_comes_again():
    tables = opened(a_document(plan=a_structured_plan())).tables
    assert len(tables) == 6
    heads = [
        table for table in tables if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    ]
    assert len(heads) == 4
    rows = [row for table in tables for row in table.rows]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_properties_say_title_store_and_the_day_of_the_document():
    properties = opened(worked("03")).core_properties
    assert properties.title == "改善計画書 あおば暮らしの道具"
    assert properties.author == "あおば暮らしの道具"
    assert properties.created.date() == properties.modified.date() == date(2026, 11, 6)
    assert properties.comments == ""


def test_a_long_store_name_fits_the_properties():
    case = a_case()
    case = case.with_details(replace(case.details, store="店" * 400))
    assert len(opened(compose(case, today=TODAY)).core_properties.author) == 255


def test_no_part_of_the_file_tells_when_it_was_made():
    with ZipFile(BytesIO(write(a_document()))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in parts.namelist()


def test_an_empty_plan_holds_its_labels():
    document = a_document(plan=Plan())
    follows(printed(document), docx_text(write(document)))


def test_exhibits_stand_in_lines_or_in_a_table_as_far_as_they_are_known():
    named = a_case().with_exhibits((Exhibit("請求書.pdf"), Exhibit("写真.jpg")))
    shown = a_case().with_exhibits((Exhibit("請求書.pdf", None, "仕入れ57個"),))
    only_names, with_words = (opened(compose(case, today=TODAY)) for case in (named, shown))
    assert "写真.jpg" in [paragraph.text for paragraph in only_names.paragraphs]
    assert len(with_words.tables) == len(only_names.tables) + 1
    assert [cell.text for cell in with_words.tables[1].rows[0].cells] == ["資料", "示す内容"]


def test_a_chart_is_a_picture_with_words():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 262" width="360" height="262">'
        '<path d="M0 0H100" stroke="black"/></svg>'
    )
    picture = Picture(svg, "1月に目標を下回ります", "見込み", (("現在", "1.86%"),))
    word_file = opened(replace(a_document(), pictures=(picture,)))
    assert len(word_file.inline_shapes) == 1
    assert word_file.inline_shapes[0]._inline.docPr.get("descr") == "1月に目標を下回ります"
    assert squeezed("現在1.86%") in docx_text(write(replace(a_document(), pictures=(picture,))))


# The order that the format's schema gives the parts we write; Word refuses files that break it.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing w kern position sz szCs u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
}


def test_the_parts_stand_in_the_order_of_the_schema():
    case = a_case(plan=a_structured_plan()).with_exhibits((Exhibit("a.pdf", TODAY, "b"),))
    word_file = opened(compose(case, today=TODAY, is_draft=True))
    styles = [word_file.styles[name].element for name in ("Normal", "Title", "Heading 1", "Footer")]
    seen = 0
    for root in (word_file.element, word_file.sections[0].footer._element, *styles):
        for name, order in ORDERS.items():
            known = order.split()
            for holder in root.iter(qn(f"w:{name}")):
                places = [known.index(child.tag.split("}")[1]) for child in holder]
                assert places == sorted(places), (name, [child.tag for child in holder])
                seen += 1
    assert seen > 100
