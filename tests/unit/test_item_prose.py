"""What free words name already is not printed a second time."""

import pytest

from kaizen.item_prose import item_prose
from kaizen.plan import Item, Plan, Violation


def printed(violation: Violation) -> str:
    return item_prose(Plan(violation=violation), Item.VIOLATION, "ja").text


@pytest.mark.parametrize(
    ("text", "asins", "printed_again"),
    [
        ("B0ZX1A2K3Mで起きました。", ("B0ZX1A2K3M", "B0ZX1A2K4N"), ["B0ZX1A2K4N"]),
        ("Ｂ０ＺＸ１Ａ２Ｋ３Ｍで起きました。", ("B0ZX1A2K3M",), []),
        ("b0zx1a2k3mで起きました。", ("B0ZX1A2K3M",), []),
        ("1点で起きました。", ("B0ZX1A2K3M",), ["B0ZX1A2K3M"]),
        ("", ("B0ZX1A2K3M",), ["B0ZX1A2K3M"]),
    ],
)
def test_an_asin_that_the_words_name_is_not_listed_again(
    text: str, asins: tuple[str, ...], printed_again: list[str]
) -> None:
    below = printed(Violation(text=text, asins=asins)).removeprefix(text)
    assert [one for one in asins if one in below] == printed_again


def test_an_order_and_a_policy_that_the_words_name_are_not_listed_again() -> None:
    text = "注文不良率の件です。250-5550201-0000210で遅れました。"
    named = Violation(text=text, policy="注文不良率", order_ids=("250-5550201-0000210",))
    assert printed(named) == text


def test_fields_beside_other_words_are_all_printed() -> None:
    violation = Violation(text="遅れました。", policy="注文不良率", what="棚の取り違えです。")
    assert "注文不良率" in printed(violation)
    assert "棚の取り違えです。" in printed(violation)
