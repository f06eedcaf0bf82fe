"""Where a line of a mail was broken by the mail program and where by the writer."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_ITEM = re.compile(
    "[-*#=+\u2022\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7\u25bc\u25b6\u25e6\u2605\u2606\u203b\u30fb\u2192]"
    r"|\. (?=\S)|\(?\d{1,2}[.):\u3001](?!\d)|\([a-z0-9]{1,2}\)|[a-z][).] |o (?=[a-z])"
    r"|(?:i{1,3}|iv|vi{0,3})[).] "
    "|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,2}[\u3001.)]|[\u30a2-\u30f3][).]"
    "|\\((?:[\u30a2-\u30f3\u3042-\u3093]|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,2})\\)"
    "|[\u3010\\[\u25aa]|[^\\s:\u3002\u3001]{1,16}:|[A-Za-z' ]{2,24}:|https?:|asin"
    r"|if (?:you|the|your) [^:.\n]{2,60}:"
    r"|(?:document|item|step|page|file|supplier|question|section|part) \d{1,2}\b|q\d{1,2}\b"
    "|(?:\u8cea\u554f|\u8a2d\u554f|\u554f) ?\\d{1,2}(?!\\d)"
    "|\\d{4}[-/.\u5e74]\\d|\\d{9}[\\dx](?![\\w-])"
    # a circled number is a plain one once folded; a counter behind it would make it an amount
    "|\\d{1,2} ?(?![\u5e74\u6708\u65e5\u6642\u5206\u4ef6\u540d\u70b9\u500b\u5186\u56de\u3064"
    "\u53f0\u679a\u9031\u756a\u53f7\u304b\u30f6\u30b1\u55b6\u5e74])[\u3041-\u9fff\u300c]",
    re.IGNORECASE,
)
# A small letter goes on with the sentence of a long line that ends in a word.
_GOES_ON = re.compile(r"[a-z]{2}")
_OPEN_END = re.compile(r"[A-Za-z,]")
_FINISHED = re.compile(
    r"\|$|"
    "--$|==$|__$|[\u3002?!:;]$|(?:\u307e\u3059|\u3067\u3059|\u307e\u3057\u305f|\u304f\u3060\u3055\u3044|\u307e\u305b\u3093|\u69d8)$"
)
# Words that never begin a sentence: they go on with the line above, however that ends.
_HANGS = re.compile(
    "(?:\u3088\u3046(?:[\u306b\u304a\u3001\u5207]|\u3054\u3056)|\u306e\u3067|\u304c\u3001|\u305f\u3081[\u3001\u306b]|\u3053\u3068[\u304c\u3092\u306f\u306b\u3082\u3068]"
    "|\u3068\u3068\u3082\u306b|\u3068\u3044\u3046|\u5834\u5408[\u306f\u306b\u304c\u3001]|\u306e(?:\u3067|\u306f|\u304c|\u3068)|[\u3001\u3002\uff09\u300d])"
)
# A particle that no word begins with: the line above was cut in a phrase.
_PARTICLE = re.compile("\u3092|\u3078(?!\u3093)")
# "within", "or more" and the like are never cut in two by a writer.
_WITHIN, _WITHIN_WHAT = "\u4ee5", "\u5185\u4e0a\u4e0b\u5916\u524d\u5f8c\u964d\u6765"
# A long Japanese line that ends in a particle goes on, whatever opens the next.
_OPEN_JA = re.compile("[\u306e\u3092\u304c\u306f\u306b\u3001]$")
# A capital on a small word begins a sentence, where the line above does not end in a small word.
_BEGINS = re.compile(r"(?:If|Please|You|We|When|Once|To|Unless|Until|After|Should) [a-z]")
_HANGS_OVER = re.compile(
    r"(?:\b(?:the|an?|of|to|and|or|for|in|on|at|by|with|your|our|from|as|is|are|be|not|that|this|than)|[,(\"/-])$",
    re.IGNORECASE,
)
# An item that ends in the name of a paper is complete, unless a particle follows.
_NAMED = re.compile(
    "(?:\u66f8|\u8a3c|\u72b6|\u5199\u771f|\u753b\u50cf|\u5951\u7d04|\u5199\u3057|\u30b3\u30d4\u30fc|\u660e\u7d30|\u3082\u306e|\u3053\u3068|\u8cc7\u6599|\u8a18\u9332|\u63a7\u3048|\u8a08\u753b|\u9023\u7d61\u5148)$"
)
_HANGS_ON = re.compile(
    "[\u306e\u3092\u306b\u304c\u306f\u3068\u3067\u3082\u3084\u304b\u3001\u3002\u30fb()/]|\u307e\u305f|\u3082\u3057|\u304a\u3088|\u53ca|\u53c8|\u306a\u3069|\u306a\u3089|\u7b49|\u3044\u305a|\u3042\u308b"
)
_HALF_NUMBER = re.compile(
    "(?:(?P<book>asin|isbn)|id|number|no\\.|\u756a\u53f7) ?[:#]? ?(?P<digits>\\d{2,9})$",
    re.IGNORECASE,
)
_BOOK = 10
_HALF_ASIN = re.compile(r"(?<![0-9A-Z])B0[0-9A-Z]{0,7}$", re.IGNORECASE)
_HALF_ORDER = re.compile(r"(?<!\d)\d{1,3}(?:-\d{0,7}){1,2}$|(?<!\d)\d{3}$")
_REST = re.compile(r"[0-9A-Z-]{1,18}(?![0-9A-Z])", re.IGNORECASE)
_ASIN = re.compile(r"B0[0-9A-Z]{8}", re.IGNORECASE)
_ORDER = re.compile(r"\d{3}-\d{7}-\d{7}")
_HALF_URL = re.compile(r"https?://[^\s\u3002\u3040-\u9fff]{4,400}[/=&?_-]$")
_WIDE = "\u2e80"
_WIDE_RUN = re.compile("[\u2e80-\U0010ffff]+")
_LEAST = 24
_WIDEST = 120
_NARROW = 36
_FEWEST = 8
"""So many lines it takes to tell a machine's wrapping from chance."""
_SLACK = 3


