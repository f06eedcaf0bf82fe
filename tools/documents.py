"""Write the documents that are made from the program: ``python -m tools.documents [check]``.

``docs/rules.md`` is the list of rules; ``docs/review-figures.md`` says how many wordings and whole
plans each rule was tried on, and what came out. ``check`` only fails where one is old.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from kaizen.rules import ALL
from kaizen.rules_doc import rules_as_markdown
from tools.review_figures import review_figures

ROOT = Path(__file__).resolve().parent.parent
COMMAND = "python -m tools.documents"


def documents() -> dict[str, Callable[[], str]]:
    """Return how each document is made, by its path in the project."""
    return {
        "docs/rules.md": lambda: rules_as_markdown(ALL),
        "docs/review-figures.md": review_figures,
    }


def is_current(name: str) -> bool:
    """Tell whether the document in the project is what the program would write."""
    path = ROOT / name
    return path.exists() and path.read_text("utf-8") == documents()[name]()


def main(words: list[str]) -> int:
    """Write every document, or check them; return the exit status."""
    if words == ["check"]:
        old = [name for name in documents() if not is_current(name)]
        print("\n".join(f"{name} is old: run {COMMAND}" for name in old))
        return 1 if old else 0
    for name, made in documents().items():
        (ROOT / name).write_text(made(), "utf-8")
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
