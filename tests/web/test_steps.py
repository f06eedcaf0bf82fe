"""The six steps: what is typed is stored at every button, in both languages, also half written."""

from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from kaizen.plan import Cause, Effect, Measure, Plan, Progress
from tests.builders import a_case, a_structured_plan

STEPS = ("violation", "cause", "fix", "effect", "dates", "person")
HOSTILE = "<script>alert(1)</script> {{7*7}} 😀 \u202eRTL\u202c\n二行目 𠮷髙①㈱ %(x)s"


@pytest.fixture
def structured(store):
    return store.create(a_case(plan=a_structured_plan()))


def at(case, step):
    return f"/cases/{case.id}/plan/{step}"


@pytest.mark.parametrize("step", STEPS)
def test_a_step_asks_one_question(reader, case, step):
    assert reader.get(at(case, step)).status_code == 200


@pytest.mark.parametrize("step", STEPS)
def test_an_empty_case_has_every_step(reader, empty_case, step):
    assert reader.get(at(empty_case, step)).status_code == 200


@pytest.mark.parametrize("step", STEPS)
def test_a_plan_in_fields_is_shown_on_every_step(reader, structured, step):
    assert reader.get(at(structured, step)).status_code == 200


@pytest.mark.parametrize("path", ["/cases/none/plan/fix", "/cases/{id}/plan/none"])
def test_a_missing_case_or_step_is_not_found(client, case, path):
    address = path.format(id=case.id)
    assert client.get(address).status_code == 404
    assert client.send(address).status_code == 404


def test_a_step_can_not_be_deleted(client, case):
    assert client.delete(at(case, "fix")).status_code == 405


@pytest.mark.parametrize(
    "step, following",
    [*zip(STEPS, [f"/plan/{step}" for step in STEPS[1:]], strict=False), ("person", "")],
)
def test_next_leads_to_the_next_question_and_at_the_end_to_the_case(client, case, step, following):
    answer = client.send(at(case, step))
    assert answer.status_code == 303
    assert answer.location == f"/cases/{case.id}{following}"


def test_next_leads_back_to_the_review_where_the_seller_came_from_there(client, case):
    assert "/review" in client.get(at(case, "fix") + "?from=review").text
    answer = client.send(at(case, "fix"), **{"from": "review"})
    assert answer.location == f"/cases/{case.id}/review"


def test_a_half_written_step_is_stored(client, store, empty_case):
    client.send(at(empty_case, "fix"), **{"measures-0-what": "棚を離す", "fix_text": ""})
    assert store.get(empty_case.id).plan.measures == (Measure("棚を離す"),)


@pytest.mark.parametrize(
    "step, field, read",
    [
        ("violation", "violation-text", lambda plan: plan.violation.text),
        ("cause", "cause_text", lambda plan: plan.cause_text),
        ("cause", "causes-0-why", lambda plan: plan.causes[0].why),
        ("fix", "measures-0-what", lambda plan: plan.measures[0].what),
        ("effect", "effects-0-if_missed", lambda plan: plan.effects[0].if_missed),
    ],
)
def test_hostile_words_come_back_exactly(client, store, empty_case, step, field, read):
    client.send(at(empty_case, step), **{field: HOSTILE.replace("\n", "\r\n")})
    assert read(store.get(empty_case.id).plan) == HOSTILE
    page = client.get(at(empty_case, step) + "?card=0").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} 😀" in page
    assert "<script>alert" not in page


def test_control_characters_are_taken_out_and_said(client, store, empty_case):
    answer = client.send(at(empty_case, "person"), name="小林\x00 健一\x1b")
    assert store.get(empty_case.id).plan.person.name == "小林 健一"
    assert "制御文字" in client.get(answer.location.replace("/plan", "/plan")).text


def test_a_day_that_cannot_be_read_comes_back_with_the_reason_and_the_rest_is_stored(
    reader, store, structured
):
    words = {"measures-0-what": "新しい策", "measures-0-day": "11月末", "measures-1-what": "次の策"}
    answer = reader.send(at(structured, "fix"), **words)
    assert answer.status_code == 422
    assert 'value="11月末"' in answer.text
    assert 'href="#measures-0-day"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert any(answer.text.count(f"<title>{words}") for words in ("エラー", "Error"))
    stored = store.get(structured.id).plan.measures
    assert [measure.what for measure in stored] == ["新しい策", "次の策"]
    assert stored[0].day == structured.plan.measures[0].day


def test_words_that_name_no_day_are_stored_on_the_step_of_the_dates(reader, store, case):
    answer = reader.send(at(case, "dates"), implementation_date="11月末", effect_month="2027/1")
    assert answer.status_code == 422
    assert 'value="11月末"' in answer.text
    assert store.get(case.id).plan.implementation_date == "11月末"


