"""Files made to exhaust the reader: read within limits or refused with a sentence."""

import zlib

import pytest

from exports.worker import WORKER, WorkerError
from intake import IntakeProblem, text_of

WORDS = b"Your account was stopped. Please send a plan within 17 days."
# The worker is stopped then. What is read in linear time needs a second or two; of the files below
# those that were once read in quadratic time took many minutes.
SECONDS = 60.0


def a_pdf(content: bytes, *, times: int = 1) -> bytes:
    """Return a PDF whose page holds ``content``, deflated ``times`` times."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * times
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter[%s]>>stream\n" % (len(content), filters) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + written + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    end = b"trailer<</Size 6/Root 1 0 R>>startxref\n%d\n%%%%EOF" % len(body)
    return body + head + table + end


def parts_within_parts(depth: int) -> bytes:
    heads = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    return b"From: a@example.com\nMIME-Version: 1.0\n" + heads + b"\n" + WORDS


PAGE, MAIL = b"<!doctype html><html><body>", b"From: a@example.com\nSubject: x\n"
FILES = {
    "tags in tags.html": PAGE + b"<div>" * 100_000 + WORDS,
    "only angles.html": PAGE + b"<" * 4_000_000,
    "tags without end.html": PAGE + b"<p " * 1_000_000,
    "comments without end.html": PAGE + b"<!--" * 2_000_000,
    "links without end.html": PAGE + b"<a href='http://a/b'>x" * 200_000,
    "scripts without end.html": PAGE + b"<script><style>" * 200_000,
    "one link round all.html": PAGE + b"<a href='http://a/b'>" + b"z<p>" * 500_000 + b"</a>",
    "entities.html": PAGE + b"&amp" * 2_000_000,
    "few parts in parts.eml": parts_within_parts(40),
    "parts in parts.eml": parts_within_parts(5_000),
    "mails in mails.eml": MAIL + b"Content-Type: message/rfc822\n\n" * 3_000 + WORDS,
    "encoded words.eml": b"Subject: " + b"=?utf-8?q?x?= " * 500_000 + b"\n\n" + WORDS,
    "folded header.eml": b"Subject: x\n" + b" y\n" * 1_000_000 + b"\n" + WORDS,
    "parameters.eml": b"Content-Type: text/plain; " + b"a*0=x; " * 300_000 + b"\n\n" + WORDS,
    "parameters in a part.eml": parts_within_parts(1)
    + b"\n--b0\ncontent-type:text/plain;\n"
    + b" a*0=x;\n" * 300_000
    + b"\n"
    + WORDS,
    "punycode.eml": MAIL + b"Content-Type: text/plain; charset=punycode\n\na-" + b"9" * 2_000_000,
    "idna.eml": MAIL + b"Content-Type: text/plain; charset=idna\n\n" + b"a" * 100_000,
    "a codec that is no text.eml": MAIL + b"Content-Type: text/plain; charset=zip\n\n" + WORDS,
    "uuencode.eml": MAIL + b"Content-Transfer-Encoding: uuencode\n\nbegin 644 x\n" + b"M" * 10**6,
    "zeros.txt": b"\0" * 9_000_000,
    "escapes.txt": b"\x1b$B" * 1_000_000,
    "one sign that folds to many.txt": "\ufdfa".encode() * 200_000,
    "nothing but a head.pdf": b"%PDF-1.7\n" + b"1 0 obj\n" * 100_000,
    "blanks.pdf": a_pdf(b" " * 50_000_000),
    "a zip in a zip.pdf": a_pdf(b" " * 50_000_000, times=2),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused_soon(name: str) -> None:
    found = WORKER.run(text_of, name, FILES[name], seconds=SECONDS)
    assert isinstance(found, str | IntakeProblem)


@pytest.mark.parametrize(
    "name", ["tags in tags.html", "few parts in parts.eml", "folded header.eml", "idna.eml"]
)
def test_what_is_only_odd_is_read(name: str) -> None:
    assert isinstance(text_of(name, FILES[name]), str)


BOMBS = {
    "signs": b"BT /F 12 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 3_000_000 + b"ET",
    "states": b"q " * 20_000_000,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_pdf_that_unpacks_without_end_is_stopped_and_the_worker_goes_on(kind: str) -> None:
    bomb = a_pdf(BOMBS[kind])
    assert len(bomb) < 400_000
    with pytest.raises(WorkerError):
        WORKER.run(text_of, "a.pdf", bomb, seconds=2)
    good = a_pdf(b"BT /F 12 Tf (" + WORDS + b") Tj ET")
    assert WORKER.run(text_of, "a.pdf", good) == WORDS.decode()
