"""Choosing and judging pairs against a model, against plain likeness, and against judging all.

A cross-encoder reads both texts of a pair together and says whether they contradict each other; it
is what is mostly used for the work of our rules. rapidfuzz says how alike two texts are, in
compiled code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from random import Random

import generate
import numpy
import planted
from generate import Generated
from material import CORPUS, STATEMENTS, generated
from measuring import NotInstalledError, Point, Row, once, times
from peers import Pair, cross_encoder, sentence_encoder
from rapidfuzz import fuzz, process
from record import meeting

import factcheck as fc
from factcheck.model import CandidatePair, Claim, Corpus, Judgement, Stance
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.reading import corpus_of

DOCUMENTS = (5, 10, 20, 40, 80)
SAMPLE = 64
"""Pairs that are shown to the models, which need a tenth of a second for each."""
ENCODED = 512
PLANTED = 60
"""Planted pairs of each relation that the rules and the cross-encoder are asked about."""


def rows() -> Iterator[Row]:
    """Yield speed and quality against each alternative."""
    pipeline = make_pipeline(fc.Settings(jobs=1))
    try:
        yield from _models(pipeline)
        yield from _by_the_model()
    except NotInstalledError as problem:
        yield Row("against a cross-encoder", "–", str(problem))
    yield from _likeness(pipeline)
    yield from _by_likeness()
    yield from _all_pairs(pipeline, fc.read(CORPUS / "lighthouse"), "lighthouse")


def _claims(pipeline: Pipeline, corpus: Corpus) -> tuple[Claim, ...]:
    return tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)


def _models(pipeline: Pipeline) -> Iterator[Row]:
    """Pairs per second; the models are shown a sample of the pairs that the rules judge."""
    corpus = generated(DOCUMENTS[2])
    linked = pipeline.linker(_claims(pipeline, corpus), corpus)
    pairs = pipeline.blocker(linked.claims, linked.weights).pairs
    ours, _ = once(lambda: pipeline.judge(pipeline.make_judge(linked), pairs, linked.claims))
    rate = len(pairs) / ours
    name = f"judging {len(pairs):,} pairs, {rate:,.0f} pairs/s"
    chosen = Random(1).sample(range(len(pairs)), ENCODED)
    texts: list[Pair] = [(pairs[number].a.text, pairs[number].b.text) for number in chosen]
    for peer, judge, some in (
        ("a cross-encoder (DeBERTa, 70 million weights, padded)", cross_encoder(), SAMPLE),
        ("an encoder of 22 million weights, unpadded", sentence_encoder(), ENCODED),
    ):
        judge(texts[:1])
        taken, _ = once(partial(judge, texts[:some]))
        theirs = some / taken
        yield Row(name, times(rate / theirs), f"{peer}, {theirs:,.1f} pairs/s")


def _by_the_model() -> Iterator[Row]:
    """What the rules and the cross-encoder say of the same planted pairs, shown alone."""
    pairs = planted_pairs(list(generate.documents(1, DOCUMENTS[-1], STATEMENTS)))
    judge = cross_encoder()
    called = {how: judge(some) > 0.5 for how, some in pairs.items()}
    ours = {how: [_contradict(pair) for pair in some] for how, some in pairs.items()}
    for name, said in (("factcheck", ours), ("the cross-encoder", called)):
        found = sum(said["contradict"])
        told = sum(map(sum, said.values()))
        yield Row(
            f"planted contradictions found, of {len(pairs['contradict'])} shown",
            f"{found / len(pairs['contradict']):.0%}",
            name,
        )
        yield Row("planted contradictions", f"{found / max(1, told):.0%}", f"what {name} calls so")


def planted_pairs(made: Sequence[Generated]) -> dict[str, list[Pair]]:
    """Return as many pairs of statements in a document each for every relation."""
    statements = {
        (one.name, number): each for one in made for number, each in enumerate(one.statements)
    }
    by_relation: dict[str, list[Pair]] = defaultdict(list)
    for (a, b), how in planted.planted(statements):
        if how is not None and not how.also_ok:
            by_relation[how.relation].append((statements[a].quote, statements[b].quote))
    chance = Random(1)
    return {how: chance.sample(some, PLANTED) for how, some in sorted(by_relation.items())}


def _contradict(pair: Pair) -> bool:
    corpus = corpus_of(fc.read_text(text, name) for text, name in zip(pair, "ab", strict=True))
    return any(one.stance is Stance.CONTRADICTS for one in fc.check(corpus).judgements)


def _likeness(pipeline: Pipeline) -> Iterator[Row]:
    """Choosing and judging pairs against comparing all pairs of texts with rapidfuzz."""
    ours, theirs = [], []
    for documents in DOCUMENTS:
        corpus = generated(documents)
        claims = _claims(pipeline, corpus)
        texts = [claim.text for claim in claims]
        taken, _ = once(partial(_chosen, pipeline, claims, corpus))
        plain, _ = once(partial(similarities, texts))
        ours.append((len(claims), taken))
        theirs.append((len(claims), plain))
        yield Row(
            f"linking, choosing and judging {len(claims):,} claims",
            times(taken / plain),
            "all pairs by rapidfuzz",
            (
                Point("fuzzy", "factcheck", len(claims), taken),
                Point("fuzzy", "rapidfuzz, all pairs", len(claims), plain),
            ),
        )
    both = f"{meeting(ours, theirs):,.0f} claims"
    yield Row("both would take as long at", both, "going on as the powers do")


def similarities(texts: Sequence[str]) -> numpy.ndarray:
    """Return how alike every two texts are, word order aside, from 0 to 100."""
    return process.cdist(texts, texts, scorer=fuzz.token_sort_ratio, dtype=numpy.uint8, workers=1)


def _by_likeness() -> Iterator[Row]:
    """What both find of the planted agreements, and what they take for one."""
    made = list(generate.documents(1, DOCUMENTS[-2], STATEMENTS))
    statements = {
        (one.name, number): each for one in made for number, each in enumerate(one.statements)
    }
    keys = list(statements)
    alike = similarities([statements[key].quote for key in keys])
    agree, contradict, other = (numpy.zeros(101, int) for _ in range(3))
    for i, j in combinations(range(len(keys)), 2):
        if keys[i][0] != keys[j][0]:
            how = planted.relation(statements[keys[i]], statements[keys[j]])
            kind = how.relation if how else ""
            counts = {"agree": agree, "contradict": contradict}.get(kind, other)
            counts[alike[i, j]] += 1
    above = [counts[::-1].cumsum()[::-1] for counts in (agree, contradict, other)]
    f1 = 2 * above[0] / (agree.sum() + sum(above))
    best = int(f1.argmax())
    hit, wrong, rest = (int(counts[best]) for counts in above)
    ours = planted.measure(made).counts(Stance.AGREES)
    for name, right, opposed, others in (
        ("factcheck", *ours),
        (f"rapidfuzz from {best} of 100 on, its best", hit, wrong, rest),
    ):
        told = f"what {name} takes for one"
        every = right + opposed + others
        yield Row("planted agreements found", f"{right / agree.sum():.0%}", name)
        yield Row("planted agreements", f"{right / every:.0%}", told)
        yield Row("planted contradictions", f"{opposed / every:.1%}", told)


def _all_pairs(pipeline: Pipeline, corpus: Corpus, name: str) -> Iterator[Row]:
    """Judging the chosen pairs against judging all, and what is lost by it."""
    claims = _claims(pipeline, corpus)
    few, some = once(lambda: _chosen(pipeline, claims, corpus))
    many, every = once(lambda: _everything(pipeline, claims, corpus))
    yield Row(f"{name}: judging the chosen pairs", times(few / many), "judging all pairs")
    for label, stances in (
        ("conflicts", {Stance.CONTRADICTS, Stance.QUALIFIES}),
        ("agreements", {Stance.AGREES}),
    ):
        whole = {one.id for one in every if one.stance in stances}
        kept = {one.id for one in some if one.stance in stances}
        lost = len(whole - kept) / len(whole) if whole else 0.0
        yield Row(f"{name}: {label} lost by choosing", f"{lost:.1%}", f"{len(whole)} in all pairs")


def _chosen(pipeline: Pipeline, claims: tuple[Claim, ...], corpus: Corpus) -> list[Judgement]:
    """Judge the pairs that blocking chooses."""
    linked = pipeline.linker(claims, corpus)
    judge = pipeline.make_judge(linked)
    pairs = pipeline.blocker(linked.claims, linked.weights).pairs
    found = map(judge.judge, pairs)
    return [one for one in found if one and one.confidence >= pipeline.settings.min_confidence]


def _everything(pipeline: Pipeline, claims: tuple[Claim, ...], corpus: Corpus) -> list[Judgement]:
    """Judge every pair of claims of different documents."""
    linked = pipeline.linker(claims, corpus)
    judge = pipeline.make_judge(linked)
    found = []
    for a, b in combinations(linked.claims, 2):
        if a.source.id == b.source.id:
            continue
        shared = tuple(sorted(set(a.terms) & set(b.terms)))
        judgement = judge.judge(CandidatePair(a, b, shared))
        if judgement is not None and judgement.confidence >= pipeline.settings.min_confidence:
            found.append(judgement)
    return found
