"""Controls are written as WTForms writes them, only faster."""

from importlib.util import find_spec, module_from_spec
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wtforms import Form, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from forms.attributes import attributes, write_attributes_in_one_pass


def theirs(**given: Any) -> str:
    """Return what an untouched copy of WTForms writes."""
    spec = find_spec("wtforms.widgets.core")
    assert spec is not None
    assert spec.loader is not None
    core = module_from_spec(spec)
    spec.loader.exec_module(core)
    return str(core.html_params(**given))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"name": "a", "id": "b", "class_": "c d"},
        {"checked": True, "required": False, "value": ""},
        {"aria_describedby": "x-hint x-error", "data_limit_of": 8000, "for_": "y"},
        {"value": "\"><script>alert('1')</script>&amp;"},
        {"value": "\u0000\u202e'`=\n<"},
    ],
)
def test_attributes_read_as_those_of_the_library(given: dict[str, Any]) -> None:
    assert str(attributes(**given)) == theirs(**given)


@given(st.dictionaries(st.sampled_from(["value", "id", "data_x", "aria_y"]), st.text()))
def test_any_value_is_escaped_and_reads_as_the_librarys(given: dict[str, str]) -> None:
    written = str(attributes(**given))
    assert written == theirs(**given)
    assert "<" not in written
    assert written.count('"') == 2 * len(given)


def test_a_control_cannot_be_left_by_its_value() -> None:
    class Asked(Form):
        line, area = StringField(), TextAreaField()
        choice = SelectField(choices=[SelectChoice('"><i>', '"><i>')])

    write_attributes_in_one_pass()
    form = Asked(data={"line": '"><i>', "area": "</textarea><i>", "choice": '"><i>'})
    assert "<i>" not in f"{form.line()}{form.area()}{form.choice()}{form.line.label}"
