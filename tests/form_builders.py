"""What a browser would post for a form, for tests of forms and pages."""

from werkzeug.datastructures import MultiDict

from forms.step_form import StepForm, leaves


def shown(form: StepForm) -> MultiDict[str, str]:
    """Return what a browser would post for the form as shown."""
    words: MultiDict[str, str] = MultiDict()
    for field in leaves(form):
        if field.name.endswith(("progress", "finished")):
            if field.data in ("done", "planned", "yes", "later"):
                words.add(field.name, str(field.data))
        elif hasattr(field, "_value"):
            words.add(field.name, str(field._value()).replace("\n", "\r\n"))
    return words
