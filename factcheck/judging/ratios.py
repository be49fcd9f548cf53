"""How much more of something one thing has than another: "twice as bright as", "30 % cheaper"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf

from factcheck.judging.alignment import Alignment
from factcheck.judging.comparing import is_comparative
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Interval, Polarity, Stance
from factcheck.model.frozen import immutable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTS = {
    "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 1 / 4,
    "one quarter": 1 / 4, "three quarters": 3 / 4, "a fifth": 1 / 5, "a tenth": 1 / 10,
}  # fmt: skip
_TIMES = {
    "twice": 2, "double": 2, "two times": 2, "three times": 3, "four times": 4, "five times": 5,
    "six times": 6, "seven times": 7, "eight times": 8, "nine times": 9, "ten times": 10,
}  # fmt: skip
_AMOUNT = (
    r"(?:(?P<bound>up to|at least|more than|over|nearly|almost|about|around|roughly) )?"
    rf"(?:(?P<part>{'|'.join(_PARTS)})|(?P<times>{'|'.join(_TIMES)}|[\d.]+ times)"
    r"|(?P<share>[\d.]+) ?(?:%|per ?cent))"
)
_EXTENT = (
    r"(?P<extent>slightly|marginally|somewhat|a little|a bit|no|not any|much|far|considerably"
    r"|significantly|a lot|substantially)"
)
_AGAINST = r"(?P<against>[^.;:,()]+)"
_AS = re.compile(
    rf"(?i)^.+? (?P<told>(?:{_AMOUNT} |(?:just|equally|exactly) )?as (?P<word>[a-z]+)(?P<noun>(?: "
    rf"[a-z]+){{0,3}}?)) as {_AGAINST}"
)
_MORE = re.compile(
    rf"(?i)^.+? (?P<told>(?:{_AMOUNT} |{_EXTENT} )?(?P<word>more|less|fewer|[a-z]+er)(?P<noun>(?: "
    rf"[a-z-]+){{0,3}}?)) than {_AGAINST}"
)
_SAME = re.compile(
    rf"(?i)^.+? (?P<told>(?:about |exactly )?the same(?P<noun>(?: [a-z]+){{0,2}}?)) as {_AGAINST}"
)
_AS_ALONE = re.compile(
    rf"(?i)^.+? (?P<told>{_AMOUNT} as (?P<word>[a-z]+))(?P<noun>)(?!.* (?:as|than) )"
)
_MORE_ALONE = re.compile(
    rf"(?i)^.+? (?:is|are|was|were) (?P<told>(?:{_AMOUNT} |{_EXTENT} )?(?:(?P<word>more|less)"
    r"(?P<noun> [a-z]+)|(?P<graded>[a-z]+er)))\b(?!.* than )"
)
_COSTS_MORE = re.compile(
    rf"(?i)^.+? (?P<told>(?:costs?|weighs?|lasts?) (?:{_AMOUNT} |{_EXTENT} )?(?P<word>more|less|"
    r"longer)(?P<noun>))(?= (?:in|for|at|on|during)\b|[.,]|$)(?!.* than )"
)
"""Whoever says that something is dearer need not say than what, where the matter tells it."""
_SET_PHRASES = frozenset("well soon such if though".split())
_OPENING_CLAUSES = _SET_PHRASES | {"long", "far"}
_LONGEST_THING = 3
"""Words behind "as long as" up to which they name a thing and open no clause."""
_ELSEWHEN = frozenset(
    "before ever it they he she we you i last in previously expected usual normal planned thought"
    " once when previous earlier".split()
)
_LESS = frozenset(["less", "fewer"])
_REFUSING = frozenset(["no", "not any"])
_LITTLE = Interval(1.0, 1.3, low_open=True)
_MUCH = Interval(1.2, inf)
_EXTENTS = {
    **dict.fromkeys(["slightly", "marginally", "somewhat", "a little", "a bit"], _LITTLE),
    **dict.fromkeys(
        ["much", "far", "considerably", "significantly", "a lot", "substantially"], _MUCH
    ),
}
"""What adverbs leave open: a choice, wide enough that only what is plainly otherwise is apart."""
_MEASURING = {"cost": "cost", "weigh": "weight", "last": "duration"}
"""Verbs that say by themselves in what respect: "costs more" is "is more expensive"."""
_NEAR = 0.15
"""How far about twice may be from twice, as a share."""
_SURE = 0.8


@immutable(auto_attribs=True, frozen=True)
class Ratio:
    """How a thing stands to another in some respect.

    Attributes:
        told: the words that tell it.
        respects: what it is compared in, each 1 where more is more of it, else -1.
        times: how many times as much of it the thing has.
        against: the terms of what it is held against; none where that is left to the matter.
        rest: what else the claim says.
    """

    told: str
    respects: Mapping[str, int]
    times: Interval
    against: frozenset[str]
    rest: frozenset[str]


def other_ratio(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that a thing is said to be more than another, and as much, less, or more by another sum.

    "Costs twice as much as" and "is 20 % cheaper than" exclude each other, and so do "is faster
    than" and "is no faster than".
    """
    first, second = context.once(ratio, a), context.once(ratio, b)
    if first is None or second is None or alignment.subject < 0.5 or alignment.differing:
        return None
    if first.against != second.against or first.rest != second.rest:
        return None
    shared = sorted(first.respects.keys() & second.respects.keys())
    if not shared:
        return None
    turned = any(first.respects[one] != second.respects[one] for one in shared)
    times = _inverse(second.times) if turned else second.times
    if not first.times.disjoint(times):
        return None
    rationale = f"They compare it otherwise: “{first.told}” against “{second.told}”."
    return Finding("polarity", Stance.CONTRADICTS, _SURE, rationale, tuple(shared), a.span, b.span)


