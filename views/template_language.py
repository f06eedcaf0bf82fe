"""Templates compiled once for each language, with their sentences already in it.

A page has some seventy sentences. Looked up while it is drawn, they took a third of the drawing.
"""

from collections.abc import Callable
from typing import Any

from flask.templating import Environment
from flask_babel import get_domain, get_locale
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

# ``{{ _("…") }}`` and ``{% trans %}``; a sentence that counts is looked up while a page is drawn.
_LOOK_UP = frozenset({"_", "gettext"})


class LanguageEnvironment(Environment):
    """Gives each template in the language of the request.

    Outside of a request, and for a template made of a text, sentences are looked up as ever.
    """

    sentence: Callable[[str], str] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._languages: dict[str, LanguageEnvironment] = {}

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Template:
        """Return the template called ``name``; what it includes comes in the same language."""
        locale = get_locale() if self.sentence is None else None
        if locale is None:
            return super().get_template(name, *args, **kwargs)
        language = str(locale)
        if language not in self._languages:
            self._languages[language] = self._in_language()
        return self._languages[language].get_template(name, *args, **kwargs)

    def make_globals(self, d: Any) -> Any:
        """Return the globals of a template; with none of its own they need not be merged."""
        return super().make_globals(d) if d else self.globals

    def _in_language(self) -> "LanguageEnvironment":
        made: LanguageEnvironment = self.overlay()
        made.sentence = get_domain().get_translations().ugettext
        return made


class _WithSentences(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802
        sentence = self.environment.sentence  # type: ignore[attr-defined]
        super().visit_Template(_Sentences(sentence).visit(node) if sentence else node, frame)


class _Sentences(NodeTransformer):
    """Puts each sentence in the place of the call that would look it up."""

    def __init__(self, sentence: Callable[[str], str]) -> None:
        self._sentence = sentence

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Return the sentence itself; its values, if it has some, are escaped into it as ever."""
        self.generic_visit(node)
        if not (isinstance(node.node, nodes.Name) and node.node.name in _LOOK_UP):
            return node
        match node.args:
            case [nodes.Const(value=str(text))]:
                # Sentences are ours: they may hold tags.
                found = Markup(self._sentence(text))  # noqa: S704
            case _:
                return node
        if not node.kwargs:
            return nodes.Const(found % {}, lineno=node.lineno)
        pairs = [
            nodes.Pair(nodes.Const(one.key, lineno=node.lineno), one.value, lineno=node.lineno)
            for one in node.kwargs
        ]
        values = nodes.Dict(pairs, lineno=node.lineno)
        return nodes.Mod(nodes.Const(found, lineno=node.lineno), values, lineno=node.lineno)


LanguageEnvironment.code_generator_class = _WithSentences
