"""The list of all rules as Markdown: advice, reasons and examples in both languages."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from kaizen.plan import Item
from kaizen.rule import Question, Rule
from kaizen.rule_sources import RuleSource, rule_sources
from kaizen.wording import words

_LANGUAGES = ("en", "ja")
_WEIGHTS = {"block": "block (the final files wait)", "warn": "warn", "info": "info"}
_CHECKS = {
    "M": "M: the program decides",
    "H": "H: the program estimates",
    "P": "P: the seller is asked",
}
_PLACES = {"*": "the whole plan", "attachments": "the exhibits", "plan": "the plan as a whole"}
_VALUE = re.compile(r"\{\w+\}")
_HEAD = """\
# The rules of a good plan

Written by `python -m tools.documents` from `kaizen/rules`; do not edit it by hand.
The kind says who checks: M, the program decides; H, it estimates; P, it asks the seller.
A finding of weight `block` holds back the final files, `warn` and `info` advise.
"""


def rules_as_markdown(rules: Sequence[Rule]) -> str:
    """Return the whole document: a table of all rules, then each rule in both languages."""
    table = ["| Rule | Weight | Kind | Advice |", "|---|---|---|---|"]
    table += [
        f"| [{rule.id} {rule.slug}](#{_anchor(rule)}) | {rule.severity} | {rule.kind} "
        f"| {rule.guide('en').advice} |"
        for rule in rules
    ]
    sections = [_section(rule) for rule in rules]
    return "\n".join([_HEAD, *table, "", *sections])


def without_values(text: str) -> str:
    """Return a text of a rule with its places for values shown as dots."""
    return _VALUE.sub("\u2026", text)


def _section(rule: Rule) -> str:
    lines = [f"## {rule.id} {rule.slug}", "", _facts(rule), ""]
    for language in _LANGUAGES:
        lines += [*_texts(rule, language), ""]
    sources = "; ".join(map(_linked, rule_sources(rule.data["source"], "en")))
    return "\n".join([*lines, f"Source: {sources}. As of {rule.data['as_of']}.", ""])


def _facts(rule: Rule) -> str:
    waiving = "may stay with a reason" if rule.waivable else "has to be mended"
    places = ", ".join(place_label(place, "en") or _PLACES[place] for place in rule.data["items"])
    return " · ".join([_WEIGHTS[rule.severity], _CHECKS[rule.kind], places, waiving])


def place_label(place: str, language: str) -> str:
    """Return number and label of an item, or nothing where ``place`` is none."""
    labels = words("items", language)
    numbered = {item.value: f"{n}. {labels[n - 1]}" for n, item in enumerate(Item, start=1)}
    return numbered.get(place, "")


def _texts(rule: Rule, language: str) -> Iterable[str]:
    said, guide = _words()[language], rule.guide(language)
    yield f"**{said['name']}**"
    yield ""
    yield f"- {said['advice']}: {without_values(guide.advice)}"
    if isinstance(rule, Question):
        yield f"- {said['question']}: {rule.question(language)}"
    for name in ("why", "how", "weak", "better"):
        text = " ".join(without_values(getattr(guide, name)).split())
        yield f"- {said[name]}: {text}"


def _linked(source: RuleSource) -> str:
    links = ", ".join(f"<{address}>" for address in source.addresses)
    code = f"{source.code} " if source.code else ""
    return f"{code}{source.kind}" + (f" ({links})" if links else "")


def _anchor(rule: Rule) -> str:
    return f"{rule.id} {rule.slug}".lower().replace(" ", "-")


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