def test_too_long_a_text_comes_back_whole_with_the_limit(reader, store, case):
    answer = reader.send(at(case, "cause"), cause_text="あ" * 8001)
    assert answer.status_code == 422
    assert "8,000" in answer.text
    assert "あ" * 8001 in answer.text
    assert store.get(case.id).plan.cause_text == case.plan.cause_text


def test_eight_thousand_characters_are_stored(client, store, case):
    assert client.send(at(case, "cause"), cause_text="あ" * 8000).status_code == 303
    assert store.get(case.id).plan.cause_text == "あ" * 8000


def test_adding_a_card_stores_what_is_typed_and_opens_an_empty_card(reader, store, empty_case):
    words = {"causes-0-why": "棚が隣接", "cause_text": "", "add": "causes"}
    answer = reader.send(at(empty_case, "cause"), **words)
    assert store.get(empty_case.id).plan.causes == (Cause("棚が隣接"),)
    page = reader.get(answer.location).text
    assert 'name="causes-1-why"' in page
    assert page.count('<details class="card entry"') == 2


def test_adding_keeps_a_day_that_cannot_be_read_on_the_page(reader, store, empty_case):
    words = {"measures-0-what": "策", "measures-0-day": "来月", "add": "measures"}
    answer = reader.send(at(empty_case, "fix"), **words)
    assert answer.status_code == 422
    assert 'value="来月"' in answer.text
    assert 'name="measures-1-what"' in answer.text
    assert store.get(empty_case.id).plan.measures == (Measure("策"),)


def test_moving_a_card_stores_what_is_typed_and_keeps_its_measures(client, store, structured):
    words = {"causes-0-why": "甲", "causes-1-why": "乙!", "cause_text": "", "up": "1"}
    answer = client.send(at(structured, "cause"), **words)
    plan = store.get(structured.id).plan
    assert [cause.why for cause in plan.causes] == ["乙!", "甲"]
    assert [measure.causes for measure in plan.measures] == [(2,), (1, 2)]
    assert client.get(answer.location).status_code == 200


def test_deleting_a_card_asks_once_and_then_deletes(reader, store, structured):
    words = {"effects-0-indicator": "返品率", "effect_text": ""}
    asked = reader.send(at(structured, "effect"), **words, ask_remove="0")
    assert store.get(structured.id).plan.effects == (Effect("返品率", *_rest(structured)),)
    page = reader.get(asked.location).text
    assert 'name="remove" value="0"' in page
    reader.send(at(structured, "effect"), **words, remove="0")
    assert store.get(structured.id).plan.effects == ()


def _rest(case):
    effect = case.plan.effects[0]
    return effect.before, effect.after, effect.how, effect.who, effect.if_missed


def test_an_empty_card_goes_without_a_question(client, store, empty_case):
    answer = client.send(
        at(empty_case, "cause"), **{"causes-0-why": "", "cause_text": "文", "ask_remove": "0"}
    )
    assert "ask=" not in answer.location
    assert store.get(empty_case.id).plan.causes == ()


def test_a_card_whose_day_cannot_be_read_can_be_deleted(client, store, empty_case):
    words = {"measures-0-what": "策", "measures-0-day": "来月", "measures-1-what": "次"}
    asked = client.send(at(empty_case, "fix"), **words, ask_remove="0")
    assert asked.status_code == 422
    assert 'name="remove" value="0"' in asked.text
    answer = client.send(at(empty_case, "fix"), **words, remove="0")
    assert answer.status_code == 303
    assert store.get(empty_case.id).plan.measures == (Measure("次"),)


def test_done_measures_stand_above_planned_ones_with_the_marks_of_the_text(client, structured):
    page = client.get(at(structured, "fix")).text
    done = page.index('<span class="clamp" lang="ja">色違い2種の棚を3メートル離しました')
    planned = page.index('<span class="clamp" lang="ja">ハンディ端末で')
    assert page.index("実施済み") < done < page.index("実施予定", done) < planned


def test_a_cause_without_a_measure_is_pointed_out(client, store, structured):
    plan = replace(structured.plan, causes=(*structured.plan.causes, Cause("返信の遅れ")))
    saved = store.save(replace(structured, plan=plan))
    page = client.get(at(saved, "fix")).text
    assert "まだありません" in page


