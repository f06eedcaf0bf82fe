"""How the month of item 6 stands to the forecasts of a case, one sentence a metric."""

from dataclasses import dataclass

from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.forecast.months import Verdict, verdict, verdict_sentence
from kaizen.metrics import find_metric
from kaizen.reading.item_dates import written_month
from views.context import today

TONES = {
    Verdict.FITS: "done",
    Verdict.BEFORE_SETTLED: "plain",
    Verdict.HOPEFUL: "warn",
    Verdict.IMPOSSIBLE: "stop",
    Verdict.NEVER: "stop",
}


@dataclass(frozen=True, slots=True)
class MonthNote:
    """The verdict of one metric; ``tone`` is a kind of message."""

    tone: str
    words: str


def month_notes(case: Case, language: str) -> tuple[MonthNote, ...]:
    """Return the verdicts on the month as stored; none without a month or without numbers."""
    month = written_month(case.plan.effect_month)
    if month is None:
        return ()
    found = ((find_metric(record.metric), record.forecast(today())) for record in case.numbers)
    return tuple(
        MonthNote(
            TONES[verdict(made, month)],
            _(
                "%(name)s: %(words)s",
                name=metric.name.in_language(language),
                words=verdict_sentence(made, month, language),
            ),
        )
        for metric, made in found
        if metric is not None and made is not None
    )
