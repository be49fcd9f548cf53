"""Pairs of sentences with what holds between them, as they are trained on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)


@frozen
class Row:
    """One pair.

    Attributes:
        premise: what is taken to hold.
        hypothesis: what is held against it.
        label: 0 where it follows, 1 where it is left open, 2 where it cannot hold.
        origin: where the pair comes from: a data set, or the kind of a generated pair.
    """

    premise: str
    hypothesis: str
    label: int
    origin: str
