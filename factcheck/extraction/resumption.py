"""Whether a subject is still to get its verb, behind what is put between them."""

from __future__ import annotations

from itertools import pairwise

from factcheck.extraction.function_words import AUXILIARIES, DETERMINED_OR_TIMED
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.extraction.words_ahead import object_ahead, phrase_ahead
from factcheck.extraction.words_so_far import is_plural
from factcheck.lexicon import Lexicon

DIGITS_OF_A_YEAR = 4

_OFTEN = frozenset("daily weekly monthly yearly nightly hourly".split())
_NEVER_FINITE = frozenset(["being", "having", "been"])


def has_its_verb(done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether a clause has a verb, so that a noun is no second: "laid new **tracks** in"."""
    begin = next((i + 1 for i in range(len(done) - 1, -1, -1) if done[i].tag in "SWC."), 0)
    if (begin > 0 and done[begin - 1].tag in "SW") or matrix_waits(done):
        return False
    if begin > 0 and done[begin - 1].lower == "," and done[0].tag not in "SI":
        listed = all(token.tag in "NAG" for token in done[begin:])
        begin = 0 if listed else begin
    subject = next((i for i in range(begin, len(done)) if done[i].tag in "NO"), len(done))
    verbs = [
        i
        for i in range(subject, len(done))
        if done[i].tag in "VXM" and done[i - 1].tag != "T" and done[i].lower not in _NEVER_FINITE
    ]
    return bool(verbs) and done[verbs[-1]].lemma not in lexicon.reporting_verbs


def resumes(
    tokens: list[Token], index: int, done: list[Token], form: str, lexicon: Lexicon
) -> bool:
    """Return whether a verb goes on where a relative clause ended in an adjective or a time.

    "Tyres that are worn **cost** fuel", "the line which opened in 1901 **closed** in 1950",
    "those who drink it daily **catch** fewer colds".
    """
    done = _latest_part(done)
    if len(done) < 2 or not matrix_waits(done):
        return False
    last = len(done) - 1
    while last > 0 and done[last].tag in "RA-":
        last -= 1
    described = last < len(done) - 1 and done[last].lemma == "be"
    dated = done[-1].tag == "#" and len(done[-1].text) == DIGITS_OF_A_YEAR
    timed = done[-1].lower in _OFTEN and done[-2].tag in "NOV"
    if not described and not timed and not (dated and done[-2].tag in "IN"):
        return False
    if form != "ed":
        head = next((i for i, token in enumerate(done) if token.tag in "NO"), 0)
        while head + 1 < len(done) and done[head + 1].tag == "N":
            head += 1
        several = done[head].lower == "those" or is_plural(done[head], lexicon)
        if several != (form == "base"):
            return False
    return object_ahead(tokens, index + 1, lexicon)


def behind_date(tokens: list[Token], index: int, done: list[Token]) -> bool:
    """Return whether a subject ends in a date: "a pump built in 1990 **draws** 60 W"."""
    if _of_a_year(done):
        return phrase_ahead(tokens, index + 1)
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    dated = len(done) > 2 and [token.tag for token in done[-3:]] == ["P", "I", "#"]
    return dated and (following in DETERMINED_OR_TIMED or NUMBER.match(following) is not None)


def _of_a_year(done: list[Token]) -> bool:
    """Return whether a subject ends in its year: "the fire of (May) 1666 **destroyed**"."""
    if len(done) < 3 or done[-1].tag != "#" or len(done[-1].text) != DIGITS_OF_A_YEAR:
        return False
    of = len(done) - 2
    of -= done[of].is_name
    waits = not any(token.tag in "VXMS" for token in done)
    return of > 0 and done[of].lower == "of" and done[of - 1].tag == "N" and waits


def subject_resumes(tokens: list[Token], index: int) -> bool:
    """Return whether a noun's own verb follows: "numbers at the port, which closed, **have** …".

    The same where a relative clause begins right here: "results **that were** published".
    """
    words = [token.lower for token in tokens[index:]]
    if words[:1] == ["that"] and set(words[1:2]) & AUXILIARIES:
        return True
    return any(sign in {",", ")", "—"} and word in AUXILIARIES for sign, word in pairwise(words))


def matrix_waits(done: list[Token]) -> bool:
    """Return whether the subject still waits for its verb behind an inserted clause or phrase.

    "The survey, which covered nine counties, **found** …", "The bridge (opened in 1901)
    **spans** …", "The engine that powered the ferry **burned** coal".
    """
    done = _behind_fronted(_latest_part(done))
    for index, token in enumerate(done):
        if token.tag in "VXM":
            return False
        named = any(earlier.tag in "NO" for earlier in done[:index])
        if token.tag == "W" and named and done[0].tag not in "ISW":
            return any(later.tag in "VX" for later in done[index:])
        if token.lower in {",", "(", "—"} and named and done[0].tag not in "IR":
            closing = next((t for t in reversed(done) if t.tag != "R"), done[-1])
            return closing is not token and closing.lower in {",", ")", "—"}
    return False


def _behind_fronted(done: list[Token]) -> list[Token]:
    """Return what follows a phrase in front without a comma: "in winter | **those** who skate"."""
    if not done or done[0].tag != "I":
        return done
    begin = next(
        (i for i in range(2, len(done)) if done[i].tag in "DO" and done[i - 1].tag in "N#"), 0
    )
    return done[begin:]


def _latest_part(done: list[Token]) -> list[Token]:
    """Return what has been read since a sign or conjunction that a new subject follows.

    So does one follow "that": "they show that people who fast **lose** weight".
    """
    begin = next(
        (
            i + 1
            for i in range(len(done) - 2, 0, -1)
            if done[i].lower in {";", ":"}
            or (done[i].tag == "C" and done[i - 1].lower == ",")
            or (done[i].tag == "S" and done[i].lower in {"that", "whether"})
        ),
        0,
    )
    return done[begin:]


def relative_waits(done: list[Token], clause: list[Token]) -> bool:
    """Return whether a relative clause has a subject and no verb yet: "the car that the firm"."""
    begin = len(done) - len(clause)
    opened = begin > 0 and done[begin - 1].tag == "W" and clause != []
    return opened and not any(token.tag in "VXMP" for token in clause)
