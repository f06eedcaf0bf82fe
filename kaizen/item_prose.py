"""The text of each item, composed from free words and fields, with the field of every stretch.

Compose and the rules read the same text, so a finding points at the field it came from.
"""

from kaizen.dates import day_of, month_of, write_day, write_month
from kaizen.plan import Cause, Effect, Item, Measure, Person, Plan, Progress, Violation
from kaizen.prose import Prose, join, plain, typed
from kaizen.text import fold
from kaizen.wording import word

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def item_prose(plan: Plan, item: Item, language: str) -> Prose:
    """Return the text of ``item`` as it is printed below its label."""
    match item:
        case Item.VIOLATION:
            return violation_prose(plan.violation, language)
        case Item.CAUSE:
            lines = [cause_line(c, n, language) for n, c in enumerate(plan.causes)]
            return join([typed(plan.cause_text, "cause_text"), *lines], "\n")
        case Item.FIX:
            return _fix_prose(plan, language)
        case Item.EFFECT:
            lines = [effect_line(e, n, language) for n, e in enumerate(plan.effects)]
            return join([typed(plan.effect_text, "effect_text"), *lines], "\n")
        case Item.IMPLEMENTATION_DATE:
            return typed(printed_day(plan.implementation_date, language), "implementation_date")
        case Item.EFFECT_MONTH:
            return typed(printed_month(plan.effect_month, language), "effect_month")
        case Item.RESPONSIBLE_PERSON:
            return person_prose(plan.person, language)


def violation_prose(violation: Violation, language: str) -> Prose:
    """Return item 1: free words first, then each filled field as a labelled line.

    What the free words name already (an id, the policy) is not said a second time.
    """
    comma = word("comma", language)
    said = fold(violation.text).text.upper()
    rows = [
        ("policy", "" if _is_said(violation.policy, said) else violation.policy),
        ("what", violation.what),
        ("asins", comma.join(one for one in violation.asins if not _is_said(one, said))),
        ("order_ids", comma.join(one for one in violation.order_ids if not _is_said(one, said))),
        ("period", _period(violation, language)),
        ("counts", _counts(violation, language)),
    ]
    lines = [_labelled(key, value, f"violation-{key}", language) for key, value in rows if value]
    return join([typed(violation.text, "violation-text"), *lines], "\n")


def _is_said(value: str, said: str) -> bool:
    folded = fold(value).text.upper()
    return bool(folded) and folded in said


def cause_line(cause: Cause, index: int, language: str) -> Prose:
    """Return one cause as text; empty where nothing was written."""
    if cause == Cause():
        return Prose()
    key = "cause" if cause.count is None else "cause_counted"
    label = word(key, language, number=index + 1, count=cause.count)
    head = plain(label + word("colon", language)) + typed(cause.why, f"causes-{index}-why")
    if not cause.why_unnoticed:
        return head
    field = f"causes-{index}-why_unnoticed"
    return join([head, _labelled("why_unnoticed", cause.why_unnoticed, field, language)], "\n")


def measure_line(measure: Measure, index: int, marker: str, language: str) -> Prose:
    """Return one measure as text: what is done, then its facts in brackets."""
    prefix = f"measures-{index}-"
    causes = [plain(word("cause", language, number=number)) for number in measure.causes]
    day_key = "day_done" if measure.progress is Progress.DONE else "day_planned"
    day = write_day(measure.day, language) if measure.day else ""
    facts = [
        _labelled(key, value, prefix + field, language)
        for key, field, value in (
            (day_key, "day", day),
            ("who", "who", measure.who),
            ("when", "when", measure.when),
            ("record", "record", measure.record),
            ("criterion", "criterion", measure.criterion),
        )
        if value
    ]
    if measure.exhibit:
        facts.append(_labelled("exhibit", measure.exhibit, prefix + "exhibit", language))
    inside = join([*facts, *causes], word("comma", language))
    head = plain(word("number", language, number=marker)) + typed(measure.what, prefix + "what")
    if not inside.text:
        return head
    return head + plain(word("open", language)) + inside + plain(word("close", language))


