"""The stages of a check, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import accumulate, groupby, repeat
from typing import TypeVar

from attrs import evolve, field, frozen

from factcheck.blocking import AspectsOf, KeyBlocker, Pairs
from factcheck.engines import EngineFor, engines, parts, rarely_collecting
from factcheck.extraction import ClauseExtractor, TextReader
from factcheck.graph import (
    ANEW,
    Numbered,
    Settling,
    agreed,
    balanced,
    disputed,
    graph_of,
    numbered,
    retold_pairs,
)
from factcheck.incremental import (
    Memory,
    choices,
    descriptions,
    digest,
    digest_of_lexicon,
    extractions,
    in_place,
    judgements,
    retold,
    settled,
)
from factcheck.judges import second_judge, weights_of
from factcheck.judging import (
    RULES,
    RULES_NAME,
    Context,
    Question,
    RuleJudge,
    SecondOpinion,
    asked,
    aspects,
    built_in,
    load_calibration,
    make_relations,
)
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.linking import link
from factcheck.model import CandidatePair, Claim, Corpus, Counts, Document, Judgement, Run
from factcheck.protocols import (
    Blocker,
    Blocking,
    Entries,
    Extraction,
    Extractor,
    Judge,
    Linker,
    Linking,
    LocalJudge,
)
from factcheck.segmentation import PunktSegmenter
from factcheck.settings import Settings
from factcheck.version import __version__

CHUNK = 40_000
"""Characters of text that are read at a time."""

PAIR = 8
"""Characters that are read in the time in which a pair is judged."""

RETOLD = 2
"""Pairs that are looked at for retold passages in the time in which a character is read."""

FoundT = TypeVar("FoundT")
Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Take no notice of progress."""


