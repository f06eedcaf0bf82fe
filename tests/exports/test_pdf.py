import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exports import pdf
from exports.pdf import html
from exports.render import render
from exports.worker import WORKER
from kaizen.case import Exhibit, Layout
from kaizen.compose import compose
from kaizen.document import Picture
from kaizen.plan import Measure, Plan, Progress
from tests.builders import TODAY, a_case, a_structured_plan
from tests.export_builders import (
    CASES,
    a_document,
    follows,
    pdf_pages,
    pdf_text,
    printed,
    squeezed,
    worked,
)

NUMBERS = [path.name[:2] for path in CASES]


def drawn(document):
    """Draw through the worker; the renderer complains about nothing."""
    rendered = WORKER.run(render, html(document))
    assert rendered is not None
    assert rendered.complaints == ()
    return rendered.pdf


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("number", NUMBERS)
def test_every_worked_case_prints_all_its_words_on_one_to_three_pages(number, layout):
    document = worked(number, layout)
    content = drawn(document)
    follows(printed(document), pdf_text(content, document))
    assert 1 <= len(pdf_pages(content)) <= 3


def test_there_are_fifteen_worked_cases():
    assert len(NUMBERS) == 15


def test_a_plan_in_fields_prints_its_tables_and_sums():
    document = a_document(plan=a_structured_plan())
    text = pdf_text(drawn(document), document)
    follows([part or "–" for part in printed(document)], text)
    assert "計28" in text


@pytest.mark.parametrize(
    "typed",
    [
        "𠮷野家の髙橋①㈱№㎡※→●～Ⅰ彅",
        "深圳市华强北贸易有限公司 國際貿易 한국상사",
        "か\u3099 が ｶﾞ ㌔ ﾊﾟ",
        "－−—–-‐ー～〜 ｢｣「」",
        "Ωµ ΩΜ · ・ … ⋯ ¥ ￥ \\",
        "fi ff ffi office difficult",
        "　全角の字下げ\n\n空行のあと\n\tタブ",
        "<b>太字</b> & &amp; &#x41; &nbsp; \"引用\" 'x'",
        "<!-- c --> <![CDATA[x]]> <?php ?> ]]>",
    ],
)
def test_typed_characters_come_out_of_the_file_as_they_went_in(typed):
    document = a_document(violation=typed, effect=typed)
    follows([squeezed(typed), squeezed(typed)], pdf_text(drawn(document), document))


def test_fonts_are_embedded_subsets_and_only_ours():
    content = drawn(a_document(violation="𠮷野家 太字もあります"))
    fonts = {}
    for page in PdfReader(BytesIO(content)).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()["/DescendantFonts"][0].get_object()
            fonts[str(font["/BaseFont"])] = font["/FontDescriptor"].get_object()
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts)
    assert {name.split("+")[1].split("-")[0] for name in fonts} <= {
        "BIZ",
        "BIZUDPGothic",
        "Kaizen",
        "KaizenRareCharacters",
    }
    assert len(fonts) == 3
    assert all({"/FontFile2", "/FontFile3"} & set(found) for found in fonts.values())


