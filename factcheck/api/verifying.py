"""How the documents of a corpus stand to a statement."""

from __future__ import annotations

from attrs import field, frozen

from factcheck.api.checking import extract
from factcheck.api.given import pipeline_of, settings_given
from factcheck.judging.confidence import counts_as
from factcheck.judging.coverage import covers
from factcheck.model import (
    CandidatePair,
    Claim,
    Corpus,
    Judgement,
    Stance,
    Verdict,
    Verification,
)
from factcheck.pipeline import Pipeline
from factcheck.reading import corpus_of, read_text
from factcheck.settings import Settings

TENSION = 0.7
"""What a tension counts against a statement, as a share of a contradiction."""

CLEAR_MARGIN = 0.25
"""How much more confident one side's best evidence must be before the other is set aside."""


def verify(statement: str, corpus: Corpus, settings: Settings | None = None) -> Verification:
    """Return how the documents of a corpus stand to a statement, with the evidence.

    The statement is read as a document of its own and judged against every claim.

    Raises:
        ConfigurationError: these are no settings.
        CorpusError: what is given is no corpus.
    """
    return Verifier(corpus, settings_given(settings)).verify(statement)


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
        found = _against(pipeline_of(self.settings), statement, self.corpus, self._known)
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
