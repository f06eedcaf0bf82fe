"""Compiles the message catalogues that are newer than their compiled form."""

from __future__ import annotations

import os
from pathlib import Path

from bootstrap.words import Stop


def compile_catalogues(folder: Path) -> list[Path]:
    """Write each ``.mo`` below ``folder`` that is missing or older than its ``.po``.

    Raises Stop where nothing can be written.
    """
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            try:
                _compile(source, target)
            except OSError as problem:
                raise Stop("folder_read_only", folder=folder.parent) from problem
            written.append(target)
    return written


def _compile(source: Path, target: Path) -> None:
    # Babel is loaded only when there is something to do: most starts have nothing.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    part = target.with_name(f"{target.name}.{os.getpid()}")
    with part.open("wb") as file:
        write_mo(file, catalogue)
    part.replace(target)