def ratio(claim: Claim, context: Context) -> Ratio | None:
    """Return how a claim says that a thing stands to another; None where it does not say it."""
    for word, pattern, read in _READERS:
        found = pattern.match(claim.text) if word in claim.text else None
        if found is None:
            continue
        written = found.groupdict()
        graded = (written.get("graded") or written.get("word") or "").lower()
        if graded.endswith("er") and not is_comparative(graded, context):
            continue
        behind = written.get("against") or ""
        against = _terms(behind, context)
        respects = _respects(*_compared(written), claim, context)
        times = read(written, claim.polarity is Polarity.NEGATED)
        if times is None or not respects or bool(behind) is not bool(against):
            return None
        if behind and _is_no_thing(behind.lower(), context):
            return None
        named = {*claim.subject_terms, *claim.predicate, *_terms(found[0], context, own=True)}
        told = f"not {found['told']}" if claim.polarity is Polarity.NEGATED else found["told"]
        return Ratio(told, respects, times, against, frozenset(claim.terms) - named)
    return None


def _is_no_thing(words: str, context: Context) -> bool:
    """Return whether something is held against a figure, or against itself at another time."""
    opening = words.split(maxsplit=1)[0]
    numbered = opening in context.relations.terms.lexicon.numbers
    return opening in _ELSEWHEN or numbered or any(sign.isdigit() for sign in words)


def _compared(written: Mapping[str, str | None]) -> tuple[str, str]:
    """Return the adjective or "much" that a comparison rests on, and the noun behind it."""
    word, noun = (written.get("word") or "").lower(), (written["noun"] or "").lower()
    graded = (written.get("graded") or "").lower()
    return graded or ("much" if word in {"", "more", *_LESS} else word), noun


def _as_much(written: Mapping[str, str | None], negated: bool) -> Interval | None:
    """Read "twice as bright as", "as bright as" and "the same as"."""
    behind = (written.get("against") or "").split()
    clause = len(behind) > _LONGEST_THING
    if (written.get("word") or "").lower() in (_OPENING_CLAUSES if clause else _SET_PHRASES):
        return None
    amount = _amount(written)
    if amount is not None:
        return None if negated else amount
    return Interval(0.0, 1.0, high_open=True) if negated else Interval(1.0, 1.0)


