"""Everything one check produced, as a value."""

from __future__ import annotations

from attrs import field, frozen

from factcheck.model.claim import Claim, Note, Skipped
from factcheck.model.dispute import Agreement, Dispute
from factcheck.model.document import Corpus
from factcheck.model.judgement import Judgement
from factcheck.model.topic import Topic


@frozen
class Counts:
    """How many pairs were considered, so that nothing is cut silently.

    Attributes:
        possible: pairs of claims from different documents (or all pairs, where the settings
            say so).
        candidates: pairs that blocking kept and the judges saw.
        cut: pairs that shared a term but fell to the bound per claim, or met only through a
            term too common to bring all its claims together; a pair may count once a term.
        asked: pairs that another judge was asked about, beside the rules.
        unasked: pairs worth a second opinion that fell to the bound on questions.
        unanswered: questions that got no answer that could be used.
    """

    possible: int
    candidates: int
    cut: int
    asked: int = 0
    unasked: int = 0
    unanswered: int = 0


@frozen
class Run:
    """The whole outcome of a check: reports, graphs and exports are functions of it.

    Attributes:
        corpus: what was read, with what could not be.
        claims: every claim, in the order of documents and spans.
        skipped: what was left out, with reasons.
        notes: remarks on places in sources (garbled terms).
        topics: what the claims are about, the most telling first.
        judgements: every stance at or above the settings' confidence.
        disputes: positions that contradict each other, the strongest first.
        qualifications: tensions that a reviewer should see though both sides can hold.
        agreements: what several sources say alike, best supported first.
        counts: the pairs considered.
        version: version of factcheck.
        settings: the settings that shaped the run, as plain values.
        retold: pairs of ids of claims that lie in a passage of one source retold in another.
        judges: names of the judges, the one that saw every pair first.
    """

    corpus: Corpus
    claims: tuple[Claim, ...] = field(repr=False)
    skipped: tuple[Skipped, ...] = field(repr=False)
    notes: tuple[Note, ...] = field(repr=False)
    topics: tuple[Topic, ...] = field(repr=False)
    judgements: tuple[Judgement, ...] = field(repr=False)
    disputes: tuple[Dispute, ...] = field(repr=False)
    qualifications: tuple[Dispute, ...] = field(repr=False)
    agreements: tuple[Agreement, ...] = field(repr=False)
    counts: Counts
    version: str
    settings: dict[str, object] = field(repr=False)
    retold: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    judges: tuple[str, ...] = ()

    @classmethod
    def empty(
        cls,
        title: str,
        counts: Counts,
        version: str,
        settings: dict[str, object],
        judges: tuple[str, ...],
    ) -> Run:
        """Return what can be said of a run as a whole, without what it found."""
        corpus, found = Corpus(title, ()), ((),) * 8
        return cls(corpus, *found, counts, version, settings, judges=judges)
