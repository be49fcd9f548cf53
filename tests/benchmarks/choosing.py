"""What choosing pairs loses against judging all, at several sizes.

All pairs of a large collection cannot be judged. But which statements contradict each other is
known of generated documents, so those pairs are judged (a sample of them where they are many), and
of those that the rules find to be what was planted it is counted how many were never chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

import generate
import planted
from generate import Generated
from material import STATEMENTS, documents_of
from measuring import Point, Row, once

import factcheck as fc
from factcheck.model import CandidatePair, Claim, Stance
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.protocols import Linking
from factcheck.reading import corpus_of

MARKED = 12_000
"""Planted pairs of statements that are judged at most, drawn from all of them."""

FOUND_AS = {"contradict": Stance.CONTRADICTS, "agree": Stance.AGREES}

Position = tuple[int, int]


def rows(size: int) -> Iterator[Row]:
    """Yield what choosing among about so many claims takes and loses."""
    pipeline = make_pipeline(fc.Settings(jobs=1))
    made = list(generate.documents(1, documents_of(size), STATEMENTS))
    corpus = corpus_of(fc.read_text(one.text, one.name) for one in made)
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    linked = pipeline.linker(claims, corpus)
    taken, blocked = once(lambda: pipeline.blocker(linked.claims, linked.weights))
    later = [set(row) for row in blocked.later]
    name, count = f"about {size:,} claims", len(claims)
    yield Row(
        f"{name}: choosing pairs",
        f"{1000 * taken / count:.2f} ms a claim",
        f"{count:,} claims, {len(blocked.pairs) / count:.1f} pairs a claim",
        (Point("choosing", "choosing pairs", count, 1000 * taken / count),),
    )
    for relation, found in _found(pipeline, linked, made).items():
        lost = sum(not any(b in later[a] for a, b in pairs) for pairs in found)
        share = f"{lost / max(1, len(found)):.1%}"
        planted_so = {"contradict": "contradictions", "agree": "agreements"}[relation]
        yield Row(f"{name}: planted {planted_so} lost", share, f"{len(found):,} found by judging")


def _found(
    pipeline: Pipeline, linked: Linking, made: Sequence[Generated]
) -> dict[str, list[list[Position]]]:
    """Return, by relation, the planted pairs that judging finds, as the pairs of claims found."""
    statements = {
        (one.name, number): each for one in made for number, each in enumerate(one.statements)
    }
    stated = _claims_of(linked.claims, statements, made)
    marked = [
        (pair, how.relation)
        for pair, how in planted.planted(statements)
        if how is not None and how.relation in FOUND_AS and pair[0][0] != pair[1][0]
    ]
    judge = pipeline.make_judge(linked)
    found: dict[str, list[list[Position]]] = {relation: [] for relation in FOUND_AS}
    for (one, other), relation in Random(1).sample(marked, min(MARKED, len(marked))):
        hits = []
        for position in map(sorted, product(stated[one], stated[other])):
            a, b = position
            pair = CandidatePair(linked.claims[a], linked.claims[b], ())
            judgement = judge.judge(pair)
            if (
                judgement is not None
                and judgement.stance is FOUND_AS[relation]
                and judgement.confidence >= pipeline.settings.min_confidence
            ):
                hits.append((a, b))
        if hits:
            found[relation].append(hits)
    return found


def _claims_of(
    claims: Sequence[Claim],
    statements: dict[planted.Planted, generate.Statement],
    made: Sequence[Generated],
) -> defaultdict[planted.Planted, list[int]]:
    """Return the positions of the claims that lie in each statement."""
    starts = {one.name: [each.start for each in one.statements] for one in made}
    stated: defaultdict[planted.Planted, list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        key = planted.place(claim, starts, statements)
        if key is not None:
            stated[key].append(position)
    return stated
