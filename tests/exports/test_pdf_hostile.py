"""Typed text that tries to fetch, run or read something prints as text and does nothing."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports import FORMATS
from exports.lines import printable
from exports.pdf import html
from exports.render import render
from exports.worker import WORKER
from kaizen.case import Details, Exhibit, Layout
from kaizen.compose import compose
from kaizen.plan import Cause, Effect, Measure, Person, Plan, Progress, Violation
from tests.builders import TODAY, a_case
from tests.export_builders import a_document, docx_text, pdf_text, squeezed

CANARY = "KANARIENVOGEL"


@dataclass
class Probe:
    """A server on this machine that counts who asks, and a file that nobody may read."""

    port: int
    file: Path
    asked: list[str] = field(default_factory=list)

    def aim(self, vector: str) -> str:
        return vector.replace("PORT", str(self.port)).replace("FILE", str(self.file))


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probe]:
    file = tmp_path_factory.mktemp("secret") / "secret.txt"
    file.write_text(CANARY, "utf-8")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(CANARY.encode())

        do_HEAD = do_POST = do_GET  # noqa: N815 - names the server calls

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Probe(server.server_port, file)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


VECTORS = (
    '<img src="http://127.0.0.1:PORT/img">',
    '<img src="file://FILE">',
    '<img srcset="http://127.0.0.1:PORT/set 2x">',
    '<link rel="stylesheet" href="http://127.0.0.1:PORT/css">',
    '<link rel="attachment" href="file://FILE">',
    "<style>@import url(http://127.0.0.1:PORT/import);</style>",
    "<style>body{background:url(http://127.0.0.1:PORT/bg)}</style>",
    "<style>@font-face{font-family:x;src:url(file://FILE)}*{font-family:x}</style>",
    '<p style="list-style-image:url(http://127.0.0.1:PORT/list)">',
    '<p style="content:url(file://FILE)">',
    '<object data="file://FILE"></object>',
    '<embed src="http://127.0.0.1:PORT/embed">',
    '<iframe src="http://127.0.0.1:PORT/frame"></iframe>',
    '<svg><image href="http://127.0.0.1:PORT/svg"/></svg>',
    '<svg><use href="file://FILE#a"/></svg>',
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="file://FILE"/></svg>',
    '<base href="http://127.0.0.1:PORT/base/"><img src="relative">',
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:PORT/refresh">',
    '<a href="javascript:alert(1)">x</a><a href="http://127.0.0.1:PORT/a">y</a>',
    '<script src="http://127.0.0.1:PORT/js"></script><script>alert(1)</script>',
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://FILE">]><x>&e;</x>',
    "<img src='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4='>",
    "<img src=\"data:image/svg+xml,<svg><image href='http://127.0.0.1:PORT/nested'/></svg>\">",
    '"><img src="http://127.0.0.1:PORT/quote">',
    "'><img src='http://127.0.0.1:PORT/single'>",
    "--><img src=http://127.0.0.1:PORT/comment>",
    "</title><img src=http://127.0.0.1:PORT/title>",
    "</p></section></body><img src=//127.0.0.1:PORT/scheme>",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% include 'FILE' %}{% import 'os' as os %}{{ 7*7 }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "${7*7} #{7*7} <%= 7*7 %> \\input{FILE}",
    "ftp://127.0.0.1:PORT/ftp http://127.0.0.1:PORT/plain file://FILE",
)


def everywhere(text: str, layout: Layout = Layout.SEVEN):
    """Return a document with ``text`` in every field a seller can fill."""
    plan = Plan(
        violation=Violation(text, text, text, (text,), (text,)),
        cause_text=text,
        causes=(Cause(text, text, 1),),
        fix_text=text,
        measures=tuple(
            Measure(text, progress, None, text, text, text, text, (1,), text)
            for progress in Progress
        ),
        effect_text=text,
        effects=(Effect(text, text, text, text, text, text),),
        implementation_date=text,
        effect_month=text,
        person=Person(text, text),
    )
    details = Details(text, text, notice_date=TODAY, notice_subject=text, marketplace=text)
    case = a_case(plan=plan, details=details).with_exhibits((Exhibit(text, TODAY, text),))
    return compose(case, layout=layout, today=TODAY)


def test_there_are_at_least_twenty_vectors():
    assert len(set(VECTORS)) >= 20


@pytest.mark.parametrize("vector", VECTORS)
def test_typed_in_every_field_it_prints_as_text_and_fetches_nothing(probe, vector):
    document = everywhere(probe.aim(vector))
    rendered = WORKER.run(render, html(document))
    assert rendered is not None
    assert rendered.complaints == ()
    assert probe.asked == []
    text = squeezed("".join(pdf_text_of(rendered.pdf)))
    assert squeezed(probe.aim(vector)) in text
    assert CANARY not in text
    nothing_active(rendered.pdf)


def pdf_text_of(content: bytes) -> list[str]:
    from tests.export_builders import pdf_pages

    return pdf_pages(content)


def nothing_active(content: bytes) -> None:
    """Fail where a PDF holds links, scripts, actions or attached files."""
    reader = PdfReader(BytesIO(content))
    root = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    assert not {"/EmbeddedFiles", "/JavaScript"} & set(root.get("/Names", {}))
    assert not any(page.get("/Annots") for page in reader.pages)
    assert reader.attachments == {}


@pytest.mark.parametrize("vector", VECTORS)
def test_even_live_markup_finds_every_door_shut(probe, vector):
    page = f'<!doctype html><html lang="ja"><title>x</title><p>前{probe.aim(vector)}後</p>'
    rendered = WORKER.run(render, page)
    assert rendered is not None
    assert probe.asked == []
    assert CANARY not in "".join(pdf_text_of(rendered.pdf))
    assert CANARY.encode() not in rendered.pdf
    assert PdfReader(BytesIO(rendered.pdf)).attachments == {}


def test_the_probe_would_have_noticed(probe):
    from urllib.request import urlopen

    with urlopen(f"http://127.0.0.1:{probe.port}/seen") as answer:
        assert answer.read() == CANARY.encode()
    assert probe.asked.pop() == "/seen"


def test_the_word_file_holds_the_vectors_as_text_too(probe):
    for vector in VECTORS:
        document = everywhere(probe.aim(vector))
        written = FORMATS["docx"].write(document, a_case())
        assert squeezed(probe.aim(vector)) in docx_text(written)
    assert probe.asked == []


def test_nesting_typed_five_hundred_deep_stays_text():
    typed = "<div>" * 500 + "深い" + "</div>" * 500
    document = a_document(violation=typed)
    rendered = WORKER.run(render, html(document))
    assert rendered is not None
    assert typed in pdf_text(rendered.pdf, document)


def test_control_characters_are_left_out_and_the_rest_is_kept():
    typed = "前\x00\x01\x08\x0b\x1b[31m\x7f\x9b\u202e逆\u202c\ufeff後\ud842"
    document = a_document(violation=typed)
    written = FORMATS["pdf"].write(document, a_case())
    assert squeezed("前[31m逆後") in pdf_text(written, document).replace("\ufeff", "")
    assert "逆" in docx_text(FORMATS["docx"].write(document, a_case()))


# Which code points the renderer may leave out of a PDF: what is invisible, and what no font holds.
SHOWN = st.text(
    st.characters(codec="cp932", exclude_categories=["C"], include_characters="¢£¬‖−〜"),
    min_size=1,
    max_size=200,
)


@settings(max_examples=12, deadline=None)
@given(SHOWN)
def test_any_japanese_text_comes_out_of_pdf_and_word_as_it_went_in(typed):
    document = a_document(violation=typed)
    rendered = WORKER.run(render, html(document))
    assert rendered is not None
    assert rendered.complaints == ()
    assert squeezed(printable(typed)) in pdf_text(rendered.pdf, document)
    assert squeezed(printable(typed)) in docx_text(FORMATS["docx"].write(document, a_case()))


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_becomes_a_pdf_and_a_word_file(typed):
    document = everywhere(typed)
    assert isinstance(FORMATS["pdf"].write(document, a_case()), bytes)
    assert isinstance(FORMATS["docx"].write(document, a_case()), bytes)


def test_a_picture_with_a_door_in_it_stays_shut(probe):
    from kaizen.document import Picture

    svg = probe.aim(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
        '<image href="http://127.0.0.1:PORT/in-svg" width="9" height="9"/>'
        '<image href="file://FILE" width="9" height="9"/></svg>'
    )
    document = replace(a_document(), pictures=(Picture(svg, "図", "図"),))
    rendered = WORKER.run(render, html(document))
    assert rendered is not None
    assert probe.asked == []
    assert CANARY.encode() not in rendered.pdf
