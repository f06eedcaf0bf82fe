import pytest

from kaizen.violations import STEPS, all_types, document_keys, evidence, violation_type

MODES = {
    "plan",
    "plan+documents",
    "plan+disclosure",
    "documents",
    "documents+explanation",
    "explanation+documents",
    "account_settings",
    "ask_user",
}


def test_there_are_thirty_six_types_with_different_keys():
    keys = [one.key for one in all_types()]
    assert len(keys) == len(set(keys)) == 36


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.key)
def test_each_step_asks_questions_and_states_nothing(kind):
    assert set(kind.questions) == set(STEPS)
    for step in STEPS:
        assert kind.questions[step]
        for question in kind.questions[step]:
            assert question.ja.endswith("か。")
            assert question.en.endswith("?")


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.key)
def test_each_type_is_complete(kind):
    assert kind.answer_mode in MODES
    assert kind.source
    assert kind.as_of
    assert kind.wants
    assert kind.refused
    for wording in (kind.name, *kind.wants, *kind.refused):
        assert wording.ja
        assert wording.en
        assert wording.in_language("en") == wording.en
        assert wording.in_language("ja") == wording.ja


def test_an_unknown_key_is_the_unknown_type():
    assert violation_type("something newer").key == "unknown"


def test_the_slowest_document_gives_the_lead_time():
    assert violation_type("ip_patent").lead_days == 30
    assert violation_type("unknown").lead_days == 0


def test_every_document_has_a_name_in_both_languages():
    for key in document_keys():
        assert evidence(key).name.ja != evidence(key).name.en
        assert evidence(key).lead_days > 0
