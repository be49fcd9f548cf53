"""The stages of a check, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import field, frozen

from factcheck.blocking import Blocked, block
from factcheck.extraction import ClauseExtractor
from factcheck.graph import agreements, balance, disputes
from factcheck.judging import RULES, Context, Relations, RuleJudge, make_relations
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.linking import Linked, link
from factcheck.model import Claim, Corpus, Document, Judgement, Run
from factcheck.protocols import Extraction, Extractor, Judge
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
        terms: words to canonical terms, under the settings' lexicon packs.
        relations: how words stand to each other.
        extractor: reads claims out of documents.
        make_judge: builds the judge for a corpus once its terms are weighed.
    """

    settings: Settings
    terms: Terms = field(repr=False)
    relations: Relations = field(repr=False)
    extractor: Extractor = field(repr=False)
    make_judge: Callable[[Context], Judge] = field(repr=False)

    def run(self, corpus: Corpus, progress: Progress = silent) -> Run:
        """Return everything that checking ``corpus`` yields."""
        extracted = self.extract(corpus, progress)
        linked = link(tuple(c for one in extracted for c in one.claims), corpus, self.terms)
        blocked = self.block(linked)
        judgements = self.judge(linked, blocked, progress)
        contradictions, qualifications = disputes(judgements)
        return Run(
            corpus=corpus,
            claims=linked.claims,
            skipped=tuple(skip for one in extracted for skip in one.skipped),
            notes=tuple(note for one in extracted for note in one.notes),
            topics=linked.topics,
            judgements=judgements,
            disputes=contradictions,
            qualifications=qualifications,
            agreements=agreements(judgements, corpus),
            counts=blocked.counts,
            version=__version__,
            settings=self.settings.as_data(),
        )

    def extract(self, corpus: Iterable[Document], progress: Progress = silent) -> list[Extraction]:
        """Return what each document yields, in the order of the corpus."""
        documents = tuple(corpus)
        found = []
        for number, document in enumerate(documents, start=1):
            found.append(self.extractor.extract(document))
            progress("extract", number, len(documents))
        return found

    def block(self, linked: Linked) -> Blocked:
        """Return the candidate pairs of linked claims."""
        return block(
            linked.claims,
            linked.weights,
            bound=self.settings.max_candidates,
            within_documents=self.settings.within_documents,
        )

    def judge(
        self, linked: Linked, blocked: Blocked, progress: Progress = silent
    ) -> tuple[Judgement, ...]:
        """Return the judgements that reach the settings' confidence, balanced against each other.

        Balancing lowers confidence only, so the threshold is applied once more after it.
        """
        judge = self.make_judge(Context(linked.weights, linked.labels, self.relations))
        found = []
        for number, pair in enumerate(blocked.pairs, start=1):
            judgement = judge.judge(pair)
            if judgement is not None and judgement.confidence >= self.settings.min_confidence:
                found.append(judgement)
            if number % 1000 == 0 or number == len(blocked.pairs):
                progress("judge", number, len(blocked.pairs))
        balanced = balance(tuple(found))
        return tuple(one for one in balanced if one.confidence >= self.settings.min_confidence)

    def context(self, claims: tuple[Claim, ...], corpus: Corpus) -> tuple[Linked, Judge]:
        """Return linked claims and the judge that goes with them."""
        linked = link(claims, corpus, self.terms)
        return linked, self.make_judge(Context(linked.weights, linked.labels, self.relations))


def make_pipeline(settings: Settings) -> Pipeline:
    """Return the built-in pipeline for some settings.

    Raises:
        LexiconError: a pack that the settings name is wrong.
    """
    lexicon = load(settings.packs)
    chosen = tuple(
        rule
        for rule in RULES
        if (not settings.select or rule.id in settings.select) and rule.id not in settings.ignore
    )

    def make_judge(context: Context) -> Judge:
        return RuleJudge(context, chosen)

    terms = Terms(lexicon)
    extractor = ClauseExtractor(terms, PunktSegmenter())
    return Pipeline(settings, terms, make_relations(terms), extractor, make_judge)
