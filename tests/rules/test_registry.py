"""The list of rules is complete, in order, and as agreed; every text is there in both languages."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from kaizen import rules
from kaizen.rule import Rule
from kaizen.rules import ALL

AGREED = tomllib.loads(Path(__file__).with_name("agreed.toml").read_text("utf-8"))


def test_every_agreed_rule_is_listed_once_in_order():
    assert [rule.id for rule in ALL] == sorted(AGREED)


def test_every_module_of_the_folder_is_in_the_list():
    folder = Path(rules.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {type(rule).__module__.rsplit(".", 1)[1] for rule in ALL} == modules


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_is_as_agreed(rule: Rule):
    agreed = AGREED[rule.id]
    assert rule.slug == agreed["slug"]
    assert rule.severity.value == agreed["severity"]
    assert rule.kind == agreed["check"]
    assert rule.waivable == agreed["waivable"]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_has_its_texts_source_and_day(rule: Rule):
    assert rule.data["source"]
    assert rule.data["as_of"]
    japanese, english = rule.guide("ja"), rule.guide("en")
    assert japanese.messages.keys() == english.messages.keys()
    for key, message in japanese.messages.items():
        assert _blanks(message) == _blanks(english.messages[key]), key
    for guide in (japanese, english):
        assert all((guide.advice, guide.why, guide.how, guide.weak, guide.better))


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_question_of_a_variant_belongs_to_a_message_in_both_languages(rule: Rule):
    japanese, english = rule.guide("ja"), rule.guide("en")
    assert japanese.hows.keys() == english.hows.keys()
    for key, how in japanese.hows.items():
        variant = key.removeprefix("how_")
        assert f"message_{variant}" in japanese.messages, key
        assert _blanks(how) == _blanks(english.hows[key]) <= _values_of(rule, variant), key


def _values_of(rule: Rule, variant: str) -> set[str]:
    """Return what the message of a variant is filled with, and so its question may be."""
    return _blanks(rule.guide("ja").messages[f"message_{variant}"]) | {"quote"}


def _blanks(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}
