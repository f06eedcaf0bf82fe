"""The catalogue of causes: reasons by group, targets in figures, and what has changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from kaizen.help.causes import Catalogue, Group, metrics_that_stop
from kaizen.help.text import Source
from kaizen.metrics import Metric
from views.pages.help_links import Link, Origin, help_links, origin


@dataclass(frozen=True, slots=True)
class CauseView:
    """One reason with its sources."""

    name: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure: over how many days, which target, and what follows."""

    name: str
    formula: str
    window: str
    target: str
    consequence: str
    source: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group of reasons."""

    id: str
    heading: str
    intro: str
    causes: tuple[CauseView, ...]
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What older advice says beside what holds today."""

    old: str
    now: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class CausesPage:
    """Everything the catalogue places."""

    title: str
    lead: str
    groups: tuple[GroupView, ...]
    changes: tuple[ChangeView, ...]
    links: tuple[Link, ...]
    day: str


def causes_page(catalogue: Catalogue, language: str) -> CausesPage:
    """Return the catalogue in ``language``."""
    as_of, pages = catalogue.as_of, help_links()

    def sources(keys: Iterable[Source]) -> Origin:
        return origin(keys, as_of, language)

    return CausesPage(
        title=catalogue.title.in_language(language),
        lead=catalogue.lead.in_language(language),
        groups=tuple(_group(group, as_of, language) for group in catalogue.groups),
        changes=tuple(
            ChangeView(
                change.old.in_language(language),
                change.now.in_language(language),
                sources(change.sources),
            )
            for change in catalogue.changes
        ),
        links=tuple(pages[key] for key in catalogue.pages),
        day=sources(()).day,
    )


def _group(group: Group, as_of: str, language: str) -> GroupView:
    metrics = metrics_that_stop() if group.key == "metrics" else ()
    return GroupView(
        id=f"group-{group.key}",
        heading=group.heading.in_language(language),
        intro=group.intro.in_language(language) if group.intro else "",
        causes=tuple(
            CauseView(
                cause.name.in_language(language),
                cause.text.in_language(language),
                origin(cause.sources, as_of, language),
            )
            for cause in group.causes
        ),
        figures=tuple(_figure(metric, language) for metric in metrics),
    )


def _figure(metric: Metric, language: str) -> FigureView:
    days = _("%(days)s days", days=metric.window_days)
    return FigureView(
        name=metric.name.in_language(language),
        formula=metric.formula.in_language(language),
        window=_("%(window)s (assumed)", window=days) if metric.window_assumed else days,
        target=_target(metric),
        consequence=metric.consequence.in_language(language),
        source=metric.source,
    )


def _target(metric: Metric) -> str:
    if metric.kind == "points":
        return _("%(number)s points or more", number=f"{metric.target:f}")
    if not metric.target:
        return _("none")
    number = f"{metric.target:f}%"
    if metric.more_is_better:
        return _("%(number)s or more", number=number)
    return _("below %(number)s", number=number)
