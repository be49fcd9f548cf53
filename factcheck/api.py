"""The verbs of the library: read, extract, check, verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from attrs import define, evolve, field, frozen

from factcheck.errors import ConfigurationError
from factcheck.extraction.quantities import Quantity
from factcheck.extraction.quantities import quantities as quantities_of
from factcheck.judging import SecondOpinion
from factcheck.judging.anaphora import side_by_side
from factcheck.judging.confidence import counts_as
from factcheck.judging.coverage import covers
from factcheck.lexicon import load
from factcheck.linking import Abbreviation
from factcheck.linking import abbreviations as abbreviations_of
from factcheck.model import (
    Agreement,
    Baseline,
    CandidatePair,
    Claim,
    Corpus,
    Dispute,
    Document,
    Judgement,
    Note,
    Opinion,
    Passage,
    PassageKind,
    Run,
    ScopedCue,
    Skipped,
    Span,
    Stance,
    Topic,
    Unread,
    Verdict,
    Verification,
)
from factcheck.model.display import draw_with
from factcheck.pipeline import Pipeline, Progress, make_pipeline, silent
from factcheck.protocols import Judge, SecondJudge
from factcheck.reading import corpus_of, read, read_rows, read_text, stream
from factcheck.segmentation import PunktSegmenter
from factcheck.settings import Settings

if TYPE_CHECKING:
    import pandas
    import polars

    from factcheck.explaining.bench import Bench
    from factcheck.explaining.explanation import Explanation
    from factcheck.graph import ClaimGraph
    from factcheck.history.difference import Difference
    from factcheck.history.snapshot import Snapshot
    from factcheck.partitions import Format, Summary
    from factcheck.reporting.frames import LibraryName
    from factcheck.reporting.tables import TableName
    from factcheck.review.feedback import Feedback, Reviews

__all__ = [
    "Extraction",
    "Result",
    "Verifier",
    "abbreviations",
    "check",
    "check_in_parts",
    "checkability",
    "cues",
    "diff",
    "extract",
    "judge_pair",
    "negated",
    "opinions",
    "quantities",
    "read",
    "read_reviews",
    "read_rows",
    "read_text",
    "sentences",
    "stream",
    "verify",
]


def _drawn(value: object) -> str:
    from factcheck.reporting import fragment

    return fragment(value)


draw_with(_drawn)

TENSION = 0.7
"""What a tension counts against a statement, as a share of a contradiction."""

CONTRADICTION_BONUS = 0.25
"""What a contradiction gets on top where one judgement is chosen for two texts: texts that
contradict each other in one claim commonly agree in others."""

CLEAR_MARGIN = 0.25
"""How much more confident one side's best evidence must be before the other is set aside."""


