"""A template is compiled with its sentences in it; what it writes is what a look-up would write."""

import pytest
from flask import Flask, render_template
from jinja2 import DictLoader

TEMPLATES = {
    "plain.html": "{{ _('Save') }}",
    "choice.html": "{{ _('Save') if yes else _('Help') }}",
    "value.html": '{{ _("Item %(number)s of 7", number=n) }}',
    "values.html": "{{ _('%(a)s & 100%% of <b>%(b)s</b>', a=n, b=n | upper) }}",
    "block.html": "{% trans number=n %}Item {{ number }} of 7{% endtrans %}",
    "percent.html": "{% trans %}100% of <b>them</b>{% endtrans %}",
    "attribute.html": "<a title=\"{{ _('Save') }}\">",
    "argument.html": "{% macro twice(words) %}{{ words }}{{ words }}{% endmacro %}"
    "{{ twice(_('Save')) }}",
    "include.html": "{% include 'plain.html' %}{% import 'argument.html' as m %}{{ m.twice(n) }}",
    "count.html": "{{ ngettext('%(num)d card', '%(num)d cards', k) }}",
    "unknown.html": "{{ _('A sentence that no catalogue has.') }}",
    "moving.html": "{{ _(words) }}",
}
VALUES = {"n": "<i>&\"'", "k": 2, "yes": False, "words": "Save"}


def shown(app: Flask, template: str, language: str) -> str:
    with app.test_request_context(
        headers={"Accept-Language": language}, environ_base={"REMOTE_ADDR": "127.0.0.1"}
    ):
        app.preprocess_request()
        return render_template(template, **VALUES)


def looked_up(app: Flask, template: str, language: str) -> str:
    """Draw the template as a text, which has its sentences looked up."""
    with app.test_request_context(
        headers={"Accept-Language": language}, environ_base={"REMOTE_ADDR": "127.0.0.1"}
    ):
        app.preprocess_request()
        return app.jinja_env.from_string(TEMPLATES[template]).render(**VALUES)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_says_what_a_look_up_says(app: Flask, template: str, language: str) -> None:
    app.jinja_env.loader = DictLoader(TEMPLATES)
    found = shown(app, template, language)
    assert found == looked_up(app, template, language)
    assert "<i>" not in found


def test_languages_take_turns(app: Flask) -> None:
    app.jinja_env.loader = DictLoader(TEMPLATES)
    turns = [shown(app, "plain.html", language) for language in ("ja", "en", "ja", "en")]
    assert turns == ["保存", "Save"] * 2


def test_a_change_of_the_language_within_a_request_is_noticed(client) -> None:
    page = client.get("/", headers={"Accept-Language": "ja"}).text
    assert '<html lang="ja">' in page
    client.send("/language", switch_language="en", next="/")
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "ja"}).text


def test_sentences_are_in_the_compiled_template(app: Flask, monkeypatch) -> None:
    app.jinja_env.loader = DictLoader(TEMPLATES)
    shown(app, "values.html", "ja")
    monkeypatch.setattr("flask_babel.Domain.gettext", lambda *args, **values: 1 / 0)
    monkeypatch.setattr("flask_babel.get_translations", lambda: 1 / 0)
    assert shown(app, "values.html", "ja")
