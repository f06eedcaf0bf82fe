"""Bytes of Japanese and English text files and mails to characters."""

import re

_ESCAPE = re.compile(rb"\x1b(\$B|\$@|\(B|\(J|\(I)")
_MULTI = (b"$B", b"$@")
_KANA = re.compile("[\u3041-\u3096]")
# What a mail may name. Python knows more, such as punycode, which takes minutes for a small file.
_NAMES = re.compile(
    r"(?:utf[-_]?(?:8|16|32)|cp|windows-|iso[-_]?8859-|iso-2022-|euc|gb|big5|hz|shift|sjis|koi8|"
    r"latin|mac|ks_c_|johab|tis-620|x-)[a-z0-9_-]{0,20}|[a-z]*jis[a-z0-9_-]{0,20}"
)
_ALIASES = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms_kanji": "cp932",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "euc-jp": "euc_jis_2004",
    "x-euc-jp": "euc_jis_2004",
    "gb2312": "gb18030",
    "iso-8859-1": "cp1252",
}


def decode(data: bytes) -> str | None:
    """Return the text of a file whose encoding nobody names, or ``None``."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data, name)
    if _ESCAPE.search(data[:20_000]):
        return decode_jis(data)
    if b"\0" in data[:400]:
        return _wide(data)
    return _strictly(data, "utf-8") or _japanese(data)


def decode_as(data: bytes, charset: str | None) -> str:
    """Return text in the named charset; unreadable bytes become replacement characters."""
    name = (charset or "").strip().strip("\"'").lower()
    if name.startswith("iso-2022-jp") or (not name and _ESCAPE.search(data)):
        return decode_jis(data)
    if not name or name in ("us-ascii", "ascii", "unknown-8bit", "default"):
        return decode(data) or data.decode("utf-8", "replace")
    try:
        if name in _ALIASES or _NAMES.fullmatch(name):
            return data.decode(_ALIASES.get(name, name), "replace")
    except (LookupError, ValueError):
        pass
    return decode(data) or data.decode("utf-8", "replace")


def decode_jis(data: bytes) -> str:
    """Return ISO-2022-JP text, the signs outside the standard such as a circled 1 among it.

    Mail programs write Windows characters in this encoding; Python's own decoder refuses them.
    """
    parts: list[str] = []
    mode, done = b"(B", 0
    for match in _ESCAPE.finditer(data):
        parts.append(_jis_run(data[done : match.start()], mode))
        mode, done = match.group(1), match.end()
    parts.append(_jis_run(data[done:], mode))
    return "".join(parts)


def _jis_run(run: bytes, mode: bytes) -> str:
    if mode == b"(I":
        return bytes(byte | 0x80 for byte in run).decode("cp932", "replace")
    if mode not in _MULTI:
        return run.decode("ascii", "replace")
    shifted = bytearray()
    at = 0
    while at < len(run):
        if run[at] < 0x21 or at + 1 >= len(run):
            shifted.append(run[at])
            at += 1
            continue
        shifted += _as_shift_jis(run[at] & 0x7F, run[at + 1] & 0x7F)
        at += 2
    return bytes(shifted).decode("cp932", "replace")


def _as_shift_jis(row: int, cell: int) -> bytes:
    high = ((row - 0x21) >> 1) + 0x81
    if high > 0x9F:
        high += 0x40
    low = cell + (0x7E if row % 2 == 0 else 0x20 if cell >= 0x60 else 0x1F)
    return bytes((high, low & 0xFF))


def _wide(data: bytes) -> str | None:
    even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
    return _strictly(data, "utf-16-be" if even > odd else "utf-16-le")


def _japanese(data: bytes) -> str | None:
    readings = [
        text for name in ("cp932", "euc_jis_2004") if (text := _strictly(data, name)) is not None
    ]
    return max(readings, key=lambda text: len(_KANA.findall(text)), default=None)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
