import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.archive import (
    ArchiveProblem,
    Loaded,
    read_archive,
    read_json,
    read_person,
    write_archive,
)
from kaizen.case import Language
from kaizen.item_prose import person_prose
from kaizen.plan import Person
from tests.builders import GOOD, a_case, a_structured_plan


def test_an_archive_is_read_back_equal():
    case = a_case(plan=a_structured_plan()).submitted("text", on=date(2026, 11, 6))
    loaded = read_archive(json.loads(json.dumps(write_archive(case))))
    assert isinstance(loaded, Loaded)
    assert loaded.case == case


def test_values_of_one_store_stay_out_of_the_archive():
    data = write_archive(a_case())
    assert (data["format"], data["version"]) == ("kaizen-case", 1)
    assert {"id", "revision", "created_at", "changed_at"}.isdisjoint(data)


def test_unknown_keys_are_ignored_and_missing_ones_are_empty():
    loaded = read_archive({"format": "kaizen-case", "version": 1, "title": "店", "later": 1})
    assert isinstance(loaded, Loaded)
    assert loaded.case.title == "店"


def test_the_flat_form_is_read():
    loaded = read_archive(
        {**GOOD, "effect": None, "today": "2026-11-06", "attachments": ["資料1 写真.jpg"], "x": 1}
    )
    assert isinstance(loaded, Loaded)
    assert loaded.today == date(2026, 11, 6)
    assert loaded.case.plan.effect_text == ""
    assert loaded.case.exhibits is not None
    assert loaded.case.language is Language.JA
    assert loaded.case.plan.person == Person("小林 健一", "出荷責任者")


def test_without_a_list_of_attachments_nobody_knows_of_exhibits():
    loaded = read_archive(dict(GOOD))
    assert isinstance(loaded, Loaded)
    assert loaded.case.exhibits is None


@pytest.mark.parametrize(
    "text, place",
    [
        ("", "line 1"),
        ("[]", "top level"),
        ("{}", "top level"),
        ('{"format": "other"}', "format"),
        ('{"format": "kaizen-case"}', "version"),
        ('{"format": "kaizen-case", "version": 99}', "version"),
        (
            '{"format": "kaizen-case", "version": 1, "plan": {"causes": [{"why": 3}]}}',
            "case.plan.causes[0].why",
        ),
        ('{"format": "kaizen-case", "version": 1, "status": "x"}', "case.status"),
        ('{"violation": 3}', "violation"),
        ('{"violation": "x", "attachments": "a.pdf"}', "attachments"),
        ('{"violation": "x", "today": "soon"}', "today"),
        (
            '{"format": "kaizen-case", "version": 1, "details": {"notice_date": "9999-12-31"}}',
            "case.details.notice_date",
        ),
        ("[" * 100_000, "line 1"),
    ],
)
def test_what_is_no_case_says_where_and_what_to_do(text, place):
    problem = read_json(text)
    assert isinstance(problem, ArchiveProblem)
    assert problem.place == place
    assert problem.remedy


def test_a_plan_beyond_the_limit_names_the_limit():
    problem = read_json(json.dumps({"violation": "あ" * 60_001}))
    assert isinstance(problem, ArchiveProblem)
    assert "60,000" in str(problem)


@given(st.text(max_size=60))
def test_any_person_prints_as_written(written):
    person = read_person(written)
    assert {person_prose(person, language).text for language in ("ja", "en")} & {written}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    ["format", "version", "plan", "causes", "why", "violation", "today"]
                ),
                inner,
            )
        ),
    )
)
def test_any_data_are_a_case_or_a_problem(data):
    assert isinstance(read_archive(data), Loaded | ArchiveProblem)


def test_a_type_of_violation_nobody_knows_is_left_to_choose_again():
    whole = {"format": "kaizen-case", "version": 1, "details": {"violation_type": "1900-01-01"}}
    loaded = read_json(json.dumps(whole))
    assert isinstance(loaded, Loaded)
    assert loaded.case.details.violation_type == ""
    whole["details"] = {"violation_type": "odr"}
    loaded = read_json(json.dumps(whole))
    assert isinstance(loaded, Loaded)
    assert loaded.case.details.violation_type == "odr"


def test_half_a_character_is_replaced_and_whole_ones_stay():
    loaded = read_json(r'{"violation": "a\ud800b \ud83d\ude00", "attachments": ["\udfff.pdf"]}')
    assert isinstance(loaded, Loaded)
    assert loaded.case.plan.violation.text == "a\ufffdb \U0001f600"
    assert loaded.case.exhibits is not None
    assert loaded.case.exhibits[0].name == "\ufffd.pdf"


@pytest.mark.parametrize("depth", [200, 400, 900, 5000])
def test_deep_nesting_is_a_problem_and_no_crash(depth):
    nested = "[" * depth + "]" * depth
    assert isinstance(read_json(f'{{"violation": {nested}}}'), ArchiveProblem)
