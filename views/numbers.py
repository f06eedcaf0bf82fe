"""The numbers of a case: figures of a metric, the forecast, and what is taken over of it."""

from dataclasses import replace
from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.numbers import NumbersForm, stamp
from kaizen.arithmetic import statements
from kaizen.case import Case
from kaizen.dates import Month
from kaizen.forecast.words import counts_sentence, effect_sentence
from kaizen.item_prose import item_prose
from kaizen.limits import FIELD_CHARACTERS
from kaizen.metric_record import MetricRecord, Totals
from kaizen.metrics import Metric, find_metric
from kaizen.notice import Notice
from kaizen.plan import Item, Plan
from kaizen.reading.item_dates import written_day
from kaizen.use_numbers import with_counts, with_effect, with_month
from store import Conflict
from views.context import case_or_404, page_language, today
from views.language import switch_language
from views.pages.numbers import numbers_page, stated_in
from views.pages.numbers_list import numbers_list_page
from views.reading import notice_of
from views.report_upload import Brought
from views.saving import save, save_or_conflict
from views.table_upload import bring

blueprint = Blueprint("numbers", __name__, url_prefix="/cases/<case_id>/numbers")
ACCEPT = "accept"


@blueprint.get("")
def choose(case_id: str) -> ResponseReturnValue:
    """Show the metrics, those of the notice first."""
    case = case_or_404(case_id)
    page = numbers_list_page(case, notice_of(case), page_language())
    return render_template("numbers/list.html", page=page)


@blueprint.get("/<metric>")
def show(case_id: str, metric: str) -> ResponseReturnValue:
    """Show the figures of one metric and what they give."""
    case, known = case_or_404(case_id), _metric_or_404(metric)
    form = _form(known)
    form.fill(case.number(known.key) or offered(case, known, notice_of(case)))
    return _page(case, known, form, 200)


@blueprint.post("/<metric>")
def change(case_id: str, metric: str) -> ResponseReturnValue:
    """Store what can be stored; a new table is shown for confirmation before it counts."""
    case, known = case_or_404(case_id), _metric_or_404(metric)
    form = NumbersForm(request.form)
    _form_names(form, known)
    brought = bring(
        form,
        request.files.get("file"),
        metric=known,
        stored=case.number(known.key) or MetricRecord(known.key),
        is_accepted=ACCEPT in request.form,
        language=page_language(),
    )
    form.validate()
    for name, sentence in brought.errors.items():
        form[name].errors = (*form[name].errors, sentence)
    changed = form.apply_to(case, known.key, None if form.table.errors else brought.days)
    if changed != case:
        if request.form.get("stamp", stamp(case, known.key)) != stamp(case, known.key):
            return _page(case, known, form, 409, brought)
        outcome = save(changed)
        if isinstance(outcome, Conflict):
            return _page(outcome.current, known, form, 409, brought)
        case = outcome
    switched = switch_language()
    _form_names(form, known)
    if form.errors or brought.errors:
        return _page(case, known, form, 422, brought)
    if brought.asks:
        return _page(case, known, form, 200, brought)
    anchor = None if switched else "result"
    return redirect(
        url_for("numbers.show", case_id=case_id, metric=known.key, _anchor=anchor), code=303
    )


@blueprint.post("/<metric>/use")
def use(case_id: str, metric: str) -> ResponseReturnValue:
    """Take over what the seller pressed; nothing that is written is replaced."""
    case, known = case_or_404(case_id), _metric_or_404(metric)
    record = case.number(known.key) or abort(404)
    changed = _taken(case, record)
    if changed is None:
        flash(_("Nothing was changed: the plan holds it already, or has no room for it."), "warn")
    elif changed != case:
        clash = save_or_conflict(changed)
        if clash is not None:
            return clash
        flash(_("Taken over into the plan."), "done")
    return redirect(url_for("numbers.show", case_id=case_id, metric=known.key), code=303)