def _more(written: Mapping[str, str | None], negated: bool) -> Interval | None:
    """Read "30 % brighter than", "no brighter than", "slightly brighter than", "less bright than".

    Three times more is three times as much to some and four times as much to others.
    """
    extent = (written["extent"] or "").lower()
    lessens = (written["word"] or "").lower() in _LESS
    amount = _amount(written)
    if amount is not None:
        if written["times"] or negated:
            return None
        less = Interval(1 - amount.high, 1 - amount.low)
        return less if lessens else Interval(1 + amount.low, 1 + amount.high)
    if negated or extent in _REFUSING:
        if extent in _EXTENTS:
            return None
        return Interval(1.0, inf) if lessens else Interval(0.0, 1.0)
    times = _EXTENTS.get(extent, Interval(1.0, inf, low_open=True))
    return _inverse(times) if lessens else times


def _amount(written: Mapping[str, str | None]) -> Interval | None:
    """Return what a number before a comparison leaves open."""
    part, times, share = ((written.get(one) or "").lower() for one in ("part", "times", "share"))
    if not (part or times or share):
        return None
    if part:
        value = _PARTS[part]
    elif share:
        value = float(share.rstrip(".")) / 100
    else:
        value = _TIMES.get(times) or float(times.split()[0].rstrip("."))
    bound = (written["bound"] or "").lower()
    if bound == "up to":
        return Interval(0.0, value)
    if bound in {"at least", "more than", "over"}:
        return Interval(value, inf)
    near = value * _NEAR if bound else 0.0
    return Interval(value - near, value + near)


def _respects(word: str, noun: str, claim: Claim, context: Context) -> Mapping[str, int]:
    """Return in what a thing is compared: by an adjective, a noun, or the verb alone."""
    lexicon, of = context.relations.terms.lexicon, context.relations.terms.of
    words = noun.split()
    if word in {"much", "many"}:
        if not words:
            measured = {of(verb): name for verb, name in _MEASURING.items()}
            return {measured.get(verb, f"to {verb}"): 1 for verb in claim.predicate[-1:]}
        if words[-1] not in lexicon.adjectives:
            return {" ".join(sorted((*claim.predicate[-1:], *_terms(noun, context)))): 1}
        word = words[-1]
    elif words:
        return {}
    known = (word, word[:-2], word[:-1], f"{word[:-3]}y", word[:-3])
    base = next((form for form in known if form in lexicon.degrees), "")
    degrees = lexicon.degrees.get(base, ())
    sides = {
        one.dimension: 1 if one.low >= 0.5 else -1
        for one in degrees
        if one.low >= 0.5 or one.high <= 0.5
    }
    return sides or {of(word): 1}


def _terms(words: str, context: Context, *, own: bool = False) -> frozenset[str]:
    """Return the terms of some words; with ``own`` those that compare as well."""
    terms = context.relations.terms
    return frozenset(
        term
        for word in _WORD.findall(words.lower())
        if own or word not in terms.lexicon.stopwords
        for term in terms.parts(word)
    )


def _inverse(times: Interval) -> Interval:
    """Return how the other thing stands to the one."""
    low = 1 / times.high if times.high < inf else 0.0
    high = 1 / times.low if times.low > 0 else inf
    return Interval(low, high, low_open=times.high_open, high_open=times.low_open)


_READERS = (
    (" as ", _AS, _as_much),
    (" the same", _SAME, _as_much),
    (" than ", _MORE, _more),
    (" as ", _AS_ALONE, _as_much),
    ("er", _MORE_ALONE, _more),
    (" more ", _MORE_ALONE, _more),
    (" less ", _MORE_ALONE, _more),
    ("st", _COSTS_MORE, _more),
    (" weigh", _COSTS_MORE, _more),
)
"""Words without which a pattern finds nothing, the pattern, and what reads it."""
