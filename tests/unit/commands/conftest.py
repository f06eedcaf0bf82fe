"""The command line as a person types it, on a store of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

import commands
from settings import Settings

TODAY = date(2026, 11, 6)


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    app = Flask("commands")
    app.config["SETTINGS"] = Settings.in_folder(tmp_path, secret_key="x", today=TODAY)
    commands.register(app)

    def run(*words: str | Path, stdin: str | bytes | None = None) -> Ended:
        ended = app.test_cli_runner().invoke(args=[str(word) for word in words], input=stdin)
        if ended.exception and not isinstance(ended.exception, SystemExit):
            raise ended.exception
        return Ended(ended.exit_code, ended.stdout_bytes, ended.stderr)

    return run
