"""Two windows on one case: nothing is overwritten, and the seller chooses."""

import html
import re
from dataclasses import replace

import pytest

from kaizen.plan import Cause, Plan
from tests.builders import a_case, a_structured_plan


def mark(page):
    return re.search(r'name="stamp" value="(\w+)"', page.text)[1]


@pytest.fixture
def address(case):
    return f"/cases/{case.id}/plan/cause"


def test_a_stale_page_of_the_same_step_shows_both_texts(reader, store, case, address):
    first, second = mark(reader.get(address)), mark(reader.get(address))
    assert reader.send(address, cause_text="窓1の文", stamp=first).status_code == 303
    answer = reader.send(address, cause_text="窓2の文", stamp=second)
    assert answer.status_code == 409
    assert "窓1の文" in answer.text
    assert "窓2の文" in answer.text
    assert store.get(case.id).plan.cause_text == "窓1の文"


def test_the_seller_may_save_the_words_of_this_window_or_a_mixture(client, store, case, address):
    old = mark(client.get(address))
    client.send(address, cause_text="窓1の文", stamp=old)
    clash = client.send(address, cause_text="窓2の文", stamp=old)
    answer = client.send(address, cause_text="窓1と窓2の文", stamp=mark(clash), stay="")
    assert answer.status_code == 303
    assert store.get(case.id).plan.cause_text == "窓1と窓2の文"


def test_the_choice_itself_does_not_overwrite_a_third_window(client, store, case, address):
    old = mark(client.get(address))
    client.send(address, cause_text="窓1の文", stamp=old)
    clash = client.send(address, cause_text="窓2の文", stamp=old)
    client.send(address, cause_text="窓3の文", stamp=mark(client.get(address)))
    assert client.send(address, cause_text="窓2の文", stamp=mark(clash)).status_code == 409
    assert store.get(case.id).plan.cause_text == "窓3の文"


def test_windows_on_two_steps_do_not_disturb_each_other(client, store, case, address):
    person = f"/cases/{case.id}/plan/person"
    cause_mark, person_page = mark(client.get(address)), client.get(person)
    client.send(address, cause_text="新しい原因", stamp=cause_mark)
    answer = client.send(person, name="原 花子", role="", stamp=mark(person_page))
    assert answer.status_code == 303
    plan = store.get(case.id).plan
    assert (plan.cause_text, plan.person.name) == ("新しい原因", "原 花子")


def test_a_stale_revision_without_a_mark_is_a_conflict_too(client, store, case, address):
    client.send(address, cause_text="窓1の文", revision=str(case.revision))
    answer = client.send(address, cause_text="窓2の文", revision=str(case.revision))
    assert answer.status_code == 409
    assert store.get(case.id).plan.cause_text == "窓1の文"


def test_a_stale_autosave_overwrites_nothing(client, store, case, address):
    old = mark(client.get(address))
    client.send(address, cause_text="窓1の文", stamp=old)
    answer = client.autosave(address, cause_text="窓2の文", stamp=old)
    assert answer.status_code == 409
    assert answer.is_json
    assert store.get(case.id).plan.cause_text == "窓1の文"


def test_the_same_words_twice_from_one_page_are_saved_once(client, store, case, address):
    old = mark(client.get(address))
    for _press in range(2):
        assert client.send(address, cause_text="同じ文", stamp=old).status_code == 303
    assert store.get(case.id).revision == case.revision + 1


def test_a_double_press_on_delete_deletes_one_card(client, store):
    case = store.create(a_case(plan=a_structured_plan()))
    address = f"/cases/{case.id}/plan/cause"
    words = {"causes-0-why": "甲", "causes-1-why": "乙", "cause_text": "", "remove": "0"}
    words["stamp"] = mark(client.get(address))
    for _press in range(2):
        assert client.send(address, **words).status_code == 303
    plan = store.get(case.id).plan
    assert [cause.why for cause in plan.causes] == ["乙"]
    assert [measure.causes for measure in plan.measures] == [(), (1,)]


def test_a_card_added_in_the_other_window_is_kept_unless_taken_out(reader, store, case):
    saved = store.save(replace(case, plan=Plan(causes=(Cause("甲"),))))
    address = f"/cases/{case.id}/plan/cause"
    old = mark(reader.get(address))
    store.save(saved.with_plan(Plan(causes=(Cause("甲"), Cause("乙", count=3)))))
    clash = reader.send(address, **{"causes-0-why": "甲2", "stamp": old})
    assert clash.status_code == 409
    shown = dict(
        re.findall(r'<textarea[^>]*name="([\w-]+)"[^>]*>\n?([^<]*)</textarea>', clash.text)
    )
    assert {name: html.unescape(text) for name, text in shown.items()} == {
        "causes-0-why": "甲2",
        "causes-1-why": "乙",
        "causes-1-count": "3",
    }


def test_a_choice_that_differs_is_shown_in_words(reader, store):
    case = store.create(a_case(plan=a_structured_plan()))
    address = f"/cases/{case.id}/plan/fix"
    old = mark(reader.get(address))
    words = {f"measures-{n}-what": m.what for n, m in enumerate(case.plan.measures)}
    first = words | {"measures-0-progress": "planned", "measures-1-progress": "planned"}
    second = words | {"measures-0-progress": "done", "measures-1-progress": "planned"}
    reader.send(address, **first, stamp=old)
    clash = reader.send(address, **second, stamp=old)
    assert clash.status_code == 409
    assert '<select id="mine-1" name="measures-0-progress">' in clash.text
