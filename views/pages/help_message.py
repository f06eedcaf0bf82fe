"""A message to Amazon on a help page: its questions, the composed text, and what is still open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import ngettext

from forms.help import MessageForm
from kaizen.help.message import Message, compose_message
from views.pages.submit import CopyText


@dataclass(frozen=True, slots=True)
class MessageView:
    """Everything the part of a page with a message places; ``copy`` once it was composed."""

    title: str
    place: str
    action: str
    copy: CopyText | None
    language: str
    missing: tuple[str, ...]


def message_view(message: Message, *, action: str, language: str) -> MessageView:
    """Return the message before it is composed."""
    return MessageView(
        title=message.title.in_language(language),
        place=message.place.in_language(language),
        action=f"{action}#message",
        copy=None,
        language=language,
        missing=(),
    )


def composed_view(
    message: Message,
    form: MessageForm,
    *,
    action: str,
    language: str,
    facts: Sequence[str] = (),
    more: Mapping[str, str] | None = None,
) -> MessageView:
    """Return the message with what the seller filled in; ``language`` is that of the page."""
    listed = "\n".join(f"- {fact}" for fact in facts)
    values = {**form.values(), "facts": listed, **(more or {})}
    composed = compose_message(message, values, form.language.data)
    missing = tuple(str(field.label.text) for field in form.questions if not field.data)
    before = message_view(message, action=action, language=language)
    return MessageView(
        title=before.title,
        place=before.place,
        action=before.action,
        copy=CopyText("copy-message", "", composed.text, _length(composed.text)),
        language=form.language.data,
        missing=missing,
    )


def _length(text: str) -> str:
    count = len(text)
    return ngettext("%(count)s character", "%(count)s characters", count, count=f"{count:,}")
