"""A clause, and the noun phrases around its verb."""

from __future__ import annotations

from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup
from factcheck.model.frozen import immutable


@immutable(auto_attribs=True, frozen=True)
class Clause:
    """A stretch of a sentence with one predicate.

    Attributes:
        kind: ``main``, ``coordinate``, ``independent``, ``relative``, ``dated`` (a relative
            clause that takes up a date: "1984, the year in which"), ``adverbial``,
            ``complement``, ``participial``, ``apposition``, ``content`` (what a noun such as
            "risk" is of; nobody asserts it).
        start, end: token positions of its own words.
        cover: token positions of the words to quote, the antecedent included.
        subject: token positions of its subject; empty where it has none.
        verb: its verb group; None for an apposition.
        parent: index of the clause it hangs on, -1 for none.
    """

    kind: str
    start: int
    end: int
    cover: tuple[int, int]
    subject: tuple[int, int]
    verb: VerbGroup | None
    parent: int = -1

    def until(self, end: int) -> Clause:
        """Return the clause with its end at ``end``, and no more to quote than is behind that."""
        opener = self.cover[0]
        cover = (opener, max(end, opener))
        return Clause(self.kind, self.start, end, cover, self.subject, self.verb, self.parent)


def is_cleft(tokens: list[Token], clause: Clause) -> bool:
    """Return whether a clause only points at what follows: "it was Orde who …"."""
    low, high = clause.subject
    return (
        high - low == 1 and tokens[low].lower == "it" and bool(clause.verb and clause.verb.copula)
    )


def object_gap(tokens: list[Token], clause: Clause) -> tuple[int, int] | None:
    """Return the antecedent where it is a relative clause's object: "**the car** that she sold"."""
    if clause.kind != "relative" or clause.verb is None or clause.verb.passive:
        return None
    low, stop = clause.cover[0], clause.start
    while stop > low and not tokens[stop - 1].is_word:
        stop -= 1
    if tokens[clause.start - 1].tag == "I":
        return None
    own = clause.subject[0] > clause.start and tokens[clause.start].lower in _OBJECT_PRONOUNS
    return (low, stop) if own and low < stop and not clause.verb.copula else None


LISTING = frozenset("including such particularly especially notably like namely".split())
"""Words that open a list of some of what was named, which a comma ends."""

_OBJECT_PRONOUNS = frozenset(["that", "which", "whom", "who"])

_PEOPLE = frozenset("people persons individuals adults children men women those anyone".split())


def phrase_before(tokens: list[Token], end: int, person: bool = False) -> tuple[int, int]:
    """Return the noun phrase that ends just before ``end``, "of" phrases included.

    For a ``person`` other phrases belong to it too, "patients with severe pain who", unless people
    are all that the last one names: "flu in people who".
    """
    stop = end
    while stop > 0 and tokens[stop - 1].lower in {",", "(", "—"}:
        stop -= 1
    further = person and tokens[stop - 1].lower not in _PEOPLE
    joining = {"of", "with", "in", "from", "at", "on", "under", "over"} if further else {"of"}
    start = stop
    while start > 0:
        token = tokens[start - 1]
        counted = tokens[start - 2].lemma in {"number", "amount"} if start > 1 else False
        if further is not person and token.lower == "of" and counted:
            # "The number of people who cycle": the people do.
            break
        if start < stop and tokens[start].tag == "D" and token.tag in "NA#":
            # A determiner begins the phrase: "made the brain release | more of it, a …".
            break
        if (
            token.tag in "NA#QDO"
            or token.lower in joining | {")", "(", "“", "”", '"'}
            or (token.tag == "P" and tokens[start].tag in "NA")
        ):
            start -= 1
        else:
            break
        if token.lower in {"a", "an", "the"} and tokens[start - 1].tag in "N#":
            break
    while start < stop and tokens[start].lower in joining | {")", "("}:
        start += 1
    return (start, stop)


def subject_range(tokens: list[Token], low: int, high: int) -> tuple[int, int]:
    """Return the noun phrase in ``[low, high)`` that is the subject of a verb at ``high``."""
    inside = _bracketed(tokens, low, high)
    while high > low and (
        tokens[high - 1].tag in "R-"
        or tokens[high - 1].lower in {"—", ","}
        or (tokens[high - 1].tag == "C" and tokens[high - 2].tag == "R")
    ):
        closing = tokens[high - 1].lower == ","
        high -= 1
        if closing:
            commas = [i for i in range(high - 1, low, -1) if tokens[i].lower == ","]
            listing = (i for i in commas if tokens[i + 1].lower in LISTING)
            free = (i for i in commas if i not in inside)
            opening = next(listing, next(free, None))
            if opening is not None and any(t.tag == "N" for t in tokens[low:opening]):
                high = opening
    high = _before_brackets(tokens, low, high, inside)
    while low < high and (tokens[low].tag in "CRS" or not tokens[low].is_word):
        low += 1
    cut = low
    for index in range(low, high):
        token = tokens[index]
        if index not in inside and (
            token.lower in {";", ":"}
            or (token.tag in "SW" and index > low)
            or (token.lower == "," and _fronted(tokens, cut, index, high))
        ):
            cut = index + 1
    while cut < high and (tokens[cut].tag in "CR" or not tokens[cut].is_word):
        cut += 1
    return (_behind_fronted(tokens, cut, high), high)


