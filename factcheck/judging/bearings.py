"""In stock or out of it, with milk or without, by hand or online: ways that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.context import Context
from factcheck.model import Claim
from factcheck.model.frozen import immutable

_STATES = (
    ("on|behind|ahead of", "schedule time target course plan timetable track"),
    (
        "in|out of",
        "stock print use service season order work business action control fashion bounds danger"
        " sight production operation hospital prison",
    ),
    ("on|off", "duty sale air road menu agenda record market grid line"),
    ("up to|out of", "date"),
    ("within|under|over", "budget"),
)
"""Prepositions of which one thing is said before one of these nouns."""

_STATE = tuple(
    re.compile(rf"\b({prepositions}) ((?:the )?(?:{nouns.replace(' ', '|')}))\b(?!-)")
    for prepositions, nouns in _STATES
)
_WITH = re.compile(
    r"\b(with|without) (?:(?:an?|the|any|its|their|his|her) )?((?:[a-z-]+ ?){1,4}?)"
    r"(?= (?:and|or|in|on|at|by|from|to|for|of|as|but|that|which|is|are)\b|[.,;:]|$)"
)
_WAYS = (
    ("with", "prescription", r"(?:on|by) prescription|prescription-only"),
    ("without", "prescription", r"over the counter|over-the-counter"),
    ("with", "appointment", r"by appointment"),
    ("without", "appointment", r"no appointment is (?:needed|necessary|required)"),
)
"""What else tells that something is had with or without another thing."""

_WAY = tuple(
    (preposition, noun, re.compile(rf"\b(?:{words})\b")) for preposition, noun, words in _WAYS
)
_MANNERS = (
    ("by hand|on paper", "online|electronically"),
    ("automatically|by itself|by themselves", "by hand|manually"),
    ("in person|face to face", "online|remotely|by (?:video|telephone|phone)(?: call| link)?"),
    ("by post|by mail", "by e-?mail|electronically", "in person"),
    (
        "by (?:air|plane)",
        "by (?:sea|ship|boat)",
        "by (?:road|lorry|truck|coach|bus|car)",
        "by (?:rail|train)",
        "on foot",
    ),
    (
        "by mouth|orally",
        "by (?:injection|infusion)|intravenously",
        "through the nose|nasally",
    ),
    ("in advance|beforehand", "on arrival|at the door|afterwards|in arrears"),
    (
        "with (?:food|meals?|a meal)|after (?:meals?|a meal|eating)",
        "on an empty stomach|before (?:meals?|a meal|eating)",
    ),
    ("alone|singly", "in (?:groups?|pairs|packs|herds|flocks|colonies|swarms)"),
    ("at night|by night|after dark", "during the day|by day|in daylight"),
    ("in (?:full |direct )?(?:sun|sunlight|sunshine)", "in (?:the |full |deep )?shade"),
    ("open to the public|in public", "behind closed doors|in (?:private|secret|camera)"),
    ("in (?:plain|clear) text|unencrypted|unhashed", "encrypted|in (?:encrypted|hashed) form"),
    (
        "deliberately|intentionally|on purpose",
        "accidentally|unintentionally|by (?:accident|mistake)",
    ),
    ("in fresh ?water", "in (?:the sea|salt ?water|sea ?water)"),
    ("in front of", "behind"),
    ("indoors|inside", "outdoors|outside|in the open(?: air)?"),
)
"""Phrases for the ways in which a thing is done or stands, of which one excludes the others."""

_MANNER = tuple(
    tuple(re.compile(rf"\b(?:{phrases})\b(?!-)") for phrases in ways) for ways in _MANNERS
)
_ANY_MANNER = re.compile(rf"\b(?:{'|'.join('|'.join(ways) for ways in _MANNERS)})\b(?!-)")
_WITHIN = re.compile(r" (?:with|without|in|on|out|off|up|under|over|within|behind|ahead)\b")
_COMPATIBLE = frozenset([frozenset(["within", "under"])])


@immutable(auto_attribs=True, frozen=True)
class Bearing:
    """How a thing stands to something.

    Attributes:
        preposition: how, as a preposition.
        to: the terms of what it stands to.
        words: both, as the claim has them.
    """

    preposition: str
    to: frozenset[str]
    words: str


def exclusive(a: Claim, b: Claim, context: Context) -> tuple[str, str] | None:
    """Return words of either claim that stand to one thing in ways that exclude each other."""
    theirs = context.once(_bearings, b)
    for one in context.once(_bearings, a) if theirs else ():
        for other in theirs:
            differ = one.preposition != other.preposition and one.to == other.to
            if differ and {one.preposition, other.preposition} not in _COMPATIBLE:
                return one.words, other.words
    return None


def _bearings(claim: Claim, context: Context) -> tuple[Bearing, ...]:
    return tuple(_found_in(_said_of_subject(claim).lower(), context))


def _said_of_subject(claim: Claim) -> str:
    """Return what is said of the subject: "glazes with salt are dull" is of some glazes only."""
    subject = claim.subject.text if claim.subject is not None else ""
    *_, said = claim.text.partition(subject) if subject else ("",)
    return "" if _WITHIN.match(said) else said


def _found_in(text: str, context: Context) -> Iterator[Bearing]:
    for pattern in (*_STATE, _WITH):
        found = pattern.findall(text)
        # "With and without sugar" is both.
        if len({preposition for preposition, _ in found}) == 1:
            for preposition, noun in found:
                to = frozenset(map(context.relations.terms.of, noun.removeprefix("the ").split()))
                yield Bearing(preposition, to, f"{preposition} {noun}".strip())
    for number, ways in enumerate(_MANNER if _ANY_MANNER.search(text) else ()):
        said = [(way, match[0]) for way, each in enumerate(ways) if (match := each.search(text))]
        if len(said) == 1:
            yield Bearing(f"way {said[0][0]}", frozenset([f"ways {number}"]), said[0][1])
    for preposition, noun, pattern in _WAY:
        told = pattern.search(text)
        if told is not None:
            yield Bearing(preposition, frozenset([context.relations.terms.of(noun)]), told[0])
