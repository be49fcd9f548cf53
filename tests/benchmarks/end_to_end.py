"""A whole check against sentence embeddings and a cross-encoder, speed and quality side by side.

What is mostly built for this work, and what the closest peer does: sentences become vectors, those
near each other are pairs, and a model of natural language inference reads every pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import generate
import planted
from generate import Statement
from material import STATEMENTS
from measuring import Row, once, times
from peers import Pair, cross_encoder, sentence_encoder

import factcheck as fc
from factcheck.model import Stance
from factcheck.reading import corpus_of

DOCUMENTS = 8
NEAR = 0.7
"""Cosine from which two sentences are a pair, as the peer's default has it."""
SURE = 0.5


def rows() -> Iterator[Row]:
    """Yield time and quality of both on the same documents."""
    encode, judge = sentence_encoder(), cross_encoder()
    made = list(generate.documents(1, DOCUMENTS, STATEMENTS))
    statements = {
        (one.name, number): each for one in made for number, each in enumerate(one.statements)
    }
    corpus = corpus_of(fc.read_text(one.text, one.name) for one in made)
    fc.check(corpus_of([fc.read_text("Snow is white.", "first")]))
    ours, run = once(lambda: fc.check(corpus, fc.Settings(jobs=1)))
    embedding, vectors = once(lambda: encode([each.quote for each in statements.values()]))
    keys = list(statements)
    near = [
        (a, b)
        for i, j in combinations(range(len(keys)), 2)
        if (a := keys[i])[0] != (b := keys[j])[0] and vectors[i] @ vectors[j] >= NEAR
    ]
    texts: list[Pair] = [(statements[a].quote, statements[b].quote) for a, b in near]
    judging, odds = once(lambda: judge(texts))
    theirs = embedding + judging
    label = f"checking {DOCUMENTS} documents, {len(run.claims)} claims"
    yield Row(
        label,
        times(theirs / ours),
        f"embeddings and a cross-encoder, {len(statements)} sentences and {len(near)} near pairs",
    )
    yield Row("the same", times(embedding / ours), "their embeddings alone")
    called = [pair for pair, likely in zip(near, odds, strict=True) if likely > SURE]
    found = planted.measure(made)
    right, *wrong = found.counts(Stance.CONTRADICTS)
    every = sum(count for how, count in found.pairs.items() if how.relation == "contradict")
    for name, hit, told in (
        ("factcheck", right, right + sum(wrong)),
        (
            "the other way",
            sum(_planted(statements[a], statements[b]) for a, b in called),
            len(called),
        ),
    ):
        yield Row(f"planted contradictions found, of {every}", f"{hit / every:.0%}", name)
        figure = f"{hit} of {told}"
        yield Row("planted contradictions", figure, f"what {name} calls so")


def _planted(a: Statement, b: Statement) -> bool:
    how = planted.relation(a, b)
    return how is not None and "contradict" in (how.relation, *how.also_ok)
