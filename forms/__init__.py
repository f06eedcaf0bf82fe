"""The forms of the wizard by the key of their step."""

from forms.cause import CauseForm
from forms.dates import DatesForm
from forms.effect import EffectForm
from forms.fix import FixForm
from forms.person import PersonForm
from forms.step_form import StepForm
from forms.violation import ViolationForm

FORMS: dict[str, type[StepForm]] = {
    form.step: form
    for form in (ViolationForm, CauseForm, FixForm, EffectForm, DatesForm, PersonForm)
}
