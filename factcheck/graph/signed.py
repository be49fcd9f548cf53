"""The signed graph of a check as numbers: claims as vertices, judgements as edges with a sign.

Findings are worked out on it and only then given claims and judgements, one finding at a time, so
that what has to be held of a judgement is some fifty bytes and not its words.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from operator import gt, sub
from typing import Any, NamedTuple, Self

from attrs import evolve, field, fields_dict, frozen

from factcheck.graph.aspects import Aspects
from factcheck.model import Claim, Document, Judgement, Stance

# Rules whose deciding words are an answer by themselves ("low", "in 1970", "a protein").
TELLING_WORDS = frozenset({"direction", "degree", "value", "category", "set", "presence"})


class Tie(NamedTuple):
    """What findings are worked out from of a judgement.

    Attributes:
        a, b: numbers of its claims, which are numbered in the order of their places.
        stance, confidence, rule, aspect: as the judgement has them.
        id: the digits of its id, by which those are ordered that are alike in all else.
        a_words, b_words: a hash of the deciding words where they are an answer by themselves, and
            else 0.
    """

    a: int
    b: int
    stance: Stance
    confidence: float
    rule: str
    aspect: tuple[str, ...]
    id: int
    a_words: int
    b_words: int


def tie_of(judgement: Judgement, a: int, b: int) -> Tie:
    """Return a judgement as numbers, given those of its claims."""
    told = judgement.stance is not Stance.AGREES and judgement.rule in TELLING_WORDS
    return Tie(
        a,
        b,
        judgement.stance,
        judgement.confidence,
        judgement.rule,
        judgement.aspect,
        int(judgement.id.rpartition("-")[2], 16),
        _hash(judgement.a.source.visible(judgement.a_evidence)) if told else 0,
        _hash(judgement.b.source.visible(judgement.b_evidence)) if told else 0,
    )


def _hash(words: str) -> int:
    if not words:
        return 0
    content = words.casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big")


def place(claim: Claim) -> tuple[object, ...]:
    """Return a key that sorts claims as their documents and words follow each other."""
    return (claim.source.name, claim.span.start, claim.span.end, claim.id)


@frozen
class Places:
    """Where claims stand, by their number; they are numbered in the order of their places.

    Attributes:
        documents: number of the document of each claim.
        starts, ends: its first character, and one past its last.
        authorities: weight of each document, by its number.
    """

    documents: array[int] = field(factory=lambda: array("I"))
    starts: array[int] = field(factory=lambda: array("Q"))
    ends: array[int] = field(factory=lambda: array("Q"))
    authorities: array[float] = field(factory=lambda: array("d"))

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Places:
        """Return the places of claims that come in the order of ``place``."""
        places = cls()
        last: Document | None = None
        for claim in claims:
            if last is None or claim.source.id != last.id:
                last = claim.source
                places.authorities.append(last.authority)
            places.add(claim.start, claim.end)
        return places

    def add(self, start: int, end: int) -> None:
        """Add a claim of the document that was added last."""
        self.documents.append(len(self.authorities) - 1)
        self.starts.append(start)
        self.ends.append(end)

    def same_words(self, claims: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of claims that are read from the same words of one document.

        A proposition and a part of it (at least half of the shorter one in common) are one
        statement to a reader, so findings on both are one finding.
        """
        ordered = sorted(set(claims))
        for index, claim in enumerate(ordered):
            start, end = self.starts[claim], self.ends[claim]
            for other in _following(ordered, index):
                if self.documents[other] != self.documents[claim] or self.starts[other] >= end:
                    break
                shared = min(end, self.ends[other]) - self.starts[other]
                if 2 * shared >= min(end - start, self.ends[other] - self.starts[other]):
                    yield claim, other


def _following(ordered: Sequence[int], index: int) -> Iterator[int]:
    return (ordered[position] for position in range(index + 1, len(ordered)))


_STANCES = tuple(Stance)
_NUMBERS = {stance: number for number, stance in enumerate(_STANCES)}
# How many judgements are turned into columns at a time.
_AT_ONCE = 10_000
CODES = "IIBdHIQQQ"
"""What a number in each column of judgements is stored as."""


