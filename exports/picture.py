"""A chart (SVG) as an address for pages and PDFs, and as PNG for documents that take no SVG.

The PNG is drawn by the renderer of the PDFs, in its worker and with its fonts, so that the picture
in a DOCX is the one in the PDF. It is grey: the charts are.
"""

import base64
import struct
import zlib

import pypdfium2

from exports import render
from exports.unavailable import Reason, Unavailable, no_library
from exports.worker import WORKER, TooSlowError, WorkerError

# Pixels a point: 270 points of chart become 1,350 pixels, 200 dots an inch across a page.
_SCALE = 5
_PIXELS_A_METRE = 7874


def data_address(svg: str) -> str:
    """Return the address under which a page or a PDF shows the chart without another file."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")


def png_of(svg: str, *, width: int, height: int) -> bytes | Unavailable:
    """Return the chart of ``width`` by ``height`` CSS pixels as PNG, or why there is none."""
    try:
        drawn = WORKER.run(draw, svg, width, height)
    except TooSlowError:
        return Unavailable(Reason.TOO_SLOW)
    except WorkerError:
        return Unavailable(Reason.FAILED)
    return no_library() if drawn is None else drawn


def draw(svg: str, width: int, height: int) -> bytes | None:
    """Return the chart as PNG; runs in the worker. None where the native libraries are missing."""
    sheet = (
        f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} "
        f"img {{ display: block; width: {width}px; height: {height}px }}"
    )
    page = (
        f'<!doctype html><html lang="en"><title>chart</title><style>{sheet}</style>'
        f'<img alt="" src="{data_address(svg)}">'
    )
    rendered = render.render(page, is_plan=False)
    return None if rendered is None else _first_page(rendered.pdf)


def _first_page(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=_SCALE, grayscale=True)
        rows = bytes(bitmap.buffer)
        lines = [
            b"\x00" + rows[start : start + bitmap.width]
            for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
        ]
        return _png(bitmap.width, bitmap.height, b"".join(lines))
    finally:
        document.close()


def _png(width: int, height: int, lines: bytes) -> bytes:
    """Return a grey PNG of eight bits; each line begins with its filter, which is none."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    size = struct.pack(">IIB", _PIXELS_A_METRE, _PIXELS_A_METRE, 1)
    pixels = zlib.compress(lines, 9)
    chunks = ((b"IHDR", header), (b"pHYs", size), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
