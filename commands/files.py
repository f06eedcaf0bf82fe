"""Files and dates of the command line, and the one line that says what is wrong with them."""

import json
import os
import secrets
import sys
from datetime import date
from pathlib import Path
from typing import IO, Any

import click
from flask.cli import ScriptInfo

from bootstrap.words import Stop
from kaizen.dates import iso_day
from settings import Settings, day_in_japan

DASH = "-"


class BadInput(click.ClickException):
    """Input that cannot be used: one line naming the file, the place and the remedy; status 2."""

    exit_code = 2

    def __init__(self, file: str, place: str, remedy: str) -> None:
        parts = (part.rstrip(".") for part in (name_of(file), place) if part)
        line = f"{': '.join(parts)}. {remedy}" if file else remedy
        super().__init__(" ".join(line.split()))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(self.format_message(), file=file, err=file is None)


class Day(click.ParamType):
    """A date as 2026-11-30."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, _ctx: click.Context | None
    ) -> date | None:
        """Return the date; raises BadInput naming the option."""
        if isinstance(value, date):
            return value
        day = iso_day(value)
        if day is None:
            option = param.opts[0] if param else ""
            raise BadInput(option, f'"{value}" is not a date', "Write 2026-11-30.")
        return day


today_option = click.option("--today", type=Day(), help="The day to judge by (2026-11-30).")
language_option = click.option("--lang", type=click.Choice(("ja", "en")), help="ja or en.")


def settings() -> Settings | None:
    """Return the settings of the application, where it has some."""
    app = click.get_current_context().ensure_object(ScriptInfo).load_app()
    found = app.config.get("SETTINGS")
    return found if isinstance(found, Settings) else None


def day_to_judge_by(chosen: date | None, in_file: date | None = None) -> date:
    """Return the day asked for, else the file's own, else today in Japan."""
    named = chosen or in_file
    if named:
        return named
    known = settings()
    try:
        return known.day() if known else day_in_japan(os.environ)
    except Stop as stop:
        raise BadInput("", "", str(stop).splitlines()[0]) from stop


def read_bytes(file: str) -> bytes:
    """Return what is in ``file`` ("-": standard input)."""
    try:
        return sys.stdin.buffer.read() if file == DASH else Path(file).read_bytes()
    except OSError as problem:
        raise BadInput(file, problem.strerror or "", "Name a file that can be read.") from problem


def read_text(file: str) -> str:
    """Return the text in ``file``: UTF-8, or what Japanese Windows writes."""
    data = read_bytes(file)
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput(file, "not a text", "Save it as UTF-8 text.")


def write_file(out: str, data: bytes) -> None:
    """Write ``data`` to ``out`` ("-": standard output), whole or not at all."""
    if out == DASH:
        _write_bytes(data)
        return
    path = Path(out)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        try:
            part.write_bytes(data)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as problem:
        remedy = "Name a file that can be written."
        raise BadInput(out, problem.strerror or "", remedy) from problem


def print_json(data: object) -> None:
    """Print ``data`` as JSON in UTF-8, whatever the console's own encoding is."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    # Half a surrogate pair has no UTF-8 form; as an escape it is still JSON.
    _write_bytes(f"{text}\n".encode("utf-8", "backslashreplace"))


def _write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def name_of(file: str) -> str:
    """Return how a person calls ``file``."""
    return "standard input" if file == DASH else file
