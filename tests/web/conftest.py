"""A client that lints every page it fetches, a fresh store for each test, and compiled words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from kaizen.case import Case
from settings import Settings
from store import CaseStore
from tests.builders import a_case
from tests.number_builders import an_entered_case
from tests.web.page_lint import lint
from webapp import build_app

TODAY = date(2026, 11, 8)


class LintingClient(FlaskClient):
    """A client whose every HTML answer is a page that keeps the house rules."""

    def open(self, *args: object, **kwargs: object) -> TestResponse:
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.status_code not in (301, 302, 303):
            problems = lint(response.get_data(as_text=True), dict(response.headers))
            assert not problems, f"{response.request.path}: {problems}"
        return response

    def send(self, path: str, **data: object) -> TestResponse:
        """Post a form as a browser does."""
        for name, value in data.items():
            if isinstance(value, tuple):
                data[name] = FileStorage(*value)
        # In memory: the client's own way leaves a temporary file open where the form is large.
        boundary, body = encode_multipart(data)
        return self.post(path, data=body, content_type=f"multipart/form-data; boundary={boundary}")

    def autosave(self, path: str, **words: str) -> TestResponse:
        """Save a step as the page's script does."""
        return self.post(path, json=list({**words, "autosave": "1"}.items()))


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """Return the application on a store of its own; tokens are tested where they are the point."""
    app = build_app(Settings.in_folder(tmp_path, secret_key="test-key", today=TODAY))
    app.config.update(TESTING=True, PROPAGATE_EXCEPTIONS=False, WTF_CSRF_ENABLED=False)
    app.test_client_class = LintingClient
    yield app
    app.extensions["case_store"].close()


@pytest.fixture
def store(app: Flask) -> CaseStore:
    return app.extensions["case_store"]


@pytest.fixture
def client(app: Flask) -> LintingClient:
    """Return a client of a seller who reads Japanese."""
    return _client(app, "ja")


@pytest.fixture
def english(app: Flask) -> LintingClient:
    """Return a client of a seller who reads English."""
    return _client(app, "en")


@pytest.fixture(params=["ja", "en"])
def reader(app: Flask, request: pytest.FixtureRequest) -> LintingClient:
    """Return a client in each language of the pages, one test after the other."""
    return _client(app, request.param)


@pytest.fixture
def case(store: CaseStore) -> Case:
    """Return a stored case with a well-written plan."""
    return store.create(a_case())


@pytest.fixture
def empty_case(store: CaseStore) -> Case:
    """Return a stored case in which nothing is written."""
    return store.create(replace(Case(), title=""))


@pytest.fixture
def entered(store: CaseStore) -> Case:
    """Return a stored case with the figures of one rate."""
    return store.create(an_entered_case())


def _client(app: Flask, language: str) -> LintingClient:
    client = app.test_client()
    with client.session_transaction() as session:
        session["language"] = language
    return client
