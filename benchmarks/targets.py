"""What the figures must reach. A target has one or more parts; all of them must hold.

Beside warm Chromium the medians of the rounds are compared, as in the table the targets were set
by. Chromium's fastest round is a lucky one, in which a new page found everything loaded, and says
nothing of what a person waits for. The ratio of the fastest rounds is printed beside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.click import CLIENTS


@dataclass(frozen=True, slots=True)
class Part:
    """A figure by its name, or by how several begin (the largest counts), and the most allowed.

    ``beside`` is another figure that is shown with it and does not count.
    """

    figure: str
    most: float
    beside: str = ""

    def measured(self, figures: Mapping[str, float]) -> float | None:
        """Return the figure, or nothing where it was not measured."""
        if self.figure in figures:
            return figures[self.figure]
        found = [value for name, value in figures.items() if name.startswith(self.figure)]
        return max(found, default=None)


@dataclass(frozen=True, slots=True)
class Target:
    """A number, what it asks in words, and its parts."""

    number: str
    words: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One part of a target beside what was measured."""

    number: str
    words: str
    figure: str
    most: float
    measured: float
    beside: float | None = None

    @property
    def is_reached(self) -> bool:
        """Tell whether the figure is within the target."""
        return self.measured <= self.most

    @property
    def fastest(self) -> str:
        """Return the ratio of the fastest rounds in words, where it stands beside."""
        return "" if self.beside is None else f"fastest rounds {self.beside:.2f}"


def _chromium(length: str, page: str, most: float) -> Part:
    name = f"{length}: ours : Chromium, {page}"
    return Part(f"{name}, medians", most, beside=name)


ALL = (
    Target(
        "T1",
        "PDF of 3 pages, warm, as a share of warm Chromium",
        (_chromium("3 pages", "new page", 0.32), _chromium("3 pages", "same page", 0.72)),
    ),
    Target(
        "T2",
        "PDF of 1 page, as a share of warm Chromium",
        (_chromium("1 page", "new page", 0.20), _chromium("1 page", "same page", 0.46)),
    ),
    Target("T3", "memory as a share of Chromium's", (Part("memory: PDF worker : Chromium", 0.20),)),
    Target("T4", "a page of 30 : a page of 5", (Part("pdf, a page of 30", 1.10),)),
    Target(
        "T5",
        "one paragraph of 4,000 characters : four; the longest plan, ms",
        (Part("pdf, 4,000 characters", 1.5), Part("pdf, 60,000 characters", 3000)),
    ),
    Target(
        "T6",
        "a process for one PDF, as a share of Chromium's command line",
        (Part("cold, 3 pages: ours : Chromium", 0.75),),
    ),
    Target("T7", "click to file : bare drawing", (Part("click: PDF of 3 pages :", 1.25),)),
    Target(
        "T8",
        "page beside PDFs : page alone, p99",
        (Part("click: page beside PDFs : alone, p99", 1.3),),
    ),
    Target(
        "T9",
        f"page with {CLIENTS} people at once, p99 ms; saving a step, ms",
        (
            Part(f"click: page, {CLIENTS} people at once, p99", 15),
            Part("click: save a step, in process", 2),
        ),
    ),
    Target(
        "T10",
        "reading a notice: ordinary, 200,000 characters, ms",
        (Part("ordinary notice", 3), Part("noise:", 300)),
    ),
    Target(
        "T11",
        "review: ordinary plan, the longest, ms; twice the length : once",
        (
            Part("review: a plan of 2,000", 10),
            Part("review: a plan of 59,000", 500),
            Part("review: twice the length", 2.6),
        ),
    ),
    Target("T12", "second start to the first answer, ms", (Part("start: second start", 600),)),
)


def outcomes(figures: Mapping[str, float]) -> Iterator[Outcome]:
    """Give each part that was measured."""
    for target in ALL:
        for part in target.parts:
            measured = part.measured(figures)
            if measured is not None:
                beside = figures.get(part.beside)
                yield Outcome(target.number, target.words, part.figure, part.most, measured, beside)
