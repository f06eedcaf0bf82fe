"""The review page: findings by item, worst first, and what holds back the final files."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case
from kaizen.finding import Finding, Severity
from kaizen.plan import Item
from kaizen.wording import words
from views.pages.links import item_link
from views.pages.sixty_seconds import SixtyView


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with its links."""

    id: str
    severity: str
    tag: str
    message: str
    quote: str
    why: str
    how: str
    more: str
    link: str
    link_text: str
    rule_link: str
    waivable: bool
    key: str
    anchor: str
    reason: str


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
class ReviewPage:
    """Everything the template of the review places."""

    case: Case
    heading: str
    lead: str
    good: str
    groups: tuple[Group, ...]
    waived: tuple[FindingView, ...]
    mends: tuple[MendRow, ...]
    sixty: SixtyView | None
    is_blocked: bool


def review_page(
    case: Case,
    findings: Sequence[Finding],
    language: str,
    *,
    mends: tuple[MendRow, ...] = (),
    sixty: SixtyView | None = None,
) -> ReviewPage:
    """Return the page for ``findings``, which are in ``language`` already."""
    open_findings = [finding for finding in findings if not finding.is_waived]
    blocking = [finding for finding in open_findings if finding.holds_back]
    return ReviewPage(
        case=case,
        heading=_heading(open_findings, blocking),
        lead=_lead(open_findings, blocking),
        good=_good(open_findings, language),
        groups=_groups(case, open_findings, language),
        waived=tuple(_view(case, f, language) for f in findings if f.is_waived),
        mends=mends,
        sixty=sixty,
        is_blocked=bool(blocking),
    )


def _heading(findings: Sequence[Finding], blocking: Sequence[Finding]) -> str:
    if blocking:
        return ngettext(
            "One more thing to mend before the final files can be made",
            "%(num)d more things to mend before the final files can be made",
            len(blocking),
        )
    if findings:
        return _("The final files can be made")
    return _("Nothing is missing. Read it once more, then submit")


def _lead(findings: Sequence[Finding], blocking: Sequence[Finding]) -> str:
    weak = sum(finding.severity is Severity.WARN for finding in findings)
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
    return _(
        "As they stand, these items say what they have to: %(items)s", items=separator.join(numbers)
    )


def _groups(case: Case, findings: Sequence[Finding], language: str) -> tuple[Group, ...]:
    labels = dict(zip((item.value for item in Item), words("items", language), strict=True))
    numbers = {item.value: str(n + 1) for n, item in enumerate(Item)}
    labels["attachments"] = _("Exhibits")
    labels["plan"] = _("The plan as a whole")
    order = sorted(labels, key=lambda item: _worst(findings, item))
    groups = []
    for item in order:
        chosen = [finding for finding in findings if finding.place.item == item]
        if chosen:
            views = tuple(_view(case, finding, language) for finding in chosen)
            groups.append(Group(numbers.get(item, ""), labels[item], views))
    return tuple(groups)


def _worst(findings: Sequence[Finding], item: str) -> int:
    ranks = [list(Severity).index(f.severity) for f in findings if f.place.item == item]
    return min(ranks, default=len(Severity))


def severity_tags() -> dict[Severity, str]:
    """Return what each severity is called on the pages."""
    return {
        Severity.BLOCK: _("Needed before submitting"),
        Severity.WARN: _("Weak point"),
        Severity.INFO: _("Hint"),
    }


def _view(case: Case, finding: Finding, language: str) -> FindingView:
    more = ngettext("One more place like this.", "%(num)d more places like this.", finding.more)
    return FindingView(
        id=finding.id,
        severity=finding.severity.value,
        tag=severity_tags()[finding.severity],
        message=finding.message,
        quote=_shortened(finding.text),
        why=finding.why,
        how=finding.how,
        more=more if finding.more else "",
        link=item_link(case, finding.place.item, finding.place.field, "review"),
        link_text=_("Go to the place"),
        rule_link=url_for("rules.show", rule=finding.id, _anchor=finding.id),
        waivable=finding.waivable,
        key=finding.key,
        anchor=f"reason-{zlib.crc32(finding.key.encode('utf-8', 'replace'))}",
        reason=finding.reason or "",
    )


def _shortened(quote: str, limit: int = 160) -> str:
    words_only = " ".join(quote.split())
    return words_only if len(words_only) <= limit else words_only[:limit] + "\u2026"
