"""The sides that claims take in one dispute, lettered and labelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import count, product
from string import ascii_uppercase

from factcheck.graph.grouping import Links, claims_of, place
from factcheck.graph.sides import Sides, opposed, same_words
from factcheck.model import Claim, Judgement, Position, Stance

# Rules that know two answers only: whoever opposes the same side gives the same answer.
_TWO_ANSWERS = frozenset({"polarity", "direction", "presence"})
# Rules whose deciding words are an answer by themselves ("low", "in 1970", "a protein").
_TELLING_WORDS = frozenset({"direction", "degree", "value", "category", "set", "presence"})

# A label stands beside its quotation in one line of a terminal.
_LABEL_LENGTH = 60


def positions(
    conflicts: Sequence[Judgement], links: Links, contradictions: Mapping[str, Set[str]]
) -> tuple[Position, ...]:
    """Return the sides of one dispute, the one with most sources first.

    Claims are put on one side, in this order and never against a conflict: propositions read from
    the same words; claims that agree on the aspect, the surest agreement first; claims with the
    same deciding words; claims that oppose the same side by a rule with two answers. A claim that
    conflicts with nothing but agrees with exactly one side joins that side as its support; where
    the deciding words are the answer, it has to give one too.

    Args:
        conflicts: the judgements of the dispute, the strongest first.
        links: agreements between any claims.
        contradictions: by claim, ids of all claims it contradicts, on whatever aspect.
    """
    supporters, agreeing = _supporters(conflicts, links)
    claims = {claim.id: claim for claim in (*claims_of(conflicts), *supporters)}
    against = opposed(conflicts)
    nobody: frozenset[str] = frozenset()
    apart = {one: against.get(one, nobody) | contradictions.get(one, nobody) for one in claims}
    sides = Sides(claims, apart)
    for a, b in same_words(claims_of(conflicts)):
        sides.merge(a, b)
    for judgement in agreeing:
        sides.merge(judgement.a.id, judgement.b.id)
    _merge_same_evidence(sides, conflicts)
    _merge_fellow_opponents(sides, conflicts)
    surest = _surest(conflicts)
    order = sorted(
        claims.values(), key=lambda claim: (-_confidence(surest, claim.id), place(claim))
    )
    # A supporter that conflicts put apart from the side it agrees with backs nobody here.
    disputed = [
        group
        for group in sides.groups(claim.id for claim in order)
        if any(claim in surest for claim in group)
    ]
    return _lettered([[claims[claim] for claim in group] for group in disputed], surest)


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
    conflicts: Sequence[Judgement], links: Links
) -> tuple[list[Claim], list[Judgement]]:
    """Return the claims that only agree, and all agreements to build sides from, surest first."""
    pivot = conflicts[0]
    inside = {claim.id for claim in claims_of(conflicts)}
    within: dict[str, Judgement] = {}
    backing: dict[str, dict[str, Judgement]] = defaultdict(dict)
    backers: dict[str, Claim] = {}
    for claim in sorted(inside):
        for judgement in links.agreements(claim, pivot.aspect):
            other = judgement.b if judgement.a.id == claim else judgement.a
            if other.id in inside:
                within[judgement.id] = judgement
            elif pivot.rule not in _TELLING_WORDS or judgement.rule in _TELLING_WORDS:
                backers[other.id] = other
                backing[other.id][judgement.id] = judgement
    against = opposed(conflicts)
    chosen = list(within.values())
    supporters = []
    for backer, judgements in sorted(backing.items()):
        backed = {
            judgement.a.id if judgement.b.id == backer else judgement.b.id
            for judgement in judgements.values()
        }
        # Who agrees with both sides of a conflict settles nothing.
        if any(not backed.isdisjoint(against.get(claim, ())) for claim in backed):
            continue
        supporters.append(backers[backer])
        chosen.extend(judgements.values())
    chosen.sort(key=lambda judgement: (-judgement.confidence, judgement.id))
    return supporters, chosen


def _merge_same_evidence(sides: Sides, conflicts: Sequence[Judgement]) -> None:
    by_words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for judgement in conflicts:
        if judgement.rule not in _TELLING_WORDS:
            continue
        for claim in (judgement.a, judgement.b):
            words = _evidence(judgement, claim).casefold()
            if words:
                by_words[judgement.rule, words].append(claim.id)
    for first, *others in by_words.values():
        for other in others:
            sides.merge(first, other)


def _merge_fellow_opponents(sides: Sides, conflicts: Sequence[Judgement]) -> None:
    opponents: dict[tuple[str, str], list[str]] = defaultdict(list)
    for judgement in conflicts:
        if judgement.rule in _TWO_ANSWERS and judgement.stance is Stance.CONTRADICTS:
            opponents[judgement.rule, judgement.a.id].append(judgement.b.id)
            opponents[judgement.rule, judgement.b.id].append(judgement.a.id)
    for first, *others in opponents.values():
        for other in others:
            sides.merge(first, other)


def _surest(conflicts: Sequence[Judgement]) -> dict[str, Judgement]:
    """Return the surest judgement of each claim in conflict; the first of equals."""
    surest: dict[str, Judgement] = {}
    for judgement in conflicts:
        for claim in (judgement.a.id, judgement.b.id):
            known = surest.get(claim)
            if known is None or judgement.confidence > known.confidence:
                surest[claim] = judgement
    return surest


def _confidence(surest: dict[str, Judgement], claim: str) -> float:
    return surest[claim].confidence if claim in surest else -1.0


def _evidence(judgement: Judgement, claim: Claim) -> str:
    span = judgement.a_evidence if judgement.a.id == claim.id else judgement.b_evidence
    return claim.source.visible(span)


def _label(claim: Claim, judgement: Judgement) -> str:
    words = _evidence(judgement, claim)
    telling = judgement.rule in _TELLING_WORDS and 0 < len(words) <= _LABEL_LENGTH
    return words if telling else shortened(claim.text)


def _lettered(groups: list[list[Claim]], surest: dict[str, Judgement]) -> tuple[Position, ...]:
    ranked = sorted(
        groups,
        key=lambda group: (
            -len({claim.source.id for claim in group}),
            -_confidence(surest, group[0].id),
            min(place(claim) for claim in group),
        ),
    )
    return tuple(
        Position(letter, _label(group[0], surest[group[0].id]), tuple(group))
        for letter, group in zip(letters(), ranked, strict=False)
    )
