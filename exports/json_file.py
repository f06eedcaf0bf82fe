"""Case → JSON file: the archive, which the program reads again without loss."""

import json

from kaizen.archive import write_archive
from kaizen.case import Case


def write(case: Case) -> bytes:
    """Return the archive of ``case`` as UTF-8 JSON that a person can read."""
    text = json.dumps(write_archive(case), ensure_ascii=False, indent=1)
    # Half a surrogate pair has no UTF-8 form; written as a JSON escape it is read back unchanged.
    return f"{text}\n".encode("utf-8", "backslashreplace")
