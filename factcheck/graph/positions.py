"""The sides that claims take in one dispute, lettered and labelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import count, product
from string import ascii_uppercase

from attrs import frozen

from factcheck.graph.grouping import Links
from factcheck.graph.sides import Sides
from factcheck.graph.signed import TELLING_WORDS, SignedGraph
from factcheck.model import Claim, Judgement, Position, Stance

# Rules that know two answers only: whoever opposes the same side gives the same answer.
_TWO_ANSWERS = frozenset({"polarity", "direction", "presence"})

# A label stands beside its quotation in one line of a terminal.
_LABEL_LENGTH = 60


@frozen
class Side:
    """A side of a dispute as numbers.

    Attributes:
        claims: its claims, the strongest first.
        surest: the surest judgement of its strongest claim.
    """

    claims: tuple[int, ...]
    surest: int


def sides_of(
    graph: SignedGraph,
    conflicts: Sequence[int],
    links: Links,
    contradictions: Mapping[int, Set[int]],
) -> tuple[Side, ...]:
    """Return the sides of one dispute, the one with most sources first.

    Claims are put on one side, in this order and never against a conflict: propositions read from
    the same words; claims that agree on the aspect, the surest agreement first; claims with the
    same deciding words; claims that oppose the same side by a rule with two answers. A claim that
    conflicts with nothing but agrees with exactly one side joins that side as its support; where
    the deciding words are the answer, it has to give one too.

    Args:
        graph: the judgements of a run.
        conflicts: the judgements of the dispute, the strongest first.
        links: agreements between any claims.
        contradictions: by claim, all claims it contradicts, on whatever aspect.
    """
    against = graph.opposed(conflicts)
    supporters, agreeing = _supporters(graph, conflicts, links, against)
    claims = {*against, *supporters}
    nobody: frozenset[int] = frozenset()
    apart = {one: against.get(one, nobody) | contradictions.get(one, nobody) for one in claims}
    sides = Sides(claims, apart)
    for a, b in graph.places.same_words(against):
        sides.merge(a, b)
    for one in agreeing:
        sides.merge(graph.a[one], graph.b[one])
    _merge_same_evidence(graph, sides, conflicts)
    _merge_fellow_opponents(graph, sides, conflicts)
    surest = _surest(graph, conflicts)
    order = sorted(
        claims,
        key=lambda claim: (-graph.confidences[surest[claim]] if claim in surest else 1.0, claim),
    )
    # A supporter that conflicts put apart from the side it agrees with backs nobody here.
    disputed = [group for group in sides.groups(order) if group[0] in surest]
    ranked = sorted(
        disputed,
        key=lambda group: (
            -len({graph.places.documents[claim] for claim in group}),
            -graph.confidences[surest[group[0]]],
            min(group),
        ),
    )
    return tuple(Side(tuple(group), surest[group[0]]) for group in ranked)


def position(letter: str, claims: Sequence[Claim], surest: Judgement) -> Position:
    """Return a side with its letter, called by what its strongest claim says.

    Args:
        letter: the letter.
        claims: the claims of the side, the strongest first.
        surest: the surest judgement of the strongest claim.
    """
    return Position(letter, _label(claims[0], surest), tuple(claims))


def letters() -> Iterator[str]:
    """Yield A, B, … Z, AA, AB, … without end."""
    for length in count(1):
        for combination in product(ascii_uppercase, repeat=length):
            yield "".join(combination)


def shortened(text: str, length: int = _LABEL_LENGTH) -> str:
    """Return ``text`` in one line of at most ``length`` characters, cut between words.

    >>> shortened("one two three four", 12)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut else cut
    kept = head.rstrip(" ,;:–-")
    return kept + (" …" if kept and " " in cut and len(head) < length - 1 else "…")


def _supporters(
    graph: SignedGraph, conflicts: Sequence[int], links: Links, against: Mapping[int, Set[int]]
) -> tuple[list[int], list[int]]:
    """Return the claims that only agree, and all agreements to build sides from, surest first."""
    pivot = conflicts[0]
    like = graph.compared.like(graph.aspects[pivot])
    any_rule = graph.rule(pivot) not in TELLING_WORDS
    chosen: set[int] = set()
    backing: dict[int, list[int]] = defaultdict(list)
    for claim in against:
        for one in links.agreements(claim, like):
            other = graph.other(one, claim)
            if other in against:
                chosen.add(one)
            elif any_rule or graph.rule(one) in TELLING_WORDS:
                backing[other].append(one)
    supporters = []
    for backer, judgements in backing.items():
        backed = {graph.other(one, backer) for one in judgements}
        # Who agrees with both sides of a conflict settles nothing.
        if all(backed.isdisjoint(against[claim]) for claim in backed):
            supporters.append(backer)
            chosen.update(judgements)
    surest_first = sorted(chosen, key=lambda one: (-graph.confidences[one], graph.ids[one]))
    return supporters, surest_first


def _merge_same_evidence(graph: SignedGraph, sides: Sides[int], conflicts: Sequence[int]) -> None:
    by_words: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one in conflicts:
        for claim, words in (
            (graph.a[one], graph.a_words[one]),
            (graph.b[one], graph.b_words[one]),
        ):
            if words:
                by_words[graph.rules[one], words].append(claim)
    _merge_each(sides, by_words)


def _merge_fellow_opponents(
    graph: SignedGraph, sides: Sides[int], conflicts: Sequence[int]
) -> None:
    opponents: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one in conflicts:
        if graph.rule(one) in _TWO_ANSWERS and graph.stance(one) is Stance.CONTRADICTS:
            opponents[graph.rules[one], graph.a[one]].append(graph.b[one])
            opponents[graph.rules[one], graph.b[one]].append(graph.a[one])
    _merge_each(sides, opponents)


def _merge_each(sides: Sides[int], alike: Mapping[tuple[int, int], Sequence[int]]) -> None:
    for first, *others in alike.values():
        for other in others:
            sides.merge(first, other)


def _surest(graph: SignedGraph, conflicts: Sequence[int]) -> dict[int, int]:
    """Return the surest judgement of each claim in conflict; the first of equals."""
    surest: dict[int, int] = {}
    for one in conflicts:
        for claim in (graph.a[one], graph.b[one]):
            known = surest.get(claim)
            if known is None or graph.confidences[one] > graph.confidences[known]:
                surest[claim] = one
    return surest


def _label(claim: Claim, judgement: Judgement) -> str:
    span = judgement.a_evidence if judgement.a.id == claim.id else judgement.b_evidence
    words = claim.source.visible(span)
    telling = judgement.rule in TELLING_WORDS and 0 < len(words) <= _LABEL_LENGTH
    return words if telling else shortened(claim.text)
