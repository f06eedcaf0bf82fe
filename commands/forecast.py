"""``flask forecast``: the day on which a metric meets its target for good."""

from datetime import date

import click

from commands.files import (
    BadInput,
    Day,
    day_to_judge_by,
    language_option,
    name_of,
    print_json,
    read_bytes,
    today_option,
    write_file,
)


@click.command()
@click.argument("file")
@click.option("--metric", required=True, help="The key of the metric: odr, lsr, vtr …")
@click.option("--from-day", type=Day(), required=True, help="The day the measures begin to work.")
@click.option("--rate", required=True, help="The rate from that day on, in per cent.")
@click.option("--window", type=int, help="Days of the window, where the notice names others.")
@click.option("--target", help="The target in per cent, where the notice names another.")
@today_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="All three courses, day by day.")
@click.option("--svg", help="The file for the chart (- for standard output).")
def forecast(
    file: str,
    metric: str,
    from_day: date,
    rate: str,
    window: int | None,
    target: str | None,
    today: date | None,
    lang: str | None,
    as_json: bool,
    svg: str | None,
) -> None:
    """Say when the metric recovers, from the table of days in FILE (- for standard input)."""
    from intake.forecast_file import forecast_file
    from intake.table_words import TableProblem
    from kaizen.forecast import forecast_as_json
    from kaizen.forecast.words import assumptions, key_dates

    on = day_to_judge_by(today)
    found = forecast_file(
        read_bytes(file),
        metric=metric,
        from_day=from_day,
        rate=rate,
        today=on,
        window=window,
        target=target,
    )
    if isinstance(found, TableProblem):
        raise BadInput("", "", found.sentence(lang or "en", name_of(file)))
    language = lang or "ja"
    if svg:
        from kaizen.chart import chart_svg

        chart = chart_svg(found, language=language, font_family="sans-serif")
        write_file(svg, chart.encode())
    if as_json:
        print_json(forecast_as_json(found))
        return
    for row in key_dates(found, language):
        click.echo(f"{row.label}: {row.text}")
    for sentence in assumptions(found, language):
        click.echo(sentence)
