"""The metrics of a case: those of the notice first, then those entered, then all others."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.forecast.words import written_rate, written_target
from kaizen.metrics import Metric, all_metrics, find_metric, forecast_metrics
from kaizen.notice import Notice
from views.context import today
from views.dates import full_day
from views.pages.month_notes import MonthNote, month_notes
from views.pages.numbers import stated_in, together_words


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One metric to choose, and what is known about it."""

    name: str
    about: str
    link: str
    state: str
    state_words: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure that counts but is no rate of a window: what it is, and where that is written."""

    name: str
    sentences: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class NumbersListPage:
    """Everything the page places; ``months`` judges the month of item 6 for each metric."""

    case: Case
    rows: tuple[MetricRow, ...]
    others: tuple[MetricRow, ...]
    explained: tuple[Explained, ...]
    together: str
    months: tuple[MonthNote, ...]


def numbers_list_page(case: Case, notice: Notice | None, language: str) -> NumbersListPage:
    """Return the metrics, those that this case is about first."""
    named = _named(case, notice)
    others = [metric for metric in forecast_metrics() if metric not in named]
    return NumbersListPage(
        case=case,
        rows=_rows(named, case, notice, language),
        others=_rows(others, case, notice, language),
        explained=tuple(
            _explained(metric, language) for metric in all_metrics() if not metric.can_be_forecast
        ),
        together=together_words(case, language),
        months=month_notes(case, language),
    )


def _explained(metric: Metric, language: str) -> Explained:
    said = (metric.formula, metric.counts, metric.scope, metric.consequence)
    return Explained(
        metric.name.in_language(language),
        tuple(_sentence(words.in_language(language), language) for words in said),
        _("Source: %(address)s, as of %(day)s", address=metric.source, day=metric.as_of),
    )


def _sentence(words: str, language: str) -> str:
    stop = "\u3002" if language == "ja" else "."
    return words if words.endswith(stop) else words[:1].upper() + words[1:] + stop


def metrics_named(case: Case, notice: Notice | None) -> list[Metric]:
    """Return the metrics that the notice or the type of violation names."""
    keys = [found.key for found in notice.metrics] if notice else []
    keys += [case.details.violation_type]
    keys += [notice.violation_type, *notice.other_violation_types] if notice else []
    found = (find_metric(key) for key in keys if key)
    return list(dict.fromkeys(one for one in found if one is not None and one.can_be_forecast))


def _named(case: Case, notice: Notice | None) -> list[Metric]:
    entered = [find_metric(record.metric) for record in case.numbers]
    kept = [one for one in entered if one is not None and one.can_be_forecast]
    return list(dict.fromkeys([*metrics_named(case, notice), *kept]))


def _rows(
    metrics: list[Metric], case: Case, notice: Notice | None, language: str
) -> tuple[MetricRow, ...]:
    words = {"todo": _("Not started"), "doing": _("In progress"), "done": _("Completed")}
    rows = []
    for metric in metrics:
        state = _state(case, metric)
        link = url_for("numbers.show", case_id=case.id, metric=metric.key)
        about = _about(case, metric, notice, language)
        rows.append(MetricRow(metric.name.in_language(language), about, link, state, words[state]))
    return tuple(rows)


def _state(case: Case, metric: Metric) -> str:
    record = case.number(metric.key)
    if record is None:
        return "todo"
    return "done" if record.forecast(today()) else "doing"


def _about(case: Case, metric: Metric, notice: Notice | None, language: str) -> str:
    record = case.number(metric.key)
    made = record.forecast(today()) if record else None
    if made is not None and made.likely.date is not None:
        return _("Target met from %(day)s", day=full_day(made.likely.date))
    if made is not None:
        return _("Target not met with this plan")
    window = record.now() if record else None
    target = written_target(metric, language)
    if window is not None and window.rate is not None:
        rate = written_rate(window.rate, metric)
        return _("%(rate)s, target %(target)s", rate=rate, target=target)
    stated = stated_in(notice, metric.key)
    if stated is not None:
        values = {"rate": f"{stated.value}%", "target": target}
        return _("The notice says %(rate)s, target %(target)s", **values)
    return _("Target %(target)s", target=target)
