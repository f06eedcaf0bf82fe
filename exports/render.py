"""HTML → PDF bytes. Runs in the worker only: nothing else loads WeasyPrint.

There is no door: no network, no file but the bundled fonts, no picture but a chart in the page
itself. The page is escaped text, so it can ask for nothing; the doors are shut all the same.
"""

import gc
import logging
import os
import sys
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from exports.fast_start import without_rare_parts

FONTS = Path(__file__).parent / "fonts"
STYLE = Path(__file__).parent.parent / "templates" / "exports" / "pdf.css"
# A drawing makes a hundred thousand objects; the default looks for waste every seven hundred.
COLLECT_AFTER = (20_000, 10, 10)
_CHART = "data:image/svg+xml;base64,"
_REFUSED_EVENTS = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, and what the renderer complained about while drawing it."""

    pdf: bytes
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is loaded once for each process: a third of a short PDF's time otherwise."""

    weasyprint: Any
    font_config: Any
    style: Any
    fetcher: Any


def render(html: str, *, is_plan: bool = True) -> Rendered | None:
    """Return ``html`` as PDF, or nothing where the native libraries are missing.

    A plan gets the plan's style sheet; other pages bring their own.
    """
    with _Complaints() as complaints:
        try:
            kept = _kept()
        except OSError:
            return None
        page = kept.weasyprint.HTML(string=html, url_fetcher=kept.fetcher)
        pdf = page.write_pdf(
            stylesheets=[kept.style] if is_plan else [],
            font_config=kept.font_config,
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
        )
    return Rendered(pdf, tuple(complaints.seen))


def warm() -> bool:
    """Load all that the first PDF needs, and tell whether PDFs can be made here."""
    try:
        _kept()
    except OSError:
        return False
    return True


@cache
def _kept() -> _Kept:
    """Load the renderer; raises OSError where native libraries are missing."""
    gc.disable()  # what is loaded stays: looking through it for waste takes a tenth of the start
    try:
        return _load()
    finally:
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)
        gc.enable()


def _load() -> _Kept:
    with TemporaryDirectory(prefix="kaizen-fonts-") as folder, without_rare_parts():
        os.environ["FONTCONFIG_FILE"] = _only_our_fonts(Path(folder))
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        font_config = FontConfiguration()
    door = fetcher()
    style = weasyprint.CSS(
        string=STYLE.read_text("utf-8"), url_fetcher=door, font_config=font_config
    )
    _shut_doors()
    return _Kept(weasyprint, font_config, style, door)


def _only_our_fonts(folder: Path) -> str:
    """Write the font set-up of this process: the bundled fonts, nothing from the machine.

    Its cache is as short-lived as itself; one that outlives an update would hide new characters.
    """
    written = folder / "fonts.conf"
    fonts, cache_folder = escape(str(FONTS)), escape(str(folder))
    written.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{cache_folder}</cachedir></fontconfig>",
        "utf-8",
    )
    return str(written)


def fetcher() -> Any:
    """Return the only door: it opens for a chart that stands in the page itself."""
    from weasyprint.urls import URLFetcher

    class OnlyCharts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(_CHART):
                raise ValueError("refused")
            return super().fetch(url, headers)

    return OnlyCharts(allowed_protocols={"data"}, allow_redirects=False)


class _Complaints(logging.Handler):
    """Keeps the renderer's messages from every log: they may quote the seller's words."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())

    def __enter__(self) -> "_Complaints":
        logger = logging.getLogger("weasyprint")
        logger.handlers, logger.propagate = [self], False
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").handlers = [logging.NullHandler()]


def _shut_doors() -> None:
    """Refuse connections and programs for the rest of this process."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _args: object) -> None:
    if event in _REFUSED_EVENTS:
        raise PermissionError(event)
