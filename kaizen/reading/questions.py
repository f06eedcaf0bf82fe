"""A text in questions and answers: "Q: What have you done? A: On May 2 ...".

The labels say nothing themselves, and what a question asks is no claim of the seller. Questions
without labels that are titles of what follows are the same; a question to Amazon is none.
"""

import re
from functools import lru_cache

from kaizen.reading.vocabulary import found as says

_LABEL = (
    r"^[ \t\u3000]*(?:{words})[ ]?(?:\d{{1,2}}(?:-\d{{1,2}})?)?"
    r"(?:\([^()\n]{{1,10}}\))?(?:[ ]?[:.\uff1a]|(?<=[^a-z])(?=[ \u3000\n]))[ \u3000]*"
)
_FLAGS = re.MULTILINE | re.IGNORECASE
_QUESTION = re.compile(_LABEL.format(words=r"q(?:uestion)?|\u554f(?:\u3044)?|\u8cea\u554f"), _FLAGS)
_ANSWER = re.compile(_LABEL.format(words=r"a(?:nswer)?|\u7b54(?:\u3048)?|\u56de\u7b54"), _FLAGS)
# A question that fills its line, be it with the cause it stands for in brackets.
_TITLE = re.compile(
    r"^[ \t\u3000]*(?P<asked>[^\n?\u3002]{4,120}(?:\?|\u304b[?\u3002])"
    r"(?: ?\([^()\n]{1,20}\))?)[ \t]*$",
    re.MULTILINE,
)
_FEWEST = 2


def without_labels(text: str) -> str:
    """Return a text in questions and answers with blanks for their labels."""
    for label in (_QUESTION, _ANSWER):
        text = label.sub(lambda found: " " * len(found.group()), text)
    return text


@lru_cache(maxsize=64)
def questions_in(text: str) -> frozenset[int]:
    """Return where the questions of a folded text begin: labelled and answered, or titles."""
    if not _QUESTION.search(text) or not _ANSWER.search(text):
        return frozenset(found.start("asked") for found in _titles(text))
    return frozenset(found.end() for found in _QUESTION.finditer(text))


def _titles(text: str) -> list["re.Match[str]"]:
    """Return the questions that are titles: some of them, each answered, and none to Amazon."""
    titles = list(_TITLE.finditer(text))
    if len(titles) < _FEWEST:
        return []
    begins = {title.start() for title in titles}
    for title in titles:
        answer = title.end() + 1
        end = text.find("\n", answer)
        line = text[answer : end if end >= 0 else len(text)]
        is_answered = bool(line.strip()) and answer not in begins
        if not is_answered or says(title["asked"].lower(), "headings", "asks_amazon"):
            return []
    return titles


def is_question(text: str, at: int) -> bool:
    """Tell whether the line around a place of a folded text puts a question that is no claim."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    stop = end if end >= 0 else len(text)
    return any(start <= question < stop for question in questions_in(text))
