"""The list of exhibits: names in lines, or a table without the columns that nobody filled."""

from kaizen.document import Block, Document, Entry, Listing, Paragraph
from kaizen.wording import words

_WIDTHS = {(0, 1): (80, 20), (0, 2): (50, 50), (0, 1, 2): (42, 18, 40)}


def exhibit_block(document: Document) -> Block | None:
    """Return the exhibits with name, and with date and what they show where any has them."""
    rows = [(row.name, row.day, row.shows) for row in document.exhibits]
    if not rows:
        return None
    kept = (0, *(column for column in (1, 2) if any(row[column] for row in rows)))
    if len(kept) == 1:
        return Paragraph("\n".join(name for name, _, _ in rows))
    labels = words("exhibit_columns", document.language)
    return Listing(
        "",
        tuple(labels[column] for column in kept),
        _WIDTHS[kept],
        tuple(Entry("", tuple(row[column] for column in kept)) for row in rows),
    )
