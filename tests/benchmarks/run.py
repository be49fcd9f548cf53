"""How the engine compares with the plain alternatives, measured in one and the same run.

Run it with ``python tests/benchmarks/run.py``; it prints ratios, asserts nothing, and takes about
half a minute. A ratio of two times from one run says more than a time: the machine cancels out.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import TypeVar

import factcheck as fc
from factcheck.model import CandidatePair, Claim, Corpus, Judgement, Stance
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.segmentation import PunktSegmenter

CORPUS = Path(__file__).parents[2] / "corpus"
REPEATS = 5
# Splitting a page is too quick to time on its own; this many copies of the corpus are split.
COPIES = 20

_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+")
_Outcome = TypeVar("_Outcome")


def seconds(work: Callable[[], _Outcome], repeats: int = REPEATS) -> tuple[float, _Outcome]:
    """The median time of several runs, after one that warms up, and what the last one returned."""
    outcome = work()
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        outcome = work()
        times.append(time.perf_counter() - begun)
    return median(times), outcome


def row(name: str, figure: str, against: str) -> None:
    print(f"{name:44} {figure:>12}   {against}")


def naive_sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of ``text`` between full stops: split, then found again to get their places."""
    ranges, start = [], 0
    for piece in _END.split(text):
        if piece.strip():
            begin = text.index(piece, start)
            ranges.append((begin, begin + len(piece)))
            start = begin + len(piece)
    return ranges


def splitting(corpus: Corpus) -> None:
    """Our splitting into sentences against splitting at full stops and finding the pieces again."""
    passages = [passage for document in corpus for passage in document.passages] * COPIES
    segmenter = PunktSegmenter()
    ours, found = seconds(lambda: [segmenter.sentences(passage) for passage in passages])
    naive, pieces = seconds(lambda: [naive_sentences(passage.text) for passage in passages])
    row("time to split into sentences", f"{ours / naive:.1f} x", "of splitting at . ! ? and space")
    count = sum(map(len, found)), sum(map(len, pieces))
    row("sentences found", f"{count[0] / count[1]:.2f} x", "of the pieces that gives")


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


def blocking(corpus: Corpus, name: str) -> None:
    """Judging the chosen pairs against judging all, and what is lost by it."""
    pipeline = make_pipeline(fc.Settings())
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    few, some = seconds(lambda: chosen(pipeline, claims, corpus), 3)
    many, every = seconds(lambda: everything(pipeline, claims, corpus), 3)
    row(f"{name}: time to judge the chosen pairs", f"{few / many:.2f} x", "of judging all pairs")
    for label, stances in (
        ("conflicts", {Stance.CONTRADICTS, Stance.QUALIFIES}),
        ("agreements", {Stance.AGREES}),
    ):
        whole = {one.id for one in every if one.stance in stances}
        kept = {one.id for one in some if one.stance in stances}
        lost = len(whole - kept) / len(whole) if whole else 0.0
        row(f"{name}: {label} lost by choosing", f"{lost:.1%}", f"of {len(whole)} in all pairs")


def started(code: str) -> float:
    """The time a fresh interpreter takes for some code."""
    return seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True), 3)[0]


def checking(path: Path) -> None:
    """A whole check against what it takes to import the library and to start Python."""
    bare = started("pass")
    importing = started("import factcheck")
    whole = started(f"import factcheck as fc; fc.check(fc.read({str(path)!r}))")
    row("import factcheck", f"{importing / bare:.1f} x", "of starting Python")
    row(f"whole check of {path.name}", f"{whole / importing:.1f} x", "of import factcheck")
    documents = fc.read(path)
    warm, _ = seconds(lambda: fc.check(documents), 3)
    row(
        f"check of {path.name}, all loaded",
        f"{warm / whole:.2f} x",
        "of the whole in a new process",
    )


def main() -> None:
    """Print every ratio."""
    splitting(fc.read(CORPUS / "lighthouse"))
    for name in ("ketamine", "lighthouse"):
        blocking(fc.read(CORPUS / name), name)
    checking(CORPUS / "lighthouse")


if __name__ == "__main__":
    main()
