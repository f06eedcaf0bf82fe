"""Help beside the plan: sign-in, takeover, unused and closed accounts, safety, causes."""

from hashlib import sha256
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.help import MessageForm, SafetyForm, TakeoverForm
from kaizen.help.causes import catalogue
from kaizen.help.guide import guide
from kaizen.help.message import find_message
from kaizen.help.timeline import case_of_takeover, write_timeline
from kaizen.help.triage import Walk, questions, walk
from views.context import case_store, page_language
from views.language import switch_language
from views.pages.help_causes import causes_page
from views.pages.help_guide import guide_page
from views.pages.help_links import help_links
from views.pages.help_message import MessageView, composed_view, message_view
from views.pages.help_sign_in import address, outcome_page, question_page

blueprint = Blueprint("help", __name__, url_prefix="/help")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """List the help pages."""
    links = tuple(link for key, link in help_links().items() if key != "start")
    return render_template("help/index.html", links=links)


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


@blueprint.route("/takeover", methods=["GET", "POST"])
def takeover() -> ResponseReturnValue:
    """Show what to do first; compose the message, or begin a plan with what happened."""
    message, language = find_message("takeover"), page_language()
    form = TakeoverForm(request.form, wanted=message.fields, language=language)
    action, key = url_for("help.takeover"), request.form.get("key") or token_urlsafe(12)
    view, status = message_view(message, action=action, language=language), 200
    if "add" in request.form:
        form.add_row()
    elif _is_sent():
        status = 200 if form.validate() else 422
        if status == 200 and "plan" in request.form:
            return _begin_plan(form, key)
        if status == 200:
            told = {"timeline": write_timeline(form.timeline(), form.language.data)}
            view = composed_view(message, form, action=action, language=language, more=told)
    page = guide_page(guide("takeover"), language=language, message=view, key=key)
    return render_template("help/takeover.html", page=page, form=form), status


@blueprint.route("/dormant", methods=["GET", "POST"])
def dormant() -> ResponseReturnValue:
    """Show how an account that was not used comes back."""
    return _guide("dormant")


@blueprint.route("/closed", methods=["GET", "POST"])
def closed() -> ResponseReturnValue:
    """Show what is lawful after a refusal or a closure."""
    return _guide("closed")


@blueprint.route("/safety", methods=["GET", "POST"])
def safety() -> ResponseReturnValue:
    """Show the checklist, and the day of the next check for each day that was given."""
    checklist = guide("safety")
    form = SafetyForm(request.form, points=len(checklist.steps))
    status = 422 if _is_sent() and not form.validate() else 200
    page = guide_page(checklist, language=page_language(), days=form.days.entries)
    return render_template("help/safety.html", page=page, form=form), status


@blueprint.get("/causes")
def causes() -> ResponseReturnValue:
    """Show why accounts are stopped."""
    return render_template("help/causes.html", page=causes_page(catalogue(), page_language()))


def _answers() -> dict[str, str]:
    """Return the answers that the address carries, without anything that is none."""
    given = ((question, request.args.get(question.key)) for question in questions())
    return {question.key: str(key) for question, key in given if question.answer(key)}


def _is_sent() -> bool:
    return request.method == "POST" and not switch_language()


def _outcome(way: Walk) -> ResponseReturnValue:
    form, view, status = None, None, 200
    if way.outcome is not None and way.outcome.message is not None:
        form, view, status = _message(way.outcome.message, address(way.answers), way)
    page = outcome_page(way, language=page_language(), message=view)
    return render_template("help/outcome.html", page=page, form=form), status


def _guide(key: str) -> ResponseReturnValue:
    steps = guide(key)
    form, view, status = _message(str(steps.message), url_for(f"help.{key}"), walk({}))
    page = guide_page(steps, language=page_language(), message=view)
    return render_template("help/guide.html", page=page, form=form), status


def _message(key: str, action: str, way: Walk) -> tuple[MessageForm, MessageView, int]:
    message, language = find_message(key), page_language()
    form = MessageForm(request.form, wanted=message.fields, language=language)
    plain = message_view(message, action=action, language=language)
    if not _is_sent():
        return form, plain, 200
    if not form.validate():
        return form, plain, 422
    facts = way.facts(form.language.data)
    view = composed_view(message, form, action=action, language=language, facts=facts)
    return form, view, 200


def _begin_plan(form: TakeoverForm, key: str) -> ResponseReturnValue:
    """Store a case once for each form: a second click finds the case of the first."""
    told = form.values()
    case = case_of_takeover(
        form.timeline(), store=told["store"], done=told["done"], language=form.language.data
    )
    words = f"takeover\n{key}\n{told}\n{case.plan.violation.text}"
    hashed = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    kept = case_store().create(case, key=hashed)
    return redirect(url_for("cases.show", case_id=kept.id), code=303)
