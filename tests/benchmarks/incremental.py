"""What it costs to check again after one document has changed, as a share of a full run.

Three figures for each size: what is worked out, what of it is for reading and writing the file of
runs, and what it takes beside that to write all that came out.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import generate
from attrs import define, field, frozen
from material import STATEMENTS, documents_of
from measuring import Point, Row, once

import factcheck as fc
from factcheck.model import Corpus
from factcheck.pipeline import make_pipeline
from factcheck.protocols import Entries
from factcheck.reading import corpus_of
from factcheck.reporting import pieces
from factcheck.store.runs import open_runs


@frozen
class Measured:
    """Processor seconds for one collection.

    Attributes:
        claims: how many there are.
        full: a run without a file of runs.
        again: one after a document has changed.
        entries: the part of it in which the file of runs is read or written.
        written: writing all of the run as JSON Lines.
    """

    claims: int
    full: float
    again: float
    entries: float
    written: float


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


def rows(size: int) -> Iterator[Row]:
    """Yield what a check after an edit costs in a collection of about so many claims."""
    found = measure(documents_of(size))
    yield Row(
        f"one document of {documents_of(size):,} changed",
        f"{found.again / found.full:.1%}",
        f"a whole check of {found.claims:,} claims; "
        f"{found.entries / found.full:.1%} is for reading and writing the file of runs; "
        f"writing all of it as JSON Lines would take {found.written / found.full:.1%} more",
        (
            Point("incremental", "whole check", found.claims, found.full),
            Point("incremental", "after an edit", found.claims, found.again),
        ),
    )


def corpora(documents: int) -> tuple[Corpus, Corpus]:
    """Return a generated corpus, and the same with a sentence of another document in one more.

    So the sentence is on a matter of which others speak.
    """
    texts = {one.name: one.text for one in generate.documents(1, documents, STATEMENTS)}
    first, second, *_ = sorted(texts)
    _, paragraph, *_ = texts[second].split("\n\n")
    sentence = paragraph.split(". ")[-1]
    edited = texts | {first: f"{texts[first]}\n\n{sentence}"}
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
    full, scratch = once(lambda: pipeline.run(after))
    with tempfile.TemporaryDirectory() as folder, closing(open_runs(Path(folder) / "r")) as runs:
        timed = Timed(runs)
        remembering = pipeline.remembering(timed)
        remembering.run(before)
        timed.seconds = 0.0
        again, run = once(lambda: remembering.run(after))
    assert run == scratch
    written, _ = once(lambda: sum(map(len, pieces(run, "jsonl"))))
    return Measured(len(run.claims), full, again, timed.seconds, written)
