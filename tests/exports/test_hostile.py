"""Hostile texts in the files: words in the PDF and in the Word file, and the worker goes on."""

import os
import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from exports import FORMATS
from exports.worker import WORKER
from kaizen.document import Document
from tests.builders import a_case
from tests.export_builders import a_document
from tests.exports.test_pdf_hostile import everywhere, nothing_active
from tests.hostile_texts import EXECUTED, KINDS, PASTED


def document_of(kind: str) -> Document:
    """Return a document with the text in every field, or in as many as a plan may hold of it."""
    text = PASTED[kind]
    return everywhere(text) if kind in KINDS else a_document(violation=text, cause=text)


@pytest.mark.parametrize("kind", PASTED)
def test_a_hostile_text_in_every_field_becomes_a_pdf_in_which_nothing_runs(kind: str) -> None:
    process = WORKER.run(os.getpid)
    written = FORMATS["pdf"].write(document_of(kind), a_case())
    assert isinstance(written, bytes)
    nothing_active(written)
    assert EXECUTED.encode() not in written
    assert isinstance(FORMATS["pdf"].write(a_document(), a_case()), bytes)
    assert WORKER.run(os.getpid) == process


@pytest.mark.parametrize("kind", PASTED)
def test_a_hostile_text_in_every_field_becomes_a_word_file_in_which_nothing_runs(kind: str) -> None:
    written = FORMATS["docx"].write(document_of(kind), a_case())
    assert isinstance(written, bytes)
    with ZipFile(BytesIO(written)) as opened:
        names = opened.namelist()
        parts = b"".join(opened.read(name) for name in names if name.endswith((".xml", ".rels")))
    assert not [name for name in names if re.search("vba|embed|activeX|external", name, re.I)]
    assert b'TargetMode="External"' not in parts
    assert not re.search(
        rb"<w:(?:instrText|fldSimple|object|altChunk)[^>]*>[^<]*(?:HYPERLINK|INCLUDE|DDE)", parts
    )
    assert EXECUTED.encode() not in parts
