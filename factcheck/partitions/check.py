"""A check whose stages meet in files: memory goes with the size of a part, not with the corpus.

Stages are the same as in ``factcheck.pipeline``, and so is what they yield, to the byte. Each is
work on one part that reads files and writes files; nothing but counts comes back.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from factcheck.blocking import counted
from factcheck.errors import ConfigurationError
from factcheck.graph.independence import fine
from factcheck.linking import Canon, Linked, TopicMaker, Wording, term_labels, term_weights
from factcheck.model import Corpus, Counts, Document, Run, Unread
from factcheck.partitions.archive import FAILED, Numbering, part_file
from factcheck.partitions.claims import Canonize, Canonized, Extract, TellClaims
from factcheck.partitions.findings import (
    Find,
    FindRetold,
    JudgementFiles,
    OrderJudgements,
    TellJudgements,
)
from factcheck.partitions.indexing import (
    COLUMN_NAMES,
    IndexClaims,
    IndexKeys,
    JoinColumn,
    Vocabulary,
)
from factcheck.partitions.judging import ChoosePairs, JudgePairs
from factcheck.partitions.lines import HEADER, LINES, file_name, write_in_files, write_text
from factcheck.partitions.sections import merged, values
from factcheck.partitions.spooling import Spooled, spool
from factcheck.partitions.topics import TOPICS, LargestPairs, MakeTopics, by_rank
from factcheck.pipeline import Pipeline, Progress, silent
from factcheck.protocols import Engine
from factcheck.reading import Stream
from factcheck.reporting import jsonl
from factcheck.serialization import to_data, value_to_data
from factcheck.version import __version__

R = TypeVar("R")

SIZE = 500_000
"""Characters of a part: some ten thousand claims."""

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
    working = target / WORKING
    working.mkdir(parents=True)
    try:
        yield working
    finally:
        shutil.rmtree(working, ignore_errors=True)


@frozen
class PartitionedCheck:
    """Checks documents part by part.

    Attributes:
        pipeline: the stages.
        engine: does the work on parts.
        size: characters of a part.
        progress: told how far each stage has come.
    """

    pipeline: Pipeline
    engine: Engine
    size: int = SIZE
    progress: Progress = silent

    def run(self, documents: Iterable[Document | Unread], target: Path, title: str = "") -> Summary:
        """Check documents and write the lines of the run into files in a folder.

        The files in the order of their names are, to the byte, the run as JSON Lines.

        Args:
            documents: the documents and what could not be read, in any order.
            target: the folder, which is made where there is none.
            title: name of the collection; what ``read`` would call it where it is left out and the
                documents come from ``stream``.

        Raises:
            ConfigurationError: the folder holds something.
            CorpusError: two documents have one name.
            OSError: a file cannot be read or written.
        """
        with result_folder(target) as folder:
            spooled = spool(documents, folder, self.size)
            lines, counts = self._stages(folder, spooled)
            if isinstance(documents, Stream):
                title = title or documents.title(spooled.first, len(spooled.documents))
            self._tell_run(folder, title, lines, counts)
            for file in sorted((folder / LINES).iterdir()):
                file.replace(target / file.name)
        return Summary(target, lines, counts)

    def _stages(self, folder: Path, spooled: Spooled) -> tuple[Counter[str], Counts]:
        documents, settings = spooled.documents, self.pipeline.settings
        parts = len(documents.ends)
        buckets = max(1, parts)

        extract = Extract(folder, documents, self.pipeline.extractor, self.pipeline.terms)
        lines: Counter[str] = Counter()
        sizes, within = [], 0

        def wordings() -> Iterator[Wording]:
            nonlocal within
            for one in self._each("extract", extract, parts):
                sizes.append(one.claims)
                within += one.within
                lines.update(one.lines)
                yield one.wording

        wording = Wording.total(wordings())
        claims = Numbering.of(sizes)
        canon = Canon.of(wording, self.pipeline.terms)
        canonize = Canonize(folder, documents, claims, canon, buckets)
        canonized = Canonized.total(self._each("link", canonize, parts))
        weights = term_weights(canonized.usage)
        labels = term_labels(canonized.usage.terms, wording.words, canon, self.pipeline.terms)

        largest: Counter[str] = Counter()
        for some in self._each("topics", LargestPairs(folder, claims), buckets):
            largest |= Counter(some)
        maker = TopicMaker(largest, weights, labels)
        list(self._each("topics", MakeTopics(folder, claims, maker), buckets))
        lines["claims"] = sum(
            self._each("claims", TellClaims(folder, documents, claims, buckets), parts)
        )
        found = merged((part_file(folder / TOPICS, one) for one in range(buckets)), by_rank)
        lines["topics"] = write_in_files(folder, "topics", (data for _, data in found), self.most)
        failed = map(value_to_data, values(part_file(folder / FAILED, 0)))
        lines["failed"] = write_in_files(folder, "failed", failed, self.most)

        ranges = Numbering.of(canonized.ranges[one] for one in range(buckets))
        vocabulary = Vocabulary.of(canonized.keys, weights)
        work = IndexClaims(folder, parts, buckets, ranges, vocabulary)
        list(self._each("index", work, buckets))
        list(self._each("index", IndexKeys(folder, ranges), buckets))
        list(self._each("index", JoinColumn(folder, ranges), len(COLUMN_NAMES)))
        choose = ChoosePairs(
            folder,
            ranges,
            vocabulary,
            settings.max_candidates,
            settings.within_documents,
            buckets,
        )
        worthy = missed = 0
        for some_worthy, some_missed in self._each("pairs", choose, buckets):
            worthy += some_worthy
            missed += some_missed
        judge = self.pipeline.make_judge(Linked((), (), weights, labels))
        judging = JudgePairs(
            folder, documents, claims, buckets, judge, fine(weights), settings.min_confidence
        )
        kept = sum(self._each("judge", judging, buckets))
        counts = counted(
            len(claims), 0 if settings.within_documents else within, kept, worthy, missed
        )
        retold = FindRetold(folder, documents, claims, buckets, weights)
        list(self._each("retold", retold, parts))
        judgements = Numbering.of(self._each("order", OrderJudgements(folder, buckets), parts))
        files = JudgementFiles(folder, judgements, settings.min_confidence)
        for told in self._each("findings", Find(files, documents, claims, self.most), 1):
            lines.update(told)
        tell = TellJudgements(files)
        lines["judgements"] = sum(self._each("judgements", tell, parts))
        return lines, counts

    @property
    def most(self) -> int:
        """Lines of a file: about as many as there are claims in a part."""
        return max(1, self.size // 50)

    def _each(self, stage: str, work: Callable[[int], R], count: int) -> Iterator[R]:
        self.progress(stage, 0, count)
        for done, result in enumerate(self.engine.map(work, range(count)), 1):
            yield result
            self.progress(stage, done, count)

    def _tell_run(self, folder: Path, title: str, lines: Counter[str], counts: Counts) -> None:
        run = Run(
            corpus=Corpus(title, ()),
            claims=(),
            skipped=(),
            notes=(),
            topics=(),
            judgements=(),
            disputes=(),
            qualifications=(),
            agreements=(),
            counts=counts,
            version=__version__,
            settings=self.pipeline.settings.as_data(),
        )
        write_text(folder / LINES / HEADER, [jsonl.header(to_data(run), lines.total())])
