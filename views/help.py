"""Help beside the plan: sign-in, takeover, unused and closed accounts, safety, causes."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from forms.help import MessageForm
from kaizen.help.message import find_message
from kaizen.help.triage import Walk, questions, walk
from views.context import page_language
from views.language import switch_language
from views.pages.help_message import MessageView, composed_view, message_view
from views.pages.help_sign_in import address, outcome_page, question_page

blueprint = Blueprint("help", __name__, url_prefix="/help")


@blueprint.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """Ask the next question, or say what to do; the answers so far stand in the address."""
    answers = _answers()
    way = walk(answers, stop_at=request.args.get("at"))
    question = way.question
    if question is None:
        return _outcome(way)
    asked = request.args.get("asked") == question.key and question.key not in answers
    page = question_page(way, question, answers, language=page_language(), lacks_answer=asked)
    return render_template("help/question.html", page=page), 422 if asked else 200


@blueprint.post("/sign-in")
def sign_in_message() -> ResponseReturnValue:
    """Compose the message at the end of a branch; nothing of it is kept."""
    way = walk(_answers())
    if way.outcome is None or way.outcome.message is None:
        return redirect(address(way.answers), code=303)
    return _outcome(way)


def _answers() -> dict[str, str]:
    """Return the answers that the address carries, without anything that is none."""
    given = ((question, request.args.get(question.key)) for question in questions())
    return {question.key: str(key) for question, key in given if question.answer(key)}


def _outcome(way: Walk) -> ResponseReturnValue:
    form, view, status = None, None, 200
    if way.outcome is not None and way.outcome.message is not None:
        form, view, status = _message(way.outcome.message, address(way.answers), way)
    page = outcome_page(way, language=page_language(), message=view)
    return render_template("help/outcome.html", page=page, form=form), status


def _message(key: str, action: str, way: Walk) -> tuple[MessageForm, MessageView, int]:
    message, language = find_message(key), page_language()
    form = MessageForm(request.form, wanted=message.fields, language=language)
    plain = message_view(message, action=action, language=language)
    if request.method != "POST" or switch_language():
        return form, plain, 200
    if not form.validate():
        return form, plain, 422
    facts = way.facts(form.language.data)
    view = composed_view(message, form, action=action, language=language, facts=facts)
    return form, view, 200
