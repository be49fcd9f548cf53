"""How two texts stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.api.given import pipeline_of
from factcheck.errors import ConfigurationError
from factcheck.judging.anaphora import side_by_side
from factcheck.model import CandidatePair, Claim, Document, Judgement, Opinion, Span, Stance
from factcheck.reading import corpus_of, read_text
from factcheck.settings import Settings

CONTRADICTION_BONUS = 0.25
"""What a contradiction gets on top where one judgement is chosen for two texts: texts that
contradict each other in one claim commonly agree in others."""


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
    second = pipeline_of(settings).second
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
    pipeline = pipeline_of(settings)
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
