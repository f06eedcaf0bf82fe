"""A chosen file is a case, or a sentence says why it is none."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.case_file import CaseFileForm
from kaizen.archive import write_archive
from kaizen.case import Case
from kaizen.limits import UPLOAD_BYTES
from tests.builders import a_case, a_structured_plan

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
)


def refused(content: bytes | None) -> bool:
    form = CaseFileForm(content=content)
    is_valid = form.validate()
    assert is_valid is (form.case is not None)
    assert is_valid is not bool(form.file.errors)
    return not is_valid


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(content: bytes) -> None:
    refused(content)


@given(JSON, st.sampled_from(["plan", "details", "rounds", "exhibits", "notice", "version"]))
def test_any_damage_gets_an_answer(value: object, place: str) -> None:
    damaged = {**write_archive(a_case()), place: value}
    refused(json.dumps(damaged).encode())


@pytest.mark.parametrize("case", [Case(), a_case(), Case(plan=a_structured_plan())])
def test_what_was_saved_opens_again(case: Case) -> None:
    form = CaseFileForm(content=json.dumps(write_archive(case)).encode())
    assert form.validate()
    assert form.case == replace(case, id="", revision=0, created_at=None, changed_at=None)


def test_no_file_and_too_large_a_file_are_refused() -> None:
    assert refused(None)
    assert refused(b"")
    assert refused(b" " * (UPLOAD_BYTES + 1))