def test_the_numbers_of_causes_in_a_free_text_survive_the_fix_step(client, store, empty_case):
    plan = Plan(cause_text="原因1 棚", measures=(Measure("策", Progress.DONE, causes=(1,)),))
    saved = store.save(replace(empty_case, plan=plan))
    page = client.get(at(saved, "fix")).text
    assert 'name="measures-0-causes"' in page
    words = {"measures-0-what": "策", "measures-0-progress": "done", "measures-0-causes": "1"}
    client.send(at(saved, "fix"), **words)
    assert store.get(saved.id).plan.measures[0].causes == (1,)


def test_ticked_causes_are_stored(client, store, structured):
    words = MultiDict([("measures-0-causes", "1"), ("measures-0-causes", "2")])
    client.post(at(structured, "fix"), data=words, content_type="multipart/form-data")
    assert store.get(structured.id).plan.measures[0].causes == (1, 2)


def test_the_answer_to_finished_is_kept_and_shown(client, store, case):
    client.send(at(case, "cause"), cause_text=case.plan.cause_text, finished="yes")
    assert store.get(case.id).finished == ("cause",)
    assert "checked" in client.get(at(case, "cause")).text


def test_the_text_that_will_be_submitted_is_shown(client, structured):
    assert "2026年11月14日までに実施" in client.get(at(structured, "dates")).text
    assert "小林 健一(出荷責任者)" in client.get(at(structured, "person")).text
    assert "A.ハンディ端末で" in client.get(at(structured, "fix")).text


def test_changing_the_language_stores_what_is_typed_and_stays(client, store, case):
    answer = client.send(at(case, "person"), name="原 花子", role="", switch_language="en")
    assert answer.location == at(case, "person")
    assert store.get(case.id).plan.person.name == "原 花子"
    assert 'lang="en"' in client.get(answer.location).text


def test_an_empty_item_is_not_scolded_before_anything_is_written(client, empty_case):
    assert 'id="weak" hidden' in client.get(at(empty_case, "cause")).text


def test_a_second_post_of_the_same_words_changes_nothing(client, store, case):
    first = store.get(case.id)
    words = {"name": "原 花子", "role": "店長", "revision": str(first.revision)}
    assert client.send(at(case, "person"), **words).status_code == 303
    revision = store.get(case.id).revision
    assert client.send(at(case, "person"), **words).status_code == 303
    assert store.get(case.id).revision == revision


def test_autosave_stores_and_answers_with_the_new_mark_and_text(client, store, structured):
    words = {"measures-0-what": "新しい策", "measures-1-what": ""}
    answer = client.autosave(at(structured, "fix"), **words)
    assert answer.status_code == 200
    assert answer.json["stamp"] in client.get(at(structured, "fix")).text
    assert answer.json["unsaved"] == []
    assert "新しい策" in answer.json["texts"]["preview-measures-0"]
    assert store.get(structured.id).plan.measures[0].what == "新しい策"


def test_autosave_says_what_cannot_be_stored(client, structured):
    words = {"measures-0-day": "来月"}
    assert len(client.autosave(at(structured, "fix"), **words).json["unsaved"]) == 1


def test_autosave_keeps_an_emptied_card_in_its_place(client, store, structured):
    words = {"causes-0-why": "", "causes-0-why_unnoticed": "", "causes-0-count": ""}
    words |= {"causes-1-why": "乙"}
    client.autosave(at(structured, "cause"), **words)
    plan = store.get(structured.id).plan
    assert [cause.why for cause in plan.causes] == ["", "乙"]
    assert [measure.causes for measure in plan.measures] == [(1,), (1, 2)]


def test_no_answer_without_a_case_for_autosave(client):
    assert client.autosave("/cases/none/plan/fix").status_code == 404


def test_a_page_can_ask_whether_its_step_was_changed(client, case):
    path = at(case, "person")
    before = client.get(path, headers={"Accept": "application/json"}).get_json()["stamp"]
    client.send(path, name="山田 太郎", role="代表", stamp=before)
    assert client.get(path, headers={"Accept": "application/json"}).get_json()["stamp"] != before


def test_the_page_asks_what_is_weak_apart_from_the_save(client, case):
    address = at(case, "effect") + "/weak"
    assert f'data-weak="{address}"' in client.get(at(case, "effect")).text
    client.autosave(at(case, "effect"), effect_text="頑張ります。")
    weak = client.get(address).json["weak"]
    assert weak
    assert all(point["text"] and point["severity"] for point in weak)
    assert client.get(at(case, "none") + "/weak").status_code == 404


def test_a_save_by_the_page_does_not_wait_for_the_review(client, case, monkeypatch):
    monkeypatch.setattr("views.steps.points_of", lambda case: 1 / 0)
    assert client.autosave(at(case, "effect"), effect_text="新しい文").json["stamp"]