@frozen
class Extraction:
    """What the documents state, and what was left out with the reason."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]


@define(eq=False)
class Result:
    """A finished check: the run, and the things one does with it.

    Attributes:
        run: everything that the check produced.
        feedback: what reviewers hold of it; None where no reviews were given.
    """

    run: Run = field(repr=False)
    feedback: Feedback | None = field(default=None, repr=False)

    @property
    def corpus(self) -> Corpus:
        """What was read, with what could not be."""
        return self.run.corpus

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of documents and places."""
        return self.run.claims

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What the claims are about, the most telling first."""
        return self.run.topics

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every stance between two claims."""
        return self.run.judgements

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Positions that contradict each other, the strongest first."""
        return self.run.disputes

    @property
    def qualifications(self) -> tuple[Dispute, ...]:
        """Tensions: both sides can hold, but a reviewer should see them."""
        return self.run.qualifications

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """What several sources say alike, best supported first."""
        return self.run.agreements

    @property
    def remaining(self) -> tuple[Dispute, ...]:
        """The disputes but those that reviewers settled as no conflict."""
        known = self._known
        return tuple(one for one in self.disputes if known is None or not known.knows(one))

    @property
    def _known(self) -> Baseline | None:
        return None if self.feedback is None else self.feedback.beside(None)

    @cached_property
    def graph(self) -> ClaimGraph:
        """The claims, topics, sources and judgements as a graph."""
        from factcheck.graph import ClaimGraph

        return ClaimGraph.from_run(self.run)

    def report(self, path: str | Path, format: str | None = None) -> Path:
        """Write the report to ``path`` and return where reading it starts.

        Args:
            path: a file; or, for HTML as a folder of pages, a folder: a path that ends with ``/``
                or an existing folder.
            format: a name in ``factcheck.reporting.FORMATS``, such as ``html`` or ``sarif``;
                read off the ending of ``path`` where left out.

        Raises:
            ConfigurationError: the format is not known, or not one for a folder; or the folder
                holds files that are no report.
        """
        from factcheck.reporting import format_of, is_folder, pieces, render_folder
        from factcheck.reporting.saving import save_text

        target = Path(path)
        if is_folder(str(path)):
            if format not in (None, "html"):
                raise ConfigurationError(f"{path}: is a folder; only html is written as one.")
            return render_folder(self.run, target, baseline=self._known)
        chosen = format or format_of(str(target))
        save_text(target, pieces(self.run, chosen, baseline=self._known))
        return target

    def explain(self, name: str) -> Explanation:
        """Return everything behind a claim, judgement, finding, topic or source.

        Printing it tells what the command ``explain`` tells.

        Args:
            name: an id or a fingerprint, or how only one of them begins.

        Raises:
            UnknownIdError: nothing in this run has this id, or several things have.
        """
        from factcheck.explaining.explain import explain

        return explain(self._bench, name)

    @cached_property
    def _bench(self) -> Bench:
        from factcheck.explaining.bench import Bench

        return Bench(self.run)

    @overload
    def to_frame(
        self, table: TableName = "claims", library: Literal["pandas"] = "pandas"
    ) -> pandas.DataFrame: ...

    @overload
    def to_frame(
        self, table: TableName = "claims", *, library: Literal["polars"]
    ) -> polars.DataFrame: ...

    def to_frame(
        self, table: TableName = "claims", library: LibraryName = "pandas"
    ) -> pandas.DataFrame | polars.DataFrame:
        """Return claims, judgements or disputes as a data frame, a row each.

        A dispute has a row for each claim on each of its sides, and so do qualifications, which
        the same table holds.

        Args:
            table: ``claims``, ``judgements`` or ``disputes``.
            library: what makes the frame, ``pandas`` or ``polars``; neither comes with factcheck,
                and none stands in for the other.

        Raises:
            ConfigurationError: there is no such table or library, or the library is not
                installed.
        """
        from factcheck.reporting.frames import frame

        return frame(self.run, table, library, self._known)

    def to_data(self) -> dict[str, object]:
        """Return the run as JSON-ready data in the documented schema."""
        from factcheck.serialization import to_data

        return to_data(self.run, self._known)

    def __repr__(self) -> str:
        return (
            f"<Result: {len(self.run.corpus)} documents, {len(self.claims)} claims, "
            f"{len(self.disputes)} disputes, {len(self.qualifications)} qualifications, "
            f"{len(self.agreements)} agreements>"
        )

    def _repr_html_(self) -> str:
        return _drawn(self.run)


@lru_cache(maxsize=8)
def _pipeline(settings: Settings) -> Pipeline:
    return make_pipeline(settings)


@contextmanager
def _remembering(pipeline: Pipeline) -> Iterator[Pipeline]:
    """Lend a pipeline that keeps what it works out, where the settings name a file for it."""
    if not pipeline.settings.runs:
        yield pipeline
        return
    from factcheck.store.runs import open_runs

    with closing(open_runs(pipeline.settings.runs)) as runs:
        yield pipeline.remembering(runs)


def extract(
    corpus: Corpus, settings: Settings | None = None, progress: Progress = silent
) -> Extraction:
    """Return the claims of a corpus without comparing them.

    Raises:
        LexiconError: a pack that the settings name is wrong.
        StoreError: the file of earlier runs that they name cannot be used.
    """
    with _remembering(_pipeline(settings or Settings())) as pipeline:
        found = pipeline.extract(corpus, progress)
    return Extraction(
        tuple(claim for one in found for claim in one.claims),
        tuple(skip for one in found for skip in one.skipped),
        tuple(note for one in found for note in one.notes),
    )


def checkability(text: str, settings: Settings | None = None) -> float:
    """Return how far a text is a claim that can be checked, from 0 to 1.

    It is that of its most checkable sentence. The setting ``min_checkability`` says from where on
    a sentence is spotted as a claim.
    """
    return _pipeline(settings or Settings()).reader.checkability(read_text(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    passage = Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text))
    return tuple(text[start:end] for start, end in PunktSegmenter().sentences(passage))


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that a text defines, with their long forms and places."""
    return abbreviations_of(text)


