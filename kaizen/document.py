"""A composed document without a format: sections and blocks that every export writes alike."""

from dataclasses import dataclass
from datetime import date

from kaizen.wording import word


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words printed exactly as they stand, line breaks kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One cause, measure or effect: a line for plain text, and the same facts as table cells."""

    line: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries of one kind. Plain text writes the lines; PDF and DOCX write a table.

    ``widths`` are per cent of the text width; ``numeric`` are the columns set right-aligned.
    """

    heading: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    entries: tuple[Entry, ...]
    numeric: tuple[int, ...] = ()
    total: tuple[str, ...] = ()


Block = Paragraph | Listing

# The section below which charts stand, in each layout.
CHART_SECTIONS = ("effect", "prevention")


@dataclass(frozen=True, slots=True)
class Section:
    """One item or part: number and label, then its blocks; ``inline`` puts them on one line."""

    key: str
    number: str
    label: str
    blocks: tuple[Block, ...]
    inline: bool = False

    def heading(self, language: str) -> str:
        """Return number and label on one line."""
        return (word("number", language, number=self.number) if self.number else "") + self.label


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: SVG, what it shows in words, its key figures as rows, and what it rests on."""

    svg: str
    alt: str
    caption: str
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the first section of a PDF or Word file; empty texts are left out.

    ``running`` stands at the foot of each page, ``store`` in the file's name.
    """

    title: str
    about: str
    addressee: tuple[str, ...]
    written_on: str
    rows: tuple[tuple[str, str], ...]
    store: str = ""
    running: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One line of the exhibit list."""

    name: str
    day: str
    shows: str


@dataclass(frozen=True, slots=True)
class Document:
    """Everything an export needs, in the order in which it is printed."""

    language: str
    layout: str
    is_draft: bool
    header: Header
    sections: tuple[Section, ...]
    signature: tuple[tuple[str, str], ...]
    exhibits: tuple[ExhibitRow, ...]
    today: date
    pictures: tuple[Picture, ...] = ()


def block_text(block: Block) -> str:
    """Return a block as plain text, without a last line break."""
    if isinstance(block, Paragraph):
        return block.text
    lines = [block.heading] if block.heading else []
    return "\n".join([*lines, *(entry.line for entry in block.entries)])


def section_body(section: Section) -> str:
    """Return the text of a section without its heading."""
    return "\n".join(block_text(block) for block in section.blocks)


def section_text(section: Section, language: str) -> str:
    """Return a section as it is pasted: label and text, or both on one line."""
    heading, body = section.heading(language), section_body(section)
    if section.inline:
        return word("inline", language, label=heading, value=body)
    return f"{heading}\n{body}" if heading else body
