"""Case → Document, in the seven-item layout and in the three-part layout.

The words are the seller's, arranged: nothing is claimed that was not entered.
"""

from datetime import date

from kaizen.case import Case, Language, Layout
from kaizen.dates import write_day
from kaizen.document import Block, Document, Entry, ExhibitRow, Header, Listing, Paragraph, Section
from kaizen.item_prose import (
    cause_line,
    effect_line,
    item_prose,
    marked_measures,
    measure_line,
    person_prose,
    violation_prose,
)
from kaizen.pictures import pictures
from kaizen.plan import Cause, Effect, Item, Measure, Plan, Progress
from kaizen.split_fix import split_fix
from kaizen.wording import word, words

_INLINE = (Item.IMPLEMENTATION_DATE, Item.EFFECT_MONTH, Item.RESPONSIBLE_PERSON)


def compose(
    case: Case,
    language: Language | None = None,
    layout: Layout | None = None,
    *,
    today: date,
    is_draft: bool = False,
) -> Document:
    """Return the document of ``case``; language and layout default to the case's own choice."""
    chosen = str(language or case.language)
    shape = layout or case.layout
    sections = _seven(case.plan, chosen) if shape is Layout.SEVEN else _three(case.plan, chosen)
    return Document(
        language=chosen,
        layout=str(shape),
        is_draft=is_draft,
        header=compose_header(case, chosen, today),
        sections=sections,
        signature=compose_signature(case, chosen),
        exhibits=compose_exhibits(case, chosen),
        today=today,
        pictures=pictures(case.numbers, chosen, today),
    )


def _seven(plan: Plan, language: str) -> tuple[Section, ...]:
    labels = words("items", language)
    return tuple(
        Section(item.value, str(n + 1), labels[n], _blocks(plan, item, language), item in _INLINE)
        for n, item in enumerate(Item)
    )


def _three(plan: Plan, language: str) -> tuple[Section, ...]:
    labels, names = words("parts", language), words("items", language)
    done_text, planned_text = split_fix(plan.fix_text)
    dated = tuple(
        Paragraph(word("inline", language, label=names[n], value=prose.text))
        for n, item in enumerate(Item)
        if item in _INLINE and (prose := item_prose(plan, item, language)).text
    )
    blocks: tuple[tuple[Block, ...], ...] = (
        (*_blocks(plan, Item.VIOLATION, language), *_blocks(plan, Item.CAUSE, language)),
        (*_paragraph(done_text), *_measures(plan, Progress.DONE, language)),
        (
            *_paragraph(planned_text),
            *_measures(plan, Progress.PLANNED, language),
            *_measures(plan, Progress.UNDECIDED, language),
            *_blocks(plan, Item.EFFECT, language),
            *dated,
        ),
    )
    keys = ("root_cause", "actions_taken", "prevention")
    return tuple(Section(key, str(n + 1), labels[n], blocks[n]) for n, key in enumerate(keys))


def _blocks(plan: Plan, item: Item, language: str) -> tuple[Block, ...]:
    match item:
        case Item.CAUSE:
            return (*_paragraph(plan.cause_text), *_causes(plan, language))
        case Item.FIX:
            listed = (_measures(plan, p, language) for p in _ORDER)
            return (*_paragraph(plan.fix_text), *(block for blocks in listed for block in blocks))
        case Item.EFFECT:
            return (*_paragraph(plan.effect_text), *_effects(plan, language))
        case Item.VIOLATION:
            return _paragraph(violation_prose(plan.violation, language).text)
        case _:
            return _paragraph(item_prose(plan, item, language).text)


_ORDER = (Progress.DONE, Progress.PLANNED, Progress.UNDECIDED)


def _paragraph(text: str) -> tuple[Block, ...]:
    return (Paragraph(text),) if text else ()


def _causes(plan: Plan, language: str) -> tuple[Block, ...]:
    entries = tuple(
        Entry(
            cause_line(cause, n, language).text,
            (
                word("cause", language, number=n + 1),
                cause.why,
                cause.why_unnoticed,
                "" if cause.count is None else f"{cause.count:,}",
            ),
        )
        for n, cause in enumerate(plan.causes)
        if cause != Cause()
    )
    if not entries:
        return ()
    columns = words("cause_columns", language)
    return (Listing("", columns, (11, 43, 34, 12), entries, (3,), _cause_total(plan, language)),)


