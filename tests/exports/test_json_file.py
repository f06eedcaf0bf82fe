from hypothesis import given
from hypothesis import strategies as st

from exports import FORMATS
from kaizen.archive import Loaded, read_json
from tests.builders import a_case, a_structured_plan
from tests.export_builders import CASES, a_document, loaded

NUMBERS = [path.name[:2] for path in CASES]


def read_back(case):
    written = FORMATS["json"].write(a_document(), case)
    found = read_json(written.decode("utf-8"))
    assert isinstance(found, Loaded), found
    return written, found.case


def test_every_worked_case_comes_back_unchanged():
    assert len(NUMBERS) == 15
    for number in NUMBERS:
        case, _ = loaded(number)
        assert read_back(case)[1] == case


def test_a_plan_in_fields_comes_back_unchanged():
    case = a_case(plan=a_structured_plan())
    assert read_back(case)[1] == case


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_exactly(text):
    assert read_back(a_case(violation=text))[1].plan.violation.text == text


def test_half_a_character_is_written_and_comes_back_as_a_mark():
    written, case = read_back(a_case(violation="前\ud842後"))
    assert case.plan.violation.text == "前\ufffd後"
    assert b"\\ud842" in written


def test_japanese_is_readable_in_the_file_and_it_ends_with_a_line_break():
    written, _ = read_back(a_case())
    assert "注文不良率".encode() in written
    assert written.endswith(b"}\n")
