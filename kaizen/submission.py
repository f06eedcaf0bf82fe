"""How and where an answer is handed in, step by step (data in ``submission.toml``)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def submission_steps(
    channel: str | None,
    language: str,
    *,
    button: str = "",
    attaches: bool = False,
    is_note: bool = False,
) -> tuple[str, ...]:
    """Return the steps for the notice's ``channel`` (None: no notice, or it names none).

    ``button`` is what the notice calls the button; ``attaches`` tells that documents go with it,
    ``is_note`` that it is a note, which has no items to copy one by one.
    """
    texts = _data()[language]
    key = channel or "unknown"
    places = texts["channels"].get(key, texts["channels"]["unknown"])
    named = texts["button"].format(button=button) if button else texts["buttons"].get(key, "")
    attach = (texts["attach"],) if attaches else ()
    return (
        texts["open"],
        *(place.format(button=named) for place in places),
        texts["paste"],
        *attach,
        texts["check_note" if is_note else "check"],
        texts["wait"],
    )


def screen_names_change(language: str) -> str:
    """Return the sentence that the notice's own words win over the steps."""
    return str(_data()[language]["names_change"])
