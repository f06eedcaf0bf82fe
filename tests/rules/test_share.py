"""One of many measures that falls short is a hint; where a third or more do, a weak point."""

import pytest

from kaizen.finding import Hit, Place, Severity
from kaizen.share import by_share


@pytest.mark.parametrize(
    ("short", "of", "severity"),
    [
        (1, 1, None),
        (1, 2, None),
        (1, 3, Severity.INFO),
        (1, 8, Severity.INFO),
        (2, 5, None),
        (2, 6, Severity.INFO),
        (3, 6, None),
    ],
)
def test_the_weight_follows_the_share(short: int, of: int, severity: Severity | None):
    hits = [Hit(Place("fix", number, number + 1)) for number in range(short)]
    weighed = list(by_share(hits, of))
    assert [hit.severity for hit in weighed] == [severity] * short
    assert [hit.place for hit in weighed] == [hit.place for hit in hits]
