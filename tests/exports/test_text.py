import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import FORMATS
from exports.text import item_texts, plain_text
from kaizen.case import Language, Layout
from kaizen.plan import Plan
from tests.builders import a_case, a_structured_plan
from tests.export_builders import FOLDER, a_document, worked

GOLDEN = FOLDER / "golden"


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("number", ["03", "10"])
def test_the_text_is_the_golden_text(number, layout):
    written = FORMATS["text"].write(worked(number, layout), a_case())
    assert written == (GOLDEN / f"{number}-{layout}.txt").read_bytes()


def test_every_golden_text_is_compared():
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{number}-{layout}.txt" for number in ("03", "10") for layout in Layout
    }


@pytest.mark.parametrize("language, first", [("ja", "【下書き】"), ("en", "DRAFT")])
def test_a_draft_says_so_in_its_first_line(language, first):
    from kaizen.compose import compose
    from tests.builders import TODAY

    drafted = compose(a_case(), Language(language), today=TODAY, is_draft=True)
    final = compose(a_case(), Language(language), today=TODAY)
    assert plain_text(drafted) == f"{first}\n\n{plain_text(final)}"


def test_the_text_ends_with_one_line_break_whatever_was_typed_last():
    assert plain_text(a_document(responsible_person="小林 健一\n\n")).endswith("小林 健一\n")
    assert not plain_text(a_document(responsible_person="小林\n\n")).endswith("\n\n")


def test_the_copy_buttons_copy_what_the_whole_text_holds():
    document = a_document(plan=a_structured_plan())
    items = item_texts(document)
    assert "\n\n".join(item.text for item in items) + "\n" == plain_text(document)
    assert [item.key for item in items] == [section.key for section in document.sections]
    assert all(item.text.startswith(item.heading) and item.body in item.text for item in items)


def test_an_empty_plan_has_its_seven_labels():
    assert len(plain_text(a_document(plan=Plan())).split("\n\n")) == 7


@given(st.text(max_size=300), st.sampled_from(Layout))
def test_any_text_is_written_exactly(text, layout):
    document = a_document(layout, violation=text, cause=text, effect=text)
    written = FORMATS["text"].write(document, a_case()).decode("utf-8")
    assert written.count(text) >= 3
    assert written.endswith("\n")


def test_template_words_stay_words():
    typed = "{{ 7*7 }} {% raw %} {# gone? #} {{ page }} <b>&amp;</b>"
    assert f"\n{typed}\n" in plain_text(a_document(violation=typed))