def _bracketed(tokens: list[Token], low: int, high: int) -> frozenset[int]:
    """Return the positions in ``[low, high)`` that stand between brackets, those included."""
    inside: list[int] = []
    opened: list[int] = []
    for index in range(low, high):
        if tokens[index].lower == "(":
            opened.append(index)
        elif tokens[index].lower == ")" and opened:
            inside.extend(range(opened.pop(), index + 1))
    return frozenset(inside)


def _before_brackets(tokens: list[Token], low: int, high: int, inside: frozenset[int]) -> int:
    """Return where a subject ends before what brackets add to it: "Berg (born in Oslo, 1909)".

    A single word in brackets, such as an abbreviation, stays a part of it.
    """
    start = high
    while start > low and start - 1 in inside:
        start -= 1
    words = sum(token.is_word for token in tokens[start:high])
    return start if words > 1 and start > low else high


def _behind_fronted(tokens: list[Token], low: int, high: int) -> int:
    """Return where the subject begins behind a phrase without a comma: "In 1903 the brothers"."""
    if low >= high:
        return low
    if tokens[low].lower in _ADDRESSED and low + 1 < high and tokens[low + 1].tag in "DNA":
        return low + 1
    if tokens[low].tag != "I":
        return _behind_time(tokens, low, high)
    for index in range(high - 1, low + 1, -1):
        rated = tokens[index + 1 : index + 2] and tokens[index + 1].lemma in TIMES
        if rated and tokens[index].lower in {"a", "an"} and tokens[index - 2].tag == "#":
            continue
        counted = tokens[index].tag == "#" and tokens[index - 1].tag == "N"
        if counted or (tokens[index].tag in "DO" and tokens[index - 1].tag in "N#"):
            return index
        timed = tokens[index - 1].lemma in TIMES and tokens[index].tag in "NA"
        another = tokens[index].tag in "AG" and tokens[index - 1].tag == "N"
        another = another or (tokens[index].tag in "ANG" and _ends_in_a_year(tokens, index - 1))
        only = tokens[index].tag == "D" and tokens[index - 1].lower == "only"
        another = another or (only and tokens[index - 2].tag in "N#")
        pointed = tokens[index].tag == "O" and tokens[index - 1].lower in {"that", "this"}
        if timed or another or pointed:
            return index
    return low


def _ends_in_a_year(tokens: list[Token], index: int) -> bool:
    """Return whether a year ends a phrase in front: "in **1645** Swedish troops"."""
    return tokens[index].is_year and tokens[index - 1].tag in "IN"


_ADDRESSED = frozenset(["you", "me", "him", "us", "them"])


def _behind_time(tokens: list[Token], low: int, high: int) -> int:
    """Return where the subject begins behind a time: "Last year the club", "Later it"."""
    for index in range(low + 1, high):
        before = tokens[index - 1]
        opens = tokens[index].tag in "DO" and tokens[index].lower not in _WITHIN_PHRASES
        rate = (
            tokens[index].lower in {"a", "an"} and tokens[min(index + 1, high - 1)].lemma in TIMES
        )
        opens = opens and not rate
        named = tokens[index].is_name and tokens[low].lower in _POINTING_IN_TIME
        timed = {before.lower, before.lemma} & TIMES and (opens or named)
        alone = index == low + 1 and before.tag == "A" and before.lower in _LATER
        later = before.lower in _LATER and before.tag != "I" and index > low + 1
        if timed or (opens and (alone or later)):
            return index
        if tokens[index].tag in "VXMW" or tokens[index].lower in {",", "of"}:
            return low
    return low


TIMES = frozenset(
    "second minute hour day night week weekend month year decade century season spring summer"
    " autumn winter morning afternoon evening noon midday midnight dawn dusk moment time".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LATER = frozenset("later earlier before after ago first next".split())
_WITHIN_PHRASES = frozenset(["that", "all", "both", "itself", "more", "other"])
_POINTING_IN_TIME = frozenset("last next this that each every".split())


def _fronted(tokens: list[Token], low: int, comma: int, high: int) -> bool:
    """Return whether the phrase before a comma is an adverbial and not part of the subject."""
    if [token.tag for token in tokens[comma - 1 : comma + 2 : 2]] == ["A", "A"]:
        return False
    if tokens[low].tag in "ISGPRTV" or not any(t.tag in "NO" for t in tokens[low:comma]):
        return True
    return not any(t.tag == "C" for t in tokens[comma:high])
