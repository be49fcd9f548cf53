"""Measure, class by class, what is found of what was planted in generated documents.

    python tests/benchmarks/planted.py --documents 100 --statements 30 --seed 1

Every pair of statements on one question in two documents counts, as ``generate.relation`` tells it.
A judgement belongs to the statements that its claims lie in. Prints a table in Markdown: of planted
contradictions and agreements the share that is found, of hard negatives and of statements on
different questions the false alarms.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from random import Random

import generate
from attrs import define, field
from generate import Generated, Relation, Statement

import factcheck as fc
from factcheck.model import Claim, Judgement, Stance
from factcheck.reading import corpus_of

Planted = tuple[str, int]
"""A statement: the name of its document, and its number in it."""

_ORDER = ("contradict", "agree", "related_not_conflicting", "unrelated")


@define
class Found:
    """How many pairs were planted, and with which stances they were found, by their relations.

    Attributes:
        pairs: how many there are.
        stances: how many of them were found with a stance.
        wrong: contradictions that were found and not planted.
    """

    pairs: Counter[Relation] = field(factory=Counter)
    stances: Counter[tuple[Relation, Stance]] = field(factory=Counter)
    wrong: list[tuple[Relation, Judgement]] = field(factory=list)

    def line(self, relation: Relation) -> str:
        """Return one line of the table."""
        pairs = self.pairs[relation]
        cells = [relation.relation.replace("_", " "), relation.kind, f"{pairs:,}" if pairs else ""]
        for stance in Stance:
            count = self.stances[relation, stance]
            cells.append(f"{count:,} ({count / pairs:.1%})" if pairs and count else f"{count:,}")
        return "| " + " | ".join(cells) + " |"

    def counts(self, stance: Stance) -> tuple[int, int, int]:
        """Return how many pairs with a stance were planted so, planted the other way, neither."""
        planted = {Stance.AGREES: "agree", Stance.CONTRADICTS: "contradict"}
        right = opposed = others = 0
        for (how, which), count in self.stances.items():
            if which is not stance:
                continue
            if planted[stance] in (how.relation, *how.also_ok):
                right += count
            elif how.relation in planted.values():
                opposed += count
            else:
                others += count
        return right, opposed, others

    def precision(self, stance: Stance) -> str:
        """Return how many of the pairs with a stance were planted so."""
        right, opposed, others = self.counts(stance)
        told = right + opposed + others
        return f"{right:,} of {told:,} ({right / max(1, told):.1%})"


def measure(made: Sequence[Generated]) -> Found:
    """Check documents and count what was found between planted statements."""
    statements = {
        (one.name, number): each for one in made for number, each in enumerate(one.statements)
    }
    starts = {one.name: [each.start for each in one.statements] for one in made}
    found = Found(Counter(filter(None, (how for _, how in planted(statements)))))
    told: set[tuple[Planted, Planted, Stance]] = set()
    corpus = corpus_of(fc.read_text(one.text, one.name) for one in made)
    for judgement in fc.check(corpus).judgements:
        a, b = (place(claim, starts, statements) for claim in (judgement.a, judgement.b))
        if a is None or b is None or (a, b, judgement.stance) in told:
            continue
        told |= {(a, b, judgement.stance), (b, a, judgement.stance)}
        how = relation(statements[a], statements[b])
        if how is not None:
            found.stances[how, judgement.stance] += 1
            if judgement.stance is Stance.CONTRADICTS and how.relation != "contradict":
                found.wrong.append((how, judgement))
    return found


def relation(a: Statement, b: Statement) -> Relation | None:
    """Return how two statements stand to each other, whatever they speak of."""
    if a.question == b.question:
        return generate.relation(a, b)
    same_topic, same_fact = (
        one == other
        for one, other in zip(a.question.split("/"), b.question.split("/"), strict=True)
    )
    kind = "another fact" if same_topic else "another topic" if same_fact else "nothing in common"
    return Relation("unrelated", kind)


def planted(
    statements: Mapping[Planted, Statement],
) -> Iterator[tuple[tuple[Planted, Planted], Relation | None]]:
    """Yield how all pairs on one question stand; no document speaks of a question twice."""
    by_question: dict[str, list[Planted]] = defaultdict(list)
    for key, statement in statements.items():
        by_question[statement.question].append(key)
    for keys in by_question.values():
        for a, b in combinations(keys, 2):
            yield (a, b), generate.relation(statements[a], statements[b])


def place(
    claim: Claim, starts: Mapping[str, Sequence[int]], statements: Mapping[Planted, Statement]
) -> Planted | None:
    """Return the statement that a claim lies in; None for headings and asides."""
    name = claim.source.name
    number = bisect_right(starts[name], claim.start) - 1
    if number < 0 or claim.start >= statements[name, number].end:
        return None
    return name, number


def main(words: Sequence[str]) -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--statements", type=int, default=30, help="in each document, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="how many false alarms to show")
    asked = parser.parse_args(words)
    found = measure(list(generate.documents(asked.seed, asked.documents, asked.statements)))
    print("| planted | class | pairs | " + " | ".join(Stance) + " |")
    print("| --- " * (3 + len(Stance)) + "|")
    every = {*found.pairs, *(how for how, _ in found.stances)}
    for how in sorted(every, key=lambda how: (_ORDER.index(how.relation), how.kind)):
        print(found.line(how))
    print(f"\nplanted of contradictions: {found.precision(Stance.CONTRADICTS)}")
    print(f"planted of agreements: {found.precision(Stance.AGREES)}")
    chance = Random(asked.seed)
    for how, one in chance.sample(found.wrong, min(asked.wrong, len(found.wrong))):
        print(f"- {how.kind}, {one.rule}: {one.a.quote} | {one.b.quote}")


if __name__ == "__main__":
    main(sys.argv[1:])
