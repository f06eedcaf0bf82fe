"""The values that the template of the PDF places: texts, tables, charts, with all choices made."""

from dataclasses import dataclass

from exports.lines import Line


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one table column: label, width in per cent, class."""

    label: str
    width: int
    style: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: text, class."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; a tall one may go on over the page."""

    cells: tuple[Cell, ...]
    is_tall: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading; ``total`` is the last row of sums."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as a data address, what it shows in words, its key figures and assumptions."""

    source: str
    alt: str
    caption: str
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Either lines or a table."""

    lines: tuple[Line, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One section: number, label, blocks, charts; ``inline`` sets the value beside the label."""

    number: str
    label: str
    blocks: tuple[Block, ...]
    charts: tuple[Chart, ...]
    inline: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template of the PDF places."""

    language: str
    title: str
    name: str
    author: str
    subject: str
    about: str
    addressee: tuple[str, ...]
    written_on: str
    created: str
    sender: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    exhibits_heading: str
    exhibits: tuple[Block, ...]
    signature: tuple[tuple[str, str], ...]
    running: str
    draft: str
