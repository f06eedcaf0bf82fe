"""The text of a PDF that has text; a scan is a problem, not a guess."""

import pypdfium2

from intake.problem import IntakeProblem

_MOST_PAGES = 200
_LEAST_LETTERS = 20


def pdf_text(data: bytes, longest: int) -> str | IntakeProblem:
    """Return the text of all pages, or why there is none; reading ends beyond ``longest``."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return IntakeProblem("locked" if locked else "broken_pdf")
    try:
        text = _pages(document, longest)
    except pypdfium2.PdfiumError:
        return IntakeProblem("broken_pdf")
    finally:
        document.close()
    letters = sum(1 for character in text[:4_000] if character.isalnum())
    return text if letters >= _LEAST_LETTERS else IntakeProblem("scanned")


def _pages(document: pypdfium2.PdfDocument, longest: int) -> str:
    parts: list[str] = []
    length = 0
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        words = page.get_textpage()
        parts.append(words.get_text_range().replace("\r\n", "\n"))
        words.close()
        page.close()
        length += len(parts[-1])
        if length > longest:
            break
    return "\n\n".join(parts)
