"""The help texts: complete in both languages, with sources, and nothing that helps to evade."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kaizen.help
from kaizen.help.causes import catalogue, metrics_that_stop
from kaizen.help.guide import GUIDES, guide, next_check
from kaizen.help.message import compose_message, find_message, message_keys, places_in
from kaizen.help.text import load
from kaizen.help.timeline import Event, case_of_takeover, write_timeline

FOLDER = Path(kaizen.help.__file__).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.toml"))
JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
SAME_IN_BOTH = {"{name}"}


def sentences(data: Any) -> Iterator[tuple[str, str]]:
    """Yield every sentence of a data file in both languages."""
    if isinstance(data, dict):
        for japanese, english in (("ja", "en"), ("why_ja", "why_en"), ("text_ja", "text_en")):
            if japanese in data or english in data:
                yield data.get(japanese, ""), data.get(english, "")
        for value in data.values():
            yield from sentences(value)
    elif isinstance(data, list):
        for value in data:
            yield from sentences(value)


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_is_there_in_both_languages(name: str) -> None:
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    found = list(sentences(data))
    assert found
    for japanese, english in found:
        if japanese not in SAME_IN_BOTH:
            assert JAPANESE.search(japanese), english
            assert english, japanese
            assert not JAPANESE.search(english), english
        assert sorted(places_in(japanese)) == sorted(places_in(english)), english


def test_every_source_is_used() -> None:
    used = {
        key for name in FILES for key in re.findall(r'"([a-z_]+)"', " ".join(_source_lists(name)))
    }
    assert used == set(load("sources"))


def _source_lists(name: str) -> list[str]:
    return re.findall(r"sources = (\[[^\]]*\])", (FOLDER / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("key", GUIDES)
def test_every_page_of_steps_has_steps_sources_and_a_date(key: str) -> None:
    page = guide(key)
    assert len(page.steps) >= 8
    assert page.sources
    assert date.fromisoformat(page.as_of) <= date(2026, 11, 24)
    assert page.message is None or page.message in message_keys()


def test_the_closed_page_keeps_the_order_and_offers_no_evasion() -> None:
    page = guide("closed")
    english = [section.heading.en for section in page.sections]
    assert [heading[0] for heading in english] == list("123456")
    assert page.warning is not None
    assert "no way out" in page.warning.en
    everything = " ".join(step.act.en for step in page.steps)
    assert not re.search(r"VPN|virtual office|relative's name|new IP", everything)


def test_the_takeover_list_names_everything_that_can_be_changed() -> None:
    acts = " ".join(step.act.en.lower() for step in guide("takeover").steps)
    for part in (
        "password",
        "sign out",
        "user permissions",
        "api",
        "bank account",
        "associates",
        "gift cards",
        "2-step",
    ):
        assert part in acts


def test_a_check_is_due_again_after_its_days() -> None:
    steps = guide("safety").steps
    assert all(step.every for step in steps)
    monthly = next(step for step in steps if step.every == 30)
    assert next_check(monthly, date(2026, 11, 1)) == date(2026, 12, 1)
    once = guide("takeover").steps[0]
    assert next_check(once, date(2026, 11, 1)) is None


def test_the_catalogue_covers_every_group_with_sources() -> None:
    page = catalogue()
    assert [group.key for group in page.groups] == [
        "goods",
        "accounts",
        "genuine",
        "metrics",
        "returns",
        "conduct",
    ]
    for group in page.groups:
        assert group.causes or group.key == "metrics"
        assert all(cause.sources for cause in group.causes)
    assert len(page.changes) >= 8
    assert all(change.sources for change in page.changes)
    assert {"odr", "cancel_rate", "lsr", "vtr", "ahr"} <= {m.key for m in metrics_that_stop()}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("key", message_keys())
def test_a_message_says_nothing_that_was_not_filled_in(key: str, language: str) -> None:
    message = find_message(key)
    empty = compose_message(message, {}, language)
    assert "{" not in empty.text
    assert not any(f"{part}\n\n\n" in empty.text for part in ("", " "))
    assert empty.missing == message.fields
    assert not re.search("[::]$", empty.text, re.MULTILINE)
    assert not re.search(r"\d", empty.text.replace("2段階", "").replace("2-step", ""))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("key", message_keys())
def test_a_message_holds_everything_that_was_filled_in(key: str, language: str) -> None:
    message = find_message(key)
    values = {name: f"<{name}>" for name in message.fields}
    composed = compose_message(message, values, language)
    assert composed.missing == ()
    assert [name for name in values if f"<{name}>" not in composed.text] == []
    assert composed.text.endswith("\n")


@given(st.text(max_size=40))
def test_what_was_typed_stands_in_the_message_unchanged(typed: str) -> None:
    composed = compose_message(find_message("support"), {"screen": typed}, "ja")
    assert typed.strip() in composed.text


def test_a_timeline_leaves_out_what_is_open() -> None:
    events = (
        Event("11月5日", "口座が変わった", "メール"),
        Event(),
        Event("11月6日", "知らない出品があった"),
        Event(noticed="購入者の連絡"),
    )
    assert write_timeline(events, "ja").split("\n") == [
        "- 11月5日 口座が変わった(気づいたきっかけ:メール)",
        "- 11月6日 知らない出品があった",
        "- 購入者の連絡",
    ]
    assert "(noticed through: メール)" in write_timeline(events, "en")


def test_a_plan_begins_with_what_happened() -> None:
    events = [Event("11月5日", "口座が変わった")]
    case = case_of_takeover(events, store="あおば", done="11月6日に戻した", language="ja")
    assert case.details.violation_type == "compromised_account"
    assert case.plan.violation.text == "- 11月5日 口座が変わった"
    assert case.plan.fix_text == "11月6日に戻した"
    assert case.plan.cause_text == ""
