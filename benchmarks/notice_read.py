"""Time of reading notices, in milliseconds of processor time: ordinary ones and noise."""

import random
import time
from datetime import date
from pathlib import Path

from kaizen.notice import read
from kaizen.text import fold

TODAY = date(2026, 11, 24)
LONGEST = 200_000
ORDINARY_LIMIT = 3.0
NOISE_LIMIT = 300.0
_ROUNDS = 7
_FOLDER = Path(__file__).parents[1] / "tests" / "notices" / "shared"
_PIECES = {
    "kana": "\u30a2\u30ab\u30a6\u30f3\u30c8\u3092\u505c\u6b62",
    "digits": "1234567890",
    "full-width digits": "\uff11\uff12\uff13\uff21\uff22",
    "dashes": "-",
    "quote marks": "> ",
    "quoted lines": "> a\n",
    "half ASINs": "B0",
    "ASINs": "B0ZX1A2K3M\n",
    "halves of orders": "250-5550201-",
    "empty lines": "\n",
    "short lines": "a\n",
    "tags": "<p>",
    "open tags": "<p ",
    "durations": "30\u65e5",
    "dates": "2026\u5e7411\u6708",
    "commas": "1,",
    "metric names": "\u6ce8\u6587\u4e0d\u826f\u73879%",
    "English": "your account has been ",
    "links": "http://",
    "pictographs": "\U0001f600",
    "stars": "*",
}


def measure() -> list[tuple[str, float]]:
    """Return (what, milliseconds): the mean of ordinary notices, then each kind of noise."""
    results = [("ordinary notice", _ordinary())]
    for name, piece in _PIECES.items():
        noise = (piece * (LONGEST // len(piece) + 1))[:LONGEST]
        results.append((f"noise: {name}", _once(noise)))
    chooser = random.Random(1)
    mixed = "".join(chooser.choice(list(_PIECES.values())) for _ in range(LONGEST))[:LONGEST]
    results.append(("noise: mixed", _once(mixed)))
    return results


def _ordinary() -> float:
    texts = [path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.txt"))]
    return min(sum(map(_once, texts)) / len(texts) for _ in range(_ROUNDS))


def _once(text: str) -> float:
    fold.cache_clear()
    begun = time.process_time()
    read(text, TODAY)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    for what, milliseconds in measure():
        limit = ORDINARY_LIMIT if what.startswith("ordinary") else NOISE_LIMIT
        mark = "" if milliseconds <= limit else "  over the limit"
        print(f"{what:28s} {milliseconds:8.2f} ms{mark}")
