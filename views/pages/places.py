"""Further places of a finding, each with the seller's words there and a link to them."""

from dataclasses import dataclass

from flask_babel import ngettext

from kaizen.case import Case
from kaizen.finding import Finding
from kaizen.item_prose import item_prose
from kaizen.plan import Item
from views.pages.links import item_link

# More would push away what stands below; who mends these sees the next ones.
_MOST = 12
_QUOTE = 80


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One further place: its words, the page and the field they were typed in.

    ``typed`` is where the words begin, as typed, for the script that marks them.
    """

    words: str
    link: str
    field: str
    typed: str


@dataclass(frozen=True, slots=True)
class PlacesView:
    """All further places of a finding; ``rest`` says how many are not listed."""

    words: str
    places: tuple[PlaceView, ...]
    rest: str


def places_of(case: Case, finding: Finding, origin: str | None = None) -> PlacesView | None:
    """Return the further places of ``finding``, those with the same words once; None without."""
    if not finding.others:
        return None
    seen: dict[tuple[str, str | None], PlaceView] = {}
    for other in finding.others:
        # Words that are quoted already tell nothing: there the sentence says what is meant.
        said = shortened(other.message or other.text, _QUOTE)
        link = item_link(case, other.place.item, other.place.field, origin)
        field, begins = other.place.field, "" if other.message else beginning(other.text)
        seen.setdefault((said, field), PlaceView(said, link, field or "", begins))
    places = tuple(seen.values())
    rest = len(places) - _MOST
    return PlacesView(
        words=ngettext("One more place like this:", "%(num)d more places like this:", len(places)),
        places=places[:_MOST],
        rest=ngettext("and one more", "and %(num)d more", rest) if rest > 0 else "",
    )


def is_whole_item(case: Case, finding: Finding) -> bool:
    """Tell whether a finding quotes all of its item, and so says what is missing in it."""
    item = next((item for item in Item if item.value == finding.place.item), None)
    if item is None:
        return False
    return finding.text.strip() == item_prose(case.plan, item, str(case.language)).text.strip()


def beginning(text: str) -> str:
    """Return the first line of quoted words, enough to find them again where they were typed."""
    return text.strip().split("\n")[0][:_QUOTE]


def shortened(quote: str, limit: int) -> str:
    """Return ``quote`` in one line, cut where it is longer than ``limit``."""
    words = " ".join(quote.split())
    return words if len(words) <= limit else words[:limit] + "\u2026"
