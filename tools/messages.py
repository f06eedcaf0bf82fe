"""Keep the message catalogue: ``python -m tools.messages update|set FILE|missing|check``.

``update`` extracts the English source strings and merges them into the Japanese catalogue.
``set FILE`` takes Japanese from a JSON object ``{"English": "Japanese", …}`` (plural
messages: ``{"English": ["Japanese"]}``). ``missing`` lists what has no Japanese yet.
``check`` fails when the catalogue is out of date, incomplete, fuzzy or holds other placeholders.
"""

import fcntl
import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "translations" / "ja" / "LC_MESSAGES" / "messages.po"
SOURCES = ("forms", "views", "templates", "webapp.py", "commands.py")
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "lazy_gettext": None,
    "_l": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def extracted() -> Catalog:
    """Return a catalogue of all English source strings in the program."""
    catalogue = Catalog(charset="utf-8")
    for source in SOURCES:
        folder = ROOT / source
        for name, line, message, comments, context in _strings(folder):
            place = f"{source}/{name}" if folder.is_dir() else source
            catalogue.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalogue


def _strings(source: Path) -> Iterator[tuple]:
    options = {"**.html": {"silent": "false"}, "**.txt": {"silent": "false"}}
    if source.is_dir():
        yield from extract_from_dir(source, METHODS, options, KEYWORDS, ("i18n:",))
    elif source.is_file():
        found = extract_from_dir(
            source.parent,
            METHODS,
            options,
            KEYWORDS,
            ("i18n:",),
            directory_filter=lambda folder: Path(folder) == source.parent,
        )
        yield from (entry for entry in found if entry[0] == source.name)


def catalogue() -> Catalog:
    """Return the Japanese catalogue as it is in the repository."""
    if not PO.exists():
        return Catalog(locale="ja", charset="utf-8", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="ja")


def updated() -> Catalog:
    """Return the Japanese catalogue merged with the strings of today, without obsolete ones."""
    merged, template = catalogue(), extracted()
    merged.update(template, no_fuzzy_matching=True)
    merged.obsolete.clear()
    return merged


def as_text(merged: Catalog) -> bytes:
    """Return a catalogue as the text of a .po file, stable from run to run."""
    buffer = io.BytesIO()
    write_po(
        buffer,
        merged,
        width=100,
        sort_output=True,
        ignore_obsolete=True,
        omit_header=True,
        no_location=True,
    )
    header = (
        b'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'
        b'"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    return header + buffer.getvalue()


@contextmanager
def _locked() -> Iterator[None]:
    PO.parent.mkdir(parents=True, exist_ok=True)
    with (PO.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_texts(pairs: dict[str, str | list[str]]) -> list[str]:
    """Write Japanese for English; return the English that is no source string."""
    merged = updated()
    known = {_english(message): message for message in _messages(merged)}
    unknown = []
    for english, japanese in pairs.items():
        message = known.get(english)
        if message is None:
            unknown.append(english)
            continue
        plural = isinstance(message.id, tuple)
        texts = japanese if isinstance(japanese, list) else [japanese]
        message.string = tuple(texts) if plural else texts[0]
    PO.write_bytes(as_text(merged))
    return unknown


def problems() -> list[str]:
    """Return what is wrong with the catalogue; an empty list where nothing is."""
    found = [f"no Japanese: {_english(m)}" for m in _messages(updated()) if not _japanese(m)]
    found += [f"fuzzy: {_english(m)}" for m in _messages(catalogue()) if m.fuzzy]
    for message in _messages(catalogue()):
        japanese = _japanese(message)
        if japanese and not _placeholders(japanese) <= _placeholders(_english(message)):
            found.append(f"other placeholders: {_english(message)}")
    if not found and as_text(updated()) != PO.read_bytes():
        found.append("out of date: run python -m tools.messages update")
    return found


def _messages(merged: Catalog) -> list[Message]:
    return [message for message in merged if message.id]


def _english(message: Message) -> str:
    return message.id[-1] if isinstance(message.id, tuple) else message.id


def _japanese(message: Message) -> str:
    return message.string[0] if isinstance(message.string, tuple) else message.string


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def main(arguments: list[str]) -> int:
    """Run one of the four words; return the exit status."""
    match arguments:
        case ["update"]:
            with _locked():
                PO.write_bytes(as_text(updated()))
        case ["set", file]:
            with _locked():
                for english in set_texts(json.loads(Path(file).read_text("utf-8"))):
                    print(f"not a source string: {english}")
        case ["missing"]:
            missing = [_english(m) for m in _messages(updated()) if not _japanese(m)]
            print(json.dumps(dict.fromkeys(missing, ""), ensure_ascii=False, indent=1))
        case ["check"]:
            found = problems()
            print("\n".join(found) or "The catalogue is complete.")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
