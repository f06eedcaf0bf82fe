from kaizen.notice.page import clean
from kaizen.notice.stems import places_of, slots_on

JAPANESE = (
    "商品の真贋に関する苦情と、偽物・模倣品・コピー品・非正規品の申し立てを購入者から受けました。"
)
ENGLISH = "Buyers complain of counterfeit, fake, replica, forged and inauthentic items."


def test_places_stand_in_the_order_of_the_text_whatever_order_words_are_kept_in() -> None:
    found = [
        place
        for text in (JAPANESE, ENGLISH, JAPANESE + ENGLISH)
        for page in [clean(text)]
        for slot in slots_on(page)
        for place in places_of(page, slot).values()
    ]
    assert max(map(len, found)) > 2
    assert all(place == sorted(place) for place in found)
