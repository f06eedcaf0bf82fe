"""A sentence in another language than the plan around it."""

import re
from functools import cache

from kaizen.reading.sentences import Sentence, read
from kaizen.reading.vocabulary import found, tables

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_JAPANESE = re.compile("[\u3041-\u30fa\u4e00-\u9fff]")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{1,40}[)\]]")
_LETTERS = re.compile("[a-z]{1,20}")
# Two characters of simplified Chinese are no slip; a name has fewer words than a sentence.
_FEWEST_ALIKE, _FEWEST_WORDS, _FEWEST_SMALL, _FEWEST_JA = 2, 8, 3, 10


def other_line(original: str, *, japanese: bool) -> tuple[int, int] | None:
    """Return the first sentence that is not in the language of the plan.

    A line of Chinese or English stands out in a ``japanese`` plan, one of Japanese in an English
    one. Titles, names and what stands in quotation marks belong to every language.
    """
    before = ""
    for sentence in read(original).sentences:
        if japanese:
            other = _is_chinese(sentence) or _is_english(sentence)
        else:
            other = _is_japanese(sentence)
        if other and not _is_cited(sentence, before):
            return sentence.start, sentence.end
        before = sentence.text
    return None


def _is_cited(sentence: Sentence, before: str) -> bool:
    """Tell whether a sentence is somebody else's: marked as such, or led by the one ``before``."""
    return sentence.text.startswith(">") or found(before, "other_scripts", "leads_a_quote")


def _is_chinese(sentence: Sentence) -> bool:
    alike = sum(character in _simplified() for character in sentence.text)
    return alike >= _FEWEST_ALIKE and not _KANA.search(sentence.text)


def _is_english(sentence: Sentence) -> bool:
    """Tell whether somebody speaks in English: "we will", not only words of a title."""
    text = _IN_BRACKETS.sub(" ", sentence.own)
    if _JAPANESE.search(_IN_BRACKETS.sub(" ", sentence.text)):
        return False
    words = _LETTERS.findall(text)
    spoken = sum(word in _words("english_voice") for word in words)
    small = spoken + sum(word in _words("english_words") for word in words)
    return len(words) >= _FEWEST_WORDS and spoken > 0 and small >= _FEWEST_SMALL


def _is_japanese(sentence: Sentence) -> bool:
    """Tell whether a whole sentence is Japanese, with a verb at its end."""
    if len(_JAPANESE.findall(sentence.own)) < _FEWEST_JA or len(_LETTERS.findall(sentence.own)) > 2:
        return False
    return found(sentence.own.rstrip(), "other_scripts", "japanese_end")


@cache
def _simplified() -> frozenset[str]:
    return frozenset(tables("other_scripts")["simplified"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(tables("other_scripts")[key].split())
