"""What a clause says is more or less so than it was: "has become cheaper", "as busy as ever"."""

from __future__ import annotations

from factcheck.extraction.clause import TIMES
from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.phrases import noun_phrase, with_complement
from factcheck.lexicon import Degree
from factcheck.model import Change, Direction

_GROWING = frozenset(["become", "get", "grow", "turn"])
_STANDING = {"up": Direction.INCREASES, "down": Direction.DECREASES}
"""What is said of the place of a thing on its scale: "is **down** by a third"."""
_AMOUNTING = frozenset(["by", "from"])
_EVEN = frozenset(
    "even ever much far slightly somewhat considerably significantly noticeably clearly markedly"
    " steadily still now also already any a bit lot little".split()
)
_THEN = frozenset("before ever previously formerly earlier last when".split())
_PAST = frozenset("was were did had used".split())
_ONES = frozenset("it they he she we i you there".split())
_SPANS = TIMES | {"generation"}
_NOW = frozenset(["now", "today", "nowadays"])
_COUNTING = {"more": Direction.INCREASES, "fewer": Direction.DECREASES}
_QUANTITIES = frozenset(
    "activity amount density extent level loudness occupancy popularity severity size strength"
    " width frequency certainty".split()
)
"""Dimensions in which a thing that has more of it has itself become more."""
_MAKING = frozenset(["make", "render"])
_EMPTY = frozenset("be have do".split())


def gradings(view: ClauseView) -> list[Change]:
    """Return the changes that a clause tells by holding a thing against what it was."""
    if view.clause.verb is None:
        return []
    return [*_stands(view), *_graded(view), *_made(view), *_kept(view), *_counted(view)]


def _stands(view: ClauseView) -> list[Change]:
    """Read "is down by 12 per cent", "was already up 3 %" as a fall and a rise."""
    verb = view.clause.verb
    if verb is None or not verb.copula or not view.subject or view.negated:
        return []
    index = verb.last + 1
    while index < view.clause.end and view.tokens[index].tag == "R":
        index += 1
    direction = _STANDING.get(_word(view, index))
    amount = index + 1 + (_word(view, index + 1) in _AMOUNTING)
    while amount < view.clause.end and view.tokens[amount].tag in "RAD":
        amount += 1
    if direction is None or amount >= view.clause.end or view.tokens[amount].tag not in "#%":
        return []
    return [Change(direction, view.subject, view.cue(index, index + 1))]


def _graded(view: ClauseView) -> list[Change]:
    """Read "has become cheaper", "is no busier than before", "costs more than it did"."""
    verb = view.clause.verb
    if verb is None or verb.passive or not view.subject:
        return []
    index = _behind_verb(view)
    refused = _word(view, index) == "no"
    index += refused
    graded = _word(view, index) in {"more", "less"}
    bare = graded and _word(view, index + 1) == "than"
    base = _word(view, index + graded) if graded else _plain(_word(view, index), view)
    stop = index + 1 + (graded and not bare)
    lemma = view.tokens[verb.main].lemma
    behind = stop + (_word(view, stop) in _NOW)
    if not (base and (lemma in _GROWING or compared_with_then(view, behind, "than"))):
        return []
    less = _word(view, index) == "less"
    if bare:
        if verb.copula or lemma in _EMPTY | _GROWING:
            return []
        of, rises = (*view.subject, view.vocabulary.terms.of_base(lemma)), not less
    else:
        if view.tokens[stop - 1].tag not in "ARN" and not view.lexicon.degrees.get(base):
            return []
        degree = _degree(base, view)
        if degree is None or degree.low < 0.5 < degree.high:
            return []
        of, rises = _in_respect(degree, view.subject, view), (degree.low >= 0.5) is not less
    direction = Direction.INCREASES if rises else Direction.DECREASES
    return [Change(direction, of, view.cue(index - refused, stop), refused or view.negated)]


def _made(view: ClauseView) -> list[Change]:
    """Read "makes falls more likely", "has made bread cheaper", as a rise and a fall."""
    verb = view.clause.verb
    if verb is None or verb.passive or view.tokens[verb.main].lemma not in _MAKING:
        return []
    low, high = with_complement(view.tokens, verb.last + 1, view.clause.end)
    while high - 1 > low and view.tokens[high - 1].tag in "AR":
        high -= 1
    index = high + (_word(view, high) in _EVEN)
    less = _word(view, index) == "less"
    graded = less or _word(view, index) == "more"
    base = _word(view, index + 1) if graded else _plain(_word(view, index), view)
    degree = _degree(base, view)
    made = view.vocabulary.matter(view.tokens, low, high)
    if not made or degree is None or degree.low < 0.5 < degree.high:
        return []
    rises = (degree.low >= 0.5) is not less
    direction = Direction.INCREASES if rises else Direction.DECREASES
    cue = view.cue(index, index + 1 + graded)
    return [Change(direction, _in_respect(degree, made, view), cue, view.negated, view.subject)]