@frozen
class Ties:
    """Judgements as columns, each known by its position among those given.

    Attributes:
        a, b, stances, confidences, rules, aspects, ids, a_words, b_words: the columns; a stance,
            rule or aspect is the number of one.
        rule_names, aspect_names: the rules and the aspects by their number.
    """

    a: array[int]
    b: array[int]
    stances: array[int]
    confidences: array[float]
    rules: array[int]
    aspects: array[int]
    ids: array[int]
    a_words: array[int]
    b_words: array[int]
    rule_names: tuple[str, ...]
    aspect_names: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.a)

    def tie(self, judgement: int) -> Tie:
        """Return what is known of one judgement."""
        return Tie(
            self.a[judgement],
            self.b[judgement],
            self.stance(judgement),
            self.confidences[judgement],
            self.rule(judgement),
            self.aspect_names[self.aspects[judgement]],
            self.ids[judgement],
            self.a_words[judgement],
            self.b_words[judgement],
        )

    def stance(self, judgement: int) -> Stance:
        """Return how the claims of a judgement stand to each other."""
        return _STANCES[self.stances[judgement]]

    def rule(self, judgement: int) -> str:
        """Return the id of the rule that decided."""
        return self.rule_names[self.rules[judgement]]

    def claims(self, judgements: Iterable[int]) -> set[int]:
        """Return the claims that judgements are about."""
        return {claim for one in judgements for claim in (self.a[one], self.b[one])}

    def renumbered(self, numbers: Sequence[int]) -> Self:
        """Return the same judgements, given the new number of each claim."""
        a, b = (array("I", map(numbers.__getitem__, ends)) for ends in (self.a, self.b))
        return evolve(self, a=a, b=b)

    def apart(self, kept: Sequence[int]) -> Ties:
        """Return some of the judgements by themselves, with no rules and aspects but theirs."""
        every: tuple[array[Any], ...] = (
            *(self.a, self.b, self.stances, self.confidences, self.rules, self.aspects),
            *(self.ids, self.a_words, self.b_words),
        )
        *ends, rules, aspects, ids, a_words, b_words = (
            array(column.typecode, map(column.__getitem__, kept)) for column in every
        )
        ruled, compared = dict.fromkeys(rules), dict.fromkeys(aspects)
        return in_columns(
            (*ends, _renamed(rules, ruled), _renamed(aspects, compared), ids, a_words, b_words),
            tuple(map(self.rule_names.__getitem__, ruled)),
            tuple(map(self.aspect_names.__getitem__, compared)),
        )

    def only(self, kept: Sequence[int]) -> Self:
        """Return some of the judgements, in the order given."""
        stretches = _stretches(kept)
        if stretches == [slice(0, len(self))]:
            return self

        def column(values: array[Any]) -> array[Any]:
            found = array(values.typecode)
            for stretch in stretches:
                found.extend(values[stretch])
            return found

        return evolve(
            self,
            a=column(self.a),
            b=column(self.b),
            stances=column(self.stances),
            confidences=column(self.confidences),
            rules=column(self.rules),
            aspects=column(self.aspects),
            ids=column(self.ids),
            a_words=column(self.a_words),
            b_words=column(self.b_words),
        )


def _renamed(column: array[int], used: Iterable[int]) -> array[int]:
    """Return a column of numbers of names, given the numbers of those that are left."""
    numbers = {number: new for new, number in enumerate(used)}
    return array(column.typecode, map(numbers.__getitem__, column))


def _stretches(numbers: Sequence[int]) -> list[slice]:
    """Return the stretches in which numbers follow each other, as they mostly do."""
    steps = map(sub, islice(numbers, 1, None), numbers)
    breaks = [place for place, step in enumerate(steps, 1) if step != 1]
    return [
        slice(numbers[start], numbers[end - 1] + 1)
        for start, end in pairwise([0, *breaks, len(numbers)])
        if end
    ]


def listed(ties: Iterable[Tie]) -> Ties:
    """Return judgements as columns."""
    columns: list[array[Any]] = [array(code) for code in CODES]
    rules: defaultdict[str, int] = defaultdict(lambda: len(rules))
    aspects: defaultdict[tuple[str, ...], int] = defaultdict(lambda: len(aspects))
    rest = iter(ties)
    while some := tuple(islice(rest, _AT_ONCE)):
        read: list[Iterable[Any]] = list(zip(*some, strict=True))
        read[2] = map(_NUMBERS.__getitem__, read[2])
        read[4] = map(rules.__getitem__, read[4])
        read[5] = map(aspects.__getitem__, read[5])
        for column, values in zip(columns, read, strict=True):
            column.extend(values)
    return in_columns(columns, tuple(rules), tuple(aspects))


