"""How the engine compares with plain alternatives, measured in one and the same run.

    python tests/benchmarks/run.py [--write]

Prints a table of ratios; ``--write`` puts it, with a plot, into the docs. Takes a few minutes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path

import generate
import numpy
import planted
from measuring import Row, seconds, seconds_of, times
from plot import Points, growth
from rapidfuzz import fuzz, process

import factcheck as fc
from factcheck.graph import agreements, disputes, retold_pairs
from factcheck.model import CandidatePair, Claim, Corpus, Judgement, Stance
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.reading import corpus_of
from factcheck.segmentation import PunktSegmenter

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
PAGE = ROOT / "docs" / "explanation" / "performance.md"
PLOT = ROOT / "docs" / "images" / "fuzzy.svg"
BEGIN, END = "<!-- measured by make bench -->", "<!-- end of what was measured -->"
# Splitting a page is too quick to time on its own; this many copies of the corpus are split.
COPIES = 20
DOCUMENTS = (5, 10, 20, 40, 80)
STATEMENTS = 30

_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def naive_sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of ``text`` between full stops: split, then found again to get their places."""
    ranges, start = [], 0
    for piece in _END.split(text):
        if piece.strip():
            begin = text.index(piece, start)
            ranges.append((begin, begin + len(piece)))
            start = begin + len(piece)
    return ranges


def splitting(corpus: Corpus) -> Iterator[Row]:
    """Our splitting into sentences against splitting at full stops and finding the pieces again."""
    passages = [passage for document in corpus for passage in document.passages] * COPIES
    segmenter = PunktSegmenter()
    ours, found = seconds(lambda: [segmenter.sentences(passage) for passage in passages])
    naive, pieces = seconds(lambda: [naive_sentences(passage.text) for passage in passages])
    yield Row("splitting into sentences", times(ours / naive), "splitting at full stops")
    count = sum(map(len, found)), sum(map(len, pieces))
    yield Row("sentences found", times(count[0] / count[1]), "the pieces that gives")


def everything(pipeline: Pipeline, claims: tuple[Claim, ...], corpus: Corpus) -> list[Judgement]:
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


def chosen(pipeline: Pipeline, claims: tuple[Claim, ...], corpus: Corpus) -> list[Judgement]:
    """Judge the pairs that blocking chooses."""
    linked = pipeline.linker(claims, corpus)
    judge = pipeline.make_judge(linked)
    found = []
    for pair in pipeline.blocker(linked.claims, linked.weights).pairs:
        judgement = judge.judge(pair)
        if judgement is not None and judgement.confidence >= pipeline.settings.min_confidence:
            found.append(judgement)
    return found


def blocking(corpus: Corpus, name: str) -> Iterator[Row]:
    """Judging the chosen pairs against judging all, and what is lost by it."""
    pipeline = make_pipeline(fc.Settings())
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    few, some = seconds(lambda: chosen(pipeline, claims, corpus), 1)
    many, every = seconds(lambda: everything(pipeline, claims, corpus), 1)
    yield Row(f"{name}: judging the chosen pairs", times(few / many), "judging all pairs")
    for label, stances in (
        ("conflicts", {Stance.CONTRADICTS, Stance.QUALIFIES}),
        ("agreements", {Stance.AGREES}),
    ):
        whole = {one.id for one in every if one.stance in stances}
        kept = {one.id for one in some if one.stance in stances}
        lost = len(whole - kept) / len(whole) if whole else 0.0
        yield Row(f"{name}: {label} lost by choosing", f"{lost:.1%}", f"{len(whole)} in all pairs")


def generated(documents: int) -> Corpus:
    """Return documents of which everything is known."""
    made = generate.documents(1, documents, STATEMENTS)
    return corpus_of(fc.read_text(one.text, one.name) for one in made)


def start_up() -> Iterator[Row]:
    """What a command takes before it does anything, and for a small collection."""
    command = (sys.executable, "-m", "factcheck")
    bare = seconds_of((sys.executable, "-c", "pass"))
    version = seconds_of((*command, "--version"))
    whole = seconds_of((*command, "check", str(CORPUS / "ketamine"), "--quiet"))
    python = f"starting Python ({bare * 1000:.0f} ms)"
    yield Row("`factcheck --version`", times(version / bare), python)
    yield Row("`factcheck check corpus/ketamine`", times(whole / bare), python)
    corpus = fc.read(CORPUS / "ketamine")
    warm, _ = seconds(lambda: fc.check(corpus))
    yield Row("the same in a warm process", times(warm / whole), "the whole command")


