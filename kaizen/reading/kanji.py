"""Numbers written in kanji, as in dates: figures in a row, or tens and ones."""

DIGITS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
TEN = "\u5341"


def number_of(kanji: str) -> int:
    """Return the number that digits and tens in kanji mean."""
    if TEN not in kanji:
        return int("".join(str(DIGITS.index(digit)) for digit in kanji))
    tens, _, ones = kanji.partition(TEN)
    return 10 * (DIGITS.index(tens) if tens else 1) + (DIGITS.index(ones) if ones else 0)
