"""Which stretches of a text are markup, ornaments, or characters that pasting changes."""

import re

# Asterisks inside a masked name such as Ka****n8 are no markup: bold needs exactly two.
_BOLD = (
    r"(?<!\*)\*\*(?![\s*])[^*\n]{1,200}(?<![\s*])\*\*(?!\*)"
    r"|(?<![\w*])\*{2,3} [^*\n]{1,60} \*{2,3}(?![\w*])"
)
_UNDERLINED = r"(?<![\w_])__(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])__(?![\w_])"
_HEADING = r"(?m:^[ \t]{0,3}#{1,6}[ \t\u3000]+(?=\S))"
_RULE = r"(?m:^[ \t]{0,3}(?:-{4,}|={4,}|\*{3,}|_{3,}|~{3,})[ \t]*$)"
_TAG = (
    r"</?(?:[bipusa]|br|hr|div|span|strong|em|ul|ol|li|table|tr|td|th|tbody|thead|font|h[1-6]"
    r"|center|pre|code)(?: [^<>\n]{0,200})?/?>"
)
_LINK = r"\[[^\]\n]{1,200}\]\(https?:[^)\s]{1,300}\)"
_CODE = r"`{1,3}[^`\n]{1,200}`{1,3}|```"
_TABLE = (
    r"(?m:^[ \t]*\|[^\n|]{0,200}\|[^\n]{0,400}$)"
    r"|(?m:^[^\n|]{1,80}[ \t]\|[ \t][^\n|]{1,80}\|[^\n]{0,400}$)"
)
_BULLET = r"(?m:^[ \t]{0,8}\*[ \t]+(?=\S))"
_TAB = r"\t+"
# Stars, squares, diamonds, triangles, notes, hearts, card suits, boxes, arrows in ornament style.
_ORNAMENT = (
    "[\u2605\u2606\u25a0\u25a1\u25aa\u25ab\u25b2\u25b3\u25b6\u25b7\u25bc\u25bd\u25c6\u25c7\u25ce\u25e6\u25fc\u25fb"
    "\u2660-\u2667\u2669-\u266f\u2500-\u257f\u2580-\u259f\u2714\u2716\u2713\u2717\u2756\u2764\u27a1\u2b50\u2b1b\u2b1c"
    "\u3013\u2709\u260e\u2022\u21d2\U0001f300-\U0001faff\u2600-\u2604\u2728\u2757\u2753\u26a0\u274c\u2705]+\ufe0f?"
)
_DOT_BULLET = (
    r"(?m:^[ \t]{0,8}[\u25cf\u25cb\u25ef](?=[ \u3000]?[^\u25cf\u25cb\u25ef\s\u5e74\u6708\u65e5]))"
)

MARKUP = re.compile(
    "|".join(
        (
            _BOLD,
            _UNDERLINED,
            _HEADING,
            _RULE,
            _TAG,
            _LINK,
            _CODE,
            _TABLE,
            _BULLET,
            _TAB,
            _ORNAMENT,
            _DOT_BULLET,
        )
    ),
    re.IGNORECASE,
)

_HALF_KANA = "\uff61-\uff9f"
_CIRCLED = "\u2460-\u24ff\u2776-\u2793\u3220-\u3247\u3250-\u32fe"
_SQUARES = "\u3300-\u33ff\u2100-\u2102\u2104-\u212a\u212c-\u214f\u2160-\u217f"
UNSAFE = re.compile(
    f"[{_HALF_KANA}]+|[{_CIRCLED}]|[{_SQUARES}]|[\u2018-\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a]"
    "|[\ue000-\uf8ff]+|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+"
)

EMOJI = "[\u2600-\u2604\u2614-\u261f\u2620-\u266f\u2702-\u27b0\U0001f300-\U0001faff]"
# Exclamation marks, rows of question marks, emoji: what mending can make plain.
SHOUTS = re.compile(rf"[!\uff01\u203c\u2049]+|[?\uff1f]{{2,}}|{EMOJI}+\ufe0f?")
# Two or more words of capitals in a row; one alone is mostly an abbreviation.
CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,20}(?:[ ,]{1,2}[A-Z]{3,20}){1,20}(?![A-Za-z])")
