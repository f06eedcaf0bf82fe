"""What the notice says about the question of a step, for the column beside it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from kaizen.metrics import find_metric
from kaizen.notice import Notice, NoticeMetric
from kaizen.steps import Step
from views.dates import full_day_with_weekday


@dataclass(frozen=True, slots=True)
class SideFact:
    """One fact of the notice: what it is, its values, and the words it was read from."""

    label: str
    values: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    is_code: bool = False


def side_facts(notice: Notice | None, step: Step, language: str) -> tuple[SideFact, ...]:
    """Return the facts of ``notice`` that belong to ``step``; empty without a notice."""
    if notice is None:
        return ()
    parts: Mapping[str, tuple[Callable[[Notice, str], Iterator[SideFact]], ...]] = {
        "violation": (_policies, _metrics, _ids),
        "cause": (_policies, _metrics, _points),
        "fix": (_metrics, _points, _ids),
        "effect": (_metrics,),
        "dates": (_deadline,),
        "person": (_contact,),
    }
    return tuple(fact for part in parts[step.key] for fact in part(notice, language))


def _policies(notice: Notice, _language: str) -> Iterator[SideFact]:
    if notice.policies:
        yield SideFact(_("Policy"), notice.policies)


def _metrics(notice: Notice, language: str) -> Iterator[SideFact]:
    if notice.metrics:
        lines = tuple(line for metric in notice.metrics for line in _metric(metric, language))
        yield SideFact(_("Metric"), lines, _quotes(notice, "metrics"))


def _metric(found: NoticeMetric, language: str) -> Iterator[str]:
    known = find_metric(found.key)
    unit = "%" if found.unit == "%" else ""
    name = known.name.in_language(language) if known else found.key
    yield f"{name} {found.value}{unit}"
    if found.target is None:
        return
    values = {"target": f"{found.target}{unit}", "days": found.window_days}
    if known and known.more_is_better:
        target = _("Target: at least %(target)s", **values)
    else:
        target = _("Target: under %(target)s", **values)
    yield target
    if found.window_days:
        yield _("Over the last %(days)s days", **values)


def _ids(notice: Notice, _language: str) -> Iterator[SideFact]:
    if notice.asins:
        yield SideFact(_("ASINs"), notice.asins, is_code=True)
    if notice.order_ids:
        yield SideFact(_("Orders named as examples"), notice.order_ids, is_code=True)


def _points(notice: Notice, _language: str) -> Iterator[SideFact]:
    if notice.missing_points:
        yield SideFact(_("What it asks you to explain"), notice.missing_points)


def _deadline(notice: Notice, _language: str) -> Iterator[SideFact]:
    if notice.deadline and notice.deadline.date:
        day = full_day_with_weekday(notice.deadline.date)
        yield SideFact(_("Answer due"), (day,), _quotes(notice, "deadline"))
    if notice.received_date:
        yield SideFact(_("Date of the notice"), (full_day_with_weekday(notice.received_date),))


def _contact(notice: Notice, _language: str) -> Iterator[SideFact]:
    if notice.addressee:
        yield SideFact(_("Addressed to"), (notice.addressee,))
    if notice.registered_contact:
        yield SideFact(_("Registered contact"), (notice.registered_contact,))


def _quotes(notice: Notice, key: str) -> tuple[str, ...]:
    spans = notice.evidence.get(key, ())[:2]
    return tuple(" ".join(span.text.split())[:120] for span in spans)