def quantities(text: str, settings: Settings | None = None) -> tuple[Quantity, ...]:
    """Return the quantities in a text as intervals on scales, with their places.

    These are the numbers, dates, durations, shares, ratios and ranges that claims are compared
    by, read in the same way.
    """
    return quantities_of(text, load((settings or Settings()).packs))


def cues(text: str, settings: Settings | None = None) -> tuple[ScopedCue, ...]:
    """Return the cues of negation and speculation in a text, each with its scope.

    The scope follows the guidelines of the BioScope corpus (Vincze and others 2008).
    """
    return _pipeline(settings or Settings()).reader.cues(read_text(text))


def negated(text: str, concept: str, settings: Settings | None = None) -> bool:
    """Return whether a text denies a concept wherever it mentions it."""
    return _pipeline(settings or Settings()).reader.denies(read_text(text), concept)


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
        LexiconError: a pack that the settings name is wrong.
        StoreError: the store of reviews is missing, or cannot be read; or the file of earlier
            runs that the settings name cannot be used.
    """
    told = read_reviews(reviews) if isinstance(reviews, str | Path) else reviews
    pipeline = _pipeline(settings or Settings())
    if judge is not None:
        pipeline = _judged_by(judge, pipeline)
    with _remembering(pipeline) as remembering:
        run = remembering.run(corpus, progress or silent)
    return Result(run, None if told is None else told.on(run))


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
        CorpusError: two documents have one name.
        LexiconError: a pack that the settings name is wrong.
        OSError: a file cannot be read or written.
    """
    from factcheck.partitions import PartitionedCheck

    pipeline = _pipeline(settings or Settings())
    size = pipeline.settings.part_size
    check = PartitionedCheck(pipeline, size, progress or silent, format)
    return check.run(documents, Path(folder).absolute(), title)


def _judged_by(judge: Judge | SecondJudge, pipeline: Pipeline) -> Pipeline:
    if not isinstance(judge, Judge):
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


def verify(statement: str, corpus: Corpus, settings: Settings | None = None) -> Verification:
    """Return how the documents of a corpus stand to a statement, with the evidence.

    The statement is read as a document of its own and judged against every claim.
    """
    return Verifier(corpus, settings or Settings()).verify(statement)


@frozen
class Verifier:
    """A corpus made ready to be asked about many statements: its claims are read once."""

    corpus: Corpus
    settings: Settings = field(factory=Settings)
    _known: tuple[Claim, ...] = field(init=False, repr=False)

    @_known.default
    def _claims(self) -> tuple[Claim, ...]:
        return extract(self.corpus, self.settings).claims

    def verify(self, statement: str) -> Verification:
        """Return how the corpus stands to a statement."""
        found = _against(_pipeline(self.settings), statement, self.corpus, self._known)
        supporting = tuple(one for one in found if one.stance is Stance.AGREES)
        opposing = tuple(one for one in found if one.stance is not Stance.AGREES)
        return _verdict(statement, supporting, opposing)


