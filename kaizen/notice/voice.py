"""Who speaks in a text: Amazon to one seller, Amazon to all, or somebody else."""

from kaizen.notice.page import Page
from kaizen.notice.signature import pattern


def is_addressed(page: Page) -> bool:
    """Tell whether Amazon speaks to a seller, quotations left out."""
    text = page.kept.get("unquoted")
    if text is None:
        text = page.kept["unquoted"] = pattern("states", "quotation").sub(" ", page.lower)
    return pattern("states", "addressed").search(text) is not None


def names_a_case(page: Page) -> bool:
    """Tell whether the text speaks of one seller's own products, orders or figures."""
    name = "own_ids" if pattern("states", "to_all").search(page.lower) else "own_case"
    return pattern("states", name).search(page.lower) is not None
