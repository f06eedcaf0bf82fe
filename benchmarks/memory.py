"""Memory of processes in MiB: their own, and their share of what they have in common (PSS)."""

import os
from pathlib import Path


def mebibytes(process: int) -> float:
    """Return the memory of one process; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def tree(root: int) -> list[int]:
    """Return ``root`` and the processes below it."""
    found = [root]
    try:
        threads = list(Path(f"/proc/{root}/task").iterdir())
        children = [(thread / "children").read_text("ascii").split() for thread in threads]
    except OSError:
        return found
    return found + [one for each in children for child in each for one in tree(int(child))]


def tree_mebibytes(root: int) -> float:
    """Return the memory of a process and all below it."""
    return sum(mebibytes(process) for process in tree(root))


def running(program: str, root: int | None = None) -> list[int]:
    """Return the processes below ``root`` (this one) whose command names ``program``."""
    named = []
    for process in tree(root or os.getpid()):
        try:
            command = Path(f"/proc/{process}/cmdline").read_bytes()
        except OSError:
            continue
        if Path(program).name.encode() in command:
            named.append(process)
    return named
