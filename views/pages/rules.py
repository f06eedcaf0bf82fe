"""The page of all rules, by the item that each one looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from flask_babel import gettext as _

from kaizen.plan import Item
from kaizen.rule import Question, Rule
from kaizen.rule_sources import RuleSource, rule_sources
from kaizen.rules_doc import without_values
from kaizen.wording import words
from views.dates import full_day
from views.pages.help_links import Link, Origin
from views.pages.tags import severity_tag


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule with its texts, in the language of the page."""

    id: str
    severity: str
    tag: str
    check: str
    advice: str
    pairs: tuple[tuple[str, str], ...]
    examples: tuple[tuple[str, str], ...]
    origin: Origin
    is_open: bool


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one item."""

    id: str
    number: str
    label: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Everything the template of the rules places."""

    count: int
    groups: tuple[RuleGroup, ...]


def rules_page(rules: Sequence[Rule], language: str, *, opened: str = "") -> RulesPage:
    """Return the page in ``language``; the rule ``opened`` is unfolded."""
    numbers = {item.value: str(n) for n, item in enumerate(Item, start=1)}
    groups = []
    for place, label in _labels(language).items():
        chosen = [rule for rule in rules if rule.data["items"][0] == place]
        if chosen:
            views = tuple(_view(rule, language, opened) for rule in chosen)
            key = "plan" if place == "*" else place
            groups.append(RuleGroup(f"item-{key}", numbers.get(place, ""), label, views))
    return RulesPage(len(rules), tuple(groups))


def _labels(language: str) -> dict[str, str]:
    labels = dict(zip((item.value for item in Item), words("items", language), strict=True))
    return {**labels, "attachments": _("Exhibits"), "*": _("The plan as a whole")}


def _view(rule: Rule, language: str, opened: str) -> RuleView:
    sources = rule_sources(rule.data["source"], language)
    links = tuple(link for source in sources for link in _links(source))
    return RuleView(
        id=rule.id,
        severity=rule.severity.value,
        tag=severity_tag(rule.severity),
        check=_checks()[rule.kind],
        advice=without_values(rule.guide(language).advice),
        pairs=_pairs(rule, language),
        examples=_examples(rule, language),
        origin=Origin(links, full_day(date.fromisoformat(rule.data["as_of"]))),
        is_open=rule.id == opened,
    )


def _checks() -> dict[str, str]:
    return {
        "M": _("The program checks this."),
        "H": _("The program looks for signs of this. You know better whether they mean it."),
        "P": _("The program cannot know this. It asks you."),
    }


def _pairs(rule: Rule, language: str) -> tuple[tuple[str, str], ...]:
    guide = rule.guide(language)
    asked = ((_("Question"), rule.question(language)),) if isinstance(rule, Question) else ()
    return (
        *asked,
        (_("Why"), without_values(guide.why)),
        (_("How"), without_values(guide.how)),
    )


def _examples(rule: Rule, language: str) -> tuple[tuple[str, str], ...]:
    guide = rule.guide(language)
    return (_("Weak"), guide.weak), (_("Better"), guide.better)


def _links(source: RuleSource) -> tuple[Link, ...]:
    if not source.addresses:
        return (Link("", source.kind),)
    return tuple(
        Link(address, f"{source.kind}: {urlsplit(address).netloc}") for address in source.addresses
    )
