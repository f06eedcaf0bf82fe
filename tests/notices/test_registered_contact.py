"""Who is registered for the account, where the notice says so."""

import pytest

from kaizen.notice.page import clean
from kaizen.notice.parties import registered_contact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(登録担当者: 青木 春 様)\n規約違反についてご連絡します。", "青木 春"),
        ("ご登録の担当者 山野 ひかり様", "山野 ひかり"),
        ("Hello Dana Whitfield (registered contact, Harbour Goods),", "Dana Whitfield"),
        ("Dear Isolde Meier,\n(registered contact of Petal and Spool)", "Isolde Meier"),
        ("The account's registered contact is Leo Marchetti.", "Leo Marchetti"),
        ("To: shop@example.com\nHello,", "shop@example.com"),
    ],
)
def test_the_registered_person_is_read(text: str, name: str):
    found = registered_contact(clean(text))
    assert found is not None
    assert found.value.rstrip(".") == name


@pytest.mark.parametrize("text", ["商標登録番号 第7012345号", "登録商標の件です。", "Hello,"])
def test_nobody_is_made_up(text: str):
    assert registered_contact(clean(text)) is None
