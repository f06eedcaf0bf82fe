"""What is in a folder is in its written list, and the other way round."""

import importlib
import inspect
from pathlib import Path
from types import ModuleType

import benchmarks
import commands
from bootstrap.actions import ACTIONS
from bootstrap.arguments import WORDS
from exports import FORMATS
from forms import FORMS
from kaizen.rule import Question, Rule
from kaizen.rules import ALL
from kaizen.steps import STEPS
from tests.architecture.tree import ROOT
from views import BLUEPRINTS


def modules(package: str) -> dict[str, ModuleType]:
    names = [path.stem for path in sorted((ROOT / package.replace(".", "/")).glob("*.py"))]
    return {
        name: importlib.import_module(f"{package}.{name}")
        for name in names
        if not name.startswith("_")
    }


def classes(module: ModuleType, base: type) -> set[type]:
    return {
        found
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, base) and found.__module__ == module.__name__ and "id" in vars(found)
    }


def test_every_rule_of_the_folder_is_listed_once_and_in_order() -> None:
    written = {
        rule for module in modules("kaizen.rules").values() for rule in classes(module, Rule)
    }
    listed = [type(rule) for rule in ALL]
    assert set(listed) == written
    assert len(listed) == len(written)
    assert [rule.id for rule in ALL] == sorted({rule.id for rule in ALL})
    assert len({rule.slug for rule in ALL}) == len(ALL)


def test_every_module_of_rules_holds_rules_and_their_texts() -> None:
    found = modules("kaizen.rules")
    assert found
    for name, module in found.items():
        assert classes(module, Rule), name
        assert Path(inspect.getfile(module)).with_suffix(".toml").exists(), name


def test_every_listed_rule_has_its_texts_in_both_languages() -> None:
    for rule in ALL:
        for language in ("ja", "en"):
            guide = rule.guide(language)
            assert guide.advice, rule.id
            assert guide.why, rule.id
            if isinstance(rule, Question):
                assert rule.question(language), rule.id
            else:
                assert guide.messages, rule.id
        assert rule.data["source"], rule.id
        assert rule.data["as_of"], rule.id


def test_every_blueprint_of_the_folder_is_listed_once() -> None:
    written = [m.blueprint for m in modules("views").values() if hasattr(m, "blueprint")]
    assert written
    assert sorted(b.name for b in BLUEPRINTS) == sorted(b.name for b in written)
    assert {id(b) for b in BLUEPRINTS} == {id(b) for b in written}


def test_every_step_has_its_form() -> None:
    from forms.step_form import StepForm

    assert set(FORMS) == {step.key for step in STEPS}
    written = {
        found
        for module in modules("forms").values()
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, StepForm) and vars(found).get("step") in FORMS
    }
    assert set(FORMS.values()) == written


def test_every_format_is_listed_by_its_key() -> None:
    assert set(FORMATS) == {"text", "pdf", "docx", "json"}
    assert all(key == made.key for key, made in FORMATS.items())
    assert len({made.ending for made in FORMATS.values()}) == len(FORMATS)


def test_every_command_is_listed() -> None:
    import click

    written = {
        found
        for module in modules("commands").values()
        for found in vars(module).values()
        if isinstance(found, click.Command)
    }
    top = {command for command in written if not any(_holds(group, command) for group in written)}
    assert set(commands.ALL) == top


def _holds(group: object, command: object) -> bool:
    return command in getattr(group, "commands", {}).values()


def test_every_word_of_the_program_does_something() -> None:
    assert set(ACTIONS) == set(WORDS)


def test_every_measurement_is_listed() -> None:
    written = {name for name, module in modules("benchmarks").items() if hasattr(module, "measure")}
    assert {module.rsplit(".", 1)[-1] for module in benchmarks.ALL} == written
