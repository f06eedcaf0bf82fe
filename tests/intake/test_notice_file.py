import base64
from email.message import EmailMessage

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import LARGEST, IntakeProblem, text_of
from intake.encoding import decode_jis

BODY = "出品用アカウントを停止しました。改善計画をご提出ください。"


def as_jis(text: str) -> bytes:
    """Write ISO-2022-JP as mail programs do, with the signs of Windows."""
    out, wide = b"", False
    for character in text:
        pair = character.encode("cp932")
        if len(pair) == 2 and not wide:
            out += b"\x1b$B"
        elif len(pair) == 1 and wide:
            out += b"\x1b(B"
        wide = len(pair) == 2
        out += row_and_cell(*pair) if wide else pair
    return out + (b"\x1b(B" if wide else b"")


def row_and_cell(high: int, low: int) -> bytes:
    row = (high - (0xC1 if high >= 0xE0 else 0x81)) * 2 + 0x21
    if low >= 0x9F:
        return bytes((row + 1, low - 0x7E))
    return bytes((row, low - (0x20 if low >= 0x80 else 0x1F)))


def mail(plain=None, rich=None, subject="通知", charset="utf-8"):
    message = EmailMessage()
    message["From"] = "Amazon <no-reply@example.com>"
    message["Date"] = "Tue, 10 Nov 2026 12:15:40 +0900"
    message["Subject"] = subject
    if plain is not None:
        message.set_content(plain, charset=charset)
    if rich is not None and plain is not None:
        message.add_alternative(rich, subtype="html")
    elif rich is not None:
        message.set_content(rich, subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be", "euc-jp"]
)
def test_text_files_of_any_japanese_encoding_are_read(encoding):
    typed = BODY + "\n17日以内"
    assert text_of("notice.txt", typed.encode(encoding)) == typed


def test_iso_2022_jp_with_circled_numbers_is_read():
    typed = "①㈱みずたま 髙橋様 17日以内 ②"
    assert decode_jis(as_jis(typed)) == typed
    assert text_of("notice.txt", as_jis(typed)) == typed


def test_a_mail_in_iso_2022_jp_is_read_with_its_headers():
    subject = base64.b64encode(as_jis("①重要なお知らせ")).decode()
    data = (
        f"From: Amazon <x@example.com>\nSubject: =?ISO-2022-JP?B?{subject}?=\n"
        "Date: Tue, 10 Nov 2026 12:15:40 +0900\n"
        "Content-Type: text/plain; charset=ISO-2022-JP\n\n"
    ).encode() + as_jis("① " + BODY)
    text = text_of("mail.eml", data)
    assert "Subject: ①重要なお知らせ" in text
    assert "Date: Tue, 10 Nov 2026 12:15:40 +0900" in text
    assert text.endswith("① " + BODY)


def test_the_plain_part_of_a_mail_is_preferred():
    text = text_of("mail.eml", mail(BODY * 3, f"<p>{BODY}</p><p>HTML</p>"))
    assert BODY in text
    assert "HTML" not in text


def test_a_mail_with_html_only_becomes_lines():
    text = text_of("mail.eml", mail(rich=f"<p>出品者様</p><p>{BODY}<br>ASIN&nbsp;B0</p>"))
    assert f"出品者様\n{BODY}\nASIN B0" in text


def test_a_plain_part_that_only_points_to_html_is_passed_over():
    text = text_of("mail.eml", mail("HTMLでご覧ください", f"<div>{BODY * 12}</div>"))
    assert BODY in text


def test_attachments_are_not_the_mail():
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content(BODY)
    message.add_attachment("別紙の中身", filename="note.txt")
    assert "別紙の中身" not in text_of("mail.eml", message.as_bytes())


def test_a_link_keeps_its_target_and_scripts_vanish():
    source = (
        '<script>bad()</script><a href="http://amazon.example.top/x">Amazon</a><style>p{}</style>'
    )
    assert text_of("page.html", source.encode()) == "Amazon (http://amazon.example.top/x)"


def test_a_web_page_keeps_its_blocks_apart():
    source = "<html><head><title>t</title></head><body><h1>件名</h1><ul><li>1<li>2</ul></body>"
    assert text_of("page.html", source.encode()).split() == ["件名", "1", "2"]


def empty_pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    import io

    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def text_pdf(line: str) -> bytes:
    """Write the smallest PDF with one line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n"
    for number, content in enumerate(objects, 1):
        body += b"%d 0 obj%s endobj\n" % (number, content)
    return body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


def test_a_pdf_with_text_is_read():
    line = "Your selling account has been deactivated."
    assert text_of("notice.pdf", text_pdf(line)).strip() == line


@pytest.mark.parametrize(
    "name, data, key",
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.html", b"<p></p>", "empty"),
        ("a.txt", b"x" * (LARGEST + 1), "too_large"),
        ("a.txt", ("あ" * 200_001).encode(), "too_long"),
        ("a.txt", b"\x81\x00\xff\xfe\xfd" * 9, "unknown_encoding"),
        ("a.docx", b"PK\x03\x04", "unsupported"),
        ("a.png", b"\x89PNG", "unsupported"),
        ("a.pdf", b"%PDF-1.7 broken", "broken_pdf"),
        ("a.pdf", empty_pdf(), "scanned"),
    ],
)
def test_a_file_without_text_is_a_problem_with_a_remedy(name, data, key):
    problem = text_of(name, data)
    assert isinstance(problem, IntakeProblem)
    assert problem.key == key
    assert problem.sentence("ja").endswith("ください。")
    assert problem.sentence("en").endswith(".")
    assert "{" not in problem.sentence("ja") + problem.sentence("en")


@given(
    st.sampled_from(["a.eml", "a.txt", "a.html", "a", "a.pdf"]),
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8")),
)
def test_any_bytes_get_text_or_a_problem(name, data):
    found = text_of(name, data)
    assert isinstance(found, IntakeProblem) or found.strip()


@given(st.text("<>!-/abp \"'=&;script#", max_size=200))
def test_any_markup_gets_text_or_a_problem(source):
    assert text_of("a.html", source.encode()) is not None


def test_control_characters_are_removed():
    assert text_of("a.txt", "停止\x07しました\r\n次".encode()) == "停止しました\n次"