@blueprint.post("/<metric>/document")
def document(case_id: str, metric: str) -> ResponseReturnValue:
    """Put chart and assumptions into the PDF and the Word file, or leave them out."""
    case, known = case_or_404(case_id), _metric_or_404(metric)
    record = case.number(known.key) or abort(404)
    wanted = request.form.get("in_document") == "yes"
    clash = save_or_conflict(case.with_number(replace(record, in_document=wanted)))
    if clash is not None:
        return clash
    flash(
        _("Chart and assumptions stand in the PDF and in the Word file now.")
        if wanted
        else _("Chart and assumptions are left out of the files."),
        "done",
    )
    return redirect(url_for("numbers.show", case_id=case_id, metric=known.key), code=303)


def offered(case: Case, metric: Metric, notice: Notice | None) -> MetricRecord:
    """Return what plan and notice already say, as a beginning; nothing of it is stored."""
    violation, stated = case.plan.violation, stated_in(notice, metric.key)
    noticed = case.details.notice_date or (notice.received_date if notice else None)
    last = violation.period_to or (noticed and noticed - timedelta(days=1))
    totals = None
    counts = _counts(case, metric)
    if counts is not None and last:
        totals = Totals(*counts, last)
    window = stated.window_days if stated else None
    target = stated.target if stated else None
    return MetricRecord(
        metric.key,
        totals=totals,
        window=window if window != metric.window_days else None,
        target=target if target != metric.target else None,
        from_day=written_day(case.plan.implementation_date),
    )


def _counts(case: Case, metric: Metric) -> tuple[int, int] | None:
    """Return n of m as item 1 has them: in its fields, or in words that name the rate."""
    violation = case.plan.violation
    if violation.count is not None and violation.total:
        return violation.count, violation.total
    said = item_prose(case.plan, Item.VIOLATION, str(case.language)).text
    claims = statements(said, today=today())
    named = (claim.counts for claim in claims if claim.metric == metric.key and claim.agrees)
    return next(named, None)


def _taken(case: Case, record: MetricRecord) -> Case | None:
    """Return the case with what was pressed taken over; None where that changes nothing."""
    plan = _plan_with(case, record)
    fits = all(len(text) <= FIELD_CHARACTERS for text in (plan.effect_text, plan.violation.text))
    return None if plan == case.plan or not fits else case.with_plan(plan)


def _plan_with(case: Case, record: MetricRecord) -> Plan:
    plan, language = case.plan, str(case.language)
    metric, made, window = record.found_metric(), record.forecast(today()), record.now()
    year, _dash, month = request.form.get("month", "").partition("-")
    if made and year.isdecimal() and month.isdecimal() and 2000 <= int(year) <= 2300:
        chosen = Month(int(year), int(month))
        return with_month(plan, chosen, language) if 1 <= chosen.month <= 12 else plan
    match request.form.get("act"):
        case "counts" if metric and window:
            sentence = counts_sentence(window, metric, language)
            return with_counts(plan, window, sentence) if sentence else plan
        case "effect" if made:
            sentence = effect_sentence(made, language)
            return with_effect(plan, sentence) if sentence else plan
    return plan


def _metric_or_404(key: str) -> Metric:
    found = find_metric(key)
    return found if found is not None and found.can_be_forecast and found.key == key else abort(404)


def _form(metric: Metric) -> NumbersForm:
    form = NumbersForm()
    _form_names(form, metric)
    return form


def _form_names(form: NumbersForm, metric: Metric) -> None:
    language = page_language()
    form.call_fields(
        counted=metric.numerator.in_language(language),
        orders=metric.denominator.in_language(language),
    )


def _page(
    case: Case, metric: Metric, form: NumbersForm, status: int, brought: Brought | None = None
) -> ResponseReturnValue:
    page = numbers_page(
        case,
        metric,
        form,
        notice=notice_of(case),
        language=page_language(),
        brought=brought,
        is_clash=status == 409,
    )
    return render_template("numbers/show.html", page=page, form=form), status
