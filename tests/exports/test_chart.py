"""The chart in the files: beside item 4, with words for who does not see it, in grey."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import docx
import pypdfium2
import pytest

from exports import FORMATS
from kaizen.case import Layout
from kaizen.compose import compose
from kaizen.metric_record import MetricRecord, Totals
from tests.builders import a_case
from tests.export_builders import docx_text, pdf_pages, squeezed

TODAY = date(2026, 11, 6)
ODR = MetricRecord(
    "odr",
    totals=Totals(28, 1505, date(2026, 11, 2)),
    from_day=date(2026, 11, 14),
    rate=Decimal("0.4"),
    in_document=True,
)
CASE = replace(a_case(), numbers=(ODR,))


def made(key, layout=Layout.SEVEN, language=None):
    document = compose(CASE, language, layout, today=TODAY)
    content = FORMATS[key].write(document, CASE)
    assert isinstance(content, bytes), content
    return document, content


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_pdf_holds_the_days_and_every_assumption(layout, language):
    document, content = made("pdf", layout, language)
    text = squeezed("".join(pdf_pages(content)))
    (picture,) = document.pictures
    for words in (picture.caption, *(cell for row in picture.rows for cell in row)):
        assert squeezed(words) in text
    foot = squeezed(document.header.running)
    whole = text.replace(foot, "")
    for note in picture.notes:
        assert squeezed(note)[:20] in whole


def test_the_chart_in_the_pdf_is_drawn_and_grey():
    _, content = made("pdf")
    with pypdfium2.PdfDocument(content) as opened:
        bitmap = opened[0].render(scale=1.5)
        pixels, stride = bytes(bitmap.buffer), bitmap.n_channels
    colours = {pixels[n : n + 3] for n in range(0, len(pixels) - 2, stride)}
    assert len(colours) > 8
    assert all(max(colour) - min(colour) < 12 for colour in colours)


def test_the_pdf_is_the_same_each_time():
    assert made("pdf")[1] == made("pdf")[1]


def test_the_word_file_holds_a_picture_with_its_words():
    document, content = made("docx")
    (shape,) = docx.Document(BytesIO(content)).inline_shapes
    (picture,) = document.pictures
    assert shape._inline.docPr.get("descr") == picture.alt
    text = docx_text(content)
    for words in (picture.caption, *picture.notes, *(c for row in picture.rows for c in row)):
        assert squeezed(words) in text


def test_the_chart_stands_below_item_4():
    _, content = made("docx")
    text = docx_text(content)
    places = [text.index(word) for word in ("4.改善策", "注文不良率の見込み", "5.改善策")]
    assert places == sorted(places)


def test_without_a_wish_the_files_are_as_before():
    plain = replace(CASE, numbers=(replace(ODR, in_document=False),))
    document = compose(plain, today=TODAY)
    before = compose(a_case(), today=TODAY)
    assert FORMATS["docx"].write(document, plain) == FORMATS["docx"].write(before, a_case())
