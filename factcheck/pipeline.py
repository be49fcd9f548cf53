"""The stages of a check, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from attrs import field, frozen

from factcheck.blocking import block
from factcheck.extraction import ClauseExtractor, TextReader
from factcheck.graph import agreements, balance, disputes, retold_pairs
from factcheck.judging import (
    RULES,
    Context,
    RuleJudge,
    built_in,
    load_calibration,
    make_relations,
)
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.linking import link
from factcheck.model import CandidatePair, Claim, Corpus, Document, Judgement, Run
from factcheck.protocols import Blocker, Extraction, Extractor, Judge, Linker, Linking
from factcheck.segmentation import PunktSegmenter
from factcheck.settings import Settings
from factcheck.version import __version__

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Take no notice of progress."""


@frozen
class Pipeline:
    """Everything a check needs, chosen once from the settings.

    Attributes:
        settings: what was asked for.
        extractor: reads claims out of documents.
        reader: reads what sentences say without making claims of them.
        linker: gives claims canonical terms and topics.
        blocker: chooses the pairs worth judging.
        make_judge: builds the judge for a corpus, once its terms are weighed and labelled.
    """

    settings: Settings
    extractor: Extractor = field(repr=False)
    reader: TextReader = field(repr=False)
    linker: Linker = field(repr=False)
    blocker: Blocker = field(repr=False)
    make_judge: Callable[[Linking], Judge] = field(repr=False)

    def run(self, corpus: Corpus, progress: Progress = silent) -> Run:
        """Return everything that checking ``corpus`` yields."""
        extracted = self.extract(corpus, progress)
        linked = self.linker(tuple(c for one in extracted for c in one.claims), corpus)
        blocked = self.blocker(linked.claims, linked.weights)
        judgements = self.judge(self.make_judge(linked), blocked.pairs, progress)
        contradictions, qualifications = disputes(judgements)
        retold = retold_pairs(blocked.pairs, linked.weights)
        return Run(
            corpus=corpus,
            claims=linked.claims,
            skipped=tuple(skip for one in extracted for skip in one.skipped),
            notes=tuple(note for one in extracted for note in one.notes),
            topics=linked.topics,
            judgements=judgements,
            disputes=contradictions,
            qualifications=qualifications,
            agreements=agreements(judgements, corpus, retold),
            counts=blocked.counts,
            version=__version__,
            settings=self.settings.as_data(),
            retold=tuple(sorted((min(pair), max(pair)) for pair in retold)),
        )

    def extract(self, corpus: Iterable[Document], progress: Progress = silent) -> list[Extraction]:
        """Return what each document yields, in the order of the corpus."""
        documents = tuple(corpus)
        found = []
        for number, document in enumerate(documents, start=1):
            found.append(self.extractor.extract(document))
            progress("extract", number, len(documents))
        return found

    def judge(
        self, judge: Judge, pairs: Sequence[CandidatePair], progress: Progress = silent
    ) -> tuple[Judgement, ...]:
        """Return the judgements that reach the settings' confidence, balanced against each other.

        Balancing lowers confidence only, so the threshold is applied once more after it.
        """
        found = []
        for number, pair in enumerate(pairs, start=1):
            judgement = judge.judge(pair)
            if judgement is not None and judgement.confidence >= self.settings.min_confidence:
                found.append(judgement)
            if number % 1000 == 0 or number == len(pairs):
                progress("judge", number, len(pairs))
        balanced = balance(tuple(found))
        return tuple(one for one in balanced if one.confidence >= self.settings.min_confidence)


def make_pipeline(settings: Settings) -> Pipeline:
    """Return the built-in pipeline for some settings.

    Raises:
        LexiconError: a pack that the settings name is wrong.
        ConfigurationError: so is their calibration.
    """
    terms = Terms(load(settings.packs))
    relations = make_relations(terms)
    chosen = tuple(rule for rule in RULES if settings.uses(rule.id))
    calibration = load_calibration(settings.calibration) if settings.calibration else built_in()

    def linker(claims: tuple[Claim, ...], corpus: Corpus, /) -> Linking:
        return link(claims, corpus, terms)

    def make_judge(linked: Linking) -> Judge:
        return RuleJudge(Context(linked.weights, linked.labels, relations), chosen, calibration)

    return Pipeline(
        settings=settings,
        extractor=ClauseExtractor(terms, PunktSegmenter()),
        reader=TextReader(terms, PunktSegmenter()),
        linker=linker,
        blocker=partial(
            block, bound=settings.max_candidates, within_documents=settings.within_documents
        ),
        make_judge=make_judge,
    )
