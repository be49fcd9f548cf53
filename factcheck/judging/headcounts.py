"""How many live in a town, work for a firm or died in a flood, however that is told."""

from __future__ import annotations

import re

from attrs import evolve

from factcheck.judging.context import Context
from factcheck.judging.restated import Restated, without
from factcheck.model import Claim, Interval, Mention, Value
from factcheck.model.frozen import immutable

_NEVER = re.compile(r"(?!)")


@immutable(auto_attribs=True, frozen=True)
class _Kind:
    """People who are counted for what they are to a thing or an event.

    Attributes:
        nouns: what they are called, each or together.
        having: what the thing has or does, "<" before those who are counted and ">" behind.
        doing: what they do or are to the thing.
        anywhere: whether they are counted where no thing is named: "twelve people died".
    """

    nouns: frozenset[str]
    having: re.Pattern[str] = _NEVER
    doing: re.Pattern[str] = _NEVER
    anywhere: bool = False


_KINDS = {
    "residents": _Kind(
        frozenset("inhabitant resident population".split()),
        re.compile(r"home to <(?:people|souls)>"),
        re.compile(
            r"^<people>(?: who)? (?:still |now |today )?(?:live[sd]?|reside[sd]?) (?:in|on)\b"
        ),
    ),
    "employees": _Kind(
        frozenset("employee worker staff workforce".split()),
        re.compile(
            r"(?:employ(?:s|ed|ing)?|gives? work to|gave work to)(?: a total of)?"
            r" <(?:people|men|women|hands|miners|workers)>"
            r"|<people> (?:on (?:its|the|their) (?:staff|payroll)|in (?:its|their) employ)\b"
        ),
        re.compile(r"^<people> (?:work(?:ed)? (?:for|at)|(?:are|were) employed (?:by|at|in))\b"),
    ),
    "members": _Kind(
        frozenset("member membership".split()),
        doing=re.compile(r"^<people> (?:belong(?:ed)? to|are members of|were members of)\b"),
    ),
    "visitors": _Kind(
        frozenset(["visitor"]),
        re.compile(
            r"(?:attract|draw|receive|welcome)(?:s|d|ed)? <(?:people|visitors|guests|tourists)>"
            r"|visited by <people>"
        ),
        re.compile(
            r"^<people> (?:visit(?:ed)?|come to see|came to see)\b"
            r"|^<(?:people|visitors|guests|tourists)> (?:come|came|flock(?:ed)?) to\b"
        ),
    ),
    "participants": _Kind(
        frozenset(["participant"]),
        re.compile(
            r"(?:includ|enroll?|recruit|involv|randomi[sz]|followed up)(?:e[sd]|s|ed)?"
            r" <(?:people|patients|participants|adults|volunteers|individuals|subjects)>"
        ),
        re.compile(
            r"^<(?:people|patients|adults|volunteers|individuals|subjects)>"
            r" (?:took part in|participated in|were (?:enroll?ed|recruited|included) in)\b"
        ),
    ),
    "speakers": _Kind(
        frozenset(["speaker"]),
        re.compile(r"spoken by <people>"),
        re.compile(r"^<people> (?:speak|spoke)\b"),
    ),
    "deaths": _Kind(
        frozenset("death toll fatality".split()),
        re.compile(
            r"kill(?:s|ed|ing) <people>|left <people> dead"
            r"|(?:claim(?:s|ed|ing)|took|cost) (?:<lives>|<people> their lives)"
        ),
        re.compile(
            r"^<people> (?:died|perished|(?:were|have been|had been) killed|lost their lives)\b"
        ),
        anywhere=True,
    ),
    "injuries": _Kind(
        frozenset(["injury"]),
        re.compile(r"(?:injur|wound)(?:es|s|ed|ing) <people>|left <people> (?:injured|wounded)"),
        re.compile(r"^<people> (?:were|have been|had been) (?:injured|wounded|hurt)\b"),
        anywhere=True,
    ),
}
_YEARLY = re.compile(r"\b(?:(?:every|each|per|a) year|annually|yearly)\b")
_YEAR = 365.2425
"""Days in a year of the Gregorian calendar, as the quantities have them."""
_COUNTED = re.compile(r"(\w+)(?: (?:an?|per|each|every) \w+)?$")
_GIVING = frozenset("be have number total boast count reach".split())


def headcounts(claim: Claim, context: Context) -> tuple[Restated, ...]:
    """Return the people that a claim counts for what they are to a thing."""
    return tuple(
        Restated(name, of, _by_the_year(claim, value), anywhere=kind.anywhere)
        for value in claim.values
        if value.scale.startswith("count")
        for name, kind in _KINDS.items()
        if (of := _whose(claim, value, kind, context)) is not None
    )


def _by_the_year(claim: Claim, value: Value) -> Value:
    """Return a count that comes again each year as the rate that it is: "40 visit it each year"."""
    behind = claim.text.partition(value.text)[2]
    if value.scale != "count" or not _YEARLY.search(behind):
        return value
    rate = Interval(value.interval.low / _YEAR, value.interval.high / _YEAR)
    return evolve(value, scale="count/day", interval=rate)


def _whose(claim: Claim, value: Value, kind: _Kind, context: Context) -> Mention | None:
    """Return the thing to which people are of a kind, if a claim counts such."""
    before, counted, behind = claim.text.partition(value.text)
    if claim.subject is None or not counted:
        return None
    nouns = frozenset(map(context.relations.terms.of, kind.nouns))
    if nouns & {*value.attribute} and _GIVING & {*claim.predicate}:
        return without(claim.subject, nouns)
    noun = _COUNTED.search(value.text)
    frame = f"<{noun[1] if noun else ''}>{behind}"
    if kind.doing.search(frame):
        named = claim.object or Mention("", claim.span, ())
        return without(named, context.relations.measures | {"year"})
    if kind.having.search(f"{before}{frame}"):
        return claim.subject
    return None
