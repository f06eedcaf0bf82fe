"""The figures of one run as a page of the documentation."""

from collections.abc import Iterator, Mapping
from datetime import date

from benchmarks.targets import outcomes

_LENGTHS = ("1 page", "3 pages", "30 pages")


def page(figures: Mapping[str, float], about: Mapping[str, object], day: date) -> str:
    """Return the page in Markdown: the machine, the targets, the engines, and all figures."""
    load = about.get("load") or ["?"]
    return "\n".join(
        (
            "# The last figures\n",
            f"Run on {day.isoformat()} by `python3 app.py bench --page`, which writes this page. "
            f"{about['processors']} processors, Python {about['python']}, load of the machine at "
            f"the end {load[0]} (the run itself makes about 2). What the names mean and what was "
            "tried stands in [performance.md](performance.md).\n",
            "## The targets\n",
            "| Target | Measured | At most | |",
            "|---|---|---|---|",
            *_targets(figures),
            "\n## The same document through each engine, in turns\n",
            "Milliseconds of the fastest turn; in brackets ours as a share of it. ReportLab and "
            "fpdf2 set the words alone, Typst a simpler page.\n",
            "| Engine | 1 page | 3 pages | 30 pages | 30 pages : 3 pages |",
            "|---|---|---|---|---|",
            *_engines(figures, ""),
            "\nA process that makes one PDF and ends:\n",
            "| Engine | 1 page | 3 pages | 30 pages |",
            "|---|---|---|---|",
            *_engines(figures, "cold, "),
            "\n## All other figures\n",
            "Milliseconds, unless the name says otherwise.\n",
            "| What | Measured |",
            "|---|---|",
            *(f"| {name} | {value:,.2f} |" for name, value in figures.items() if _is_other(name)),
            "",
        )
    )


def _targets(figures: Mapping[str, float]) -> Iterator[str]:
    for one in outcomes(figures):
        verdict = "reached" if one.is_reached else "**missed**"
        measured = f"{one.measured:,.2f}{one.fastest and f' ({one.fastest})'}"
        yield f"| {one.number} {one.figure} | {measured} | {one.most:,.2f} | {verdict} |"


def _engines(figures: Mapping[str, float], before: str) -> Iterator[str]:
    head = f"{before}3 pages: "
    found = [
        name[len(head) : -4] for name in figures if name.startswith(head) and name[-4:] == ", ms"
    ]
    for engine in found:
        cells = [_cell(figures, f"{before}{length}", engine) for length in _LENGTHS]
        growth = figures.get(f"30 pages : 3 pages, {engine}")
        more = [] if before else ["" if growth is None else f"{growth:.1f}"]
        yield f"| {' | '.join([engine, *cells, *more])} |"


def _cell(figures: Mapping[str, float], length: str, engine: str) -> str:
    taken = figures.get(f"{length}: {engine}, ms")
    share = figures.get(f"{length}: ours : {engine}")
    if taken is None:
        return ""
    return f"{taken:,.0f}" if share is None else f"{taken:,.0f} ({share:.2f})"


def _is_other(name: str) -> bool:
    starts = tuple(f"{before}{length}: " for before in ("", "cold, ") for length in _LENGTHS)
    return not name.startswith((*starts, "30 pages : 3 pages"))
