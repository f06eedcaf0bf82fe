"""A rule of a good plan: one small class, its texts and examples in a TOML file beside it.

The file is named like the module and holds one table per rule id: ``severity``, ``check`` (M, H or
P), ``items``, ``waivable``, ``source``, ``as_of``, and for ``ja`` and ``en`` the texts ``advice``,
``message`` (and ``message_<variant>``), ``why``, ``how`` (and ``how_<variant>`` where another
question helps), ``weak``, ``better``.
"""

import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from kaizen.finding import Hit, Severity
from kaizen.review_context import Review


@dataclass(frozen=True, slots=True)
class Guide:
    """The texts of one rule in one language."""

    advice: str
    why: str
    how: str
    weak: str
    better: str
    messages: dict[str, str]
    hows: dict[str, str] = field(default_factory=dict)

    def how_of(self, variant: str) -> str:
        """Return the question that helps with a variant: its own, or that of the rule."""
        return self.hows.get(f"how_{variant}", self.how)


class Rule:
    """Base of all rules. ``check`` yields hits.

    A question to the seller (P) yields none, or remarks where the plan itself gives the answer.
    """

    id: ClassVar[str]
    slug: ClassVar[str]

    def check(self, review: Review) -> Iterable[Hit]:
        """Return the places where the plan falls short of the advice."""
        return ()

    @property
    def severity(self) -> Severity:
        """Return how much the rule weighs."""
        return Severity(self.data["severity"])

    @property
    def kind(self) -> str:
        """Return M (the program decides), H (it estimates) or P (it asks)."""
        return str(self.data["check"])

    @property
    def waivable(self) -> bool:
        """Tell whether the seller may leave a finding as it is, with a reason."""
        return bool(self.data["waivable"])

    @property
    def data(self) -> dict[str, Any]:
        """Return the rule's own table of the file beside its module."""
        return _table(type(self).__module__, self.id)

    def guide(self, language: str) -> Guide:
        """Return advice, reason and examples in ``language``."""
        texts = self.data[language]
        messages = {key: text for key, text in texts.items() if key.startswith("message")}
        names = ("advice", "why", "how", "weak", "better")
        hows = {key: text for key, text in texts.items() if key.startswith("how_")}
        return Guide(**{name: texts[name] for name in names}, messages=messages, hows=hows)


class Question(Rule):
    """A rule that the program cannot decide: it asks the seller at the right moment."""

    def question(self, language: str) -> str:
        """Return the question in ``language``."""
        return str(self.data[language]["question"])


@cache
def _table(module: str, rule: str) -> dict[str, Any]:
    table: dict[str, Any] = _tables(str(sys.modules[module].__file__))[rule]
    return table


@cache
def _tables(module: str) -> dict[str, Any]:
    return tomllib.loads(Path(module).with_suffix(".toml").read_text("utf-8"))
