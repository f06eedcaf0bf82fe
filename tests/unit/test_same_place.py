import pytest

from kaizen.finding import Finding, Place, Severity
from views.pages.same_place import same_place

BLOCK, WARN, INFO = Severity.BLOCK, Severity.WARN, Severity.INFO


ITEM = "One sentence of the item. " * 4


def a_finding(rule, start, end, severity=WARN, item="fix", text=ITEM):
    return Finding(
        id=rule,
        slug=rule,
        severity=severity,
        place=Place(item, start, end),
        text=text[start:end],
        message="",
        why="",
        how="",
        waivable=True,
        key=f"{rule}/{start}",
    )


def grouped(*findings):
    return [[one.id for one in group] for group in same_place(findings)]


WHOLE = a_finding("R19", 0, 100)


@pytest.mark.parametrize(
    "findings, groups",
    [
        # The same words, and words that overlap: one group, the worst first.
        ([a_finding("R07", 0, 20, INFO), a_finding("R44", 0, 20)], [["R44", "R07"]]),
        (
            [a_finding("R07", 0, 20), a_finding("R40", 15, 30, BLOCK), WHOLE],
            [["R40", "R07"], ["R19"]],
        ),
        # Words beside each other stay apart.
        ([a_finding("R07", 0, 20), a_finding("R44", 20, 40), WHOLE], [["R07"], ["R44"], ["R19"]]),
        # What is missing in the whole item goes together, apart from its sentences.
        ([WHOLE, a_finding("R20", 0, 100, INFO)], [["R19", "R20"]]),
        # A sentence that is most of the item is the item.
        ([WHOLE, a_finding("R21", 0, 90, BLOCK)], [["R21", "R19"]]),
        # Two items never meet, nor do places without words, nor figures.
        ([a_finding("R07", 0, 20), a_finding("R08", 0, 20, item="cause")], [["R07"], ["R08"]]),
        ([a_finding("R01", 0, 0), a_finding("R02", 0, 0)], [["R01"], ["R02"]]),
        (
            [a_finding("R72", 0, 9, item="plan"), a_finding("R73", 0, 9, item="plan")],
            [["R72"], ["R73"]],
        ),
        ([a_finding("", 0, 20), a_finding("R05", 0, 20)], [[""], ["R05"]]),
        # A chain of overlaps is no group: each must meet the worst one.
        (
            [a_finding("R07", 0, 20), a_finding("R44", 10, 30), a_finding("R46", 25, 40), WHOLE],
            [["R07", "R44"], ["R46"], ["R19"]],
        ),
    ],
)
def test_findings_about_the_same_words_go_together(findings, groups):
    assert grouped(*findings) == groups


def test_in_an_item_of_one_sentence_all_words_are_about_it():
    text = "Our late shipment rate will perhaps be five percent or so in a while from now on"
    whole = a_finding("R26", 0, len(text), text=text)
    part = a_finding("R28", 36, 48, text=text)
    assert grouped(whole, part) == [["R26", "R28"]]
    assert grouped(part) == [["R28"]]


def test_nothing_gives_no_group():
    assert grouped() == []
