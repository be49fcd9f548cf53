"""What a judge beside the rules adds to them, set by set, and what it costs.

    python tests/benchmarks/second_opinion.py nli:PATH [SET ...] [--rows 500] [--write]

An ablation: the same pairs judged by the rules alone, by the judge alone and by both, and the same
documents checked with the rules and with both. ``--write`` records it in ``opinions.json`` and
draws the tables in the page on quality from it.

The sets of pairs are no part of the repository; they may lie beside it. Rows that were held out
(every fourth, by a hash of their ids) are left out here too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha1
from pathlib import Path

import ablation
from ablation import ALONE, BOTH, COUNTED, RULES, Ablation, Set
from material import CORPUS, ROOT, SEEDS
from measuring import once
from record import redrawn

import factcheck as fc
from factcheck.api import Verifier, opinions
from factcheck.evaluation import TextPair, load_gold, read_pairs, score
from factcheck.evaluation.judges import (
    Answer,
    JudgeFigures,
    answers_of,
    figures_of_judge,
    stance_of,
)
from factcheck.evaluation.outcomes import cases_of_pairs, cases_of_run
from factcheck.judges import second_judge

PAGE = ROOT / "docs" / "explanation" / "quality.md"
BEGIN, END = "<!-- measured by make bench-judge -->", "<!-- end of what was measured -->"

SHARED = SEEDS.parent
PAIRS = (
    "scifact",
    "mancon",
    "healthver",
    "wikicontradict",
    "emergent",
    "fever_symmetric",
    "climate_fever",
    "ambient",
    "nan_nli",
)
"""Sets of pairs that our own model was not trained on."""

HELD_OUT = 4
"""One row in so many was held out."""

ROWS = 500
"""Rows of a set that are measured, unless told otherwise."""

RATED = "mancon"
"""The set on which the speed of a judge is told."""

BOTH_WAYS = 2
"""Readings of a pair: each text once as the first."""


def collections() -> dict[str, tuple[Path, Path]]:
    """Return the folders of documents with those of their gold, by their names."""
    examples = sorted(gold.parent for gold in CORPUS.glob("*/gold"))
    found = {folder.name: (folder, folder / "gold") for folder in examples}
    return {**found, "web articles": (SEEDS, SHARED / "gold" / "ketamine")}


def pairs_of(name: str, rows: int) -> list[TextPair]:
    """Return the labelled rows of a set that were not held out, at most so many."""
    file = SHARED / "bench" / "dev" / f"{name}.jsonl"
    with file.open(encoding="utf-8") as lines:
        hashed = {
            int(sha1(one.id.encode()).hexdigest(), 16): one for one in read_pairs(lines, name)
        }
    return [hashed[key] for key in sorted(hashed) if key % 4 and hashed[key].label][:rows]


def of_pairs(name: str, rows: int, judge: str) -> Set:
    """Measure one set of pairs."""
    pairs = pairs_of(name, rows)
    took, said = {}, {}
    for who, settings in _settings(judge).items():
        judged = partial(fc.judge_pair, settings=settings)
        took[who], found = once(partial(_answers, pairs, judged, name))
        said[who] = found
    texts = [(one.a, one.b) for one in pairs]
    return Set(len(pairs), _figures(said, texts, judge), took)


def of_documents(folder: Path, gold_folder: Path, judge: str) -> Set:
    """Measure one collection."""
    corpus, gold = fc.read(folder), load_gold(gold_folder)
    took, said, checked, asked = {}, {}, {}, 0
    for who, settings in _settings(judge).items():
        took[who], result = once(partial(fc.check, corpus, settings))
        said[who] = answers_of(cases_of_run(result.run, gold, folder.name))
        asked = result.run.counts.asked
        verifier = Verifier(corpus, settings)
        verdicts = {
            one.id: verifier.verify(one.statement).verdict.value for one in gold.statements or ()
        }
        figures = score(result.run, gold, verdicts=verdicts).figures
        checked[who] = {name: str(figures.get(name, "")).split(" ")[0] for name in COUNTED}
    told = {one.id: one.statement for one in gold.claims}
    texts = [(told[one.a], told[one.b]) for one in gold.relations]
    return Set(len(texts), _figures(said, texts, judge), took, asked, checked)


def rate(judge: str) -> float:
    """Return how many pairs of texts a judge reads in a second of one processor."""
    pairs = [(one.a, one.b) for one in pairs_of(RATED, ROWS)]
    ask = partial(opinions, settings=fc.Settings(jobs=1, judge=judge))
    ask(pairs[:1])
    return round(BOTH_WAYS * len(pairs) / once(partial(ask, pairs))[0], 1)


def _settings(judge: str) -> Mapping[str, fc.Settings]:
    return {RULES: fc.Settings(jobs=1), BOTH: fc.Settings(jobs=1, judge=judge)}


def _answers(
    pairs: Sequence[TextPair], judge: Callable[[str, str], fc.Judgement | None], name: str
) -> list[Answer]:
    return answers_of(cases_of_pairs(pairs, judge, name))


def _figures(
    said: Mapping[str, Sequence[Answer]], texts: Sequence[tuple[str, str]], judge: str
) -> tuple[JudgeFigures, ...]:
    """Return how well the rules, both, and the judge by itself do; it reads whole texts."""
    held = opinions(texts, fc.Settings(jobs=1, judge=judge))
    alone = [Answer(a.case, stance_of(b)) for a, b in zip(said[RULES], held, strict=True)]
    everyone = {RULES: said[RULES], ALONE: alone, BOTH: said[BOTH]}
    return tuple(one for who, told in everyone.items() for one in figures_of_judge(who, told))


def main(words: Sequence[str]) -> None:
    """Measure what is asked for."""
    folders = collections()
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("judge", metavar="JUDGE", help="nli:PATH")
    parser.add_argument("sets", nargs="*", choices=[*PAIRS, *folders, []], metavar="SET")
    parser.add_argument("--rows", type=int, default=ROWS, help="rows of a set, at most")
    parser.add_argument("--write", action="store_true", help="record it, and put it into the docs")
    asked = parser.parse_args(words)
    sets: dict[str, Set] = {}
    for name in asked.sets or (*PAIRS, *folders):
        folder = folders.get(name)
        sets[name] = (
            of_documents(*folder, asked.judge)
            if folder
            else of_pairs(name, asked.rows, asked.judge)
        )
        print(name, *(f"{who} {took:.1f} s" for who, took in sets[name].seconds.items()))
    second = second_judge(fc.Settings(judge=asked.judge))
    assert second is not None
    measured = Ablation(second.name, rate(asked.judge), sets)
    print(ablation.page(measured))
    if asked.write:
        ablation.save(measured)
        page = PAGE.read_text(encoding="utf-8")
        told = ablation.page(measured)
        PAGE.write_text(redrawn(page, BEGIN, END, told), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
