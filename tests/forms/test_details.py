"""Store and notice are kept as typed, as far as they can be stored."""

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from forms.clean import clean
from forms.details import DetailsForm, stamp
from kaizen.case import Case, Details, Language, Layout
from kaizen.limits import SHORT_FIELD_CHARACTERS

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
FIELDS = ("store", "legal_name", "notice_subject")


def posted(case: Case, **words: str) -> Case:
    form = DetailsForm(MultiDict(words))
    form.offer(case, [("odr", "ODR")])
    form.validate()
    return form.apply_to(case)


@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, WORDS)))
def test_any_words_are_kept_but_for_control_characters(words: dict[str, str]) -> None:
    details = posted(Case(), **words).details
    for name, typed in words.items():
        assert getattr(details, name) == clean(typed).text


@given(st.dictionaries(st.sampled_from([*FIELDS, "language", "layout", "notice_date"]), WORDS))
def test_any_post_gives_a_case(words: dict[str, str]) -> None:
    case = posted(Case(), **words)
    assert case.language in Language
    assert case.layout in Layout


def test_what_is_too_long_leaves_what_was_stored() -> None:
    before = Case(details=Details(store="前の名前"))
    assert posted(before, store="あ" * (SHORT_FIELD_CHARACTERS + 1)).details.store == "前の名前"


def test_a_form_filled_from_a_case_changes_nothing() -> None:
    case = Case(details=Details(store="店", stopped_before=False, violation_type="odr"))
    form = DetailsForm()
    form.fill(case)
    form.offer(case, [("odr", "ODR")])
    assert form.apply_to(case) == case


def test_an_emptied_date_is_taken_out() -> None:
    case = posted(Case(), notice_date="2026/11/3")
    assert case.details.notice_date is not None
    assert posted(case, notice_date="").details.notice_date is None


def test_the_mark_follows_what_the_page_holds_and_nothing_else() -> None:
    case = Case()
    assert stamp(case) == stamp(Case(note="other"))
    assert stamp(case) != stamp(Case(layout=Layout.THREE))
