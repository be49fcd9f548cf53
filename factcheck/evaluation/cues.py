"""Cues and scopes as what counts of an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from factcheck.evaluation.texts import Things
from factcheck.model import CueKind, ScopedCue

_WORD = re.compile(r"\w+|[^\w\s]")


def cue_things(text: str, answer: Any) -> Things:
    """Return the cues of each kind, by their place, and the words in the scope of any.

    An answer is a list of objects with ``type`` (``negation``, ``speculation``), ``start`` and
    ``end`` of the cue, and ``scope``, a pair of start and end.
    """
    found: dict[str, set[Hashable]] = defaultdict(set)
    words = [match.span() for match in _WORD.finditer(text)]
    for one in answer:
        kind = CueKind(one["type"])
        found[f"{kind} cue"].add((one["start"], one["end"]))
        low, high = one["scope"]
        found[f"{kind} scope"] |= {word for word in words if low <= word[0] and word[1] <= high}
    return {name: frozenset(things) for name, things in found.items()}


def cue_data(cues: tuple[ScopedCue, ...]) -> list[dict[str, object]]:
    """Return cues in the form of an answer."""
    return [
        {
            "type": str(one.kind),
            "start": one.span.start,
            "end": one.span.end,
            "cue": one.text,
            "scope": [one.scope.start, one.scope.end],
        }
        for one in cues
    ]
