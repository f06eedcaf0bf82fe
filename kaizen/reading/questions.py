"""A text in questions and answers: "Q: What have you done? A: On May 2 ...".

The labels say nothing themselves, and what a question asks is no claim of the seller.
"""

import re

_LABEL = (
    r"^[ \t\u3000]*(?:{words})[ ]?(?:\d{{1,2}}(?:-\d{{1,2}})?)?"
    r"(?:\([^()\n]{{1,10}}\))?(?:[ ]?[:.\uff1a]|(?<=[^a-z])(?=[ \u3000\n]))[ \u3000]*"
)
_FLAGS = re.MULTILINE | re.IGNORECASE
_QUESTION = re.compile(_LABEL.format(words=r"q(?:uestion)?|\u554f(?:\u3044)?|\u8cea\u554f"), _FLAGS)
_ANSWER = re.compile(_LABEL.format(words=r"a(?:nswer)?|\u7b54(?:\u3048)?|\u56de\u7b54"), _FLAGS)


def without_labels(text: str) -> str:
    """Return a text in questions and answers with blanks for their labels."""
    for label in (_QUESTION, _ANSWER):
        text = label.sub(lambda found: " " * len(found.group()), text)
    return text


def questions_in(text: str) -> frozenset[int]:
    """Return where the questions of a folded text begin, where it has answers too."""
    if not _QUESTION.search(text) or not _ANSWER.search(text):
        return frozenset()
    return frozenset(found.end() for found in _QUESTION.finditer(text))


def is_question(text: str, at: int) -> bool:
    """Tell whether the line around a place of a folded text puts a labelled question."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return _QUESTION.match(line) is not None and _ANSWER.search(text) is not None
