"""The same document through what a user would otherwise take, each as well as it can be set up.

Every engine gets the words of the same document, the same fonts and A4. Chromium gets our page
with chart and tags. Typst sets tags and the chart. ReportLab and fpdf2 set the words alone,
without tags and chart, so their figures flatter them.
"""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from exports import pdf
from exports.render import FONTS, STYLE
from kaizen.document import Document, section_body

Engine = Callable[[Document], object]
_WEIGHTS = ((400, "Regular"), (700, "Bold"))
_TYPST = Path(__file__).with_suffix(".typ")


def font(weight: str) -> Path:
    """Return the bundled font of a weight: Regular or Bold."""
    return FONTS / f"BIZUDPGothic-{weight}.ttf"


def parts(document: Document) -> list[tuple[str, list[str]]]:
    """Return the label and the lines of each section."""
    return [
        (section.heading(document.language), section_body(section).split("\n"))
        for section in document.sections
    ]


def browser_page(document: Document, file: Path) -> Path:
    """Write our page with our style and fonts into ``file``, as a browser takes it."""
    faces = "".join(
        f'@font-face{{font-family:"BIZ UDPGothic";font-weight:{weight};'
        f"src:url({font(name).as_uri()})}}"
        for weight, name in _WEIGHTS
    )
    style = STYLE.read_text("utf-8")
    page = pdf.html(document).replace("</head>", f"<style>{faces}{style}</style></head>")
    file.write_text(page, "utf-8")
    return file


@contextmanager
def chromium(browser: str) -> Iterator[Any]:
    """Start a browser without a window, driven as a program does."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()


def print_page(page: Any, file: Path) -> bytes:
    """Print a file in a browser's page; a page given as text could not load our fonts."""
    page.goto(file.as_uri())
    return bytes(page.pdf(format="A4", tagged=True, prefer_css_page_size=True))


def print_on_new_page(opened: Any, file: Path) -> bytes:
    """Print a file in a page opened for it, and close the page."""
    page = opened.new_page()
    try:
        return print_page(page, file)
    finally:
        page.close()


def browser_command(browser: str, page: Path, out: Path) -> None:
    """Print a page from the command line, as a script does."""
    with tempfile.TemporaryDirectory() as profile:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command = [browser, *flags, f"--user-data-dir={profile}", f"--print-to-pdf={out}"]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=60)


def others() -> dict[str, Engine]:
    """Return the engines of the package index that are installed here."""
    found: dict[str, Engine] = {}
    for name, make in (("Typst", _typst), ("ReportLab", _reportlab), ("fpdf2", _fpdf)):
        try:
            found[name] = make()
        except ImportError:
            continue
    return found


def _typst() -> Engine:
    import json

    import typst

    compiler = typst.Compiler(str(_TYPST), font_paths=[str(FONTS)], ignore_system_fonts=True)

    def write(document: Document) -> bytes:
        chart = document.pictures[0].svg if document.pictures else ""
        inputs = {
            "title": document.header.title,
            "parts": json.dumps(parts(document)),
            "chart": chart,
        }
        return bytes(compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"]))

    return write


def _reportlab() -> Engine:
    from html import escape
    from io import BytesIO

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    for _, name in _WEIGHTS:
        pdfmetrics.registerFont(TTFont(name, str(font(name))))
    looks = {
        name: ParagraphStyle(name, fontName=name, fontSize=10.5, leading=18, wordWrap="CJK")
        for _, name in _WEIGHTS
    }

    def write(document: Document) -> bytes:
        flow = [Paragraph(document.header.title, looks["Bold"])]
        for label, lines in parts(document):
            flow.append(Paragraph(escape(label), looks["Bold"]))
            flow += [Paragraph(escape(line), looks["Regular"]) for line in lines]
        out = BytesIO()
        SimpleDocTemplate(out, pagesize=(595.3, 841.9)).build(flow)
        return out.getvalue()

    return write


def _fpdf() -> Engine:
    from fpdf import FPDF

    def write(document: Document) -> bytes:
        page = FPDF(format="A4")
        for _, name in _WEIGHTS:
            page.add_font(name, fname=font(name))
        page.add_page()
        for label, lines in [(document.header.title, [""]), *parts(document)]:
            page.set_font("Bold", size=11)
            page.multi_cell(0, 6, label, new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
            page.set_font("Regular", size=10.5)
            for line in lines:
                page.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
        return bytes(page.output())

    return write
