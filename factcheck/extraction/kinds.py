"""What sort of statement a claim is."""

from __future__ import annotations

from factcheck.extraction.phrases import Vocabulary
from factcheck.model import Category, Change, ClaimKind, Presence, Value


def kind_of(
    predicate: tuple[str, ...],
    values: tuple[Value, ...],
    categories: tuple[Category, ...],
    changes: tuple[Change, ...],
    presences: tuple[Presence, ...],
    vocabulary: Vocabulary,
) -> ClaimKind:
    """Return the kind that the claim's most telling aspect gives it."""
    if not vocabulary.ruling.isdisjoint(predicate):
        return ClaimKind.REGULATION
    scales = {value.scale for value in values}
    if categories and "be" in predicate:
        return ClaimKind.DEFINITION
    if not vocabulary.comparing.isdisjoint(predicate):
        return ClaimKind.COMPARISON
    if presences and any(
        vocabulary.risks & {vocabulary.terms.of(w) for w in presence.cue.text.lower().split()}
        for presence in presences
    ):
        return ClaimKind.RISK
    if "date" in scales:
        return ClaimKind.DATE
    if "duration" in scales:
        return ClaimKind.TIME
    if scales - {"degree"}:
        return ClaimKind.QUANTITY
    return ClaimKind.EFFECT if changes else ClaimKind.STATEMENT
