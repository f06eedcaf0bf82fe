"""Many plans through one server: a short form of the long run, and how its result is judged."""

from pathlib import Path

import pytest

from benchmarks.many_plans import Memory, draw_in_one_server, is_flat


def test_twenty_plans_leave_no_worker_behind(tmp_path: Path):
    found = draw_in_one_server(tmp_path, 20)
    assert [moment.plans for moment in found] == [2, 10, 20]
    assert found[-1].processes <= found[0].processes


@pytest.mark.parametrize(
    "late, flat",
    [
        (Memory(1000, 3, 60.0, 70.0), True),
        (Memory(1000, 3, 64.0, 70.0), True),
        (Memory(1000, 3, 60.0, 95.0), False),
        (Memory(1000, 3, 90.0, 70.0), False),
        (Memory(1000, 4, 60.0, 70.0), False),
    ],
)
def test_growth_or_a_left_over_worker_is_told(late: Memory, flat: bool):
    assert is_flat([Memory(100, 3, 60.0, 70.0), late]) is flat
