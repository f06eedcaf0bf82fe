"""The words after ``python3 app.py``."""

from __future__ import annotations

from dataclasses import dataclass

from bootstrap.words import Stop, sentence

WORDS = ("run", "test", "setup", "bench")
DEFAULT_PORT = 8765
LOOPBACK = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Asked:
    """What to do. ``rest`` goes on to pytest or to the benchmarks."""

    word: str = "run"
    port: int = DEFAULT_PORT
    browser: bool = True
    rest: tuple[str, ...] = ()

    @property
    def packages(self) -> str:
        """Return which set of packages the word needs."""
        return {"test": "dev", "bench": "bench"}.get(self.word, "run")

    @property
    def needs_check(self) -> bool:
        """Tell whether native libraries are looked for although the packages are there.

        A plain start stays fast, and works without them.
        """
        return self.word != "run"


def read_arguments(arguments: list[str]) -> Asked:
    """Return what was asked; raises Stop where it is not understood."""
    if any(word in ("-h", "--help") for word in arguments[:1]):
        raise SystemExit(_print_usage())
    word, rest = "run", list(arguments)
    if rest and not rest[0].startswith("-"):
        word = rest.pop(0)
        if word not in WORDS:
            raise Stop("unknown_word", word=word)
    if word in ("test", "bench"):
        return Asked(word, rest=tuple(rest))
    return _with_options(word, rest)


def _with_options(word: str, rest: list[str]) -> Asked:
    port, browser = DEFAULT_PORT, True
    pending = [part for option in rest for part in option.split("=", 1)]
    while pending:
        option = pending.pop(0)
        if option == "--no-browser":
            browser = False
        elif option == "--port" and pending:
            port = _port(pending.pop(0))
        elif option == "--host" and pending:
            if pending.pop(0) not in LOOPBACK:
                raise Stop("host_refused")
        else:
            raise Stop("unknown_word", word=option)
    return Asked(word, port, browser)


def _port(written: str) -> int:
    if written.isdecimal() and 1 <= int(written) <= 65535:
        return int(written)
    raise Stop("bad_port", port=written, other=DEFAULT_PORT)


def _print_usage() -> int:
    print(sentence("usage"))
    return 0