def _against(
    pipeline: Pipeline, statement: str, corpus: Corpus, known: tuple[Claim, ...]
) -> list[Judgement]:
    taken = {document.name for document in corpus}
    name = next(n for n in ("statement" + "_" * i for i in range(len(taken) + 1)) if n not in taken)
    asked = read_text(statement, name=name)
    stated = pipeline.extractor.extract(asked, stated=True).claims
    together = corpus_of((*corpus.documents, asked))
    linked = pipeline.linker((*stated, *known), together)
    ours = [claim for claim in linked.claims if claim.source.id == asked.id]
    theirs = [claim for claim in linked.claims if claim.source.id != asked.id]
    threshold = pipeline.settings.min_confidence
    pairs = [
        CandidatePair(a, b, tuple(sorted(shared)))
        for a in ours
        for b in theirs
        if (shared := a.vocabulary & b.vocabulary)
    ]
    judged = pipeline.judged(linked, pairs)
    found = [one for one in judged if counts_as(one) >= threshold and covers(one)]
    return sorted(found, key=lambda one: (-counts_as(one), one.b.source.name, one.b.span))


def _verdict(
    statement: str, supporting: tuple[Judgement, ...], opposing: tuple[Judgement, ...]
) -> Verification:
    support = counts_as(supporting[0]) if supporting else 0.0
    sources = len({one.b.source.id for one in supporting})
    oppose = max((_against_it(one, sources) for one in opposing), default=0.0)
    if not supporting and not opposing:
        return Verification(statement, Verdict.NOT_ENOUGH_INFO, 0.0, (), ())
    if support - oppose > CLEAR_MARGIN or not opposing:
        verdict, sure = Verdict.SUPPORTED, support
    elif oppose - support > CLEAR_MARGIN or not supporting:
        verdict, sure = Verdict.REFUTED, oppose
    else:
        verdict, sure = Verdict.DISPUTED, min(support, oppose)
    return Verification(statement, verdict, sure, supporting, opposing)


def _against_it(judgement: Judgement, supporters: int) -> float:
    """Return what a judgement counts against a statement that so many sources support."""
    whole = judgement.stance is Stance.CONTRADICTS
    return counts_as(judgement) * (1.0 if whole else TENSION / max(1, supporters))


def opinions(
    texts: Sequence[tuple[str, str]], settings: Settings | None = None
) -> list[Opinion | None]:
    """Return what the judge beside the rules holds of pairs of texts, by itself.

    Each text is read as a whole; no rule is asked, and nothing is kept from the judge.

    Args:
        texts: the pairs.
        settings: they have to choose a judge.

    Raises:
        ConfigurationError: they choose none.
        JudgeError: it cannot be asked.
    """
    second = _pipeline(settings or Settings()).second
    if second is None:
        raise ConfigurationError("the setting judge chooses none beside the rules.")
    pairs = [CandidatePair(_whole(a, "a"), _whole(b, "b"), (), together=True) for a, b in texts]
    return list(second.judge.opinions(pairs))


def _whole(text: str, name: str) -> Claim:
    """Return a text as one claim that is not taken apart."""
    span = Span(0, len(text))
    return Claim(read_text(text, name=name), span, text, span)


def judge_pair(a: str, b: str, settings: Settings | None = None) -> Judgement | None:
    """Return how two texts stand to each other, or None where nothing can be said.

    Both are taken to speak of one occasion, as a reader takes them who is asked to compare them,
    and a pronoun that one leaves open to mean what the other speaks of. Every claim of one is
    judged against every claim of the other. The most confident judgement stands, where a
    contradiction gets ``CONTRADICTION_BONUS`` on top; ``min_confidence`` does not apply.
    """
    pipeline = _pipeline(settings or Settings())
    documents: tuple[Document, ...] = (read_text(a, name="a"), read_text(b, name="b"))
    found = [pipeline.extractor.extract(document, stated=True).claims for document in documents]
    linked = pipeline.linker((*found[0], *found[1]), corpus_of(documents))
    first = linked.claims[: len(found[0])]
    second = linked.claims[len(found[0]) :]
    pairs = [
        CandidatePair(x, y, tuple(sorted(x.vocabulary & y.vocabulary)), together=True)
        for one in first
        for other in second
        for x, y in [side_by_side(one, other)]
    ]
    bonus = {Stance.CONTRADICTS: CONTRADICTION_BONUS}
    return max(
        pipeline.judged(linked, pairs),
        key=lambda one: (one.confidence + bonus.get(one.stance, 0.0), one.id),
        default=None,
    )