def _cause_total(plan: Plan, language: str) -> tuple[str, ...]:
    counts = [cause.count for cause in plan.causes if cause != Cause()]
    known = [count for count in counts if count is not None]
    if len(known) < 2 or len(known) != len(counts):
        return ()
    return (word("total", language), "", "", f"{sum(known):,}")


def _measures(plan: Plan, progress: Progress, language: str) -> tuple[Block, ...]:
    entries = tuple(
        Entry(measure_line(m, index, marker, language).text, _cells(m, marker, language))
        for marker, index, m in marked_measures(plan, progress)
    )
    if not entries:
        return ()
    columns = words("measure_columns", language)
    return (Listing(word(progress.value, language), columns, (6, 38, 7, 12, 20, 17), entries),)


def _cells(measure: Measure, marker: str, language: str) -> tuple[str, ...]:
    day = write_day(measure.day, language) if measure.day else ""
    kept = (measure.record, measure.criterion, measure.exhibit)
    return (
        marker,
        measure.what,
        word("comma", language).join(str(number) for number in measure.causes),
        measure.who,
        "\n".join(part for part in (day, measure.when) if part),
        "\n".join(part for part in kept if part),
    )


def _effects(plan: Plan, language: str) -> tuple[Block, ...]:
    entries = tuple(
        Entry(
            effect_line(effect, n, language).text,
            (
                effect.indicator,
                effect.before,
                effect.after,
                "\n".join(part for part in (effect.how, effect.who) if part),
                effect.if_missed,
            ),
        )
        for n, effect in enumerate(plan.effects)
        if effect != Effect()
    )
    if not entries:
        return ()
    return (Listing("", words("effect_columns", language), (22, 14, 18, 24, 22), entries),)


def compose_header(case: Case, language: str, today: date) -> Header:
    """Return what stands above the first section; facts that are not known are left out."""
    details = case.details
    rows = (
        (word("store", language), details.store),
        (word("legal_name", language), details.legal_name),
        (word("responsible", language), person_prose(case.plan.person, language).text),
    )
    return Header(
        title=word("title", language),
        about=_about(case, language),
        addressee=(_marketplace(details.marketplace), word("addressee", language)),
        written_on=write_day(today, language),
        rows=tuple((label, value) for label, value in rows if value),
        store=details.store,
        running=_running(case, language),
    )


def _running(case: Case, language: str) -> str:
    """Return the line at the foot of each page: store, title, and which notice it answers."""
    title, day = word("title", language), case.details.notice_date
    if day:
        title = word("title_day", language, title=title, day=write_day(day, language))
    return word("spaced", language).join(part for part in (case.details.store, title) if part)


def _marketplace(domain: str) -> str:
    return domain[:1].upper() + domain[1:]


def _about(case: Case, language: str) -> str:
    day, subject = case.details.notice_date, case.details.notice_subject
    written = write_day(day, language) if day else ""
    if day and subject:
        return word("about", language, day=written, subject=subject)
    if day:
        return word("about_day", language, day=written)
    return word("about_subject", language, subject=subject) if subject else ""


def compose_signature(case: Case, language: str) -> tuple[tuple[str, str], ...]:
    """Return the lines of the signature block; an empty value is left to write by hand."""
    person = case.plan.person
    rows = (
        (word("signed_on", language), ""),
        (word("role", language), person.role),
        (word("name", language), person.name or person_prose(person, language).text),
        (word("signature", language), ""),
    )
    return tuple(row for row in rows if row[1] or row[0] != word("role", language))


def compose_exhibits(case: Case, language: str) -> tuple[ExhibitRow, ...]:
    """Return the list of exhibits with their dates written out."""
    return tuple(
        ExhibitRow(
            exhibit.name, write_day(exhibit.day, language) if exhibit.day else "", exhibit.shows
        )
        for exhibit in case.exhibits or ()
        if exhibit.name or exhibit.shows
    )