def effect_line(effect: Effect, index: int, language: str) -> Prose:
    """Return one indicator as text; empty where nothing was written."""
    prefix = f"effects-{index}-"
    goal = Prose()
    if effect.before and effect.after:
        shape = word("from_to", language)
        before, after = shape.split("{before}")[0], shape.split("{after}")[1]
        middle = shape.split("{before}")[1].split("{after}")[0]
        goal = plain(before) + typed(effect.before, prefix + "before") + plain(middle)
        goal = goal + typed(effect.after, prefix + "after") + plain(after)
    elif effect.before or effect.after:
        field = "before" if effect.before else "after"
        goal = typed(effect.before or effect.after, prefix + field)
    head = join([typed(effect.indicator, prefix + "indicator"), goal], word("colon", language))
    facts = [
        _labelled(key, value, prefix + field, language)
        for key, field, value in (
            ("how", "how", effect.how),
            ("measured_by", "who", effect.who),
            ("if_missed", "if_missed", effect.if_missed),
        )
        if value
    ]
    inside = join(facts, word("comma", language))
    if not inside.text:
        return head
    return head + plain(word("open", language)) + inside + plain(word("close", language))


def marked_measures(plan: Plan, progress: Progress) -> list[tuple[str, int, Measure]]:
    """Return (marker, index, measure) of one state: numbers where done, letters where planned."""
    chosen = [
        (index, measure)
        for index, measure in enumerate(plan.measures)
        if measure.progress is progress and measure != Measure(progress=progress)
    ]
    letters = progress is not Progress.DONE
    offset = len(marked_measures(plan, Progress.PLANNED)) if progress is Progress.UNDECIDED else 0
    return [
        (_letter(n + offset) if letters else str(n + 1), index, measure)
        for n, (index, measure) in enumerate(chosen)
    ]


def _letter(number: int) -> str:
    first, last = divmod(number, len(_LETTERS))
    return (_LETTERS[first - 1] if first else "") + _LETTERS[last]


def _fix_prose(plan: Plan, language: str) -> Prose:
    parts = [typed(plan.fix_text, "fix_text")]
    for progress in (Progress.DONE, Progress.PLANNED, Progress.UNDECIDED):
        marked = marked_measures(plan, progress)
        if marked:
            parts.append(plain(word(progress.value, language)))
        parts.extend(measure_line(m, index, marker, language) for marker, index, m in marked)
    return join(parts, "\n")


def printed_day(written: str, language: str) -> str:
    """Return item 5 as printed: the template's words around the day, or the words as typed."""
    day = day_of(written)
    if day is None:
        return written
    if language == "ja":
        return word("by_day", language, day=write_day(day, language))
    return written if written.isascii() else write_day(day, language)


def printed_month(written: str, language: str) -> str:
    """Return item 6 as printed: year and month, or the words as typed."""
    month = month_of(written)
    if month is None:
        return written
    if language == "ja":
        return write_month(month, language)
    return written if written.isascii() else write_month(month, language)


def person_prose(person: Person, language: str) -> Prose:
    """Return item 7: full name and role."""
    name, role = typed(person.name, "name"), typed(person.role, "role")
    if not (person.name and person.role):
        return name + role
    shape = word("person", language)
    middle = shape.split("{name}")[1].split("{role}")[0]
    return name + plain(middle) + role + plain(shape.split("{role}")[1])


def _labelled(key: str, value: str, field: str, language: str) -> Prose:
    return plain(word(key, language) + word("colon", language)) + typed(value, field)


def _period(violation: Violation, language: str) -> str:
    first, last = violation.period_from, violation.period_to
    if first is None and last is None:
        return ""
    key = "period_both" if first and last else ("period_from" if first else "period_to")
    return word(
        key,
        language,
        first=write_day(first, language) if first else "",
        last=write_day(last, language) if last else "",
    )


def _counts(violation: Violation, language: str) -> str:
    count, total = violation.count, violation.total
    if count is None and total is None:
        return ""
    key = "counts_total" if count is None else ("counts_one" if total is None else "counts_both")
    return word(key, language, count=_grouped(count), total=_grouped(total))


def _grouped(number: int | None) -> str:
    return "" if number is None else f"{number:,}"
