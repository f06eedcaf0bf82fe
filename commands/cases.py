"""Cases and notices named on the command line."""

from datetime import date

from commands.files import BadInput, read_bytes, read_text
from kaizen.archive import ArchiveProblem, Loaded, read_json
from kaizen.case import Case
from kaizen.limits import NOTICE_CHARACTERS
from kaizen.notice import Notice, read
from kaizen.notice_corrections import apply_corrections


def load_case(file: str) -> Loaded:
    """Return the case in ``file``: the archive, or the flat form with the seven items."""
    data = read_bytes(file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadInput(file, f"byte {problem.start}", "Save it as UTF-8.") from problem
    loaded = read_json(text)
    if isinstance(loaded, ArchiveProblem):
        raise BadInput(file, f"{loaded.place}: {loaded.problem}", loaded.remedy)
    return loaded


def load_notice(file: str, today: date) -> Notice:
    """Return the notice in the text ``file`` as read on ``today``."""
    text = read_text(file)
    if len(text) > NOTICE_CHARACTERS:
        remedy = f"Keep the notice alone, at most {NOTICE_CHARACTERS:,} characters."
        raise BadInput(file, f"{len(text):,} characters", remedy)
    return read(text, today)


def notice_for(case: Case, file: str | None, today: date) -> Notice | None:
    """Return the notice of ``file``, or the one in the case, with the seller's corrections."""
    if file is not None:
        return load_notice(file, today)
    if not case.notice.text.strip():
        return None
    return apply_corrections(read(case.notice.text, today), case.notice.corrections)
