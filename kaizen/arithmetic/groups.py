"""Cases sorted into numbered groups: "28 cases in 3 groups. Cause 1 (14) ... Cause 3 (4)"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from kaizen.arithmetic.statement import Statement
from kaizen.arithmetic.sums import total_of
from kaizen.arithmetic.words import NUMBER, NUMBER_BEGINS, any_of, as_number, unit, words

_LONGEST = 4_000


def group_statements(text: str) -> Iterator[Statement]:
    """Yield the totals of groups where every group from 1 on stands there with its count, once."""
    for pattern in _sorted():
        for found in pattern.finditer(text):
            count = _how_many(found["groups"])
            listed = _group().finditer(text, found.end(), found.end() + _LONGEST)
            entries = list(islice(listed, count))
            numbers = [int(entry["number"]) for entry in entries]
            units = {entry["unit"] for entry in entries} - {None, found.groupdict().get("unit")}
            if count < 2 or numbers != list(range(1, count + 1)) or units:
                continue
            parts = [as_number(entry["count"]) for entry in entries]
            yield total_of(parts, as_number(found["whole"]), found.start(), found.end())


def _how_many(written: str) -> int:
    named: dict[str, int] = words()["groups"]["numbers"]
    return int(written) if written.isdecimal() else named[written.lower()]


@cache
def _sorted() -> tuple[re.Pattern[str], ...]:
    table = words()["groups"]
    stop = words()["marks"]["stop"]
    numbers = any_of(table["numbers"])
    whole = rf"{NUMBER_BEGINS}(?P<whole>{NUMBER})"
    return (
        re.compile(
            rf"{whole}\s?(?P<unit>{unit()})[^\n{stop}]{{0,30}}?"
            rf"(?<!\d)(?P<groups>\d)\s?{any_of(table['groups'])}{any_of(table['sorted'])}"
        ),
        re.compile(
            rf"(?i:{any_of(table['sorted_en'])}) (?:the |all |these )?{whole}"
            rf"(?: [A-Za-z-]{{1,20}}){{1,4}}? (?:into|by) (?P<groups>\d|{numbers})\b"
        ),
    )


@cache
def _group() -> re.Pattern[str]:
    named = any_of(words()["groups"]["named"])
    return re.compile(
        rf"(?:{named})\s?(?P<number>\d{{1,2}})\s?\(\s?(?P<count>{NUMBER})\s?(?P<unit>{unit()})?(?=[^\d%])"
    )
