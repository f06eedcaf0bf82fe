"""A file someone brings becomes text: mails, text files, web pages, PDFs with text."""

import re

from intake.encoding import decode
from intake.html_text import html_text
from intake.mail import mail_text
from intake.problem import IntakeProblem

LARGEST = 10 * 1024 * 1024
LONGEST = 200_000
_OTHER_NAMES = """
doc docx xls xlsx ppt pptx msg png jpg jpeg gif tif tiff heic webp bmp zip rar 7z mp4 exe
"""
_OTHER_KINDS = frozenset(_OTHER_NAMES.split())
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LOOKS_HTML = re.compile(r"<(?:!doctype html|html|body|div|p|table)\b", re.I)
_LOOKS_MAIL = re.compile(rb"(?mi)^(?:received|return-path|message-id|mime-version|content-type): ")


def text_of(filename: str, data: bytes) -> str | IntakeProblem:
    """Return the text of an uploaded file, or the problem with it; nothing is fetched or run."""
    if len(data) > LARGEST:
        return IntakeProblem("too_large", str(LARGEST // 1024 // 1024))
    if not data.strip():
        return IntakeProblem("empty")
    text = _read(filename.rsplit(".", 1)[-1].lower() if "." in filename else "", data)
    if isinstance(text, IntakeProblem):
        return text
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return IntakeProblem("empty")
    if len(text) > LONGEST:
        return IntakeProblem("too_long", f"{LONGEST:,}")
    return text


def _read(kind: str, data: bytes) -> str | IntakeProblem:
    if data.startswith(b"%PDF") or kind == "pdf":
        # Its library is loaded where files are read, in the worker, and nowhere else.
        from intake.pdf_text import pdf_text

        return pdf_text(data, LONGEST)
    if kind == "eml" or (kind not in ("txt", "html", "htm") and _LOOKS_MAIL.search(data[:2_000])):
        return mail_text(data)
    if kind in _OTHER_KINDS:
        return IntakeProblem("unsupported")
    text = decode(data)
    if text is None:
        return IntakeProblem("unknown_encoding")
    if kind in ("html", "htm", "mhtml") or _LOOKS_HTML.search(text[:500]):
        return html_text(text)
    return text
