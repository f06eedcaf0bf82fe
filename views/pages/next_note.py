"""The next thing where a note with documents is sent: the note, the documents, the sending."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.note import NoteKind, is_written, papers_are_listed
from views.pages.next_words import NextThing


def next_of_note(case: Case, kind: NoteKind, rows: Sequence[Row]) -> NextThing:
    """Return what comes next; ``rows`` are what the notice asks."""
    if not is_written(case):
        words = _write_words(kind, is_begun=bool(case.note.strip()))
        return NextThing(*words, url_for("note.show", case_id=case.id))
    if not papers_are_listed(case, rows):
        return NextThing(
            _("List the documents you send"),
            _("Get the documents ready, and list them: which one shows what."),
            _("List the documents"),
            url_for("exhibits.show", case_id=case.id),
        )
    return NextThing(
        _("Send it, and record the day"),
        _("Everything is ready. Send it in Seller Central, then record the day."),
        _("Go to sending"),
        url_for("sending.show", case_id=case.id),
    )


def _write_words(kind: NoteKind, *, is_begun: bool) -> tuple[str, str, str]:
    if kind is NoteKind.EXPLANATION:
        short = _("Go on with the explanation") if is_begun else _("Write the explanation")
        return short, _("Write what is true, in order, and what shows it."), short
    short = _("Go on with the covering note") if is_begun else _("Write the covering note")
    return short, _("Write in a few sentences which notice you answer and what you send."), short
