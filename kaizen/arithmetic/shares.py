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

_BEFORE, _AHEAD = 40, 12
_WORKING_DIGITS = 30
_FIGURES = re.compile(r"\d+/\d+")


def share_statements(text: str) -> Iterator[Statement]:
    """Yield the shares claimed in folded text; "n of m" without a percentage claims nothing."""
    taken = bytearray(len(text))
    for pattern in pairs():
        for pair in _all(pattern, text):
            if any(taken[pair.start() : pair.end()]):
                continue
            claim = _claim(text, pair)
            if claim is not None:
                taken[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
                yield claim
    for found in _inside().finditer(text):
        if not any(taken[found.start() : found.end()]):
            part, whole = as_number(found["part"]), as_number(found["whole"])
            if whole:
                yield share(part, whole, found, found.start(), found.end())


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the pairs of a text; the second number of one may be the first of the next."""
    pair = pattern.search(text)
    while pair is not None:
        yield pair
        pair = pattern.search(text, pair.start() + 1)


def _claim(text: str, pair: re.Match[str]) -> Statement | None:
    part, whole = as_number(pair["part"]), as_number(pair["whole"])
    if not whole or _may_be_day(pair):
        return None
    behind = _behind().match(text, pair.end()) or _in_brackets().match(text, pair.end())
    if behind is not None and _is_of_a_goal(text, pair, behind):
        return None
    if behind is not None and not _begins_another(text, pair.end(), behind):
        return share(part, whole, behind, pair.start(), behind.end())
    begin = max(0, pair.start() - _BEFORE)
    ahead = _ahead().search(text[begin : pair.start()])
    if ahead is not None and not is_limit(text, begin + ahead.start()):
        return share(part, whole, ahead, begin + ahead.start(), pair.end())
    named = _named_rate().match(text, pair.end())
    if named is not None and not _other_rate().search(named["between"]):
        return share(part, whole, named, pair.start(), named.end())
    return None


def _may_be_day(pair: re.Match[str]) -> bool:
    """Tell whether figures with nothing but a stroke between them may be a day or a month."""
    part, whole = as_number(pair["part"]), as_number(pair["whole"])
    if not _FIGURES.fullmatch(pair[0].strip()):
        return False
    return part > whole or (part <= 12 and (whole <= 31 or 1900 <= whole <= 2199))


def is_limit(text: str, at: int) -> bool:
    """Tell whether the words before ``at`` make the percentage there a target or a limit."""
    return _limit_before().search(text[max(0, at - _BEFORE) : at]) is not None


def _is_of_a_goal(text: str, pair: re.Match[str], percent: re.Match[str]) -> bool:
    """Tell whether a change leads to the percentage: "from 12 of 14 to all (100%)"."""
    ahead = text[max(0, pair.start() - _AHEAD) : pair.start()].lower()
    between = text[max(pair.end("whole"), pair.end("part")) : percent.start("percent")]
    changes = words()["changes"]
    return any(
        ahead.rstrip().endswith(one["ahead"]) and one["between"] in between for one in changes
    )


def _begins_another(text: str, at: int, percent: re.Match[str]) -> bool:
    """Tell whether nothing but a comma or a blank joins the percentage to English words.

    "2 of 3 done, 1% margin" and "1 of 3 people checks 100%" say nothing about a share.
    """
    link = text[at : percent.start("percent")].strip()
    if link == ",":
        return re.match(r" [A-Za-z]", text[percent.end() :][:2]) is not None
    return not link and text[at - 1].isascii() and text[at - 1].isalpha()


def share(part: int, whole: int, percent: re.Match[str], start: int, end: int) -> Statement:
    """Return the claim that ``part`` of ``whole`` is the percentage matched by ``percent``."""
    claimed = Decimal(percent["percent"])
    exact = Fraction(100 * part, whole)
    digits = -int(claimed.as_tuple().exponent)
    if part > whole:
        # More than the whole: the words were read wrongly, or the counts are.
        agrees = False
    else:
        loose = percent["about"] is not None
        agrees = any(is_rounded(share, claimed, digits, loose) for share in (exact, 100 - exact))
    is_rest = (
        abs(100 - exact - Fraction(claimed)) < abs(exact - Fraction(claimed)) and part <= whole
    )
    right = f"{_rounded(100 - exact if is_rest else exact, digits, ROUND_HALF_UP)}%"
    counted = f"({whole:,} - {part:,})" if is_rest else f"{part:,}"
    working = f"{counted} \u00f7 {whole:,} = {right}"
    counts = (whole - part if is_rest else part, whole)
    return Statement(Kind.SHARE, start, end, f"{claimed}%", right, agrees, working, counts=counts)


def is_rounded(exact: Fraction, claimed: Decimal, digits: int, loose: bool) -> bool:
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
def pairs() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of "n of m", with the groups ``part`` and ``whole``."""
    among, named = any_of(words()["among"]), any_of(words()["among_named"])
    marks = words()["marks"]
    stop, divided = marks["stop"], marks["divided"]
    # Spans of time and days may stand between both counts, other figures not.
    gap = rf"(?:[^\d\n();!?{stop}]|\d{{1,4}}{any_of(words()['time_units'])})"
    whole = rf"{NUMBER_BEGINS}(?P<whole>{NUMBER})"
    part = rf"{NUMBER_BEGINS}(?P<part>{NUMBER})"
    name = r"(?:[ ][A-Za-z][A-Za-z-]{0,20})"
    spans = rf"[ ]{any_of(words()['spans'])}\b"
    few = rf"[^\d\n();!?{stop}]{{1,12}}"
    label = rf"[^\d\s()/{stop}{marks['listed']}%]{{0,8}}"
    return (
        re.compile(
            rf"{whole}\s?(?P<unit>{unit()})(?:\([^()\n]{{1,20}}\))?"
            rf"(?:{among}|{marks['belongs']}{label}{named}|{few}{marks['of_these']})"
            rf"{gap}{{0,40}}(?<![\d,.])(?P<part>{NUMBER})\s?(?P=unit)"
        ),
        re.compile(rf"{whole}{marks['parts_of']}(?P<part>{NUMBER})(?!\d)"),
        re.compile(
            rf"{part}\s?(?P<unit>{unit()})[({marks['subject']}]{label}(?P<whole>{NUMBER})\s?(?P=unit)(?={marks['belongs']})"
        ),
        re.compile(
            rf"{part}{name}{{0,3}}[ ](?:out[ ])?of[ ](?:the[ ]|our[ ]|all[ ]|a total of[ ])?"
            rf"(?:[a-z]{{1,12}}[ ])?(?P<whole>{NUMBER})(?![\d.,%]\d?){name}{{0,6}}"
        ),
        re.compile(
            r"(?<!\d )(?<![A-Za-z] )\b(?:[Oo]ut of|[Oo]f) (?:the |our |all )?"
            rf"{whole}(?:{name}{{1,7}},?|,)[ ](?P<part>{NUMBER}){name}{{0,6}}"
        ),
        re.compile(
            rf"{whole}{name}{{1,4}},? (?:of|among) (?:which|these|them),? "
            rf"(?P<part>{NUMBER})(?![\d.,%]\d?)"
        ),
        re.compile(
            rf"{whole}{name}{{1,4}},? (?P<part>{NUMBER})(?: of (?:which|these|them)){name}{{0,3}}"
        ),
        re.compile(
            rf"{part}{name}{{1,4}} (?:in|among) (?:the |our |all )?(?P<whole>{NUMBER})(?!{spans})"
            rf"{name}{{1,3}}"
        ),
        re.compile(
            rf"{part}\s?{unit()}?(?: ?[/{divided}] ?){label}(?P<whole>{NUMBER})"
            rf"(?![\d/-])\s?{unit()}?(?: ?[{marks['times']}] ?100(?!\d))?"
        ),
    )


@cache
def _inside() -> re.Pattern[str]:
    """Return the pattern of a percentage between whole and part: "1.86% of 1,505, which is 28"."""
    marks = words()["marks"]
    among = any_of(words()["among_named"])
    label = rf"[^\d\s()/{marks['stop']}{marks['listed']}%]{{0,8}}"
    return re.compile(
        rf"{NUMBER_BEGINS}(?P<whole>{NUMBER})\s?(?P<unit>{unit()})"
        rf"(?:{marks['belongs']}{label}{among}|{among}|{marks['belongs']})\s?{percentage()}"
        rf"{marks['amounts_to']}{label}(?<!\d)(?P<part>{NUMBER})\s?(?P=unit)"
    )


@cache
def _behind() -> re.Pattern[str]:
    beside = any_of(words()["beside"])
    return re.compile(rf"(?:[(\s:]|{beside}){{0,4}}{percentage()}")


@cache
def _in_brackets() -> re.Pattern[str]:
    """Return the pattern of a percentage in brackets behind a word or two: "28 bad (1.86%)"."""
    marks = words()["marks"]
    return re.compile(
        rf"[^\d\n();{marks['listed']}{marks['stop']}]{{0,14}}\(\s?{percentage()}\s?\)"
    )


@cache
def _limit_before() -> re.Pattern[str]:
    """Return the pattern of a word for a limit in the same clause, up to the percentage."""
    limits = any_of(words()["limit_before"])
    return re.compile(
        rf"{limits}[^\d;,{words()['marks']['listed']}{words()['marks']['stop']}]{{0,12}}$"
    )


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
    says = any_of(words()["says"])
    return re.compile(
        rf"{percentage()}\s?{says}?\s?[(:=]\s?[^\d()\n]{{0,8}}{days}[^\d()\n]{{0,15}}$"
    )
