"""What was worked out lately is not worked out again; what differs is."""

from views.recent import Recent


def counting(most: int) -> tuple[Recent[list[str], int], list[list[str]]]:
    worked: list[list[str]] = []

    def work(asked: list[str]) -> int:
        worked.append(list(asked))
        return len(asked)

    return Recent(work, most), worked


def test_an_equal_question_is_answered_without_work() -> None:
    recent, worked = counting(2)
    assert recent(["a", "b"]) == recent(["a", "b"]) == 2
    assert worked == [["a", "b"]]


def test_another_question_is_worked_out() -> None:
    recent, worked = counting(2)
    assert (recent(["a"]), recent(["a", "b"])) == (1, 2)
    assert worked == [["a"], ["a", "b"]]


def test_only_the_last_answers_are_kept() -> None:
    recent, worked = counting(2)
    for asked in (["a"], ["b"], ["c"], ["a"]):
        recent(asked)
    assert worked == [["a"], ["b"], ["c"], ["a"]]
