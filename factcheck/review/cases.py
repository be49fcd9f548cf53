"""Pairs of claims of which reviewers have settled the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.evaluation.outcomes import Case
from factcheck.model import Decision, Judgement, Run, Stance
from factcheck.review.feedback import Settled

# What a decision says of a pair of claims, as a gold label: whoever says that it is no conflict
# does not say that the claims agree, nor, of a contradiction, that neither limits the other.
_LABELS = {
    (Decision.TRUE_CONFLICT, Stance.CONTRADICTS): "contradict",
    (Decision.TRUE_CONFLICT, Stance.QUALIFIES): "tension",
    (Decision.NOT_A_CONFLICT, Stance.CONTRADICTS): "not_contradict",
    (Decision.NOT_A_CONFLICT, Stance.QUALIFIES): "not_conflict",
}


def cases_of_reviews(run: Run, settled: Iterable[Settled], source: str) -> Iterator[Case]:
    """Yield the pairs of claims of every decided finding, with the surest judgement of a run.

    A decision is about a finding, and a finding may rest on several pairs. What is said of it is
    said of each pair that has its stance. Of what is no conflict that is certain: no pair is one.
    Of a true conflict it is likely: one pair at least is a conflict, and all of them put the same
    two sides against each other. The pairs share one decision, so each weighs its part of it, and
    a finding of ten pairs counts no more than one of a single pair.

    Pairs are matched by the words of their claims, whatever the run says of them now, so that a
    decision outlives a change of rule, stance or confidence. The run should drop nothing
    (``min_confidence`` 0).

    Args:
        run: what was found.
        settled: what is settled; what is not decided one way or the other is passed over.
        source: what the cases are said to come from.
    """
    surest: dict[frozenset[str], Judgement] = {}
    for one in run.judgements:
        words = frozenset((one.a.fingerprint, one.b.fingerprint))
        known = surest.get(words)
        if known is None or (one.confidence, one.id) > (known.confidence, known.id):
            surest[words] = one
    for decided in sorted(settled, key=lambda one: one.item.fingerprint):
        item = decided.item
        label = _LABELS.get((decided.outcome.decision, item.stance))
        if label is None:
            continue
        pairs = sorted({(one.a, one.b) for one in item.pairs if one.stance is item.stance})
        for pair in pairs:
            yield Case(
                source, frozenset({label}), surest.get(frozenset(pair)), weight=1 / len(pairs)
            )
