"""Shares: "28 of 1,505 (1.86%)" in both languages and both orders."""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from kaizen.arithmetic.statement import Kind, Statement
from kaizen.arithmetic.words import (
    NUMBER,
    NUMBER_BEGINS,
    any_of,
    as_number,
    percentage,
    unit,
    words,
)

_BEFORE = 40
_WORKING_DIGITS = 30


def share_statements(text: str) -> Iterator[Statement]:
    """Yield the shares claimed in folded text; "n of m" without a percentage claims nothing."""
    taken = bytearray(len(text))
    for pattern in _pairs():
        for pair in _all(pattern, text):
            if any(taken[pair.start() : pair.end()]):
                continue
            claim = _claim(text, pair)
            if claim is not None:
                taken[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
                yield claim


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the pairs of a text; the second number of one may be the first of the next."""
    pair = pattern.search(text)
    while pair is not None:
        yield pair
        pair = pattern.search(text, pair.start() + 1)


def _claim(text: str, pair: re.Match[str]) -> Statement | None:
    part, whole = as_number(pair["part"]), as_number(pair["whole"])
    if not whole:
        return None
    behind = _behind().match(text, pair.end())
    if behind is not None and not _begins_another(text, pair.end(), behind):
        return _share(part, whole, behind, pair.start(), behind.end())
    begin = max(0, pair.start() - _BEFORE)
    ahead = _ahead().search(text[begin : pair.start()])
    if ahead is not None:
        return _share(part, whole, ahead, begin + ahead.start(), pair.end())
    named = _named_rate().match(text, pair.end())
    if named is not None and not _other_rate().search(named["between"]):
        return _share(part, whole, named, pair.start(), named.end())
    return None


def _begins_another(text: str, at: int, percent: re.Match[str]) -> bool:
    """Tell whether only a comma joins the percentage, and words go on: "2 of 3 done, 1% margin"."""
    link = text[at : percent.start("percent")].strip()
    return link == "," and re.match(r" [A-Za-z]", text[percent.end() :][:2]) is not None


def _share(part: int, whole: int, percent: re.Match[str], start: int, end: int) -> Statement | None:
    claimed = Decimal(percent["percent"])
    exact = Fraction(100 * part, whole)
    digits = -int(claimed.as_tuple().exponent)
    if part > whole:
        # More than the whole: the words were read wrongly, or the counts are.
        agrees = False
    else:
        loose = percent["about"] is not None
        agrees = any(_is_rounded(share, claimed, digits, loose) for share in (exact, 100 - exact))
    computed = f"{_rounded(exact, digits, ROUND_HALF_UP)}%"
    return Statement(Kind.SHARE, start, end, f"{claimed}%", computed, agrees)


def _is_rounded(exact: Fraction, claimed: Decimal, digits: int, loose: bool) -> bool:
    """Tell whether ``claimed`` is the share rounded or cut to the digits that were given."""
    if loose and abs(exact - Fraction(claimed)) <= Fraction(1, 10**digits):
        return True
    return claimed in {
        _rounded(exact, digits, how) for how in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
    }


def _rounded(exact: Fraction, digits: int, how: str) -> Decimal:
    # Cut far behind the last digit asked for: ties of fractions like 1/8 stay exact ties.
    whole = exact.numerator * 10**_WORKING_DIGITS // exact.denominator
    long = Decimal(whole).scaleb(-_WORKING_DIGITS)
    return long.quantize(Decimal(1).scaleb(-digits), rounding=how)


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    among = any_of(words()["among"])
    stop, divided = words()["marks"]["stop"], words()["marks"]["divided"]
    gap = rf"[^\d\n();!?{stop}]"
    whole = rf"{NUMBER_BEGINS}(?P<whole>{NUMBER})"
    part = rf"{NUMBER_BEGINS}(?P<part>{NUMBER})"
    name = r"(?:[ ][A-Za-z][A-Za-z-]{0,20})"
    spans = rf"[ ]{any_of(words()['spans'])}\b"
    return (
        re.compile(
            rf"{whole}\s?(?P<unit>{unit()}){among}{gap}{{0,40}}(?P<part>{NUMBER})\s?(?P=unit)"
        ),
        re.compile(
            rf"{part}{name}{{0,3}}[ ](?:out[ ])?of[ ](?:the[ ]|our[ ]|all[ ]|a total of[ ])?"
            rf"(?:[a-z]{{1,12}}[ ])?(?P<whole>{NUMBER})(?![\d.,%]\d?){name}{{0,6}}"
        ),
        re.compile(
            r"(?<!\d )(?<![A-Za-z] )\b(?:[Oo]ut of|[Oo]f) (?:the |our |all )?"
            rf"{whole}{name}{{1,4}},?[ ](?P<part>{NUMBER}){name}{{0,6}}"
        ),
        re.compile(
            rf"{whole}{name}{{1,4}},? (?:of|among) (?:which|these|them),? "
            rf"(?P<part>{NUMBER})(?![\d.,%]\d?)"
        ),
        re.compile(
            rf"{part}{name}{{1,4}} (?:in|among) (?:the |our |all )?(?P<whole>{NUMBER})(?!{spans})"
            rf"{name}{{1,3}}"
        ),
        re.compile(
            rf"{part}\s?{unit()}?(?: ?[/{divided}] ?)(?P<whole>{NUMBER})(?![\d/-])\s?{unit()}?"
        ),
    )


@cache
def _behind() -> re.Pattern[str]:
    beside = any_of(words()["beside"])
    return re.compile(rf"(?:[(\s:]|{beside}){{0,4}}{percentage()}")


@cache
def _named_rate() -> re.Pattern[str]:
    """Return the pattern of a percentage that is called a rate in the same sentence."""
    rate = any_of(words()["rate"])
    link = any_of([*words()["beside"], "of", "is", "was"])
    return re.compile(
        rf"(?P<between>[^\d\n;{words()['marks']['stop']}]{{0,30}}{rate})(?:[\s:(]|{link}){{0,3}}{percentage()}"
        rf"(?!\s?{any_of(words()['rate_of_something'])})"
    )


@cache
def _other_rate() -> re.Pattern[str]:
    return re.compile(any_of(words()["other_rate"]))


@cache
def _ahead() -> re.Pattern[str]:
    days = rf"(?:\d{{1,3}}\s?{words()['marks']['period']})?"
    return re.compile(rf"{percentage()}\s?[(:=]\s?[^\d()\n]{{0,8}}{days}[^\d()\n]{{0,15}}$")
