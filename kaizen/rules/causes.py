"""Item 2 finds causes in the way of working, not in persons or outcomes (R08, R10 to R13)."""

from collections.abc import Iterator

from kaizen.finding import Hit, Severity
from kaizen.lexicon import says
from kaizen.plan import Item
from kaizen.reading.causes import WrittenCause, read_causes
from kaizen.reading.outcomes import mostly_an_outcome, only_an_outcome
from kaizen.reading.overlap import overlap
from kaizen.reading.sentences import read
from kaizen.reading.signs import agree
from kaizen.reading.slots import english_names, has_amount, surnames_in
from kaizen.reading.subject import violation_types
from kaizen.reading.vocabulary import each, found, pattern, without
from kaizen.reading.way_of_working import tells_how
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.share import by_share

_OVERLAP = 0.6
_LONGEST_RESTATED, _LONGEST_ANNOUNCED = 80, 140
_SHORT_JA, _SHORT_WORDS = 22, 9
_LOOSE_JA, _LOOSE_EN = 70, 150
_ONE_CLAUSE_JA, _ONE_CLAUSE_EN = 38, 95
_PARTS = ("feedback", "claims", "chargebacks")


class CauseRestatesViolation(Rule):
    """The cause is the violation in other words, or no cause at all.

    A cause whose words are all those of an outcome, or of item 1, is a hint where the program
    cannot be sure; so is an opening that announces such words as the cause, and a cause that is
    mostly such words where nothing says how it could come about.
    """

    id = "R08"
    slug = "cause-restates-violation"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each such cause."""
        written = review[Item.CAUSE]
        causes = read_causes(written.text)
        hits = [
            Hit(written.place(cause.start, cause.end))
            for cause in causes
            if _is_restated(cause, review)
        ]
        yield from by_share(hits, len(causes))
        told = read(review[Item.VIOLATION].text).text
        found_at = {hit.place.start for hit in hits}
        for cause in causes:
            place = written.place(cause.start, cause.end)
            if place.start not in found_at and _is_an_outcome(cause, told):
                yield Hit(place, severity=Severity.INFO)


class PersonBlamedAsCause(Rule):
    """Somebody's carelessness is the only cause.

    Words of a person and of carelessness that merely meet, where no step is named, are a hint; so
    is a person who acts in a cause that says nothing of the way of working.
    """

    id = "R10"
    slug = "person-blamed-as-cause"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each cause that stops at a person."""
        written = review[Item.CAUSE]
        for cause in read_causes(written.text):
            own = without(cause.passage.own, "causes", "identifies")
            plainly = found(own, "causes", "person") and not _says_process(
                without(cause.core, "causes", "identifies", "person")
            )
            failed = without(own, "causes", "person_failed") if not plainly else own
            if plainly or (failed != own and not found(failed, "causes", "gap")):
                yield Hit(written.place(cause.start, cause.end))
            elif _is_a_person_only(own) or _is_about_somebody(cause, written.text):
                yield Hit(written.place(cause.start, cause.end), severity=Severity.INFO)


class IgnoranceAsCause(Rule):
    """Not knowing or misunderstanding the rule is given as the cause.

    Words of being new, busy or surprised that meet the rule, where no step is named, are a hint; so
    is a state of mind in a cause that says nothing of the way of working.
    """

    id = "R11"
    slug = "ignorance-as-cause"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each cause that stops at not knowing."""
        written = review[Item.CAUSE]
        for cause in read_causes(written.text):
            own = pattern("ignorance", "others").sub(" ", cause.passage.own)
            ignorant = pattern("ignorance", "ignorance").search(own)
            if ignorant and not _explains_ignorance(cause):
                yield Hit(written.place(cause.start, cause.end))
            elif _is_of_mind(own) or (not ignorant and agree("R11", own) and not _names_a_gap(own)):
                yield Hit(written.place(cause.start, cause.end), severity=Severity.INFO)


class ShallowCause(Rule):
    """A cause that stops at the first why.

    A bare statement weighs as the rule does. A few more words that name nothing missing, no way of
    working and no reason behind the reason are only remarked on, and so are reasons without a name.
    """

    id = "R12"
    slug = "shallow-cause"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each cause in one bare statement."""
        written = review[Item.CAUSE]
        causes = read_causes(written.text)
        for cause in causes:
            if not cause.core.strip() or _is_restated(cause, review):
                continue
            silent = not _says_process(cause.core) and not tells_how(cause)
            if _is_bare(cause) or (silent and (_is_short(cause) or not _is_linked(cause))):
                yield Hit(written.place(cause.start, cause.end))
            elif (
                not tells_how(cause)
                or _explains_nothing(cause)
                or _stops_short(cause)
                or _names_no_reason(cause, alone=len(causes) == 1)
            ):
                yield Hit(written.place(cause.start, cause.end), severity=Severity.INFO)


