"""What a check in parts costs stage by stage, and what that comes to for many more documents.

    python tests/benchmarks/scaling.py [--documents N] [--part N]

Everything is measured in this process, where the same work is done on parts as on any engine. It is
measured on a quarter of the documents too, to see with which power of their number each cost grows.
The last table carries the costs on in proportion to the documents.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve, frozen
from material import generated
from metering import Cost, Meter

from factcheck.partitions import PartitionedCheck
from factcheck.pipeline import make_pipeline
from factcheck.settings import Settings

HERE = "here"
"""What the process that asks does itself: documents into parts, totals of counts, merged files."""

TARGET = 100_000_000
"""Documents that costs are carried on to."""

WORKERS = 1000
"""Workers that are assumed, each of one processor."""

PART = 10_000_000
"""Characters of a part that are assumed: what a worker of 4 GB can hold with all that it makes."""

DISKS = 10e9
"""Bytes a second that a shared file system is assumed to take or give."""

WORD = 6
"""Characters of a word with the space after it, about, in English."""

HEAPS_K, HEAPS_BETA = 44, 0.49
"""How many different words a text has, K times the number of its words to the power beta (Heaps'
law), as fitted to Reuters-RCV1 by Manning, Raghavan and Schütze (2008), section 5.1.1."""

TERM = 200
"""Bytes of a term with its weight and label in memory, assumed."""

FEWER = 4
"""How many times fewer documents the smaller measurement has."""


@frozen
class Measured:
    """A check in parts.

    Attributes:
        documents, characters, claims, pairs: its size.
        costs: what each stage cost.
    """

    documents: int
    characters: int
    claims: int
    pairs: int
    costs: dict[str, Cost]


def measured(documents: int, size: int) -> Measured:
    """Return what a check in parts of so many generated documents costs."""
    corpus = generated(documents)
    characters = sum(len(document.text) for document in corpus)
    with TemporaryDirectory() as folder:
        target = Path(folder, "out")
        meter = Meter(target)

        def told(stage: str, done: int, total: int) -> None:
            meter.stage = stage

        pipeline = evolve(make_pipeline(Settings()), engine_for=lambda size: meter)
        check = PartitionedCheck(pipeline, size, told)
        begun = time.process_time()
        summary = check.run(corpus, target)
        whole = time.process_time() - begun
    worked = meter.aside + sum(cost.seconds for cost in meter.costs.values())
    costs = {**meter.costs, HERE: Cost(seconds=whole - worked)}
    claims, pairs = summary.lines["claims"], summary.counts.candidates
    return Measured(len(corpus), characters, claims, pairs, costs)


def table(few: Measured, many: Measured) -> str:
    """Return each stage's costs per claim, and the power of the number of claims they grow with."""
    lines = [
        "| stage | parts | seconds per million claims | power | bytes written a claim |"
        " bytes back a claim | bytes for each worker | power |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for stage, cost in many.costs.items():
        before = few.costs[stage]
        lines.append(
            f"| {stage} | {cost.parts} | {cost.seconds / many.claims * 1e6:,.0f}"
            f" | {power(few, many, before.seconds, cost.seconds):.2f}"
            f" | {cost.written / many.claims:,.0f} | {cost.came / many.claims:,.1f}"
            f" | {cost.handed:,} | {power(few, many, before.handed, cost.handed):.2f} |"
        )
    return "\n".join(lines)


def power(few: Measured, many: Measured, before: float, after: float) -> float:
    """Return the power of the number of claims that something grows with."""
    if not before or not after:
        return 0.0
    return log(after / before) / log(many.claims / few.claims)


def carried_on(many: Measured) -> str:
    """Return what the costs come to for as many documents as are aimed at, in proportion."""
    times = TARGET / many.documents
    claims = many.claims * times
    lines = [
        f"{TARGET:,} documents: {many.characters * times:.1e} characters, {claims:.1e} claims,"
        f" {many.pairs * times:.1e} pairs ({many.pairs / many.claims:.0f} a claim)",
        "",
        "| stage | hours of one processor | terabytes written | gigabytes back |",
        "| --- | --- | --- | --- |",
    ]
    total = Cost()
    for stage, cost in many.costs.items():
        lines.append(_row(stage, cost, times))
        total.seconds += cost.seconds
        total.written += cost.written
        total.came += cost.came
    return "\n".join((*lines, _row("all", total, times)))


def _row(stage: str, cost: Cost, times: float) -> str:
    return (
        f"| {stage} | {cost.seconds * times / 3600:,.0f} | {cost.written * times / 1e12:.1f}"
        f" | {cost.came * times / 1e9:,.1f} |"
    )


def limits(many: Measured) -> str:
    """Return what stands in the way there, with the assumptions that it rests on."""
    times = TARGET / many.documents
    characters = many.characters * times
    alone = {name: cost.seconds for name, cost in many.costs.items() if cost.parts <= 1}
    spread = sum(cost.seconds for cost in many.costs.values()) - sum(alone.values())
    parts = characters / PART
    words = characters / WORD
    vocabulary = HEAPS_K * words**HEAPS_BETA
    written = sum(cost.written for cost in many.costs.values()) * times
    hours = {
        f"work that is spread, on {WORKERS:,} workers": spread * times / WORKERS,
        **{f"`{name}`, in one process": seconds * times for name, seconds in alone.items()},
        f"files written, and read once, at {DISKS / 1e9:.0f} GB/s": 2 * written / DISKS,
    }
    lines = [
        "| what | comes to |",
        "| --- | --- |",
        *(f"| {what} | {seconds / 3600:,.1f} hours |" for what, seconds in hours.items()),
        f"| parts of {PART / 1e6:,.0f} million characters | {parts:,.0f} |",
        f"| sections of files where every part meets every part | {parts**2:,.0f} |",
        f"| different words among {words:.0e} | {vocabulary:,.0f} |",
        f"| their weights and labels in each worker, at {TERM} bytes"
        f" | {vocabulary * TERM / 1e9:,.1f} GB |",
    ]
    return "\n".join(lines)


def main(words: Sequence[str]) -> None:
    """Measure, and carry on."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=80)
    parser.add_argument("--part", type=int, default=15_000, help="characters of a part")
    asked = parser.parse_args(words)
    few = measured(asked.documents // FEWER, asked.part)
    many = measured(asked.documents, asked.part)
    for one in (few, many):
        print(
            f"{one.documents:,} documents, {one.characters:,} characters, {one.claims:,} claims,"
            f" {one.pairs:,} pairs"
        )
    print("", table(few, many), "", carried_on(many), "", limits(many), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
