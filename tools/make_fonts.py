"""Make the fonts of the PDF in ``exports/fonts`` from the families they come from.

    .venv/bin/python tools/make_fonts.py

Needs Debian's fonts-morisawa-bizud-gothic and fonts-noto-cjk. Writes two weights of BIZ UDPGothic
cut to everyday Japanese and Latin, one family for rare characters under its own name, and the list
of all characters that the three can draw. Running it again writes the same bytes.
"""

import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent.parent / "exports" / "fonts"
BIZ = Path("/usr/share/fonts/truetype/bizud-gothic")
NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
RARE_FAMILY = "Kaizen Rare Characters"

# What a Japanese business letter holds: both everyday sets, and the Latin of supplier names.
EVERYDAY = ("cp932", "shift_jis")
LATIN = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF))
# What suppliers' names bring: rare Japanese names, Chinese, Korean.
RARE = ("euc_jis_2004", "gb2312", "euc_kr")
BIG5_COMMON = (b"\xa4\x40", b"\xc6\x7e")
SYMBOLS = ((0x370, 0x52F), (0x2000, 0x2BFF), (0x3000, 0x33FF), (0xF900, 0xFFEF))
# Characters of names beyond the first plane, as far as the family has them.
NAMES = ((0x1F100, 0x1F2FF), (0x20000, 0x2FA1F))
LAYOUT_FEATURES = ["ccmp", "liga", "kern"]
# Everything but control characters, surrogates and private use.
POINTS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0xD800),
    *range(0xF900, 0x10000),
    *range(0x20000, 0x2FA20),
)


def main() -> int:
    """Write the fonts and the list of characters; return the exit status."""
    FOLDER.mkdir(exist_ok=True)
    everyday = encodable(EVERYDAY) | spread(LATIN)
    covered: set[int] = set()
    for weight in ("Regular", "Bold"):
        font = TTFont(BIZ / f"BIZUDPGothic-{weight}.ttf", recalcTimestamp=False)
        covered = cut(font, everyday)
        font.save(FOLDER / f"BIZUDPGothic-{weight}.ttf")
    rare = TTFont(NOTO, fontNumber=0, recalcTimestamp=False)
    wanted = encodable(RARE) | common_traditional() | spread(SYMBOLS) | spread(NAMES) | everyday
    covered |= cut(rare, wanted - covered)
    rename(rare, RARE_FAMILY)
    align(rare, TTFont(FOLDER / "BIZUDPGothic-Regular.ttf"))
    rare.save(FOLDER / "KaizenRareCharacters-Regular.otf")
    (FOLDER / "coverage.txt").write_text("\n".join(ranges(covered)) + "\n", "ascii")
    return 0


def encodable(encodings: Iterable[str]) -> set[int]:
    """Return the code points that any of ``encodings`` holds as one character."""
    # Beyond three bytes stand characters spelled out of parts, such as rare Korean syllables.
    return {
        point
        for point in POINTS
        for encoding in encodings
        if 0 < len(chr(point).encode(encoding, "ignore")) <= 3
    }


def common_traditional() -> set[int]:
    """Return the everyday characters of Taiwan and Hong Kong: the first level of Big5."""
    first, last = BIG5_COMMON
    return {point for point in POINTS if first <= chr(point).encode("big5", "ignore") <= last}


def spread(blocks: Iterable[tuple[int, int]]) -> set[int]:
    """Return the code points of ``blocks``, ends included."""
    return {point for first, last in blocks for point in range(first, last + 1)}


def cut(font: TTFont, wanted: set[int]) -> set[int]:
    """Cut ``font`` to ``wanted`` without hints, and return what it really holds."""
    options = Options()
    options.hinting = False
    options.layout_features = LAYOUT_FEATURES
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "meta", "vhea", "vmtx", "VORG", "BASE"]
    present = wanted & set(font.getBestCmap())
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=present)
    subsetter.subset(font)
    # Scattered characters do not fit the short table; every program reads the long one.
    tables = font["cmap"].tables
    if any(table.format == 12 for table in tables):
        font["cmap"].tables = [table for table in tables if table.format in (12, 14)]
    return present


def rename(font: TTFont, family: str) -> None:
    """Give ``font`` another family name, so that no program takes it for the original."""
    compact = family.replace(" ", "")
    names = {1: family, 3: f"{compact}-Regular", 4: family, 6: f"{compact}-Regular", 16: family}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    top = font["CFF "].cff
    top.fontNames[0] = names[6]
    top.topDictIndex[0].FullName = family
    top.topDictIndex[0].FamilyName = family


def align(font: TTFont, model: TTFont) -> None:
    """Give ``font`` the height of ``model``: one rare character must not move its line."""
    scale = font["head"].unitsPerEm / model["head"].unitsPerEm
    ascent = round(model["hhea"].ascent * scale)
    descent = round(model["hhea"].descent * scale)
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = ascent
    font["hhea"].descent = font["OS/2"].sTypoDescender = descent
    font["OS/2"].usWinDescent = -descent
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0


def ranges(points: set[int]) -> list[str]:
    """Return ``points`` as lines of first and last code point in hexadecimal."""
    ordered = sorted(points)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]]
    return [f"{first:04X} {last:04X}" for first, last in zip(starts, ends, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
