"""Figures that do not come out: on the page of the step, in the review, before handing in."""

from html import unescape

import pytest

from kaizen.case import Waiver
from tests.builders import a_case

WRONG = "受注1,505件のうち28件(1.68%)です。"


@pytest.fixture
def slip(store):
    return store.create(a_case(effect=WRONG))


def key_of(html: str) -> str:
    parts = unescape(html).split('name="key" value="')[1:]
    return next(key for key in (part.split('"')[0] for part in parts) if key.startswith("figures/"))


def test_the_step_tells_it_after_saving(reader, case):
    path = f"/cases/{case.id}/plan/effect"
    assert "28 ÷ 1,505" not in reader.get(path).text
    reader.send(path, effect_text=WRONG)
    html = reader.get(path).text
    assert "28 ÷ 1,505 = 1.86%" in html
    assert 'href="#effect_text"' in html


def test_saving_by_itself_tells_it_too(client, case):
    path = f"/cases/{case.id}/plan/effect"
    assert client.autosave(path, effect_text=WRONG).status_code == 200
    weak = client.get(f"{path}/weak").get_json()["weak"]
    assert any("28 ÷ 1,505 = 1.86%" in point["text"] for point in weak)


def test_the_review_has_a_block_of_its_own(reader, slip):
    html = reader.get(f"/cases/{slip.id}/review").text
    block = html.split('id="figures"')[1]
    assert "1,505件のうち28件(1.68%" in block
    assert "28 ÷ 1,505 = 1.86%" in block
    assert f"/cases/{slip.id}/plan/effect" in block


def test_what_comes_out_is_shown_with_its_sum(reader, case):
    block = reader.get(f"/cases/{case.id}/review").text.split('id="figures"')[1]
    assert "17 + 8 + 3 = 28" in block


def test_a_figure_can_be_left_with_a_reason(client, slip, store):
    key = key_of(client.get(f"/cases/{slip.id}/review").text)
    sent = client.send(f"/cases/{slip.id}/review/waive", key=key, reason="画面のとおりです")
    assert sent.status_code == 303
    assert store.get(slip.id).waivers == (Waiver(key, "画面のとおりです"),)
    assert "画面のとおりです" in client.get(f"/cases/{slip.id}/review").text


def test_the_last_page_names_figures_that_do_not_come_out(reader, slip, case):
    link = f"/cases/{slip.id}/review#figures"
    assert link in reader.get(f"/cases/{slip.id}/submit").text
    assert "#figures" not in reader.get(f"/cases/{case.id}/submit").text


def test_a_plan_without_figures_has_no_such_block(reader, empty_case):
    assert 'id="figures"' not in reader.get(f"/cases/{empty_case.id}/review").text
