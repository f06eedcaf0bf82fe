"""Bytes of a CSV or TSV file → rows of cells, whatever program saved it."""

import codecs
import csv
import io
from dataclasses import dataclass

from intake.table_words import TableProblem

LARGEST_BYTES = 10 * 1024 * 1024
MOST_LINES = 20_000
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table with its number in the file, from 1."""

    line: int
    cells: tuple[str, ...]

    def is_blank(self) -> bool:
        """Tell whether the line holds nothing but blanks and delimiters."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TableText:
    """The rows of a file, and how the file was read."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_rows(data: bytes) -> TableText | TableProblem:
    """Return the rows of a delimited text in UTF-8, UTF-16 or CP932, or why there are none."""
    if len(data) > LARGEST_BYTES:
        return TableProblem("too_large", values={"limit": str(LARGEST_BYTES // 1024 // 1024)})
    if data.startswith(_NOT_TEXT):
        return TableProblem("spreadsheet")
    decoded = _decode(data)
    if decoded is None:
        return TableProblem("unreadable_text")
    text, encoding = decoded
    if not text.strip():
        return TableProblem("empty")
    if text.count("\n") > MOST_LINES or text.count("\r") > MOST_LINES:
        return TableProblem("too_many_lines", values={"limit": f"{MOST_LINES:,}"})
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter)
    return rows if isinstance(rows, TableProblem) else TableText(rows, encoding, delimiter)


def table_text(data: bytes) -> str:
    """Return the words of a file as one text; empty where they cannot be read."""
    decoded = None if data.startswith(_NOT_TEXT) else _decode(data)
    return "" if decoded is None else decoded[0]


def _decode(data: bytes) -> tuple[str, str] | None:
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.removeprefix("\ufeff"), encoding
    return None


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    sample = data[:200]
    if b"\x00" in sample:
        # Some programs save UTF-16 without a mark; digits and commas then alternate with zeros.
        little = sample[1::2].count(0) >= sample[0::2].count(0)
        return ("utf-16-le",) if little else ("utf-16-be",)
    if b"\x1b$" in sample:
        return ("iso2022_jp",)
    return ("utf-8-sig", "cp932", "euc_jp")


def _delimiter(text: str) -> str:
    """Return the delimiter that splits the most of the first lines; a comma where none does.

    A comma inside a number does not win over tabs or semicolons, so those are asked first.
    """
    lines = [line for line in text.splitlines()[:30] if line.strip()]
    for delimiter in ("\t", ";", "|"):
        if sum(delimiter in line for line in lines) * 2 > len(lines):
            return delimiter
    return ","


def _rows(text: str, delimiter: str) -> tuple[Row, ...] | TableProblem:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    first = 1
    try:
        for cells in reader:
            rows.append(Row(first, tuple(cells)))
            first = reader.line_num + 1
    except csv.Error:
        return TableProblem("broken_quotes", line=first)
    return tuple(rows)
