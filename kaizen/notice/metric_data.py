"""What metrics are called in notices; read without the reader, which takes a while to load."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def metric_data() -> dict[str, Any]:
    """Return what is known of each metric in notices."""
    with (Path(__file__).parent / "signatures" / "metrics.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def keys_by_name() -> dict[str, tuple[str, ...]]:
    """Return the keys of metrics by the names under which they appear."""
    found: dict[str, tuple[str, ...]] = {}
    for key, entry in metric_data()["metric"].items():
        for name in entry["names"]:
            found[name] = (*found.get(name, ()), key)
    return found


def names_of(key: str) -> tuple[str, ...]:
    """Return the names under which a metric appears in notices, lower case."""
    return tuple(metric_data()["metric"].get(key, {}).get("names", ()))
