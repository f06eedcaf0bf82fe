"""``flask plan``: review a plan, and write it as a file."""

import sys
from datetime import date

import click

from commands.files import (
    day_to_judge_by,
    language_option,
    name_of,
    print_json,
    today_option,
    write_file,
)

# The formats of the command line: the writer, and the layout where the word itself names one.
_AS = {
    "text": ("text", "seven"),
    "poa": ("text", "three"),
    "pdf": ("pdf", None),
    "docx": ("docx", None),
    "json": ("json", None),
}
notice_option = click.option("--notice", "notice_file", help="The notice that the plan answers.")


@click.group()
def plan() -> None:
    """Review a plan or write it as a file."""


@plan.command()
@click.argument("file")
@notice_option
@click.option("--previous", help="The plan submitted before this one.")
@today_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="All findings as JSON.")
def review(
    file: str,
    notice_file: str | None,
    previous: str | None,
    today: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Say what a reviewer would miss in the plan in FILE (- for standard input)."""
    from commands.cases import load_case
    from commands.reviewing import report, review_case
    from kaizen.figures import figures_as_json
    from kaizen.review import findings_as_json

    loaded = load_case(file)
    earlier = load_case(previous).case if previous else None
    on = day_to_judge_by(today, loaded.today)
    reviewed = review_case(loaded.case, notice_file, earlier, on, lang)
    if as_json:
        found = findings_as_json(reviewed.findings, complete=reviewed.is_complete)
        print_json(found | figures_as_json(reviewed.figures))
    else:
        click.echo(report(reviewed))
    sys.exit(1 if reviewed.blockers else 0)


@plan.command()
@click.argument("file")
@click.option("--as", "kind", type=click.Choice(list(_AS)), required=True, help="The format.")
@notice_option
@language_option
@today_option
@click.option("--draft", is_flag=True, help="Write it although it is not final, marked as draft.")
@click.option("-o", "--output", required=True, help="The file to write (- for standard output).")
def render(
    file: str,
    kind: str,
    notice_file: str | None,
    lang: str | None,
    today: date | None,
    draft: bool,
    output: str,
) -> None:
    """Write the plan in FILE as text, PDF, Word file or archive."""
    from commands.cases import load_case, notice_for
    from commands.reviewing import review_case
    from exports import FORMATS
    from exports.unavailable import Unavailable
    from kaizen.case import Language, Layout
    from kaizen.compose import compose
    from kaizen.prefill import with_known_details

    loaded = load_case(file)
    on = day_to_judge_by(today, loaded.today)
    key, layout = _AS[kind]
    # The archive is no final file: it is how a plan that is not finished is carried elsewhere.
    if not draft and key != "json":
        held_back = review_case(loaded.case, notice_file, None, on, lang).blockers
        for finding in held_back:
            place = f"{finding.id} {finding.slug} ({finding.place.item})"
            click.echo(f"{name_of(file)}: {place}: {finding.message}", err=True)
        if held_back:
            click.echo("Not written. Mend these, or write a draft with --draft.", err=True)
            sys.exit(1)
    notice = notice_for(loaded.case, notice_file, on)
    document = compose(
        with_known_details(loaded.case, notice) if notice else loaded.case,
        Language(lang) if lang else None,
        Layout(layout) if layout else None,
        today=on,
        is_draft=draft,
    )
    made = FORMATS[key].write(document, loaded.case)
    if isinstance(made, Unavailable):
        click.echo(" ".join((made.sentence(document.language), made.command)).strip(), err=True)
        sys.exit(1)
    write_file(output, made)
