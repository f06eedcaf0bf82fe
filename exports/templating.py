"""The templates of exported files, in ``templates/exports``."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).parent.parent / "templates" / "exports"


def fill(name: str, page: object) -> str:
    """Return template ``name`` with the values of ``page`` put in; HTML values are escaped."""
    return _environment(name.endswith(".html")).get_template(name).render(page=page)


@cache
def _environment(autoescape: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=autoescape,  # noqa: S701 - plain text has nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
