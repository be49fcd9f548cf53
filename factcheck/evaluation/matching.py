"""Which claims of a run are which gold claims."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from factcheck.evaluation.gold import GoldClaim, document_name
from factcheck.model import Claim, Span

# Two spans match when they share this part of the shorter one …
_SHARED = 0.5
# … and the shorter is at least this part of the longer.
_LENGTHS = 0.25
# With sentences allowed, this part of a claim must lie within the gold claim's sentence.
_IN_SENTENCE = 0.9


@frozen
class Matching:
    """Claims of a run and the gold claims they match.

    Attributes:
        gold_of: for each claim of the run that matches any, the ids of the gold claims.
        found: ids of the gold claims that some claim matches.
    """

    gold_of: dict[str, frozenset[str]]
    found: frozenset[str]


def spans_match(span: Span, gold: GoldClaim, by_sentence: bool = False) -> bool:
    """Return whether a span of the same document is a gold claim's.

    Args:
        span: where the claim stands.
        gold: the gold claim.
        by_sentence: whether a span within the gold claim's sentence matches as well.
    """
    short, long = sorted((len(span), len(gold.span)))
    shared = span.overlap(gold.span)
    if short and shared >= _SHARED * short and short >= _LENGTHS * long:
        return True
    if by_sentence and gold.sentence is not None and len(span):
        return span.overlap(gold.sentence) >= _IN_SENTENCE * len(span)
    return False


def match(
    claims: Iterable[Claim], gold: Iterable[GoldClaim], by_sentence: bool = False
) -> Matching:
    """Return which claims match which gold claims; several may match one, and one several."""
    by_document: dict[str, list[GoldClaim]] = {}
    for one in gold:
        by_document.setdefault(one.document, []).append(one)
    gold_of = {}
    for claim in claims:
        near = by_document.get(document_name(claim.source.name), ())
        hits = frozenset(one.id for one in near if spans_match(claim.span, one, by_sentence))
        if hits:
            gold_of[claim.id] = hits
    return Matching(gold_of, frozenset[str]().union(*gold_of.values()))
