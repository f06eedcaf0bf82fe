"""Pages instead of a file: what holds it back, or what is missing on this machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from exports.unavailable import Unavailable
from kaizen.case import Case
from kaizen.finding import Finding
from views.pages.links import item_link


@dataclass(frozen=True, slots=True)
class HeldBackPage:
    """What has to be mended before the final file, with links."""

    case: Case
    reasons: tuple[tuple[str, str], ...]
    draft_link: str


@dataclass(frozen=True, slots=True)
class UnavailablePage:
    """Why there is no PDF, the command that helps, and the way that always works."""

    case: Case
    sentence: str
    command: str
    print_link: str


def held_back_page(case: Case, holding: Sequence[Finding]) -> HeldBackPage:
    """Return the page that names what holds the final file back."""
    return HeldBackPage(
        case=case,
        reasons=tuple(
            (finding.message, item_link(case, finding.place.item, finding.place.field))
            for finding in holding
        ),
        draft_link=url_for("files.download", case_id=case.id, key="pdf", draft=1),
    )


def unavailable_page(case: Case, problem: Unavailable, language: str) -> UnavailablePage:
    """Return the page that says what to install and offers the print page."""
    return UnavailablePage(
        case=case,
        sentence=problem.sentence(language),
        command=problem.command,
        print_link=url_for("files.print_page", case_id=case.id),
    )