def joined(parts: Iterable[Ties]) -> Ties:
    """Return the judgements of all parts, one after the other."""
    columns: list[array[Any]] = [array(code) for code in CODES]
    rules: defaultdict[str, int] = defaultdict(lambda: len(rules))
    aspects: defaultdict[tuple[str, ...], int] = defaultdict(lambda: len(aspects))
    for part in parts:
        rule = list(map(rules.__getitem__, part.rule_names))
        aspect = list(map(aspects.__getitem__, part.aspect_names))
        read: tuple[Iterable[Any], ...] = (
            *(part.a, part.b, part.stances, part.confidences),
            *(map(rule.__getitem__, part.rules), map(aspect.__getitem__, part.aspects)),
            *(part.ids, part.a_words, part.b_words),
        )
        for column, values in zip(columns, read, strict=True):
            column.extend(values)
    return in_columns(columns, tuple(rules), tuple(aspects))


def in_columns(
    columns: Sequence[array[Any]], rules: tuple[str, ...], aspects: tuple[tuple[str, ...], ...]
) -> Ties:
    """Return the judgements that columns tell of, which come in the order of ``CODES``."""
    a, b, stances, confidences, ruled, compared, ids, a_words, b_words = columns
    return Ties(a, b, stances, confidences, ruled, compared, ids, a_words, b_words, rules, aspects)


@frozen
class SignedGraph(Ties):
    """Judgements and where their claims stand.

    Attributes:
        places: where the claims stand.
        compared: which of the aspects overlap.
    """

    places: Places
    compared: Aspects

    @classmethod
    def of(cls, ties: Ties, places: Places) -> SignedGraph:
        """Return the graph of judgements."""
        compared = Aspects.of(ties.aspect_names).among(set(ties.aspects))
        return cls(
            **{name: getattr(ties, name) for name in fields_dict(Ties)},
            places=places,
            compared=compared,
        )

    def only(self, kept: Sequence[int]) -> Self:
        """Return the graph of some of the judgements, in the order given."""
        found = super().only(kept)
        return evolve(found, compared=self.compared.among(set(found.aspects)))

    @cached_property
    def ranks(self) -> array[int]:
        """By position, the place of a judgement among all: contradictions first, then the surest.

        Those that are as sure as each other stand in the order of their places.
        """
        order = list(range(len(self.a)))
        ends = list(zip(self.a, self.b, self.ids, strict=True))
        # Mostly they come in the order of their places, which is soon seen.
        if any(map(gt, ends, islice(ends, 1, None))):
            order.sort(key=ends.__getitem__)
        order.sort(key=self.confidences.__getitem__, reverse=True)
        contradicts = _NUMBERS[Stance.CONTRADICTS]
        order.sort(key=[stance != contradicts for stance in self.stances].__getitem__)
        ranks = array("I", [0]) * len(order)
        for rank, one in enumerate(order):
            ranks[one] = rank
        return ranks

    def other(self, judgement: int, claim: int) -> int:
        """Return the claim that a judgement compares one with."""
        return self.b[judgement] if self.a[judgement] == claim else self.a[judgement]

    def having(self, *stances: Stance) -> list[int]:
        """Return the judgements of some stances, in the order given."""
        wanted = {_NUMBERS[stance] for stance in stances}
        return [one for one, stance in enumerate(self.stances) if stance in wanted]

    def strongest(self, judgements: Iterable[int]) -> list[int]:
        """Return judgements, the strongest first."""
        return sorted(judgements, key=self.ranks.__getitem__)

    def by_claim(self, judgements: Iterable[int]) -> defaultdict[int, list[int]]:
        """Return the judgements that each claim takes part in."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for one in judgements:
            found[self.a[one]].append(one)
            found[self.b[one]].append(one)
        return found

    def opposed(self, judgements: Iterable[int]) -> defaultdict[int, set[int]]:
        """Return, by claim, the claims that judgements set it against."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for one in judgements:
            found[self.a[one]].add(self.b[one])
            found[self.b[one]].add(self.a[one])
        return found
