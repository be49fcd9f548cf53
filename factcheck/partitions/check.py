"""A check whose stages meet in files: memory goes with the size of a part, not with the corpus.

Stages are the same as in ``factcheck.pipeline``, and so is what they yield, to the byte. Each is
work on one part that reads files and writes files; nothing but counts comes back.
"""

from __future__ import annotations

import json
import pickle
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from factcheck.blocking import counted
from factcheck.engines import Serial
from factcheck.errors import ConfigurationError
from factcheck.graph.independence import fine
from factcheck.linking import Canon, Linked, TopicMaker, Wording, term_labels, term_weights
from factcheck.model import Corpus, Counts, Document, Run, Unread
from factcheck.partitions.archive import FAILED, READ_CLAIMS, Layout, Numbering, part_file
from factcheck.partitions.claims import (
    ABOUT,
    CONCEPTS,
    Canonize,
    Canonized,
    Extract,
    TellClaims,
)
from factcheck.partitions.findings import (
    Find,
    FindRetold,
    JudgementFiles,
    OrderJudgements,
    TellJudgements,
)
from factcheck.partitions.indexing import (
    COLUMN_NAMES,
    COLUMNS,
    KEYED,
    POSTINGS,
    TRAITS,
    IndexClaims,
    IndexKeys,
    JoinColumn,
    Vocabulary,
)
from factcheck.partitions.judging import (
    JUDGEMENTS,
    PAIRS,
    RETELLING,
    ChoosePairs,
    JudgePairs,
)
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
    # Workers may stand in other folders.
    working = target.resolve() / WORKING
    working.mkdir(parents=True)
    try:
        yield working
    finally:
        shutil.rmtree(working, ignore_errors=True)


@frozen
class _Read:
    """What was read: the files, and what is to be known of all of them."""

    layout: Layout
    wording: Wording
    within: int
    lines: Counter[str]


@frozen
class _Linked:
    """What is known of all claims once their terms are canonical."""

    found: Canonized
    weights: dict[str, float]
    labels: dict[str, str]


