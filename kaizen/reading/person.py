"""Item 7 as a name and a role, and whether the name is that of one person in full."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kaizen.reading.sentences import read
from kaizen.reading.slots import surnames
from kaizen.reading.vocabulary import tables

# "-bu" ends departments, and family names that are a place and this ending.
_BU = "\u90e8"
_SEPARATORS = re.compile(r"[\s()\[\],:;/\u3001\u30fb|\u3010\u3011\n]+")
_KANA_OR_KANJI = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\u3005\uf900-\ufaff\uac00-\ud7a3]"
)
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_LATIN_NAME = re.compile(rf"[{_LATIN}][{_LATIN}'\u2019.-]{{0,30}}")
_WORD = re.compile(r"[a-z]+|&")
_LISTED = re.compile("[\u30fb\u3001,/\u3068\u304b]|\u304a\u3088\u3073|\u53ca\u3073")
_TAILS = re.compile(
    r"(?:\u3067\u3059|\u3068\u7533\u3057\u307e\u3059|\u6c0f|\u3055\u3093)?[\u3002.]?$"
)


@dataclass(frozen=True, slots=True)
class WrittenPerson:
    """The words of item 7 that are a name, and those that are a role; folded, name as typed."""

    names: tuple[str, ...]
    roles: tuple[str, ...]
    several: bool = False

    @property
    def is_full_name(self) -> bool:
        """Tell whether family name and given name of one person are both there."""
        if self.several:
            return False
        japanese = [name for name in self.names if _KANA_OR_KANJI.search(name)]
        if japanese:
            return len(japanese) > 1 or _is_whole(japanese[0])
        return len([name for name in self.names if len(name.rstrip(".")) > 1]) > 1

    @property
    def may_be_a_shop(self) -> bool:
        """Tell whether nothing says that it is a person: no seat, and no known family name."""
        if self.roles:
            return False
        first = self.names[0]
        if _KANA_OR_KANJI.search(first):
            known = any(first[:size] in surnames() for size in (1, 2, 3))
            return len(self.names) == 1 and not known and first[0] not in tables("names")["one"]
        return len([name for name in self.names if len(name.rstrip(".")) > 1]) > 2

    @property
    def is_doubtful(self) -> bool:
        """Tell whether a Japanese name in one piece opens with no known family name."""
        japanese = [name for name in self.names if _KANA_OR_KANJI.search(name)]
        if len(japanese) != 1:
            return False
        known = any(japanese[0][:size] in surnames() for size in (1, 2, 3))
        return not known and japanese[0][0] not in tables("names")["one"]

    @property
    def says_a_role(self) -> bool:
        """Tell whether a role is more than words such as "person", "of" or "the"."""
        return not all(role in tables("names")["weak_roles_en"] for role in self.roles)

    @property
    def seats(self) -> tuple[str, ...]:
        """The roles by which one person can be meant: "manager", not "shipping" or "of"."""
        known = tables("names")["seats_en"]
        return tuple(
            role
            for role in self.roles
            if len(role) > 1 and (_KANA_OR_KANJI.search(role) or role in known)
        )

    @property
    def family_name(self) -> str:
        """The part by which others would call the person."""
        if not self.names:
            return ""
        first = self.names[0]
        if not _KANA_OR_KANJI.search(first) or len(self.names) > 1:
            return first
        known = [first[:size] for size in (3, 2, 1) if first[:size] in surnames()]
        return known[0] if known else first[:2]


@lru_cache(maxsize=256)
def read_person(original: str) -> WrittenPerson:
    """Return the person whom a text of item 7 names."""
    names: list[str] = []
    roles: list[str] = []
    cased = read(original).cased
    for token in _SEPARATORS.split(_without_companies(cased)):
        bare = _TAILS.sub("", token.strip("-~. ")).removesuffix("\u306e")
        if not bare:
            continue
        if _KANA_OR_KANJI.search(bare):
            _sort_japanese(bare, names, roles)
        else:
            _sort_english(bare, names, roles)
    return WrittenPerson(tuple(names), tuple(roles), _are_several(cased, names))


def _are_several(cased: str, names: list[str]) -> bool:
    """Tell whether item 7 speaks of more than one person: "Kato and others", two family names."""
    if not _KANA_OR_KANJI.search(cased):
        words = frozenset(_WORD.findall(re.split(r"[,(\n/]", cased)[0].lower()))
        return bool(words & frozenset(tables("names")["several_en"]))
    if _matches("several_ja").search(cased):
        return True
    listed = [part.strip() for part in _LISTED.split(cased)]
    return sum(part in surnames() for part in listed) > 1


def _without_companies(cased: str) -> str:
    """Return the text without English stretches that name a company or a team."""
    companies = frozenset(tables("names")["companies_en"])
    roles = frozenset(tables("names")["seats_en"])
    kept = [
        part
        for part in re.split(r"[,(\n/]", cased)
        if not companies & (words := frozenset(re.findall(r"[a-z]+", part.lower())))
        or roles & words
        or "charge" in words
    ]
    return ", ".join(kept)


def _sort_japanese(token: str, names: list[str], roles: list[str]) -> None:
    if _matches("officers_ja").fullmatch(token):
        roles.append(token)
        return
    seat, of, holder = token.rpartition("\u306e")
    if of and seat not in surnames() and holder in surnames():
        roles.append(seat)
        token = holder
    if token not in surnames() and _matches("nobody_ja").search(token.lower()):
        return
    # A family name may end like a department.
    if not _holds_a_name(token) and _matches("roles_ja").fullmatch(token):
        roles.append(token)
        return
    name = token
    for match in _matches("titles_ja_plain").finditer(token):
        if match.start() == 0 or match.end() == len(token):
            roles.append(match.group())
            name = name.replace(match.group(), "", 1)
    name = name.strip("\u306e")
    if name and len(name) <= 12:
        names.append(name)


def _holds_a_name(token: str) -> bool:
    """Tell whether a token is a family name, or opens with one and ends as head of a place."""
    if token in surnames() or (token.endswith(_BU) and token[:-1] in surnames()):
        return True
    opens = any(token[:size] in surnames() for size in (2, 3))
    return opens and _matches("head_of_a_place_ja").search(token) is not None


def _sort_english(token: str, names: list[str], roles: list[str]) -> None:
    low = token.lower().rstrip(".")
    data = tables("names")
    if low in data["roles_en"]:
        roles.append(low)
    elif low in data["titles_en"] or low in data["nobody_en"]:
        return
    elif re.fullmatch(
        r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff'\u2019.-]{0,30}",
        token,
    ):
        names.append(token)


def _is_whole(name: str) -> bool:
    """Tell whether a name without a blank holds a given name behind the family name."""
    if len(name) >= 4:
        return name not in surnames()
    if len(name) == 3:
        return name not in surnames()
    return len(name) == 2 and name not in surnames() and name[0] in tables("names")["one"]


@cache
def _matches(kind: str) -> re.Pattern[str]:
    data = tables("names")
    if kind == "titles_ja_plain":
        plain = [role for role in data["roles_ja"] if not role.startswith("[")]
        return re.compile("|".join([*plain, *data["glued_roles_ja"]]))
    return re.compile("|".join(data[kind]))