@pytest.mark.parametrize("number, language", [("03", "ja"), ("10", "en")])
def test_the_file_is_tagged_and_says_its_language_title_and_store(number, language):
    document = worked(number)
    reader = PdfReader(BytesIO(drawn(document)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode("utf-8")
    assert reader.metadata.title == f"{document.header.title} あおば暮らしの道具"
    assert reader.metadata.author == "あおば暮らしの道具"
    assert reader.metadata.creation_date.date() == document.today


def test_the_properties_hold_the_name_as_typed():
    case = a_case()
    case = case.with_details(replace(case.details, store="A-1 Tools & <b>Co</b>"))
    reader = PdfReader(BytesIO(drawn(compose(case, today=TODAY))))
    assert reader.metadata.author == "A-1 Tools & <b>Co</b>"


def tags_of(content):
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            found.append(str(node.get("/S", "")))
            if "/K" in node:
                walk(node["/K"])

    walk(PdfReader(BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_headings_tables_and_head_cells_are_marked():
    tags = tags_of(drawn(a_document(plan=a_structured_plan())))
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 7
    assert {"/Table", "/TR", "/TH", "/TD", "/P", "/Sect"} <= set(tags)


def test_bookmarks_are_the_title_and_the_sections():
    case = a_case().with_exhibits((Exhibit("請求書.pdf"),))
    reader = PdfReader(BytesIO(drawn(compose(case, today=TODAY))))
    title, inner = reader.outline
    assert title.title == "改善計画書"
    labels = [entry.title for entry in inner]
    assert len(labels) == 8
    assert labels[0].startswith("1.")
    assert labels[-1] == "添付資料"


def test_a_draft_is_marked_at_the_head_of_every_page_and_a_final_one_nowhere():
    plan = a_structured_plan(measures=(Measure("検品します。" * 60, Progress.DONE),) * 12)
    pages = pdf_pages(drawn(a_document(plan=plan, is_draft=True)))
    assert len(pages) > 1
    assert all("下書き" in squeezed(page) for page in pages)
    assert not any("下書き" in squeezed(page) for page in pdf_pages(drawn(a_document())))


def test_an_empty_plan_prints_its_labels():
    document = a_document(plan=Plan())
    follows(printed(document), pdf_text(drawn(document), document))


def test_sixty_long_measures_lose_nothing():
    measures = tuple(
        Measure(f"{n}番目の対策です。" * 8, (Progress.DONE, Progress.PLANNED)[n % 2], who="小林")
        for n in range(60)
    )
    document = a_document(plan=a_structured_plan(measures=measures))
    text = pdf_text(drawn(document), document)
    assert all(
        squeezed(measure.what) in re.sub("番号改善策原因担当日付・頻度記録・基準", "", text)
        for measure in measures
    )


def test_two_hundred_lines_of_eight_thousand_characters_lose_nothing():
    typed = "\n".join(f"{n}行目:" + "照合します。" * 6 for n in range(185))
    document = a_document(fix=typed)
    assert 7000 < len(typed) <= 8000
    assert squeezed(typed) in pdf_text(drawn(document), document)


def test_no_line_begins_with_a_mark_that_may_not_begin_one():
    typed = "ラッシュ時の「照合」を、「二重」に、しっかりチェックします(必ず)。" * 80
    lines = [line for page in pdf_pages(drawn(a_document(effect=typed))) for line in page.split()]
    assert len(lines) > 60
    assert not [line for line in lines if line[0] in "、。」)ーっゃゅょッャュョ"]
    assert not [line for line in lines if line[-1] in "「("]


def test_a_chart_is_a_figure_with_words():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 262" width="360" height="262">'
        '<path d="M0 0H100" stroke="black"/><text x="9" y="40">注文不良率</text></svg>'
    )
    picture = Picture(svg, "注文不良率は1月に目標を下回ります", "見込み", (("現在", "1.86%"),))
    content = drawn(replace(a_document(), pictures=(picture,)))
    assert "/Figure" in tags_of(content)
    text = "".join(map(squeezed, pdf_pages(content)))
    assert "見込み" in text
    assert "現在1.86%" in text
    assert text.index("4.改善策を実施") < text.index("見込み") < text.index("5.改善策の実施期日")


def test_the_same_document_gives_the_same_bytes_in_another_process():
    document = worked("03")
    first = pdf.write(document)
    pdf.stop()
    assert pdf.write(document) == first


def test_a_row_longer_than_a_page_goes_on_where_it_begins():
    plan = a_structured_plan(measures=(Measure("照合します。" * 600, Progress.DONE),))
    document = a_document(plan=plan)
    pages = [squeezed(page) for page in pdf_pages(drawn(document))]
    assert "照合します" in pages[0]
    assert sum(page.count("照合します。") for page in pages) >= 590
