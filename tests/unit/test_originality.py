"""Examples of the program are no facts of the seller's."""

import pytest

from kaizen.originality import copied_places


@pytest.mark.parametrize(
    "text",
    [
        "返品5点を11月9日に検査し、4点に角つぶれを確認しました。",
        "1.返品５点を11月9日に検査し 4点に角つぶれを確認しました",
        "We looked closely. Five returns inspected on Nov 9; four had crushed corners.",
    ],
)
def test_a_sentence_of_an_example_is_found(text: str):
    assert len(copied_places(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "返品7点を11月10日に検査し、2点に傷を確認しました。",
        "いずれも当店の確認体制の不備によるものです。",
        "We inspected seven returns on Nov 10; two were scratched.",
        "",
    ],
)
def test_own_words_are_not(text: str):
    assert copied_places(text) == ()