def is_item(line: str) -> bool:
    """Tell whether the line begins like a list item, a label or a heading mark."""
    return _ITEM.match(line) is not None


def width(line: str) -> int:
    """Return the columns a line takes: two for a Japanese character, one for the others."""
    if line.isascii():
        return len(line)
    return len(line) + sum(map(len, _WIDE_RUN.findall(line)))


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How wide the lines of a text are, and whether a machine cut them at that width."""

    usual: int
    is_narrow: bool = False
    cuts_words: bool = False


def wrapping(lines: list[str]) -> Wrapping:
    """Return how the lines of a text were wrapped.

    A phone or a terminal cuts most lines at one width; a writer never does.
    """
    widths = sorted(width(line) for line in lines if "http" not in line)
    if not widths:
        return Wrapping(0)
    usual = min(widths[-1], _WIDEST)
    if len(widths) < _FEWEST:
        return Wrapping(usual)
    latin = sum(map(str.isascii, lines)) * 2 > len(lines)
    exact = widths[-1] <= _WIDEST and sum(one >= widths[-1] - 1 for one in widths)
    if latin:
        return Wrapping(usual, cuts_words=exact * 10 > len(widths) * 6)
    common = max(widths, key=lambda one: bisect_right(widths, one) - bisect_left(widths, one - 1))
    share = bisect_right(widths, common) - bisect_left(widths, common - 2)
    wider = len(widths) - bisect_right(widths, common)
    is_prose = sum("\u3002" in line or "\u3001" in line for line in lines) * 6 >= len(lines)
    if (
        is_prose
        and common <= _NARROW
        and share * 10 >= len(widths) * 3
        and wider * 8 <= len(widths)
    ):
        return Wrapping(common, is_narrow=True)
    return Wrapping(usual)


def joins(line: str, following: str, how: Wrapping) -> str:
    """Return what stands between two lines: nothing, a space, or a line break."""
    if _breaks_an_id(line, following):
        return ""
    if _HALF_URL.search(line[-420:]) and following[0].isascii() and not is_item(following):
        return ""
    if line[-1] == _WITHIN and following[0] in _WITHIN_WHAT:
        return ""
    is_cut = _PARTICLE.match(following) and not is_item(line)
    if is_cut and not _FINISHED.search(line[-6:]):
        return ""
    columns = width(line)
    is_long = columns >= max(_LEAST, how.usual * 7 // 10)
    if is_long and _GOES_ON.match(following) and _OPEN_END.search(line[-1]):
        return " "
    hangs = is_long and _HANGS.match(following) is not None
    if is_item(following) or (_FINISHED.search(line[-6:]) and not hangs):
        return "\n"
    if following[-1] == ":" and following[0].isupper() and len(following) <= _WIDEST // 2:
        return "\n"
    if _BEGINS.match(following) and line.isascii() and not _HANGS_OVER.search(line[-12:]):
        return "\n"
    is_short = columns < how.usual * 9 // 10
    if is_short and is_item(line) and _NAMED.search(line[-4:]) and not _HANGS_ON.match(following):
        return "\n"
    if line[-1] == ")" and following[0].isupper() and is_item(line):
        return "\n"
    if how.is_narrow:
        is_full = how.usual - _SLACK <= columns and not line.isascii()
        return "" if is_full or "\u3001" in line else "\n"
    if columns >= _LEAST and _OPEN_JA.search(line) and following[0] >= _WIDE:
        return ""
    if not is_long:
        return "\n"
    if how.cuts_words and columns >= how.usual:
        return ""
    return "" if line[-1] >= _WIDE or following[0] >= _WIDE else " "


def _breaks_an_id(line: str, following: str) -> bool:
    rest = _REST.match(following)
    if rest is None:
        return False
    half = _HALF_ASIN.search(line[-10:])
    if half and _ASIN.fullmatch(half.group() + rest.group()):
        return True
    if line[-1] != "-" and not line[-1].isdecimal():
        return False
    number = _HALF_NUMBER.search(line[-40:])
    if number and rest.group().isdecimal() and _is_number(number, rest.group(), following):
        return True
    half = _HALF_ORDER.search(line[-19:])
    return bool(half and _ORDER.fullmatch(half.group() + rest.group()))


def _is_number(half: "re.Match[str]", rest: str, following: str) -> bool:
    """Tell whether the two halves are one number behind a label: a book's of ten digits, or one
    of a complaint whose rest stands alone on its line or before the next label.
    """
    if half.group("book"):
        return len(half.group("digits")) + len(rest) == _BOOK
    is_alone = rest == following or following[len(rest) :].lstrip(" ,|").lower().startswith("asin")
    return is_alone and len(half.group("digits")) + len(rest) >= _BOOK
