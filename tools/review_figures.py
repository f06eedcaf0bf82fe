"""What the review was tried on: wordings of each rule, and whole plans, with the results."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kaizen.finding import Severity
from kaizen.review import review_plan
from kaizen.rule import Rule
from kaizen.rules import ALL
from tests.rules.plan_files import PlanFile, plan_files
from tests.rules.wordings import Wording, wordings

_HEAD = """\
# What the review was tried on

Written by `python -m tools.documents`; do not edit it by hand. The wordings are those of
`tests/rules/corpus`, the whole plans those of `tests/rules/plans`; they all run with the tests.
A rule that asks the seller (kind P) has wordings only where a plan itself may give the answer.

The rules have been mended on these plans since, so the tables below say that nothing was lost
again, not how a new plan fares. What each lot of plans gave at first sight:

| Plans | Planted defects found | False alarms |
|---|---|---|
| fresh-*, fields-* | 61 of 66 | 16 in 8 good plans |
| second-* | 17 of 18 | 10 in 4 |
| third-* | 22 of 24 | 8 in 4 |
| fourth-* | 10 of 13 | 4 in 4 |
| other-*, by people who did not know the rules' code | 66 of 96 | 14 in 9 |
| fifth-* (item 3, days and person only) | 49 of 56 | 11 in 8 |
| sixth-* (the same) | 35 of 36 | 5 in 10 |
| seventh-* (the same) | 27 of 29 | 8 in 8 |
| eighth-* (the same) | 16 of 20 | 2 in 6 |
| ninth-* (good plans only, in many ways of writing) | | 10 in 5 |

Plans by authors who knew neither the rules' code nor its lists, read once before anybody mended
what they showed. They are not kept here; defects are spread over nearly all rules, and good plans
hold near misses on purpose:

| Lot | Planted defects found | Block or warn in good plans |
|---|---|---|
| Japanese, 20 plans | 138 of 169 (82 %) | 15 in 20 |
| English, 12 plans | 66 of 92 (72 %) | 25 in 12 |
| second lot, Japanese and English, 20 plans | 108 of 163 (66 %) | 19 in 20 |
| third lot, Japanese, 8 plans | 54 of 64 (84 %) | 4 in 8 |
| third lot, English, 8 plans | 55 of 68 (81 %) | 11 in 8 |
| fourth lot, Japanese, 6 plans | 44 of 50 (88 %) | 3 in 6 |
| fourth lot, English, 6 plans | 33 of 45 (73 %) | 7 in 6 |
| fifth lot, Japanese, 16 plans | 130 of 163 (80 %) | 9 in 16 |
| fifth lot, English, 24 plans | 163 of 222 (73 %) | 16 in 24 |
| sixth lot, Japanese, 26 plans | 237 of 293 (81 %) | 11 in 26 |
| sixth lot, English, 26 plans | 240 of 291 (82 %) | 19 in 26 |
| seventh lot, Japanese, 20 plans | 196 of 224 (88 %) | 7 in 20 |
| seventh lot, English, 20 plans | 201 of 238 (84 %) | 7 in 20 |
| eighth lot, Japanese, 8 plans | 82 of 91 (90 %) | 1 in 8 |
| eighth lot, English, 8 plans | 77 of 84 (92 %) | 1 in 8 |
| ninth lot, Japanese, 8 plans | 83 of 88 (94 %) | 0 in 8 |
| ninth lot, English, 8 plans | 91 of 97 (94 %) | 1 in 8 |
| tenth lot, Japanese, 10 plans | 90 of 98 (92 %) | 0 in 10 |
| tenth lot, English, 10 plans | 84 of 93 (90 %) | 5 in 10 |
| eleventh lot, Japanese, 8 plans | 74 of 80 (92 %) | 0 in 8 |
| eleventh lot, English, 8 plans | 69 of 76 (91 %) | 1 in 8 |
| twelfth lot, Japanese, 10 plans | 85 of 92 (92 %) | 4 in 10 |
| twelfth lot, English, 10 plans | 74 of 83 (89 %) | 4 in 10 |
| twelfth lot, English, 10 plans of rare kinds | 82 of 98 (84 %) | 10 in 10 |
| thirteenth lot, Japanese, 10 plans with well-worded defects | 68 of 89 (76 %) | 7 in 10 |
| thirteenth lot, English, 10 plans with well-worded defects | 76 of 96 (79 %) | 5 in 10 |
| fourteenth lot, Japanese, 12 plans | 89 of 99 (90 %) | 4 in 12 |
| fourteenth lot, English, 12 plans | 92 of 101 (91 %) | 7 in 12 |
| fifteenth lot, Japanese, 12 plans of rare kinds | 106 of 116 (91 %) | 5 in 12 |
| fifteenth lot, English, 12 plans of rare kinds | 91 of 108 (84 %) | 8 in 12 |
| sixteenth lot, Japanese, 12 plans of the usual kinds | 105 of 120 (88 %) | 3 in 12 |
| sixteenth lot, English, 12 plans of the usual kinds | 99 of 109 (91 %) | 8 in 12 |
| sixteenth lot, English, 12 plans that argue or forget | 92 of 101 (91 %) | 7 in 12 |
| seventeenth lot, Japanese, 10 plans of the usual kinds | 73 of 82 (89 %) | 2 in 10 |
| seventeenth lot, English, 10 plans of the usual kinds | 84 of 95 (88 %) | 4 in 10 |
| eighteenth lot, Japanese, 8 plans of the usual kinds | 74 of 82 (90 %) | 1 in 8 |
| eighteenth lot, English, 8 plans of the usual kinds | 68 of 78 (87 %) | 4 in 8 |
| nineteenth lot, Japanese, 8 plans of the usual kinds | 68 of 78 (87 %) | 7 in 8 |
| nineteenth lot, English, 8 plans of the usual kinds | 64 of 73 (88 %) | 5 in 8 |
| twentieth lot, Japanese, 7 plans of ordinary sellers | 54 of 54 (100 %) | 0 in 7 |
| twentieth lot, English, 7 plans of ordinary sellers | 69 of 76 (91 %) | 1 in 7 |
| twenty-first lot, Japanese, 9 plans | 99 of 106 (93 %) | 1 in 9 |
| twenty-first lot, English, 9 plans | 78 of 85 (92 %) | 2 in 9 |
| twenty-second lot, Japanese, 9 plans | 95 of 102 (93 %) | 6 in 9 |
| twenty-second lot, English, 9 plans | 93 of 98 (95 %) | 1 in 9 |
| twenty-third lot, Japanese, 9 plans | 103 of 108 (95 %) | 1 in 9 |
| twenty-third lot, English, 9 plans | 101 of 107 (94 %) | 0 in 9 |
| twenty-fourth lot, Japanese, 9 plans in many layouts | 99 of 105 (94 %) | 6 in 9 |
| twenty-fourth lot, English, 9 plans in many layouts | 99 of 106 (93 %) | 5 in 9 |
| twenty-fifth lot, Japanese, 9 plans | 95 of 103 (92 %) | 1 in 9 |
| twenty-fifth lot, English, 9 plans | 100 of 105 (95 %) | 6 in 9 |
| twenty-sixth lot, Japanese, 9 plans | 87 of 91 (96 %) | 3 in 9 |
| twenty-sixth lot, English, 9 plans | 96 of 104 (92 %) | 0 in 9 |
| twenty-seventh lot, Japanese, 9 plans | 96 of 101 (95 %) | 0 in 9 |
| twenty-seventh lot, English, 9 plans | 96 of 106 (91 %) | 2 in 9 |
| twenty-eighth lot, Japanese, 8 plans | 86 of 91 (95 %) | 5 in 8 |
| twenty-eighth lot, English, 8 plans | 85 of 93 (91 %) | 1 in 8 |
| good plans in ordinary layouts, English | | 0 in 8 |
| good plans, odd layouts, Japanese | | 20 in 14, 10 in 12, 13 in 10, 12 in 12, 6 in 12, 1 in 10 |
| good plans, odd layouts, English | | 20 in 14, 11 in 12, 10 in 10, 11 in 12, 14 in 12, 14 in 10 |

