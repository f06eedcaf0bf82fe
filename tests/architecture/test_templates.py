"""Templates place values: no sums, no calls for their effect, no raw HTML, nothing inline."""

import re

import pytest
from jinja2 import Environment, nodes

from tests.architecture.tree import ROOT, files

FOLDER = ROOT / "templates"
TEMPLATES = [
    path.relative_to(FOLDER).as_posix() for path in files(".html", ".txt", under="templates")
]
# Parsing alone; the names that the program gives its templates are not needed for it.
ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
ENVIRONMENT.newstyle_gettext = True  # type: ignore[attr-defined]  # as Flask-Babel sets it


def parsed(template: str) -> nodes.Template:
    return ENVIRONMENT.parse((FOLDER / template).read_text("utf-8"), template)


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_computes_nothing(template: str) -> None:
    tree = parsed(template)
    sums = [
        node for node in tree.find_all(nodes.BinExpr) if not isinstance(node, nodes.And | nodes.Or)
    ]
    assert [(node.lineno, type(node).__name__) for node in sums] == []
    assert [node.lineno for node in tree.find_all(nodes.ExprStmt)] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_escapes_everything(template: str) -> None:
    tree = parsed(template)
    raw = [
        node.lineno for node in tree.find_all(nodes.Filter) if node.name in ("safe", "forceescape")
    ]
    switched = [node.lineno for node in tree.find_all(nodes.EvalContextModifier)]
    assert (raw, switched) == ([], [])


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_uses_what_it_imports(template: str) -> None:
    tree = parsed(template)
    imported = {
        name[1] if isinstance(name, tuple) else name
        for node in tree.find_all(nodes.FromImport)
        for name in node.names
    } | {node.target for node in tree.find_all(nodes.Import)}
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    assert imported - used == set()


@pytest.mark.parametrize(
    "template", [name for name in TEMPLATES if not name.startswith("exports/")]
)
def test_a_page_keeps_to_its_strict_policy(template: str) -> None:
    """Style and script come from files; the policy refuses anything inline."""
    source = (FOLDER / template).read_text("utf-8")
    assert re.findall(r"<[^>]*\sstyle\s*=", source) == []
    assert re.findall(r"<[^>]*\son\w+\s*=", source) == []
    assert re.findall(r"<style\b", source) == []
    assert [tag for tag in re.findall(r"<script\b[^>]*>", source) if "src=" not in tag] == []
    assert re.findall(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", source) == []
