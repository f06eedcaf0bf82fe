"""Where a line of a mail was broken by the mail program and where by the writer."""

import re

_ITEM = re.compile(
    "[-*#=+\u2022\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7\u25bc\u25b6\u25e6\u2605\u2606\u203b\u30fb\u2192]"
    r"|\(?\d{1,2}[.):\u3001](?!\d)|\([a-z0-9]{1,2}\)|[a-z][).] "
    "|[\u3010\\[\u25aa]|[^\\s:\u3002\u3001]{1,16}:|[A-Za-z' ]{2,24}:|https?:|asin"
    "|\\d{4}[-/.\u5e74]\\d"
    # a circled number is a plain one once folded; a counter behind it would make it an amount
    "|\\d{1,2} ?(?![\u5e74\u6708\u65e5\u6642\u5206\u4ef6\u540d\u70b9\u500b\u5186\u56de\u3064"
    "\u53f0\u679a\u9031\u756a\u53f7\u304b\u30f6\u30b1\u55b6\u5e74])[\u3041-\u9fff\u300c]",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    "--$|==$|__$|[\u3002?!:;]$|(?:\u307e\u3059|\u3067\u3059|\u307e\u3057\u305f|\u304f\u3060\u3055\u3044|\u307e\u305b\u3093|\u69d8)$"
)
_HALF_ASIN = re.compile(r"(?<![0-9A-Z])B0[0-9A-Z]{0,7}$", re.IGNORECASE)
_HALF_ORDER = re.compile(r"(?<!\d)\d{1,3}(?:-\d{0,7}){1,2}$|(?<!\d)\d{3}$")
_REST = re.compile(r"[0-9A-Z-]{1,18}(?![0-9A-Z])", re.IGNORECASE)
_ASIN = re.compile(r"B0[0-9A-Z]{8}", re.IGNORECASE)
_ORDER = re.compile(r"\d{3}-\d{7}-\d{7}")
_HALF_URL = re.compile(r"https?://[^\s\u3002\u3040-\u9fff]{4,400}[/=&?_-]$")
_WIDE = "\u2e80"
_WIDE_RUN = re.compile("[\u2e80-\U0010ffff]+")
_LEAST = 24


def is_item(line: str) -> bool:
    """Tell whether the line begins like a list item, a label or a heading mark."""
    return _ITEM.match(line) is not None


def width(line: str) -> int:
    """Return the columns a line takes: two for a Japanese character, one for the others."""
    return len(line) + sum(map(len, _WIDE_RUN.findall(line)))


def joins(line: str, following: str, usual: int) -> str:
    """Return what stands between two lines: nothing, a space, or a line break."""
    if _breaks_an_id(line, following):
        return ""
    if _HALF_URL.search(line[-420:]) and following[0].isascii() and not is_item(following):
        return ""
    if is_item(following) or _FINISHED.search(line[-6:]):
        return "\n"
    if width(line) < max(_LEAST, usual * 7 // 10):
        return "\n"
    return "" if line[-1] >= _WIDE or following[0] >= _WIDE else " "


def _breaks_an_id(line: str, following: str) -> bool:
    rest = _REST.match(following)
    if rest is None:
        return False
    half = _HALF_ASIN.search(line[-10:])
    if half and _ASIN.fullmatch(half.group() + rest.group()):
        return True
    half = _HALF_ORDER.search(line[-19:])
    return bool(half and _ORDER.fullmatch(half.group() + rest.group()))