## Wordings

“Must flag” and “must pass” say how many wordings came out as they must, of how many there are.
"""
_COLUMNS = [(True, "ja"), (True, "en"), (False, "ja"), (False, "en")]


def review_figures() -> str:
    """Return the document."""
    entries = wordings()
    rows = [_row(rule, [e for e in entries if e.slug == rule.slug]) for rule in ALL]
    table = [
        "| Rule | Must flag, ja | Must flag, en | Must pass, ja | Must pass, en |",
        "|---|---|---|---|---|",
        *(row for row in rows if row),
        _total(entries),
    ]
    return "\n".join([_HEAD, *table, "", *_plans(plan_files()), ""])


def _row(rule: Rule, entries: Sequence[Wording]) -> str:
    return f"| {rule.id} {rule.slug} | {_cells(entries, rule)} |" if entries else ""


def _total(entries: Sequence[Wording]) -> str:
    rules = {rule.slug: rule for rule in ALL}
    cells = []
    for key in _COLUMNS:
        chosen = [e for e in entries if (e.must_flag, e.lang) == key and e.slug in rules]
        cells.append(f"{sum(_is_right(e, rules[e.slug]) for e in chosen):,} of {len(chosen):,}")
    return f"| **All** | {' | '.join(cells)} |"


def _cells(entries: Sequence[Wording], rule: Rule) -> str:
    there = Counter((entry.must_flag, entry.lang) for entry in entries)
    right = Counter((e.must_flag, e.lang) for e in entries if _is_right(e, rule))
    return " | ".join(f"{right[key]} of {there[key]}" for key in _COLUMNS)


def _is_right(entry: Wording, rule: Rule) -> bool:
    places = {hit.place.item for hit in rule.check(entry.review())}
    return (entry.item in places) is entry.must_flag


def _plans(entries: Sequence[PlanFile]) -> Iterable[str]:
    bad = [entry for entry in entries if entry.defects]
    good = [entry for entry in entries if not entry.defects]
    found = {str(entry): len(entry.defects & _places(entry)) for entry in bad}
    alarms = {str(entry): len(_places(entry, weighty=True)) for entry in good}
    planted = sum(len(entry.defects) for entry in bad)
    yield "## Bad plans\n"
    yield "| Plan | Planted defects found at their item |"
    yield "|---|---|"
    yield from (f"| {entry} | {found[str(entry)]} of {len(entry.defects)} |" for entry in bad)
    yield f"| **All {len(bad)}** | {sum(found.values())} of {planted} |"
    yield "\n## Good plans\n"
    yield "| Plan | False alarms (`block` or `warn`) |"
    yield "|---|---|"
    yield from (f"| {entry} | {alarms[str(entry)]} |" for entry in good)
    yield f"| **All {len(good)}** | {sum(alarms.values())} |"


def _places(entry: PlanFile, *, weighty: bool = False) -> set[tuple[str, str]]:
    findings = review_plan(entry.review, language="en")
    return {
        (finding.id, finding.place.item)
        for finding in findings
        if not weighty or finding.severity is not Severity.INFO
    }
