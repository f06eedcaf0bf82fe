"""Shared by all tests: data in a folder of their own, no network, and a browser where needed."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.browser import find_browser
from bootstrap.catalogue import compile_catalogues
from bootstrap.native import browser_command
from store import CaseStore

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@pytest.fixture(scope="session", autouse=True)
def _own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the data of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KAIZEN_DATA", str(tmp_path_factory.mktemp("data")))
        patch.delenv("KAIZEN_DATABASE_URL", raising=False)
        patch.delenv("KAIZEN_TODAY", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_catalogue() -> None:
    """Compile the messages, which a fresh copy of the program does not have."""
    compile_catalogues(ROOT / "translations")


@pytest.fixture(scope="session", autouse=True)
def _closed_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"A test tried to reach {address[0]}.")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Give the address of a database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'cases.sqlite3'}"


@pytest.fixture
def store(database_url: str) -> Iterator[CaseStore]:
    """Give an empty store."""
    opened = CaseStore.open(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of the browser; without one, skip on a person's machine and fail under CI."""
    found = find_browser()
    if found is None:
        message = f"No browser for this test. Type: {browser_command()}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found
