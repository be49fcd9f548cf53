"""Quantities as gold files mark them: one span for a list of them, what is counted left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from factcheck.evaluation.alike import AlikeSet
from factcheck.evaluation.texts import Things
from factcheck.extraction.quantities import Quantity

_JOINT = re.compile(r"\s*(?:,|,?\s*\b(?:and|or|to|by)\b(?:\s+the\b)?|&|[×x])\s*", re.IGNORECASE)

_RESPECTIVELY = re.compile(r"[^.;]{0,120}\brespectively\b")


def marked(text: str, quantities: Iterable[Quantity]) -> list[dict[str, Any]]:
    """Return the quantities that figures or number words state, as predictions.

    Quantities on one scale with nothing between them but commas, "and", "or", "to", "by" or a
    sign of multiplication are one list. The noun that a count counts is given apart.
    """
    lists: list[list[Quantity]] = []
    for one in quantities:
        if not one.numeral:
            continue
        if lists and _continues(text, lists[-1][-1], one):
            lists[-1].append(one)
        else:
            lists.append([one])
    return [_marked(text, part) for listed in lists for part in _parts(text, listed)]


def _continues(text: str, last: Quantity, one: Quantity) -> bool:
    joint = _JOINT.fullmatch(text, last.number_end, one.start)
    if joint is None:
        return False
    return last.scale == one.scale or (last.scale == "count" and joint.group().strip() in "×x")


def _parts(text: str, listed: list[Quantity]) -> list[list[Quantity]]:
    """Return a list whole, or one by one where its members belong to different things."""
    apart = _RESPECTIVELY.match(text, listed[-1].end)
    closed = len(listed) == 1 or text[listed[-2].number_end : listed[-1].start].strip() != ","
    return [listed] if closed and apart is None else [[one] for one in listed]


def _marked(text: str, listed: list[Quantity]) -> dict[str, Any]:
    first, last = listed[0], listed[-1]
    return {
        "start": first.start,
        "end": last.number_end,
        "text": text[first.start : last.number_end],
        "unit": last.unit,
        "noun": last.noun,
        "scale": last.scale,
        "low": min(one.interval.low for one in listed),
        "high": max(one.interval.high for one in listed),
    }


def as_quantities(text: str, answer: Any) -> Things:
    """Return where the quantities of an answer stand, to be met exactly and to be overlapped.

    A quantity has ``start`` and ``end``, itself or under ``Quantity``, or else its words under
    ``surface``.
    """
    places = frozenset(_place(text, one.get("Quantity", one)) for one in answer)
    return {"exact": places, "overlapping": AlikeSet(places, _overlap)}


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _place(text: str, one: dict[str, Any]) -> tuple[int, int]:
    if "surface" not in one:
        return int(one["start"]), int(one["end"])
    start = text.index(one["surface"])
    return start, start + len(one["surface"])
