import pytest

from kaizen.notice import Status, notice_as_json, read
from kaizen.violations import all_types
from tests.notices.reading import KEY_VALUES, TODAY, compare, corpus, shared

FREE_TEXT = {"subject", "policies", "missing_points"}
TUNED = [written for written in corpus() if not written.held_out]
HELD_OUT = [written for written in corpus() if written.held_out]


def without_texts(value):
    if isinstance(value, dict):
        return {key: part for key, part in value.items() if key != "text"}
    if isinstance(value, list):
        parts = [without_texts(part) for part in value]
        return sorted(parts, key=str)
    return value


@pytest.mark.parametrize(
    "text, expected", [pytest.param(text, want, id=name) for name, text, want in shared()]
)
def test_the_worked_cases_are_read_exactly(text, expected):
    got = notice_as_json(read(text, TODAY))
    for key, wanted in expected.items():
        if key not in FREE_TEXT:
            assert without_texts(got[key]) == without_texts(wanted), key


@pytest.mark.parametrize("written", TUNED, ids=lambda written: written.name)
def test_each_notice_is_read_as_a_person_reads_it(written):
    wrong = [one for one in compare(written) if not one.is_right]
    assert not wrong


def test_notices_never_looked_at_are_read_in_nineteen_of_twenty_values():
    values = [one for written in HELD_OUT for one in compare(written) if one.key in KEY_VALUES]
    assert len(values) > 200
    assert sum(one.is_right for one in values) / len(values) >= 0.95


@pytest.mark.parametrize("written", corpus(), ids=lambda written: written.name)
def test_no_status_is_wrong_and_sure(written):
    for one in compare(written):
        if one.key == "status" and not one.is_right:
            assert one.confidence < 0.8


def test_the_corpus_is_large_and_some_of_it_is_held_out():
    assert len(TUNED) >= 60
    assert len(HELD_OUT) >= 30


def test_the_corpus_holds_every_status():
    assert {written.expected.get("status") for written in corpus()} >= set(Status)


def test_the_corpus_holds_every_violation_type():
    named = {written.expected.get("violation_type") for written in corpus()}
    named |= {
        other for written in corpus() for other in written.expected.get("other_violation_types", ())
    }
    assert named >= {one.key for one in all_types()}


def test_the_corpus_holds_every_family_and_many_traps():
    families = {written.family for written in corpus()}
    assert families >= {"f1", "f2", "f3", "f4", "f5", "en"}
    assert len([written for written in corpus() if written.trap]) >= 20
