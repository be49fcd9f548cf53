"""The claims of documents, where they agree and where they do not; and what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from factcheck.api.given import corpus_given, pipeline_of, told
from factcheck.api.result import Extraction, Result
from factcheck.errors import CorpusError, JudgeError
from factcheck.judging import SecondOpinion
from factcheck.model import Corpus, Document, Unread
from factcheck.pipeline import Pipeline, Progress, silent
from factcheck.protocols import Judge, SecondJudge
from factcheck.reading import read
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.history.difference import Difference
    from factcheck.history.snapshot import Snapshot
    from factcheck.partitions import Format, Summary
    from factcheck.review.feedback import Reviews


def extract(
    corpus: Corpus, settings: Settings | None = None, progress: Progress = silent
) -> Extraction:
    """Return the claims of a corpus without comparing them.

    Raises:
        CorpusError: what is given is no corpus.
        LexiconError: a pack that the settings name is wrong.
        StoreError: the file of earlier runs that they name cannot be used.
    """
    with _remembering(pipeline_of(settings)) as pipeline:
        found = pipeline.extract(corpus_given(corpus), progress)
    return Extraction(
        tuple(claim for one in found for claim in one.claims),
        tuple(skip for one in found for skip in one.skipped),
        tuple(note for one in found for note in one.notes),
    )


def check(
    corpus: Corpus,
    settings: Settings | None = None,
    progress: Progress | None = None,
    judge: Judge | SecondJudge | None = None,
    reviews: Reviews | str | Path | None = None,
) -> Result:
    """Return what the documents of a corpus claim, where they agree and where they do not.

    Args:
        corpus: what ``read`` returned.
        settings: thresholds, rules and packs; the defaults where left out.
        progress: told the stage, how much is done and how much there is.
        judge: judges the pairs in place of the built-in rules; or, where it is asked about many
            pairs at a time, gives a second opinion beside them.
        reviews: what reviewers have settled, or the store that holds it; see
            :func:`read_reviews`.

    Raises:
        ConfigurationError: these are no settings.
        CorpusError: what is given is no corpus.
        JudgeError: the judge has neither of the methods by which one is asked.
        LexiconError: a pack that the settings name is wrong.
        StoreError: the store of reviews is missing, or cannot be read; or the file of earlier
            runs that the settings name cannot be used.
    """
    held = read_reviews(reviews) if isinstance(reviews, str | Path) else reviews
    pipeline = pipeline_of(settings)
    if judge is not None:
        pipeline = _judged_by(judge, pipeline)
    with _remembering(pipeline) as remembering:
        run = remembering.run(corpus_given(corpus), progress or silent)
    return Result(run, None if held is None else held.on(run))


def check_in_parts(
    documents: Iterable[Document | Unread],
    folder: str | Path,
    settings: Settings | None = None,
    progress: Progress | None = None,
    title: str = "",
    format: Format = "jsonl",
) -> Summary:
    """Check documents that need not fit into memory, and write what they yield into a folder.

    The files of the folder, in the order of their names, are the run as JSON Lines, the same to
    the byte as that of ``check``; or Parquet, with a row for each of the lines. What is held in
    memory goes by the setting ``part_size``.

    Args:
        documents: what ``stream`` returned, a corpus, or documents in any order.
        folder: where to write; it is made, or empty, or has what a check left that was broken off,
            which then goes on.
        settings: thresholds, rules and packs; the defaults where left out.
        progress: told the stage, how much is done and how much there is.
        title: name of the collection; that of the corpus, or what ``read`` would call it, where
            this is left out.
        format: ``jsonl`` or ``parquet``.

    Raises:
        ConfigurationError: the folder holds something, another check writes into it, or what
            writes Parquet is not installed.
        CorpusError: two documents have one name, or a path is given in place of documents.
        LexiconError: a pack that the settings name is wrong.
        OSError: a file cannot be read or written.
    """
    from factcheck.partitions import PartitionedCheck

    if isinstance(documents, str | Path):
        raise CorpusError(f"{told(documents)} is a path; factcheck.stream yields its documents.")
    pipeline = pipeline_of(settings)
    size = pipeline.settings.part_size
    check = PartitionedCheck(pipeline, size, progress or silent, format)
    return check.run(documents, Path(folder).absolute(), title)


def _judged_by(judge: Judge | SecondJudge, pipeline: Pipeline) -> Pipeline:
    if not isinstance(judge, Judge):
        if not isinstance(judge, SecondJudge):
            raise JudgeError(
                f"judge: {told(judge)} cannot be asked; give an object with a method judge(pair), "
                "or with a name and a method opinions(pairs)."
            )
        settings = pipeline.settings
        second = SecondOpinion(judge, settings.max_opinions, settings.min_confidence)
        return evolve(pipeline, second=second)
    # A judge may count, or keep what it asked; it stays here unless told otherwise.
    asked = pipeline.settings
    alone = evolve(asked, jobs=1) if (asked.engine, asked.jobs) == ("auto", 0) else asked
    return evolve(pipeline, settings=alone, make_judge=lambda linked: judge, second=None)


def read_reviews(address: str | Path) -> Reviews:
    """Return what reviewers have settled.

    Args:
        address: the path of a store of reviews, or the address of a database.

    Raises:
        StoreError: there is no such store, or it cannot be read; the message names it.
    """
    from factcheck.review.feedback import read_reviews as read_store

    return read_store(address)


def diff(
    old: Result | str | Path, new: Result | str | Path, settings: Settings | None = None
) -> Difference:
    """Return what changed from one check to another, and which document's change caused it.

    Args:
        old: the check before: a result, a run saved as JSON or JSON Lines, or documents to check.
        new: the check after, likewise.
        settings: for documents to check; the defaults where left out.

    Raises:
        ConfigurationError: a saved run is not one that this version reads.
        CorpusError: there is nothing to read.
        OSError: a saved run cannot be read.
    """
    from factcheck.history import diff as history

    return history.diff(_snapshot(old, settings), _snapshot(new, settings))


def _snapshot(run: Result | str | Path, settings: Settings | None) -> Snapshot:
    from factcheck.history.snapshot import is_saved, read_snapshot, snapshot

    if isinstance(run, Result):
        return snapshot(run.run)
    return read_snapshot(run) if is_saved(run) else snapshot(check(read(run), settings).run)


@contextmanager
def _remembering(pipeline: Pipeline) -> Iterator[Pipeline]:
    """Lend a pipeline that keeps what it works out, where the settings name a file for it."""
    if not pipeline.settings.runs:
        yield pipeline
        return
    from factcheck.store.runs import open_runs

    with closing(open_runs(pipeline.settings.runs)) as runs:
        yield pipeline.remembering(runs)
