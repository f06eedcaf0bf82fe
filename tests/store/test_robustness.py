"""Real processes at once, and killed at any moment: nothing acknowledged is lost.

The long form (100 kills) is ``python -m benchmarks.robustness``.
"""

from pathlib import Path

from benchmarks.robustness import create_together, kill_while_saving, update_together
from benchmarks.server_kills import kill_server_while_typing


def test_a_thousand_updates_by_four_processes_are_all_there(tmp_path: Path) -> None:
    found = update_together(tmp_path, processes=4, each=250)
    assert (found.wanted, found.lost, found.errors) == (1000, 0, 0)


def test_twenty_posts_of_one_form_make_one_case(tmp_path: Path) -> None:
    assert create_together(tmp_path, processes=4, threads=5) == 0


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    found = kill_while_saving(tmp_path, kills=5)
    assert found.acknowledged >= 20
    assert (found.lost, found.damaged) == (0, 0)


def test_what_the_program_said_was_saved_survives_kill_9(tmp_path: Path) -> None:
    """The long form (100 kills) is ``python -m benchmarks.server_kills``."""
    found = kill_server_while_typing(tmp_path, kills=3)
    assert found.acknowledged >= 15
    assert (found.lost, found.damaged) == (0, 0)
