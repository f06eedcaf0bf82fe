"""``flask case``: carry a case to a file and back, and copy the whole database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.files import BadInput, settings, write_file

if TYPE_CHECKING:
    from store import CaseStore


@click.group()
def case() -> None:
    """Carry a case to a file and back."""


@case.command("export")
@click.argument("case_id", metavar="ID")
@click.option("-o", "--output", required=True, help="The file to write (- for standard output).")
def export_case(case_id: str, output: str) -> None:
    """Write the case ID as a file that can be imported again."""
    from exports.json_file import write

    with _store() as store:
        found = store.get(case_id)
    if found is None:
        raise BadInput(case_id, "no such case", "Take the id from the address of its page.")
    write_file(output, write(found))


@case.command("import")
@click.argument("file")
def import_case(file: str) -> None:
    """Store the case in FILE (- for standard input) and print its new id."""
    from commands.cases import load_case

    loaded = load_case(file)
    with _store() as store:
        click.echo(store.create(loaded.case).id)


@case.command("backup")
@click.option("-o", "--output", required=True, help="The file to write.")
def backup(output: str) -> None:
    """Copy all cases into one file, also while the program runs."""
    with _store() as store:
        store.backup(Path(output))


@contextmanager
def _store() -> "Iterator[CaseStore]":
    from bootstrap.words import Stop
    from settings import Settings
    from store import CaseStore, StoreProblem

    try:
        chosen = settings() or Settings.from_environment()
        store = CaseStore.open(chosen.database_url)
        try:
            yield store
        finally:
            store.close()
    except Stop as stop:
        raise BadInput("", "", str(stop).splitlines()[0]) from stop
    except StoreProblem as problem:
        place = str(chosen.data_folder)
        raise BadInput(place, f"{type(problem).__name__}: {problem}", "Try again.") from problem
