"""How time and memory grow with the number of claims, a process of its own for every size.

    python tests/benchmarks/growth.py DOCUMENTS.jsonl memory|parts

checks the documents of a table, in memory or in parts that meet in files, and prints what that
took; ``run.py growth --claims 1000 10000`` does so for generated documents of several sizes. A
million claims take long.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
from attrs import asdict, frozen
from material import STATEMENTS, documents_of
from measuring import Point, Row

import factcheck as fc
from factcheck.reading import corpus_of

WAYS = ("memory", "parts")
MOST_IN_MEMORY = 100_000
JOBS = 2


@frozen
class Cost:
    """What a check took.

    Attributes:
        claims, pairs: how many there were.
        seconds: time of all processors.
        clock: time on the clock, in seconds.
        program: memory of this process before it read anything, in MB.
        peak: its memory at its peak, in MB.
        worker: that of its largest worker, in MB.
    """

    claims: int
    pairs: int
    seconds: float
    clock: float
    program: float
    peak: float
    worker: float


def rows(size: int) -> Iterator[Row]:
    """Yield what a check of about so many claims takes, in memory and in parts."""
    with TemporaryDirectory() as folder:
        table = Path(folder) / "documents.jsonl"
        _write(table, documents_of(size))
        for way in WAYS:
            if way == "parts" or size <= MOST_IN_MEMORY:
                yield _row(f"about {size:,} claims in {way}", table, way)


def _row(name: str, table: Path, way: str) -> Row:
    told = subprocess.run(
        (sys.executable, __file__, str(table), way), capture_output=True, text=True, check=False
    )
    if told.returncode:
        why = told.stderr.strip().rpartition("\n")[2]
        return Row(name, "did not finish", why or f"exit status {told.returncode}")
    cost = Cost(**json.loads(told.stdout))
    workers = JOBS if cost.worker else 0
    memory = cost.peak + workers * cost.worker
    beyond = memory - (1 + workers) * cost.program
    beside = f" and {cost.worker:,.0f} in each of {workers} workers, at most" if workers else ""
    return Row(
        name,
        f"{cost.seconds:,.0f} s, {memory:,.0f} MB",
        f"{cost.claims:,} claims, {cost.pairs:,} pairs; {cost.clock:,.0f} s on the clock; "
        f"{cost.peak:,.0f} MB here{beside}",
        (
            Point("growth-time", f"in {way}", cost.claims, cost.seconds),
            Point("growth-memory", f"in {way}", cost.claims, beyond),
        ),
    )


def check(table: Path, way: str) -> Cost:
    """Check the documents of a table in one of the ways and return what it took."""
    fc.check(corpus_of([fc.read_text("Snow is white.", "first")]), fc.Settings(jobs=1))
    program, begun, clock = _memory("VmRSS"), _processors(), time.perf_counter()
    settings = fc.Settings(jobs=JOBS)
    if way == "parts":
        summary = fc.check_in_parts(fc.stream(table), table.with_name("result"), settings)
        claims, counts = summary.lines["claims"], summary.counts
    else:
        run = fc.check(fc.read(table), settings).run
        claims, counts = len(run.claims), run.counts
    return Cost(
        claims,
        counts.candidates,
        _processors() - begun,
        time.perf_counter() - clock,
        program,
        _memory("VmHWM"),
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    )


def _write(table: Path, documents: int) -> None:
    with table.open("w", encoding="utf-8") as file:
        for one in generate.documents(1, documents, STATEMENTS):
            file.write(json.dumps({"id": one.name, "title": one.title, "text": one.text}) + "\n")


def _processors() -> float:
    """Return the time that this process and its workers that have ended took, in seconds."""
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def _memory(what: str) -> float:
    """Return memory of this process in MB, as Linux tells it.

    The peak that ``getrusage`` tells includes that of the process that started this one.
    """
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition(f"{what}:")[2].split(maxsplit=1)[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(asdict(check(Path(sys.argv[1]), sys.argv[2]))))
