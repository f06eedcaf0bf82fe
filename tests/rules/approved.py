"""What each rule was seen to quote, and to say, for each wording that it must flag.

``approved/<slug>.json`` maps a wording to its hits: item, variant, severity where it differs, the
words quoted, and the computed values. Somebody looked at these once; ``python -m
tests.rules.approved`` writes them anew after a rule was changed, and the difference is read before
it is committed.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.rules import ALL
from tests.rules.wordings import Wording, wordings

FOLDER = Path(__file__).with_name("approved")


def seen(rule: Rule, review: Review) -> list[list[Any]]:
    """Return the hits of ``rule`` in the form that is kept."""
    return [
        [hit.place.item, hit.variant, hit.severity or "", _quote(review, hit), dict(hit.values)]
        for hit in rule.check(review)
    ]


def approved(slug: str) -> dict[str, list[list[Any]]]:
    """Return the kept hits of a rule by wording."""
    path = FOLDER / f"{slug}.json"
    known: dict[str, list[list[Any]]] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return known


def named(slug: str) -> Iterator[tuple[str, Wording]]:
    """Yield the wordings that ``slug`` must flag, each with a name that says what was written."""
    names: dict[str, int] = {}
    for wording in wordings():
        if wording.slug == slug and wording.must_flag:
            name = f"{wording.lang} {wording.item}: {wording.data.get('text', '')}"
            names[name] = names.get(name, 0) + 1
            yield name if names[name] == 1 else f"{name} ({names[name]})", wording


def _quote(review: Review, hit: Any) -> str:
    texts = {item.value: text.text for item, text in review.items.items()}
    return texts.get(hit.place.item, "")[hit.place.start : hit.place.end]


def write() -> int:
    """Write what every rule says now; return how many wordings there are."""
    FOLDER.mkdir(exist_ok=True)
    count = 0
    for rule in ALL:
        kept = {name: seen(rule, wording.review()) for name, wording in named(rule.slug)}
        if kept:
            lines = [
                f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(hits, ensure_ascii=False)}"
                for name, hits in sorted(kept.items())
            ]
            text = "{\n" + ",\n".join(lines) + "\n}\n"
            (FOLDER / f"{rule.slug}.json").write_text(text, "utf-8")
            count += len(kept)
    return count


if __name__ == "__main__":
    sys.stdout.write(f"{write()} wordings\n")