def _kept(view: ClauseView) -> list[Change]:
    """Read "is as busy as ever", "as many boats as before"; denied, it is a fall."""
    verb = view.clause.verb
    if verb is None or verb.passive:
        return []
    index = _behind_verb(view)
    while index < len(view.tokens) and _word(view, index) in {"just", "not"}:
        index += 1
    if _word(view, index) != "as":
        return []
    counted = _word(view, index + 1) in {"many", "much"}
    stop = noun_phrase(view.tokens, index + 2, len(view.tokens))[1] if counted else index + 2
    if stop <= index + 1 + counted or not compared_with_then(view, stop, "as"):
        return []
    if counted:
        of = view.vocabulary.matter(view.tokens, index + 2, stop)
    else:
        degree = _degree(_word(view, index + 1), view)
        if not verb.copula or degree is None or not view.subject:
            return []
        of = _in_respect(degree, view.subject, view)
        if view.negated and degree.high <= 0.5:
            return [Change(Direction.INCREASES, of, view.cue(index, stop))]
    denied = view.negated or _word(view, index - 1) == "not"
    direction = Direction.DECREASES if denied else Direction.UNCHANGED
    return [Change(direction, of, view.cue(index, stop + 1))] if of else []


def _counted(view: ClauseView) -> list[Change]:
    """Read "fewer boats sail than before", "more people are deaf today" as a fall and a rise."""
    low, high = view.clause.subject
    while low < high and _word(view, low) in _EVEN | {"many"}:
        low += 1
    direction = _COUNTING.get(_word(view, low))
    verb = view.clause.verb
    if direction is None or verb is None or view.negated:
        return []
    behind = range(verb.last + 1, view.clause.end)
    timed = any(
        _word(view, i) in _NOW or (_word(view, i) == "than" and compared_with_then(view, i, "than"))
        for i in (*behind, view.clause.end)
    )
    if not timed:
        return []
    done = _done(view)
    of = tuple(dict.fromkeys((*done, *view.subject)))
    return [Change(direction, of, view.cue(low, low + 1))]


def _done(view: ClauseView) -> tuple[str, ...]:
    """Return what is done or been by those that are counted; nothing where they only are there."""
    verb, vocabulary = view.clause.verb, view.vocabulary
    assert verb is not None
    if verb.copula:
        start = verb.last + 1
        return vocabulary.content(view.tokens, *noun_phrase(view.tokens, start, view.clause.end))
    lemma = view.tokens[verb.main].lemma
    return () if lemma in _EMPTY else (vocabulary.terms.of_base(lemma),)


def _behind_verb(view: ClauseView) -> int:
    verb = view.clause.verb
    assert verb is not None
    index = verb.last + 1
    while index < view.clause.end and _word(view, index) in _EVEN:
        index += 1
    return index


def compared_with_then(view: ClauseView, index: int, word: str) -> bool:
    """Return whether a thing is compared with itself at another time: "than it was"."""
    if _word(view, index) != word:
        return False
    first, second, third = (_word(view, index + i) for i in (1, 2, 3))
    if first in _THEN or (first in _ONES and not _PAST.isdisjoint([second, third])):
        return True
    if first == "in":
        return second.isdigit() or "past" in {second, third}
    tokens = view.tokens[index + 1 : index + 7]
    ago = next((i for i, token in enumerate(tokens) if token.lower in {"ago", "before"}), 0)
    return bool(ago) and tokens[ago - 1].lemma in _SPANS


def _degree(base: str, view: ClauseView) -> Degree | None:
    """Return where an adjective stands on its dimension; on one of quantity where it has one."""
    degrees = view.lexicon.degrees.get(base, ())
    counting = (one for one in degrees if one.dimension in _QUANTITIES)
    return next(counting, None) or next(iter(degrees), None)


def _in_respect(degree: Degree, thing: tuple[str, ...], view: ClauseView) -> tuple[str, ...]:
    """Return what it is of which there is more: the thing, or what it has of a dimension."""
    if degree.dimension in _QUANTITIES:
        return thing
    return tuple(dict.fromkeys((*thing, view.vocabulary.terms.of(degree.dimension))))


def _plain(word: str, view: ClauseView) -> str:
    """Return the adjective that a comparative in "-er" is formed of; empty for any other word."""
    if not word.endswith("er"):
        return ""
    root = word.removesuffix("er")
    known = (root, root + "e", root.removesuffix("i") + "y", root[:-1])
    return next((form for form in known if form in view.lexicon.degrees), "")


def _word(view: ClauseView, index: int) -> str:
    return view.tokens[index].lower if 0 <= index < len(view.tokens) else ""
