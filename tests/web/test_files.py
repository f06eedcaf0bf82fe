import json

import pytest

from kaizen.archive import Loaded, read_archive
from tests.builders import GOOD, a_case


@pytest.mark.parametrize(
    "key, start", [("text", b"1."), ("docx", b"PK"), ("json", b"{"), ("pdf", b"%PDF")]
)
def test_a_finished_plan_comes_in_every_format(client, case, key, start):
    answer = client.get(f"/cases/{case.id}/files/{key}")
    assert answer.status_code == 200
    assert answer.data.startswith(start)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "sandbox"


def test_a_plan_with_an_empty_item_has_no_final_file_but_a_draft(reader, store):
    case = store.create(a_case(effect=""))
    held = reader.get(f"/cases/{case.id}/files/text")
    assert held.status_code == 409
    assert f"/cases/{case.id}/plan/effect" in held.text
    draft = reader.get(f"/cases/{case.id}/files/text?draft=1")
    assert draft.status_code == 200
    assert draft.text.splitlines()[0].strip("【】") == "下書き"


def test_the_case_file_is_always_available_and_read_again(client, store):
    case = store.create(a_case(effect=""))
    loaded = read_archive(json.loads(client.get(f"/cases/{case.id}/files/json").data))
    assert isinstance(loaded, Loaded)
    assert loaded.case.plan == case.plan


def test_layout_and_language_of_a_file_can_be_asked(client, case):
    text = client.get(f"/cases/{case.id}/files/text?layout=three&language=en").text
    assert text.startswith("1. Root cause\n")


def test_the_page_to_print_holds_the_whole_text(reader, case):
    page = reader.get(f"/cases/{case.id}/print")
    assert page.status_code == 200
    assert GOOD["effect"] in page.text


def test_unknown_formats_and_cases_do_not_exist(client, case):
    assert client.get(f"/cases/{case.id}/files/exe").status_code == 404
    assert client.get("/cases/nothing/files/pdf").status_code == 404
    assert client.get("/cases/nothing/print").status_code == 404
    assert client.post(f"/cases/{case.id}/files/pdf").status_code == 405