@frozen
class PartitionedCheck:
    """Checks documents part by part.

    Attributes:
        pipeline: the stages.
        engine: does the work on parts, where there are several.
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
            documents: the documents and what could not be read, in any order; or a corpus.
            target: the folder, which is made where there is none.
            title: name of the collection; that of the corpus, or what ``read`` would call the
                documents of ``stream``, where it is left out.

        Raises:
            ConfigurationError: the folder holds something.
            CorpusError: two documents have one name.
            OSError: a file cannot be read or written.
        """
        with result_folder(target) as folder:
            summary = self._check(documents, folder, title)
            for file in sorted((folder / LINES).iterdir()):
                file.replace(target / file.name)
        return evolve(summary, folder=target)

    def _check(self, documents: Iterable[Document | Unread], folder: Path, title: str) -> Summary:
        failed = documents.failed if isinstance(documents, Corpus) else ()
        spooled = spool(chain(failed, documents), folder, self.size)
        if isinstance(documents, Corpus):
            title = title or documents.title
        elif isinstance(documents, Stream):
            title = title or documents.title(spooled.first, len(spooled.documents))
        # Workers that start anew for every stage take longer than a single part does.
        single = len(spooled.documents.ends) <= 1
        stages = evolve(self, engine=Serial()) if single else self
        read = stages._read(folder, spooled)
        linked = stages._link(read)
        stages._tell_topics(read, linked)
        counts = stages._judge(read, linked)
        stages._tell_findings(read, linked)
        run = Run.empty(title, counts, __version__, self.pipeline.settings.as_data())
        write_text(folder / LINES / HEADER, [jsonl.header(to_data(run), read.lines.total())])
        return Summary(folder, read.lines, counts)

    def _read(self, folder: Path, spooled: Spooled) -> _Read:
        """Read the claims of all documents."""
        documents = spooled.documents
        extract = Extract(folder, documents, self.pipeline.extractor, self.pipeline.terms)
        lines, sizes, within = Counter[str](), [], 0

        def wordings() -> Iterator[Wording]:
            nonlocal within
            for one in self._each("extract", extract, len(documents.ends)):
                sizes.append(one.claims)
                within += one.within
                lines.update(one.lines)
                yield one.wording

        wording = Wording.total(wordings())
        failed = map(value_to_data, values(part_file(folder / FAILED, 0)))
        lines["failed"] = write_in_files(folder, "failed", failed, self.most)
        layout = Layout(folder, documents, Numbering.of(sizes), max(1, len(sizes)))
        return _Read(
            layout, wording, 0 if self.pipeline.settings.within_documents else within, lines
        )

    def _link(self, read: _Read) -> _Linked:
        """Give claims canonical terms, and weigh and label these."""
        terms = self.pipeline.terms
        canon = Canon.of(read.wording, terms)
        canonize = Canonize(read.layout, canon, self.pipeline.aspects)
        found = Canonized.total(self._each("link", canonize, len(read.layout.parts)))
        read.layout.drop(READ_CLAIMS)
        labels = term_labels(found.usage.terms, read.wording.words, canon, terms)
        return _Linked(found, term_weights(found.usage), labels)

    def _tell_topics(self, read: _Read, linked: _Linked) -> None:
        """Make the topics, and write the lines of topics and claims."""
        layout, lines = read.layout, read.lines
        largest: Counter[str] = Counter()
        for some in self._each("topics", LargestPairs(layout), layout.buckets):
            largest |= Counter(some)
        maker = TopicMaker(largest, linked.weights, linked.labels)
        self._do("topics", MakeTopics(layout, maker), layout.buckets)
        lines["claims"] = sum(self._each("claims", TellClaims(layout), len(layout.parts)))
        made = merged((layout.file(TOPICS, one) for one in range(layout.buckets)), by_rank)
        told = (data for _, data in made)
        lines["topics"] = write_in_files(layout.folder, "topics", told, self.most)
        layout.drop(CONCEPTS, ABOUT, TOPICS)

    def _judge(self, read: _Read, linked: _Linked) -> Counts:
        """Choose the candidate pairs, and judge them."""
        layout, settings = read.layout, self.pipeline.settings
        ranges = Numbering.of(linked.found.ranges[one] for one in range(layout.buckets))
        vocabulary = Vocabulary.of(linked.found.keys, linked.weights)
        self._do("index", IndexClaims(layout, ranges, vocabulary), layout.buckets)
        self._do("index", IndexKeys(layout, ranges), layout.buckets)
        self._do("index", JoinColumn(layout, ranges), len(COLUMN_NAMES))
        bound, within = settings.max_candidates, settings.within_documents
        choose = ChoosePairs(layout, ranges, vocabulary, bound, within)
        worthy = missed = 0
        for some_worthy, some_missed in self._each("pairs", choose, layout.buckets):
            worthy += some_worthy
            missed += some_missed
        layout.drop(TRAITS, POSTINGS, KEYED, COLUMNS)
        judge = self.pipeline.make_judge(Linked((), (), linked.weights, linked.labels))
        judging = JudgePairs(
            layout, pickle.dumps(judge), fine(linked.weights), settings.min_confidence
        )
        kept = sum(self._each("judge", judging, layout.buckets))
        layout.drop(PAIRS)
        return counted(len(layout.claims), read.within, kept, worthy, missed)

    def _tell_findings(self, read: _Read, linked: _Linked) -> None:
        """Work out the findings, and write the lines of these and of judgements."""
        layout, parts = read.layout, len(read.layout.parts)
        self._do("retold", FindRetold(layout, linked.weights), parts)
        numbers = Numbering.of(self._each("order", OrderJudgements(layout), parts))
        layout.drop(RETELLING, JUDGEMENTS)
        files = JudgementFiles(layout, numbers, self.pipeline.settings.min_confidence)
        for told in self._each("findings", Find(files, self.most), 1):
            read.lines.update(told)
        read.lines["judgements"] = sum(self._each("judgements", TellJudgements(files), parts))

    @property
    def most(self) -> int:
        """Lines of a file: about as many as there are claims in a part."""
        return max(1, self.size // 50)

    def _each(self, stage: str, work: Callable[[int], R], count: int) -> Iterator[R]:
        """Yield what each piece of the work comes to, in order."""
        self.progress(stage, 0, count)
        for done, result in enumerate(self.engine.map(work, range(count)), 1):
            yield result
            self.progress(stage, done, count)

    def _do(self, stage: str, work: Callable[[int], None], count: int) -> None:
        """Do every piece of the work."""
        for _ in self._each(stage, work, count):
            pass