class CausesNotBrokenDown(Rule):
    """A figure made of several parts is explained without its parts and their counts.

    Where only one part has a number, or item 2 gives none, that is a hint.
    """

    id = "R13"
    slug = "causes-not-broken-down"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit for order defects of which fewer than two parts are counted."""
        written = review[Item.CAUSE]
        if "odr" not in violation_types(review) or not written.text.strip():
            return
        told, explained = (read(review[i].text).text for i in (Item.VIOLATION, Item.CAUSE))
        parts = [key for key in _PARTS if found(f"{told}\n{explained}", "parts", key)]
        counted = [key for key in _PARTS if _is_counted(f"{told}\n{explained}", key)]
        if len(parts) < 2 or not counted:
            yield Hit(written.place())
        elif _leaves_out(explained, counted):
            yield Hit(written.place(), variant="part")
        elif len(counted) < 2 or not (has_amount(explained) or found(explained, "parts", "orders")):
            yield Hit(written.place(), severity=Severity.INFO)


def _is_counted(text: str, part: str) -> bool:
    """Tell whether a part has a number beside it that is not zero."""
    return any(
        not found(match.group(), "parts", "none")
        for match in each(text, "parts", f"{part}_counted")
    )


def _leaves_out(explained: str, counted: list[str]) -> bool:
    """Tell whether item 2 names some of the parts that were counted, and is silent on others.

    Causes may be sorted by what went wrong instead; then they name no part, or all of them.
    """
    named = [key for key in _PARTS if found(explained, "parts", key)]
    return bool(named) and any(key not in named for key in counted)


def _is_a_person_only(text: str) -> bool:
    """Tell whether signs of a careless person, or any person, are all there is, or a character."""
    if found(text, "causes", "character"):
        return True
    if agree("R10", text):
        return not _names_a_gap(text)
    return agree("R10_only", text) and not found(text, "causes", "gap", "process", "habit")


def _is_about_somebody(cause: WrittenCause, original: str) -> bool:
    """Tell whether a cause has a person of the store in it, and nothing of the way of working.

    In a short one a word of the manner of work is not enough. In a longer one it may be a sentence.
    """
    told = [sentence.own for sentence in cause.passage.sentences]
    careless = (text for text in told if found(text, "causes", "person_failed"))
    if not all(found(text, "causes", "gap", "systemic") for text in careless):
        return True
    own = cause.passage.own
    long = len(own) > (_LOOSE_EN if own.isascii() else _LOOSE_JA)
    if tells_how(cause) and (long or found(own, "causes", "systemic")):
        return False
    if found(own, "causes", "somebody", "person", "person_failed") or surnames_in(own):
        return True
    return bool(english_names(read(original).cased[cause.start : cause.end]))


def _is_of_mind(text: str) -> bool:
    """Tell whether what somebody knew or thought is told, and nothing of the way of working."""
    return found(text, "ignorance", "mind") and not found(text, "causes", "systemic")


def _names_a_gap(text: str) -> bool:
    return found(text, "causes", "gap") or found(text, "ignorance", "gap")


def _says_process(text: str) -> bool:
    return found(without(text, "causes", "missed"), "causes", "process", "gap")


def _is_bare(cause: WrittenCause) -> bool:
    """Tell whether a few words name a matter ("no inspection done"), or all is said to be told."""
    if found(cause.core, "causes", "no_more"):
        return True
    is_brief = _is_short(cause) and len(cause.passage.sentences) == 1
    return is_brief and not found(cause.core, "causes", "gap", "habit", "link")


def _explains_nothing(cause: WrittenCause) -> bool:
    """Tell whether a cause of a sentence or two names what went wrong, and not why it could."""
    long = len(cause.core) > (_LOOSE_EN if cause.core.isascii() else _LOOSE_JA)
    return not long and not found(cause.core, "causes", "gap", "explains")


def _stops_short(cause: WrittenCause) -> bool:
    """Tell whether a cause is one short sentence about no way of working, and without a second why.

    "We did not have invoices" leaves open how goods without them came in.
    """
    core = cause.core
    if len(core) > (_ONE_CLAUSE_EN if core.isascii() else _ONE_CLAUSE_JA):
        return False
    sentences = [s for s in cause.passage.sentences if not found(s.text, "causes", "owning")]
    told = without(core, "causes", "announced_by")
    deeper = ("second_why", "systemic", "as_a_rule")
    return len(sentences) == 1 and not found(told, "causes", *deeper)


def _names_no_reason(cause: WrittenCause, *, alone: bool) -> bool:
    """Tell whether reasons are only said to exist ("various circumstances") in one of the causes.

    Beside other points that have no number it may open them.
    """
    own = cause.passage.own
    if not (alone or cause.is_numbered) or not found(own, "causes", "unnamed"):
        return False
    return not found(without(own, "causes", "unnamed"), "causes", "gap", "systemic")


def _is_linked(cause: WrittenCause) -> bool:
    return len(cause.passage.sentences) > 1 or found(cause.core, "causes", "link")


def _is_short(cause: WrittenCause) -> bool:
    if cause.core.isascii():
        return len(cause.core.split()) < _SHORT_WORDS
    return len(cause.core) < _SHORT_JA


def _is_restated(cause: WrittenCause, review: Review) -> bool:
    """Tell whether the cause holds nothing but the outcome, or the words of item 1 again."""
    if found(cause.core, "ignorance", "restated") and not _says_process(cause.core):
        return True
    if not cause.core or _says_process(cause.core) or found(cause.core, "ignorance", "ignorance"):
        return False
    if found(cause.core, "causes", "person") or found(cause.core, "ignorance", "circumstance"):
        return False
    if found(cause.core, "ignorance", "denied"):
        return True
    if found(cause.core, "causes", "outcome"):
        announced = found(cause.core, "causes", "announces")
        if len(cause.core) <= (_LONGEST_ANNOUNCED if announced else _LONGEST_RESTATED):
            return True
    return overlap(cause.core, read(review[Item.VIOLATION].text).text) >= _OVERLAP


def _is_an_outcome(cause: WrittenCause, told: str) -> bool:
    """Tell whether a cause says nothing but how it ended, or opens by calling that the cause."""
    own = [s for s in cause.passage.sentences if not found(s.text, "causes", "owning")]
    if not own:
        return False
    if not tells_how(cause) and mostly_an_outcome(own, told):
        return True
    names_a_gap = found(cause.core, "causes", "gap")
    if all(only_an_outcome(sentence, told, wholly=names_a_gap) for sentence in own):
        return True
    announced = found(own[0].own, "causes", "announces")
    return announced and only_an_outcome(own[0], told) and not names_a_gap


def _explains_ignorance(cause: WrittenCause) -> bool:
    """Tell whether the cause says what was missing in the way of working, and not only to know."""
    told = [s.text for s in cause.passage.sentences if not says("takes_responsibility", s.text)]
    rest = without("\n".join(told) or cause.core, "ignorance", "ignorance")
    return found(rest, "ignorance", "gap")
