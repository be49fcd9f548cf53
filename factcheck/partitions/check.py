"""A check whose stages meet in files: memory goes with the size of a part, not with the corpus.

Stages are the same as in ``factcheck.pipeline``, and so is what they yield, to the byte. Each is
work on one part that reads files and writes files; nothing but counts comes back.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from attrs import evolve, frozen

from factcheck.engines import EngineFor
from factcheck.errors import ConfigurationError
from factcheck.model import Corpus, Counts, Document, Run, Unread
from factcheck.partitions.lines import HEADER, LINES, file_name, write_text
from factcheck.partitions.spooling import spool
from factcheck.partitions.stages import Stages
from factcheck.pipeline import Pipeline, Progress, silent
from factcheck.reading import Stream
from factcheck.reporting import jsonl
from factcheck.serialization import to_data
from factcheck.version import __version__

SIZE = 500_000
"""Characters of a part: some ten thousand claims."""

LINE = 50
"""Characters of a document for each line that it makes of any one kind, at most and about."""

WORKING = ".working"
"""Folder within the result that holds what stages leave for each other; it is gone at the end."""


@frozen
class Summary:
    """What a check in parts came to.

    Attributes:
        folder: where the lines are.
        lines: how many there are of each kind, by the keys of JSON.
        counts: the pairs considered.
    """

    folder: Path
    lines: Counter[str]
    counts: Counts

    @property
    def files(self) -> tuple[Path, ...]:
        """The files, in the order of the lines."""
        return tuple(sorted(self.folder.glob("*.jsonl")))

    def failed(self) -> Iterator[Unread]:
        """Yield what could not be read."""
        for file in sorted(self.folder.glob(file_name("failed", "*"))):
            with file.open(encoding="utf-8") as lines:
                for entry in map(json.loads, lines):
                    yield Unread(entry["path"], entry["reason"])


@contextmanager
def result_folder(target: Path) -> Iterator[Path]:
    """Make a folder for a result, and one within it for what stages leave for each other.

    Raises:
        ConfigurationError: the folder holds something.
        OSError: it cannot be made.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ConfigurationError(
            f"{target}: holds files; name a new folder or an empty one for a result in parts."
        )
    # Workers may stand in other folders.
    working = target.resolve() / WORKING
    working.mkdir(parents=True)
    try:
        yield working
    finally:
        shutil.rmtree(working, ignore_errors=True)


@frozen
class PartitionedCheck:
    """Checks documents part by part.

    Attributes:
        pipeline: the stages, and what does the work on parts.
        size: characters of a part.
        progress: told how far each stage has come.
    """

    pipeline: Pipeline
    size: int = SIZE
    progress: Progress = silent

    def run(self, documents: Iterable[Document | Unread], target: Path, title: str = "") -> Summary:
        """Check documents and write the lines of the run into files in a folder.

        The files in the order of their names are, to the byte, the run as JSON Lines.

        Args:
            documents: the documents and what could not be read, in any order; or a corpus.
            target: the folder, which is made where there is none.
            title: name of the collection; that of the corpus, or what ``read`` would call the
                documents of ``stream``, where it is left out.

        Raises:
            ConfigurationError: the folder holds something.
            CorpusError: two documents have one name.
            OSError: a file cannot be read or written.
        """
        with result_folder(target) as folder, self.pipeline.engines() as engine_for:
            summary = self._check(documents, folder, title, engine_for)
            for file in sorted((folder / LINES).iterdir()):
                file.replace(target / file.name)
        return evolve(summary, folder=target)

    def _check(
        self,
        documents: Iterable[Document | Unread],
        folder: Path,
        title: str,
        engine_for: EngineFor,
    ) -> Summary:
        failed = documents.failed if isinstance(documents, Corpus) else ()
        spooled = spool(chain(failed, documents), folder, self.size)
        if isinstance(documents, Corpus):
            title = title or documents.title
        elif isinstance(documents, Stream):
            title = title or documents.title(spooled.first, len(spooled.documents))
        # About as many lines in a file as there are claims in a part.
        most = max(1, self.size // LINE)
        stages = Stages(self.pipeline, engine_for(spooled.characters), most, self.progress)
        lines, counts = stages.done(folder, spooled.documents)
        run = Run.empty(title, counts, __version__, self.pipeline.settings.as_data())
        write_text(folder / LINES / HEADER, [jsonl.header(to_data(run), lines.total())])
        return Summary(folder, lines, counts)
