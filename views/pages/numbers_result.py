"""What the figures of one metric give: the present rate, three courses, and offers for the plan."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from flask_babel import gettext as _
from markupsafe import Markup

from kaizen.case import Case
from kaizen.chart import chart_svg
from kaizen.dates import Month, write_day, write_month
from kaizen.forecast import Forecast, Window
from kaizen.forecast.months import month_choices, verdict, verdict_sentence
from kaizen.forecast.words import (
    KeyDate,
    assumptions,
    counts_sentence,
    effect_sentence,
    key_dates,
    written_amount,
    written_rate,
    written_target,
)
from kaizen.metric_record import MetricRecord
from kaizen.metrics import Metric, smallest_rate
from kaizen.notice import NoticeMetric
from kaizen.reading.item_dates import written_day, written_month
from kaizen.use_numbers import has_free_counts
from views.pages.month_notes import TONES

# One order that moves the rate by this part of what the target allows is worth a sentence.
_NOTABLE_PART = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class NowView:
    """The present rate, computed again, and what is to be said about it."""

    counted: str
    rate: str
    target: str
    is_met: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthOffer:
    """A month for item 6: its key in the form, its name, and what speaks for it."""

    key: str
    name: str
    sentences: tuple[str, ...]
    is_written: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence or counts for the plan; ``note`` stands in the place of the button."""

    act: str
    words: str
    button: str
    note: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """The forecast as the page places it. ``month_tone`` is a kind of message."""

    chart: Markup
    rows: tuple[KeyDate, ...]
    assumptions: tuple[str, ...]
    months: tuple[MonthOffer, ...]
    written_month: str
    month_verdict: str
    month_tone: str
    in_document: bool
    other_day: str


def now_view(
    record: MetricRecord, metric: Metric, stated: NoticeMetric | None, language: str
) -> NowView | None:
    """Return the present rate; None without figures or without orders."""
    window = record.now()
    if window is None or window.rate is None:
        return None
    return NowView(
        counted=_(
            "%(count)s of %(orders)s",
            count=written_amount(window.numerator),
            orders=written_amount(window.denominator),
        ),
        rate=written_rate(window.rate, metric),
        target=written_target(metric, language),
        is_met=metric.is_met_by(window.rate),
        sentences=tuple(_about_now(window, window.rate, metric, stated)),
    )


def _about_now(
    window: Window, rate: Fraction, metric: Metric, stated: NoticeMetric | None
) -> list[str]:
    said = []
    if stated is not None:
        values = {"stated": f"{stated.value}%", "rate": written_rate(rate, metric)}
        if agrees(rate, stated.value):
            said.append(_("This agrees with the notice (%(stated)s).", **values))
        else:
            said.append(
                _(
                    "The notice says %(stated)s, your figures give %(rate)s. Check the counts and "
                    "the last day; if both are right, say in item 1 why they differ.",
                    **values,
                )
            )
    smallest = smallest_rate(int(window.denominator))
    allowed = 100 - Fraction(metric.target) if metric.more_is_better else Fraction(metric.target)
    if smallest is not None and smallest >= allowed * _NOTABLE_PART:
        said.append(
            _(
                "With %(orders)s in the window, a single one already weighs %(smallest)s (1 of "
                "%(orders)s). The smallest rate above zero is that.",
                orders=written_amount(window.denominator),
                smallest=written_rate(smallest, metric),
            )
            if not metric.more_is_better
            else _(
                "With %(orders)s in the window, a single miss already costs %(smallest)s (1 of "
                "%(orders)s).",
                orders=written_amount(window.denominator),
                smallest=written_rate(smallest, metric),
            )
        )
    return said


def agrees(rate: Fraction, stated: Decimal) -> bool:
    """Tell whether ``stated`` is ``rate`` rounded, or cut, to its digits."""
    digits = max(0, -int(stated.as_tuple().exponent))
    return abs(rate - Fraction(stated)) < Fraction(1, 10**digits)


def result_view(made: Forecast, record: MetricRecord, case: Case, language: str) -> ResultView:
    """Return the forecast; what is offered for the plan is in the language of the plan."""
    written = case.plan.effect_month.strip()
    month = written_month(written)
    return ResultView(
        # The picture escapes every word of its own: it holds nothing that was typed.
        chart=Markup(chart_svg(made, language=language, font_family="inherit")),  # noqa: S704
        rows=key_dates(made, language),
        assumptions=assumptions(made, language),
        months=_months(made, month, language),
        written_month=written,
        month_verdict=verdict_sentence(made, month, language) if month else "",
        month_tone=TONES[verdict(made, month)] if month else "plain",
        in_document=record.in_document,
        other_day=_other_day(made, case, language),
    )


def _other_day(made: Forecast, case: Case, language: str) -> str:
    """Return a sentence where item 5 names another day than the figures count from."""
    day = written_day(case.plan.implementation_date)
    if day is None or day == made.from_day:
        return ""
    return _(
        "Item 5 says %(day)s, these figures count from %(begins)s. The review goes by item 5.",
        day=write_day(day, language),
        begins=write_day(made.from_day, language),
    )


def _months(made: Forecast, written: Month | None, language: str) -> tuple[MonthOffer, ...]:
    return tuple(
        MonthOffer(
            f"{choice.month.year}-{choice.month.month}",
            write_month(choice.month, language),
            choice.sentences,
            choice.month == written,
        )
        for choice in month_choices(made, language)
    )


def offers_of(
    case: Case, record: MetricRecord, metric: Metric, made: Forecast | None
) -> tuple[Offer, ...]:
    """Return what the seller may take over into items 1 and 4."""
    document, window = str(case.language), record.now()
    found = []
    counts = counts_sentence(window, metric, document) if window else None
    if window and counts:
        found.append(_counts_offer(case, window, counts))
    effect = effect_sentence(made, document) if made else None
    if effect:
        note = _held(4) if effect in case.plan.effect_text else ""
        found.append(Offer("effect", effect, _("Add to the text of item 4"), note))
    return tuple(found)


def _counts_offer(case: Case, window: Window, counts: str) -> Offer:
    violation = case.plan.violation
    if violation.text.strip():
        note = _held(1) if counts in violation.text else ""
        return Offer("counts", counts, _("Add to the text of item 1"), note)
    note = ""
    if (violation.count, violation.total) == (window.numerator, window.denominator):
        note = _held(1)
    elif not has_free_counts(violation):
        note = _("Item 1 has its own period and counts. Compare them with these.")
    return Offer("counts", counts, _("Fill the counts of item 1"), note)


def _held(item: int) -> str:
    return str(_("Item %(number)s already holds this.", number=item))
