"""The stages of a check in parts: work on one part that reads files and writes files."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from factcheck.blocking import counted
from factcheck.graph.independence import fine
from factcheck.judging import RuleJudge
from factcheck.linking import Canon, Linked, TopicMaker, Wording, term_labels, term_weights
from factcheck.model import Counts
from factcheck.partitions.archive import FAILED, READ_CLAIMS, Layout, Numbering, part_file
from factcheck.partitions.asking import Ask
from factcheck.partitions.claims import (
    ABOUT,
    CONCEPTS,
    Canonize,
    Canonized,
    Extract,
    TellClaims,
)
from factcheck.partitions.drafts import (
    AGREEMENTS,
    DRAFTED,
    PIECES,
    DraftFindings,
    draft_folder,
)
from factcheck.partitions.findings import FOUND, TellFindings, TellJudgements, rank_of
from factcheck.partitions.indexing import (
    COLUMN_NAMES,
    COLUMNS,
    HOMES,
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
from factcheck.partitions.lines import LINES, WriteRows, line, write_in_files
from factcheck.partitions.ordering import RETOLD, FindRetold, JudgementFiles, OrderJudgements
from factcheck.partitions.receipts import Once, drop
from factcheck.partitions.sections import merged, values
from factcheck.partitions.topics import TOPICS, LargestPairs, MakeTopics, by_rank
from factcheck.pipeline import Pipeline, Progress
from factcheck.protocols import Engine
from factcheck.serialization import value_to_data

R = TypeVar("R")


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
    manifold: frozenset[str]


@frozen
class Stages:
    """Does the stages one after the other.

    Attributes:
        folder: the working folder.
        pipeline: what each of them does.
        engine: does the work on parts.
        most: lines of a file where they come from many parts.
        progress: told how far each stage has come.
    """

    folder: Path
    pipeline: Pipeline
    engine: Engine
    most: int
    progress: Progress

    def done(self, documents: Numbering) -> tuple[Counter[str], Counts]:
        """Check documents, given which of them each part has, and write all lines but the first.

        Returns:
            How many lines there are of each kind, and the pairs considered.
        """
        read = self._read(documents)
        linked = self._link(read)
        self._tell_topics(read, linked)
        counts = self._judge(read, linked)
        self._tell_findings(read, linked)
        return read.lines, counts

    def _read(self, documents: Numbering) -> _Read:
        """Read the claims of all documents."""
        extract = Extract(self.folder, documents, self.pipeline.extractor, self.pipeline.terms)
        lines, sizes, within = Counter[str](), [], 0

        def wordings() -> Iterator[Wording]:
            nonlocal within
            for one in self._each("extract", extract, len(documents.ends)):
                sizes.append(one.claims)
                within += one.within
                lines.update(one.lines)
                yield one.wording

        wording = Wording.total(wordings())
        lines["failed"] = self._here("failed", self._failed)
        layout = Layout(self.folder, documents, Numbering.of(sizes), max(1, len(sizes)))
        return _Read(
            layout, wording, 0 if self.pipeline.settings.within_documents else within, lines
        )

    def _failed(self) -> Iterator[bytes]:
        unread = values(part_file(self.folder / FAILED, 0))
        return (line("failed", value_to_data(one)) for one in unread)

    def _link(self, read: _Read) -> _Linked:
        """Give claims canonical terms, and weigh and label these."""
        terms = self.pipeline.terms
        canon = Canon.of(read.wording, terms)
        canonize = Canonize(read.layout, canon, self.pipeline.aspects)
        found = Canonized.total(self._each("link", canonize, len(read.layout.parts)))
        drop(self.folder, READ_CLAIMS)
        labels = term_labels(found.usage.terms, read.wording.words, canon, terms)
        return _Linked(found, term_weights(found.usage), labels, found.usage.namings.manifold)

    def _tell_topics(self, read: _Read, linked: _Linked) -> None:
        """Make the topics, and write the lines of topics and claims."""
        layout, lines = read.layout, read.lines
        largest: Counter[str] = Counter()
        for some in self._each("topics", LargestPairs(layout), layout.buckets):
            largest |= Counter(some)
        maker = TopicMaker(largest, linked.weights, linked.labels)
        self._do("topics", MakeTopics(layout, maker), layout.buckets)
        lines["claims"] = sum(self._each("claims", TellClaims(layout), len(layout.parts)))
        made = [layout.file(TOPICS, one) for one in range(layout.buckets)]
        lines["topics"] = self._here(
            "topics", lambda: (line("topics", data) for _, data in merged(made, by_rank))
        )
        drop(self.folder, CONCEPTS, ABOUT, TOPICS)

    def _judge(self, read: _Read, linked: _Linked) -> Counts:
        """Choose the candidate pairs, and judge them."""
        layout, settings = read.layout, self.pipeline.settings
        ranges = Numbering.of(linked.found.ranges[one] for one in range(layout.buckets))
        vocabulary = Vocabulary.of(linked.found.keys, linked.weights)
        self._do("index", IndexClaims(layout, ranges, vocabulary), layout.buckets)
        self._do("index", IndexKeys(layout, ranges), layout.buckets)
        self._do("index", JoinColumn(layout, ranges), len(COLUMN_NAMES))
        bound, within = settings.max_candidates, settings.within_documents
        choose = ChoosePairs(layout, vocabulary, bound, within)
        worthy = missed = 0
        for some_worthy, some_missed in self._each("pairs", choose, layout.buckets):
            worthy += some_worthy
            missed += some_missed
        drop(self.folder, TRAITS, POSTINGS, KEYED, COLUMNS, HOMES)
        judge = self.pipeline.make_judge(
            Linked((), (), linked.weights, linked.labels, linked.manifold)
        )
        judging = JudgePairs(
            layout, pickle.dumps(judge), fine(linked.weights), settings.min_confidence, self._heard
        )
        kept = sum(self._each("judge", judging, layout.buckets))
        drop(self.folder, PAIRS)
        counts = counted(len(layout.claims), read.within, kept, worthy, missed)
        second = self.pipeline.second
        if second is None or not isinstance(judge, RuleJudge):
            return counts
        self.progress("ask", 0, 1)
        asked, unasked, unanswered = Once(self.folder, "Ask", Ask(layout, judge, second))(0)
        self.progress("ask", 1, 1)
        return evolve(counts, asked=asked, unasked=unasked, unanswered=unanswered)

    @property
    def _heard(self) -> bool:
        """Whether another judge is heard beside the rules."""
        return self.pipeline.second is not None

    def _tell_findings(self, read: _Read, linked: _Linked) -> None:
        """Work out the findings, and write the lines of these and of judgements."""
        layout, parts, lines = read.layout, len(read.layout.parts), read.lines
        least = self.pipeline.settings.min_confidence
        self._do("retold", FindRetold(layout), parts)
        files = JudgementFiles(
            layout, Numbering.of(self._each("order", OrderJudgements(layout, self._heard), parts))
        )
        drop(self.folder, RETELLING, JUDGEMENTS)
        draft = DraftFindings(files, least, self.most)
        drafted = sum(self._each("balance", draft, len(PIECES)), Counter[str]())
        for key, count in self._each("findings", TellFindings(files, drafted), drafted.total()):
            lines[key] += count
        drop(self.folder, *map(draft_folder, DRAFTED))
        found = [layout.file(FOUND, one) for one in range(drafted[AGREEMENTS])]
        lines[AGREEMENTS] = self._here(
            AGREEMENTS, lambda: (told for _, told in merged(found, rank_of))
        )
        retold = [layout.file(RETOLD, one) for one in layout.parts]
        lines["retold"] = self._here(
            "retold", lambda: (line("retold", {"a": a, "b": b}) for a, b in merged(retold, tuple))
        )
        lines["judgements"] = sum(self._each("judgements", TellJudgements(files, least), parts))

    def tell_rows(self) -> None:
        """Write all lines as Parquet too."""
        names = tuple(sorted(file.name for file in (self.folder / LINES).iterdir()))
        self._do("parquet", WriteRows(self.folder, names), len(names))

    def _each(self, stage: str, work: Callable[[int], R], count: int) -> Iterator[R]:
        """Yield what each piece of the work comes to, in order."""
        self.progress(stage, 0, count)
        once = Once(self.folder, type(work).__name__, work)
        for done, result in enumerate(self.engine.map(once, range(count)), 1):
            yield result
            self.progress(stage, done, count)

    def _do(self, stage: str, work: Callable[[int], None], count: int) -> None:
        """Do every piece of the work."""
        for _ in self._each(stage, work, count):
            pass

    def _here(self, key: str, lines: Callable[[], Iterator[bytes]]) -> int:
        """Write what JSON has under ``key``, and return how many lines that is."""

        def work(_: int) -> int:
            return write_in_files(self.folder, key, lines(), self.most)

        return Once(self.folder, f"tell-{key}", work)(0)
