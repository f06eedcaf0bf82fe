"""A sentence that names an excuse only to say that it is not made is no finding."""

import pytest

from kaizen.reading.disowned import is_disowned

DISOWNED = [
    "一人で回している店だから仕方がない、とは考えておりません。",
    "配送会社のせいだとは思っていません。",
    "繁忙期だったことを言い訳にはいたしません。",
    "仕入先が悪いなどと申し上げるつもりはありません。",
    "人手不足で仕方がなかったという説明はいたしません。",
    "We do not blame the carrier for the delays.",
    "The carrier was late, which is no excuse.",
    "配送会社のせいにするのは適切とは考えておりません。",
    "It would be wrong to point at the supplier for the colour.",
    "We will not hide behind the weather.",
    "Our shop is small, but that doesn't excuse it.",
]
MEANT = [
    "一人で回している店だから仕方がないと考えています。",
    "配送会社のせいだと思っています。",
    "配送会社のせいで遅れました。改善の余地はありません。",
    "仕入先が悪いと申し上げるしかありません。",
    "公表することも考えざるを得ません。",
    "配送会社のせいだと言わざるを得ません。",
    "うちだけ止められるのは公平とは思えません。",
    "当店だけが停止されるのは妥当とは言えません。",
    "このような扱いは公正な判断とは思っておりません。",
    "The carrier is to blame for the delays.",
    "We can only blame the carrier.",
    "We do not accept that. The supplier sent the wrong colour.",
]


@pytest.mark.parametrize("text", DISOWNED)
def test_what_is_named_only_to_be_disowned_is_no_charge(text: str):
    assert is_disowned(text)


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_not_disowned(text: str):
    assert not is_disowned(text)
