"""The types of violation to choose from, by name in the language of the pages."""

from kaizen.violations import all_types


def type_choices(language: str) -> list[tuple[str, str]]:
    """Return key and name of each type."""
    return [(one.key, one.name.in_language(language)) for one in all_types()]
