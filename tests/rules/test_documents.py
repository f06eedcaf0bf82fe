"""The documents made from the rules say what the rules say now."""

import re

import pytest

from kaizen.rule_sources import rule_sources
from kaizen.rules import ALL
from kaizen.rules_doc import rules_as_markdown, without_values
from tests.rules.wordings import wordings
from tools.documents import COMMAND, ROOT, is_current


def test_the_list_of_rules_is_current():
    assert is_current("docs/rules.md"), f"docs/rules.md is old: run {COMMAND}"


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.slug)
def test_every_rule_is_told_in_both_languages(rule):
    section = rules_as_markdown([rule]).split("\n## ")[1]
    for language in ("en", "ja"):
        guide = rule.guide(language)
        for text in (guide.advice, guide.why, guide.how, guide.weak, guide.better):
            assert " ".join(without_values(text).split()) in section
    assert rule.data["as_of"] in section
    assert section.startswith(f"{rule.id} {rule.slug}\n")


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.slug)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_source_has_an_address_or_is_practice(rule, language):
    for source in rule_sources(rule.data["source"], language):
        assert source.kind
        assert bool(source.addresses) is bool(source.code)


def test_every_link_of_the_table_leads_to_a_heading():
    text = rules_as_markdown(ALL)
    headings = {
        line[3:].lower().replace(" ", "-") for line in text.splitlines() if line[:3] == "## "
    }
    links = set(re.findall(r"\(#([^)]+)\)", text))
    assert links == headings
    assert len(links) == len(ALL)


def test_the_figures_name_every_rule_that_has_wordings():
    text = (ROOT / "docs/review-figures.md").read_text("utf-8")
    rows = set(re.findall(r"^\| (R\d\d) \S+ \| \d", text, re.MULTILINE))
    tried = {wording.slug for wording in wordings()}
    asked = {rule.id for rule in ALL if rule.kind == "P" and rule.slug not in tried}
    assert rows == {rule.id for rule in ALL} - asked, f"run {COMMAND}"
