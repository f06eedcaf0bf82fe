"""The review page: findings by item, worst first, and what holds back the final files."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case
from kaizen.figures import Figures
from kaizen.finding import Finding, Severity
from kaizen.plan import Item
from kaizen.wording import words
from views.pages.coverage import RowView
from views.pages.links import item_link
from views.pages.places import PlacesView, is_whole_item, places_of, shortened
from views.pages.same_place import same_place
from views.pages.sixty_seconds import SixtyView
from views.pages.tags import finding_tag
from views.pages.year_offers import YearOffer

_QUOTE = 160
# What is missing in an item this long is not found by reading all of it once more.
_LONG_ITEM = 80


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with its links; ``also`` are the lighter ones about the same words."""

    id: str
    severity: str
    tag: str
    message: str
    quote: str
    why: str
    how: str
    places: PlacesView | None
    link: str
    link_text: str
    rule_link: str
    waivable: bool
    key: str
    anchor: str
    reason: str
    year: YearOffer | None = None
    also: tuple["FindingView", ...] = ()
    also_words: str = ""


@dataclass(frozen=True, slots=True)
class MendRow:
    """One change of characters: the item, and the words around it before and after."""

    item: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one item."""

    number: str
    label: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures computed again: a sentence for all, what does not come out, what does."""

    lead: str
    wrong: tuple[FindingView, ...]
    right_words: str
    right: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the template of the review places."""

    case: Case
    heading: str
    lead: str
    good: str
    groups: tuple[Group, ...]
    figures: FiguresView | None
    waived: tuple[FindingView, ...]
    mends: tuple[MendRow, ...]
    sixty: SixtyView | None
    is_blocked: bool
    asked: tuple[RowView, ...]


def review_page(
    case: Case,
    findings: Sequence[Finding],
    language: str,
    *,
    figures: Figures,
    mends: tuple[MendRow, ...] = (),
    sixty: SixtyView | None = None,
    asked: tuple[RowView, ...] = (),
    years: Sequence[YearOffer] = (),
) -> ReviewPage:
    """Return the page for ``findings``, which are in ``language`` already.

    ``asked`` is what the notice asks and nothing answers yet.
    """
    everything = [*findings, *figures.findings]
    open_findings = [finding for finding in everything if not finding.is_waived]
    blocking = [finding for finding in open_findings if finding.holds_back]
    of_rules = [finding for finding in open_findings if finding.is_of_a_rule]
    return ReviewPage(
        case=case,
        heading=_heading([*everything, *asked], blocking),
        lead=_lead(open_findings, blocking, left=len(everything) - len(open_findings)),
        good=_good(open_findings, language),
        groups=tuple(_with_year(group, years) for group in _groups(case, of_rules, language)),
        figures=_figures(case, figures, language),
        waived=tuple(_view(case, f, language) for f in everything if f.is_waived),
        mends=mends,
        sixty=sixty,
        is_blocked=bool(blocking),
        asked=asked,
    )


def _figures(case: Case, figures: Figures, language: str) -> FiguresView | None:
    wrong = [finding for finding in figures.findings if not finding.is_waived]
    if not wrong and not figures.right:
        return None
    labels = _labels(language)
    return FiguresView(
        lead=_figures_lead(wrong),
        wrong=tuple(_figure_view(case, finding, language, labels) for finding in wrong),
        right_words=ngettext(
            "One figure was computed again and agrees",
            "%(num)d figures were computed again and agree",
            len(figures.right),
        ),
        right=tuple((labels[one.item], one.quote, one.working) for one in figures.right),
    )


def _figures_lead(wrong: Sequence[Finding]) -> str:
    if not wrong:
        return ""
    count = ngettext(
        "One figure of the plan does not come out.",
        "%(num)d figures of the plan do not come out.",
        len(wrong),
    )
    return f"{count} {wrong[0].why}"


def _figure_view(
    case: Case, finding: Finding, language: str, labels: Mapping[str, str]
) -> FindingView:
    """Return a figure with the name of its item; quote and reason are said already."""
    view = _view(case, finding, language)
    return replace(view, tag=labels[finding.place.item], quote="", why="")


def _heading(findings: Sequence[object], blocking: Sequence[Finding]) -> str:
    if blocking:
        return ngettext(
            "One more thing to mend before the final files can be made",
            "%(num)d more things to mend before the final files can be made",
            len(blocking),
        )
    if findings:
        return _("The final files can be made")
    return _("Nothing is missing. Read it once more, then submit")


def _lead(findings: Sequence[Finding], blocking: Sequence[Finding], *, left: int) -> str:
    """Return what is there besides what must be mended; ``left`` findings have a reason."""
    weak = sum(finding.severity is Severity.WARN for finding in findings)
    if not findings and left:
        return ngettext(
            "One finding is left as it is, with your reason. The reason is not part of the text.",
            "%(num)d findings are left as they are, with your reasons. The reasons are not part of "
            "the text.",
            left,
        )
    if not findings:
        return _("No rule found anything that a reviewer would miss.")
    if weak:
        return ngettext(
            "There is one weak point besides. Whether to mend it is for you to decide.",
            "There are %(num)d weak points. Whether to mend them is for you to decide.",
            weak,
        )
    if blocking:
        return _("Nothing else was found.")
    return _("There are only small hints. Whether to follow them is for you to decide.")


def _good(findings: Sequence[Finding], language: str) -> str:
    touched = {finding.place.item for finding in findings}
    if not touched:
        return ""
    numbers = [str(n + 1) for n, item in enumerate(Item) if item.value not in touched]
    if not numbers:
        return ""
    separator = "\u3001" if language == "ja" else ", "
    return _("Nothing was found in these items: %(items)s.", items=separator.join(numbers))


def _groups(case: Case, findings: Sequence[Finding], language: str) -> tuple[Group, ...]:
    labels = _labels(language)
    numbers = {item.value: str(n + 1) for n, item in enumerate(Item)}
    order = sorted(labels, key=lambda item: _worst(findings, item))
    groups = []
    for item in order:
        chosen = [finding for finding in findings if finding.place.item == item]
        if chosen:
            cards = [_card(case, same, language) for same in same_place(chosen)]
            groups.append(Group(numbers.get(item, ""), labels[item], _quoted_once(cards)))
    return tuple(groups)


def _with_year(group: Group, years: Sequence[YearOffer]) -> Group:
    """Return the group with the press that writes a year out on the card that asks for it."""
    offers = {offer.rule: offer for offer in years}
    cards = (replace(card, year=offers.get(card.id)) for card in group.findings)
    return replace(group, findings=tuple(cards))


def _card(case: Case, same: Sequence[Finding], language: str) -> FindingView:
    """Return the worst of the findings about the same words, with the others beneath it."""
    first = _view(case, same[0], language)
    _unfolded, *also = _quoted_once([_view(case, finding, language) for finding in same])
    of_item = is_whole_item(case, same[0])
    words = _("Also about this item") if of_item else _("Also about these words")
    is_long = of_item and len(same[0].text) > _LONG_ITEM
    return replace(first, quote="" if is_long else first.quote, also=tuple(also), also_words=words)


def _quoted_once(views: Sequence[FindingView]) -> tuple[FindingView, ...]:
    """Leave out a quote that the message holds, or that stands above the finding before."""
    shown, before = [], ""
    for view in views:
        repeats = view.quote == before or view.quote in view.message
        shown.append(replace(view, quote="") if repeats else view)
        before = view.quote
    return tuple(shown)


def _labels(language: str) -> dict[str, str]:
    labels = dict(zip((item.value for item in Item), words("items", language), strict=True))
    return labels | {"attachments": _("Exhibits"), "plan": _("The plan as a whole")}


def _worst(findings: Sequence[Finding], item: str) -> int:
    ranks = [list(Severity).index(f.severity) for f in findings if f.place.item == item]
    return min(ranks, default=len(Severity))


def _view(case: Case, finding: Finding, language: str) -> FindingView:
    return FindingView(
        id=finding.id,
        severity=finding.severity.value,
        tag=finding_tag(finding),
        message=finding.message,
        quote=shortened(finding.text, _QUOTE),
        why=finding.why,
        how=finding.how,
        places=places_of(case, finding, "review"),
        link=item_link(case, finding.place.item, finding.place.field, "review"),
        link_text=_("Go to the place"),
        rule_link=_rule_link(finding),
        waivable=finding.waivable,
        key=finding.key,
        anchor=f"reason-{zlib.crc32(finding.key.encode('utf-8', 'replace'))}",
        reason=finding.reason or "",
    )


def _rule_link(finding: Finding) -> str:
    if not finding.is_of_a_rule:
        return ""
    return url_for("rules.show", rule=finding.id, _anchor=finding.id)
