"""How much it weighs that one of several measures or causes falls short."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaizen.finding import Hit, Severity

_FEW = 3


def by_share(hits: Sequence[Hit], of: int) -> Iterator[Hit]:
    """Yield ``hits`` among ``of`` measures or causes, as hints where they are a third or fewer.

    A plan in which most measures lack something is weak there. One measure among many may say it
    in words of its own, and where a reader would see it the seller is asked, not warned.
    """
    is_rare = len(hits) * _FEW <= of
    for hit in hits:
        yield replace(hit, severity=Severity.INFO) if is_rare else hit
