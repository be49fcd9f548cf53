"""Pairs of sentences made from documents and lexicons.

Sentences of one document do not contradict each other; those of two documents of one collection
may, which is what collections are made for. So two matters are taken from one document, or from
different collections, and edits alone make contradictions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.lexicon import load
from factcheck.pipeline import Progress, silent
from factcheck.reading import corpus_of, read, read_text
from factcheck.settings import Settings
from factcheck.training.generation.pairs import Generator, Stated
from factcheck.training.generation.sources import stated_in
from factcheck.training.rows import Row

__all__ = ["Generator", "Stated", "generate", "stated_in"]


def generate(
    documents: Iterable[Path],
    texts: Iterable[Path] = (),
    without: frozenset[str] = frozenset(),
    seed: int = 0,
    progress: Progress = silent,
) -> Iterator[Row]:
    """Yield pairs made from documents and texts, the same from the same and a seed.

    Args:
        documents: folders and files; each is a collection of its own.
        texts: files with a text a line, each a collection of its own.
        without: sentences that are left out.
        seed: of what is drawn.
        progress: told how far reading has come.

    Raises:
        CorpusError: a path is not there, or holds no document.
        OSError: a file of texts cannot be read.
    """
    stated = [
        one for path in documents for one in stated_in(read(path), str(path), progress=progress)
    ]
    lines = [line.strip() for path in texts for line in path.read_text("utf-8").splitlines()]
    several = [read_text(line, name=f"text {n}") for n, line in enumerate(lines, 1) if line]
    stated += stated_in(corpus_of(several), progress=progress) if several else []
    kept = [one for one in stated if one.text not in without]
    return Generator(load(Settings().packs), seed).rows(kept)