@frozen
class Pipeline:
    """Everything a check needs, chosen once from the settings.

    Attributes:
        settings: what was asked for.
        terms: turns words into terms.
        extractor: reads claims out of documents.
        reader: reads what sentences say without making claims of them.
        linker: gives claims canonical terms and topics.
        blocker: chooses the pairs worth judging.
        aspects: tells what claims can be told apart by before they are compared.
        make_judge: builds the judge for a corpus, once its terms are weighed and labelled.
        basis: a digest of what the reading of a document rests on besides the document.
        memory: what earlier runs worked out; None where nothing is kept.
        second: gives a second opinion beside the rules; None where none was chosen.
        engine_for: what work is done with; None for what the settings say, which is then opened for
            each run.
    """

    settings: Settings
    terms: Terms = field(repr=False)
    extractor: Extractor = field(repr=False)
    reader: TextReader = field(repr=False)
    linker: Linker = field(repr=False)
    blocker: Blocker = field(repr=False)
    aspects: AspectsOf = field(repr=False)
    make_judge: Callable[[Linking], Judge] = field(repr=False)
    basis: Callable[[], str] = field(repr=False)
    memory: Memory | None = field(default=None, repr=False)
    second: SecondOpinion | None = field(default=None, repr=False)
    engine_for: EngineFor | None = field(default=None, repr=False)

    def remembering(self, entries: Entries) -> Pipeline:
        """Return this pipeline, taking over what earlier runs worked out, and keeping the rest."""
        return evolve(self, memory=Memory(entries, self.basis()))

    def run(self, corpus: Corpus, progress: Progress = silent) -> Run:
        """Return everything that checking ``corpus`` yields."""
        with rarely_collecting(), self.engines() as engine_for:
            return evolve(self, engine_for=engine_for)._run(corpus, progress)

    def _run(self, corpus: Corpus, progress: Progress) -> Run:
        extracted = self.extract(corpus, progress)
        progress("link", 0, 1)
        linked = self.linker(tuple(c for one in extracted for c in one.claims), corpus)
        progress("pairs", 0, 1)
        standing = () if self.memory is None else in_place(self.memory, linked.claims)
        blocked = self._blocker(corpus.title, standing)(linked.claims, linked.weights)
        judge = self.make_judge(linked)
        if self.second is None or not isinstance(judge, RuleJudge):
            found = self._compared(corpus.title, judge, linked, standing, blocked, progress)
            counts = blocked.counts
        else:
            heard, counts = self._heard(self.second, judge, linked, blocked, progress)
            found = graph_of(heard)
        progress("findings", 0, 1)
        stands = balanced(found, self.settings.min_confidence)
        repeated = self._repeated(corpus.title, linked, blocked)
        with self._settling(corpus.title, stands, repeated) as settling:
            contradictions, qualifications = disputed(stands, settling)
            agreements = agreed(stands, corpus, repeated, settling)
        return Run(
            corpus=corpus,
            claims=linked.claims,
            skipped=tuple(skip for one in extracted for skip in one.skipped),
            notes=tuple(note for one in extracted for note in one.notes),
            topics=linked.topics,
            judgements=tuple(stands.judgements),
            disputes=contradictions,
            qualifications=qualifications,
            agreements=agreements,
            counts=counts,
            version=__version__,
            settings=self.settings.as_data(),
            retold=repeated,
            judges=self.names(judge),
        )

    def extract(self, corpus: Iterable[Document], progress: Progress = silent) -> list[Extraction]:
        """Return what each document yields, in the order of the corpus."""
        documents = tuple(corpus)
        extract = partial(self._extract, progress)
        if self.memory is not None:
            return extractions(self.memory, documents, extract)
        return [one for some in extract(documents) for one in some]

    def _extract(
        self, progress: Progress, documents: Sequence[Document]
    ) -> Iterator[list[Extraction]]:
        sizes = [len(document.text) for document in documents]
        work = partial(_extracted, self.extractor, documents)
        done = 0
        with self.engines() as engine_for:
            for some in engine_for(sum(sizes)).map(work, parts(sizes, CHUNK), documents):
                yield some
                done += len(some)
                progress("extract", done, len(documents))

    def judge(
        self,
        judge: Judge,
        pairs: Sequence[CandidatePair],
        claims: Sequence[Claim],
        progress: Progress = silent,
    ) -> tuple[Judgement, ...]:
        """Return the judgements that reach the settings' confidence, balanced against each other.

        Args:
            judge: says how two claims stand to each other.
            pairs: what is judged.
            claims: the claims that the pairs are of.
            progress: told how many of the pairs are judged.
        """
        work = partial(_judged, judge, pairs, self.settings.min_confidence)
        found = tuple(self._each(work, len(pairs), claims, progress))
        return tuple(balanced(graph_of(found), self.settings.min_confidence).judgements)

    def _blocker(self, title: str, standing: Sequence[bytes]) -> Blocker:
        """Return what chooses pairs, taking over what it did before."""
        if self.memory is None or not isinstance(self.blocker, KeyBlocker):
            return self.blocker
        return evolve(
            self.blocker,
            descriptions=descriptions(self.memory, standing),
            choices=choices(self.memory, title),
        )

    def _compared(
        self,
        title: str,
        judge: Judge,
        linked: Linking,
        standing: Sequence[bytes],
        blocked: Blocking,
        progress: Progress,
    ) -> Numbered:
        """Return what comes of the pairs, those that were judged before taken over."""
        least = self.settings.min_confidence

        def judged(pairs: Sequence[CandidatePair]) -> Iterator[Judgement]:
            work = partial(_judged, judge, pairs, least)
            return self._each(work, len(pairs), linked.claims, progress)

        if self.memory is None or not isinstance(judge, LocalJudge):
            return graph_of(list(judged(blocked.pairs)))

        def judged_rows(rows: Sequence[Sequence[int]]) -> Iterator[Judgement]:
            return judged(Pairs(linked.claims, rows))

        name = digest(title, least)
        found = judgements(self.memory, name, judge, linked, standing, blocked.later, judged_rows)
        return numbered(linked.claims, found.judgements, found.ties)

    def _each(
        self,
        work: Callable[[range], list[FoundT]],
        pairs: int,
        claims: Sequence[Claim],
        progress: Progress,
    ) -> Iterator[FoundT]:
        done = 0
        with self.engines() as engine_for:
            engine = engine_for(PAIR * pairs)
            for some in engine.map(work, parts(repeat(PAIR, pairs), CHUNK), claims):
                yield from some
                done = min(done + CHUNK // PAIR, pairs)
                progress("judge", done, pairs)

    def engines(self) -> AbstractContextManager[EngineFor]:
        """Lend what work is done with; what is opened for it is closed at the end."""
        if self.engine_for is not None:
            return nullcontext(self.engine_for)
        return engines(self.settings.engine, self.settings.jobs)

    def _repeated(
        self, title: str, linked: Linking, blocked: Blocking
    ) -> tuple[tuple[str, str], ...]:
        """Return the pairs of ids of claims of which one retells the other, sorted."""
        told = partial(self._told, linked)
        if self.memory is None:
            return tuple(sorted(told(blocked.later)))
        return tuple(sorted(retold(self.memory, title, linked, blocked.later, told)))

    def _settling(
        self, title: str, standing: Numbered, repeated: Iterable[tuple[str, str]]
    ) -> AbstractContextManager[Settling]:
        """Lend what says what groups of judgements come to, taken over where nothing changed."""
        if self.memory is None:
            return nullcontext(ANEW)
        return settled(self.memory, title, standing, repeated)

    def _told(self, linked: Linking, rows: Sequence[Sequence[int]]) -> Iterator[tuple[str, str]]:
        """Yield the pairs of ids of claims of which one retells the other."""
        sizes = [
            sum(len(row) for _, row in some)
            for _, some in groupby(
                zip(linked.claims, rows, strict=True), key=lambda each: each[0].source.id
            )
        ]
        ends = list(accumulate(sizes, initial=0))
        work = partial(_retold, Pairs(linked.claims, rows), ends, linked.weights)
        with self.engines() as engine_for:
            engine = engine_for(sum(sizes) // RETOLD)
            for some in engine.map(work, parts(sizes, CHUNK * RETOLD)):
                yield from some

    def _heard(
        self,
        second: SecondOpinion,
        rules: RuleJudge,
        linked: Linking,
        blocked: Blocking,
        progress: Progress,
    ) -> tuple[Sequence[Judgement], Counts]:
        """Return what comes of the pairs where another judge is heard too, and what was asked."""
        work = partial(_asked, rules, blocked.pairs, self.settings.min_confidence)
        found = list(self._each(work, len(blocked.pairs), linked.claims, progress))
        questions = sum(isinstance(one, Question) for one in found)
        progress("ask", 0, questions)
        settled = second.settle(found, rules)
        progress("ask", questions, questions)
        return settled.judgements, evolve(
            blocked.counts,
            asked=settled.asked,
            unasked=settled.unasked,
            unanswered=settled.unanswered,
        )

    def judged(self, linked: Linking, pairs: Sequence[CandidatePair]) -> list[Judgement]:
        """Return what the judges say of pairs of linked claims, however unsure, where they do."""
        judge = self.make_judge(linked)
        if self.second is not None and isinstance(judge, RuleJudge):
            return list(self.second.settle(list(asked(judge, pairs)), judge).judgements)
        return [one for pair in pairs if (one := judge.judge(pair)) is not None]

    def names(self, judge: Judge) -> tuple[str, ...]:
        """Return the names of those who judge, the one that sees every pair first."""
        first = RULES_NAME if isinstance(judge, RuleJudge) else type(judge).__name__
        return (first,) if self.second is None else (first, self.second.judge.name)


def _extracted(
    extractor: Extractor, documents: Sequence[Document], part: range
) -> list[Extraction]:
    return [extractor.extract(documents[number]) for number in part]


def _judged(
    judge: Judge, pairs: Sequence[CandidatePair], least: float, part: range
) -> list[Judgement]:
    judged = map(judge.judge, pairs[part.start : part.stop])
    return [one for one in judged if one is not None and one.confidence >= least]


def _retold(
    pairs: Sequence[CandidatePair], ends: Sequence[int], weights: Mapping[str, float], part: range
) -> list[tuple[str, str]]:
    return list(retold_pairs(pairs[ends[part.start] : ends[part.stop]], weights))


def _asked(
    rules: RuleJudge, pairs: Sequence[CandidatePair], least: float, part: range
) -> list[Judgement | Question]:
    return list(asked(rules, pairs[part.start : part.stop], least))


def make_pipeline(settings: Settings) -> Pipeline:
    """Return the built-in pipeline for some settings.

    Raises:
        LexiconError: a pack that the settings name is wrong.
        ConfigurationError: so is their calibration.
    """
    terms = Terms(load(settings.packs))
    relations = make_relations(terms)
    chosen = tuple(rule for rule in RULES if settings.uses(rule.id))
    weights = settings.calibration or weights_of(settings)
    calibration = load_calibration(weights) if weights else built_in()
    beside = second_judge(settings)

    aspects_of = partial(aspects, context=Context({}, {}, relations))

    def linker(claims: tuple[Claim, ...], corpus: Corpus, /) -> Linking:
        return link(claims, corpus, terms)

    def make_judge(linked: Linking) -> Judge:
        context = Context(linked.weights, linked.labels, relations, linked.manifold)
        return RuleJudge(context, chosen, calibration)

    return Pipeline(
        settings=settings,
        terms=terms,
        extractor=ClauseExtractor(terms, PunktSegmenter()),
        reader=TextReader(terms, PunktSegmenter()),
        linker=linker,
        blocker=KeyBlocker(aspects_of, settings.max_candidates, settings.within_documents),
        aspects=aspects_of,
        make_judge=make_judge,
        basis=partial(digest_of_lexicon, terms.lexicon),
        second=None
        if beside is None
        else SecondOpinion(beside, settings.max_opinions, settings.min_confidence),
    )
