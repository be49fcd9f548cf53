"""What it costs to check again after one document has changed, as a share of a full run.

    python tests/benchmarks/incremental.py [DOCUMENTS ...]

Two figures for each size: what is worked out, and what it takes to read and write the file of
runs. Processor time of one core.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import generate
from attrs import define, field, frozen

import factcheck as fc
from factcheck.model import Corpus, Run
from factcheck.pipeline import make_pipeline
from factcheck.protocols import Entries
from factcheck.reading import corpus_of
from factcheck.store.runs import open_runs

STATEMENTS = 30
SIZES = (28, 280)
"""Documents: about a thousand and ten thousand claims."""


@frozen
class Measured:
    """Processor seconds for one collection.

    Attributes:
        claims: how many there are.
        full: a run without a file of runs.
        again: one after a document has changed.
        entries: the part of it in which the file of runs is read or written.
    """

    claims: int
    full: float
    again: float
    entries: float


@define
class Timed:
    """Entries, and the processor time that they take."""

    entries: Entries
    seconds: float = field(default=0.0, init=False)

    @contextmanager
    def _timed(self) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds += time.process_time() - start

    def recall(self, keys: Sequence[str], /) -> Mapping[str, bytes]:
        """Return what is there."""
        with self._timed():
            return self.entries.recall(keys)

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = (), /) -> None:
        """Put in and drop."""
        with self._timed():
            self.entries.keep(entries, drop)


def corpora(documents: int) -> tuple[Corpus, Corpus]:
    """Return a generated corpus, and the same with one sentence more in one document."""
    texts = {one.name: one.text for one in generate.documents(1, documents, STATEMENTS)}
    first = min(texts)
    edited = texts | {first: f"{texts[first]}\n\nThe mill was closed in 1911."}
    both = [
        corpus_of(fc.read_text(text, name) for name, text in each.items())
        for each in (texts, edited)
    ]
    return both[0], both[1]


def measure(documents: int) -> Measured:
    """Return what one size costs; what comes out is held against a run from scratch."""
    before, after = corpora(documents)
    pipeline = make_pipeline(fc.Settings(jobs=1))
    pipeline.run(corpora(2)[0])
    full, scratch = spent(lambda: pipeline.run(after))
    with tempfile.TemporaryDirectory() as folder, closing(open_runs(Path(folder) / "r")) as runs:
        timed = Timed(runs)
        remembering = pipeline.remembering(timed)
        remembering.run(before)
        timed.seconds = 0.0
        again, run = spent(lambda: remembering.run(after))
    assert run == scratch
    return Measured(len(run.claims), full, again, timed.seconds)


def spent(work: Callable[[], Run]) -> tuple[float, Run]:
    """Return how much processor time some work takes, and what comes of it."""
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def main() -> None:
    for documents in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        found = measure(documents)
        print(
            f"{found.claims:,} claims: full {found.full:.2f} s, again {found.again:.2f} s "
            f"({found.again / found.full:.1%}), of which the file {found.entries:.2f} s"
        )


if __name__ == "__main__":
    main()
