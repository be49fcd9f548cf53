"""How much two lists of terms share, each term by its weight."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.judging.context import Context


def overlap(a: Iterable[str], b: Iterable[str], context: Context) -> float:
    """Return the shared weight of two term lists over the smaller one's, from 0 to 1."""
    first, second = set(a), set(b)
    shared = first & second
    if not shared:
        return 0.0
    smaller = min(context.total(first), context.total(second))
    return context.total(shared) / smaller if smaller else 0.0


def mutual(a: Iterable[str], b: Iterable[str], context: Context) -> float:
    """Return the shared weight of two term lists over that of both together, from 0 to 1."""
    first, second = set(a), set(b)
    shared = first & second
    if not shared:
        return 0.0
    union = context.total(first | second)
    return context.total(shared) / union if union else 0.0
