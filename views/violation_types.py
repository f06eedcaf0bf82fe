"""The types of violation to choose from, by name in the language of the pages."""


def type_choices(language: str) -> list[tuple[str, str]]:
    """Return key and name of each type."""
    return []
