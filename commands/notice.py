"""``flask notice``: what a notice says."""

from datetime import date

import click

from commands.files import day_to_judge_by, print_json, today_option


@click.group()
def notice() -> None:
    """Read a notice."""


@notice.command("read")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="All keys, with confidence and places.")
@today_option
def read_notice(file: str, as_json: bool, today: date | None) -> None:
    """Say what the notice in FILE (- for standard input) says and asks."""
    from commands.cases import load_notice
    from kaizen.notice import notice_as_json

    found = notice_as_json(load_notice(file, day_to_judge_by(today)))
    if as_json:
        print_json(found)
        return
    for key, value in found.items():
        if key not in ("confidence", "evidence") and value not in (None, "", [], False):
            click.echo(f"{key}: {_in_words(value)}")


def _in_words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_in_words(entry) for entry in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {entry}" for key, entry in value.items() if entry is not None)
    return "yes" if value is True else str(value)
