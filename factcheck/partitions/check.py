"""A check whose stages meet in files: memory goes with the size of a part, not with the corpus.

Stages are the same as in ``factcheck.pipeline``, and so is what they yield, to the byte. Each is
work on one part that reads files and writes files; nothing but counts comes back.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from uuid import uuid4

from attrs import frozen

from factcheck.incremental import digest
from factcheck.linking import Linked
from factcheck.model import Corpus, Counts, Document, Run, Unread
from factcheck.partitions.archive import DOCUMENTS, FAILED
from factcheck.partitions.folders import alone_in, result_folder
from factcheck.partitions.lines import FORMATS, HEADER, LINES, Data, Format, encoded
from factcheck.partitions.receipts import DamagedError, digest_of
from factcheck.partitions.sections import whole
from factcheck.partitions.spooling import Spooled, spool
from factcheck.partitions.stages import Stages
from factcheck.pipeline import Pipeline, Progress, silent
from factcheck.protocols import Engine, Judge, LocalJudge
from factcheck.reading import Stream
from factcheck.reporting import jsonl, parquet
from factcheck.serialization import to_data
from factcheck.version import __version__

SIZE = 500_000
"""Characters of a part: some ten thousand claims."""

LINE = 50
"""Characters of a document for each line that it makes of any one kind, at most and about."""


NOTHING_LINKED = Linked((), (), {}, {})
"""What a judge is made for where only its name and what it rests on are asked."""


@frozen
class Summary:
    """What a check in parts came to.

    Attributes:
        folder: where the files are.
        format: what they are, ``jsonl`` or ``parquet``.
        lines: how many entries there are of each kind, by the keys of JSON.
        counts: the pairs considered.
    """

    folder: Path
    format: Format
    lines: Counter[str]
    counts: Counts

    @property
    def files(self) -> tuple[Path, ...]:
        """The files, in the order of the lines."""
        return tuple(sorted(self.folder.glob(f"*.{self.format}")))

    def failed(self) -> Iterator[Unread]:
        """Yield what could not be read."""
        for file in sorted(self.folder.glob(f"*-failed-*.{self.format}")):
            for entry in self._entries(file):
                yield Unread(entry["path"], entry["reason"])

    def _entries(self, file: Path) -> Iterator[Data]:
        if self.format == "parquet":
            yield from parquet.rows(file)
            return
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


@frozen
class PartitionedCheck:
    """Checks documents part by part.

    A check that was broken off goes on where it was, if it is asked for again with the same
    documents and settings: what is done is not done again.

    Attributes:
        pipeline: the stages, and what does the work on parts.
        size: characters of a part.
        progress: told how far each stage has come.
        format: what the result is written as.
    """

    pipeline: Pipeline
    size: int = SIZE
    progress: Progress = silent
    format: Format = "jsonl"

    def run(self, documents: Iterable[Document | Unread], target: Path, title: str = "") -> Summary:
        """Check documents and write the lines of the run into files in a folder.

        The files in the order of their names are, to the byte, the run as JSON Lines; or, as
        Parquet, have a row for each of the lines.

        Args:
            documents: the documents and what could not be read, in any order; or a corpus.
            target: the folder, which is made where there is none.
            title: name of the collection; that of the corpus, or what ``read`` would call the
                documents of ``stream``, where it is left out.

        Raises:
            ConfigurationError: the folder holds something, another check writes into it, or what
                writes Parquet is missing.
            CorpusError: two documents have one name.
            OSError: a file cannot be read or written.
        """
        if self.format == "parquet":
            parquet.needed()
        endings = [f".{format}" for format in FORMATS]
        with (
            alone_in(target),
            result_folder(target, endings) as working,
            self.pipeline.engines() as engine_for,
        ):
            failed = documents.failed if isinstance(documents, Corpus) else ()
            spooled = spool(chain(failed, documents), working.reading, self.size)
            if isinstance(documents, Corpus):
                title = title or documents.title
            elif isinstance(documents, Stream):
                title = title or documents.title(spooled.first, len(spooled.documents))
            judge = self.pipeline.make_judge(NOTHING_LINKED)
            folder = working.of(self._key(title, judge, working.reading))
            stages = self._stages(folder, engine_for(spooled.characters))
            lines, counts = self._done(stages, spooled, title, self.pipeline.names(judge))
            for file in sorted((folder / FORMATS[self.format]).iterdir()):
                file.replace(target / file.name)
        return Summary(target, self.format, lines, counts)

    def _key(self, title: str, judge: Judge, read: Path) -> str:
        """Return a digest of all that the check of some documents rests on."""
        # Of a judge of somebody's own nothing is known.
        judging = judge.basis() if isinstance(judge, LocalJudge) else uuid4().hex
        names = self.pipeline.names(judge)
        files = sorted(chain((read / DOCUMENTS).glob("*"), (read / FAILED).glob("*")))
        asked = sorted(self.pipeline.settings.as_data().items())
        digests = map(digest_of, files)
        return digest(self.pipeline.basis(), title, asked, judging, names, self.size, *digests)

    def _stages(self, folder: Path, engine: Engine) -> Stages:
        # About as many lines in a file as there are claims in a part.
        most = max(1, self.size // LINE)
        return Stages(folder, self.pipeline, engine, most, self.progress)

    def _done(
        self, stages: Stages, spooled: Spooled, title: str, judges: tuple[str, ...]
    ) -> tuple[Counter[str], Counts]:
        """Do the stages, or what is left of them; where a file is damaged, all of them anew."""
        try:
            return self._written(stages, spooled, title, judges)
        except DamagedError:
            for kind in stages.folder.iterdir():
                if kind.name not in {DOCUMENTS, FAILED}:
                    shutil.rmtree(kind)
        return self._written(stages, spooled, title, judges)

    def _written(
        self, stages: Stages, spooled: Spooled, title: str, judges: tuple[str, ...]
    ) -> tuple[Counter[str], Counts]:
        lines, counts = stages.done(spooled.documents)
        run = Run.empty(title, counts, __version__, self.pipeline.settings.as_data(), judges)
        header = jsonl.header(to_data(run), lines.total())
        with whole(stages.folder / LINES / HEADER) as file:
            file.write(encoded(header))
        if self.format == "parquet":
            stages.tell_rows()
        return lines, counts