def floor() -> Iterator[Row]:
    """Every stage against one pass of a tokenising regular expression over the same text."""
    made = list(generate.documents(1, DOCUMENTS[-2], STATEMENTS))
    text = "\n".join(one.text for one in made)
    once, _ = seconds(lambda: [match.span() for match in _TOKEN.finditer(text)])
    pipeline = make_pipeline(fc.Settings())
    reading, corpus = seconds(lambda: generated(DOCUMENTS[-2]))
    extracting, extracted = seconds(lambda: pipeline.extract(corpus))
    claims = tuple(claim for one in extracted for claim in one.claims)
    linking, linked = seconds(lambda: pipeline.linker(claims, corpus), 1)
    choosing, blocked = seconds(lambda: pipeline.blocker(linked.claims, linked.weights), 1)
    judge = pipeline.make_judge(linked)
    judging, judgements = seconds(lambda: pipeline.judge(judge, blocked.pairs, linked.claims), 1)

    def group() -> None:
        disputes(judgements)
        agreements(judgements, corpus, retold_pairs(blocked.pairs, linked.weights))

    grouping, _ = seconds(group, 1)
    against = "one pass of a tokenising regular expression"
    for name, taken in (
        ("making and reading the documents", reading),
        ("extracting claims", extracting),
        ("linking terms and topics", linking),
        ("choosing pairs", choosing),
        ("judging pairs", judging),
        ("disputes and agreements", grouping),
    ):
        yield Row(name, times(taken / once), against)
    yield Row("claims judged against each other", f"{len(claims):,}", f"{len(text):,} characters")


def fuzzy() -> tuple[list[Row], dict[str, Points]]:
    """Choosing and judging pairs against comparing all pairs of texts with rapidfuzz."""
    rows, ours, theirs = [], [], []
    pipeline = make_pipeline(fc.Settings())
    for documents in DOCUMENTS:
        corpus = generated(documents)
        claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
        texts = [claim.text for claim in claims]
        taken, _ = seconds(partial(chosen, pipeline, claims, corpus), 1)
        plain, _ = seconds(partial(similarities, texts), 1)
        ours.append((len(claims), taken))
        theirs.append((len(claims), plain))
        rows.append(
            Row(
                f"linking, choosing and judging {len(claims):,} claims",
                times(taken / plain),
                "all pairs by rapidfuzz",
            )
        )
    lines: dict[str, Points] = {"factcheck": ours, "rapidfuzz, all pairs": theirs}
    for name, points in lines.items():
        rows.append(Row("exponent of growth", f"{exponent(points):.1f}", name))
    return rows, lines


def exponent(points: Points) -> float:
    """Return the power of the number that a time grows with, fitted to all points."""
    x, y = numpy.log(numpy.array(points)).T
    return float(numpy.polyfit(x, y, 1)[0])


def similarities(texts: Sequence[str]) -> numpy.ndarray:
    """Return how alike every two texts are, word order aside, from 0 to 100."""
    return process.cdist(texts, texts, scorer=fuzz.token_sort_ratio, dtype=numpy.uint8, workers=1)


def quality() -> Iterator[Row]:
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
    found = planted.measure(made)
    ours = found.counts(Stance.AGREES)
    for name, right, opposed, others in (
        ("factcheck", *ours),
        (f"rapidfuzz from {best} of 100 on, its best", hit, wrong, rest),
    ):
        told = f"what {name} takes for one"
        every = right + opposed + others
        yield Row("planted agreements found", f"{right / agree.sum():.0%}", name)
        yield Row("planted agreements", f"{right / every:.0%}", told)
        yield Row("planted contradictions", f"{opposed / every:.1%}", told)


def table(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown."""
    lines = [f"| {row.name} | {row.figure} | {row.against} |" for row in rows]
    return "\n".join(("| what | figure | against |", "| --- | --- | --- |", *lines))


def main(words: Sequence[str]) -> None:
    """Print every table, and write it into the docs where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="put it into the docs")
    asked = parser.parse_args(words)
    compared, lines = fuzzy()
    told = "\n\n".join(
        f"### {title}\n\n{table(list(rows))}"
        for title, rows in (
            ("Start", start_up()),
            ("Stages", (*floor(), *splitting(fc.read(CORPUS / "lighthouse")))),
            ("All pairs by likeness", (*compared, *quality())),
            ("All pairs by the rules", blocking(fc.read(CORPUS / "lighthouse"), "lighthouse")),
        )
    )
    print(told)
    if asked.write:
        title = "Processor time by number of claims, factcheck and all pairs by rapidfuzz"
        PLOT.write_text(growth(title, "claims", "seconds", lines), encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
