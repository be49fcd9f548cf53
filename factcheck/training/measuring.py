"""How well a model tells what holds between two sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

from attrs import asdict, frozen

from factcheck.judges.nli import read_folder
from factcheck.judges.nli.network import Network, needed
from factcheck.training.rows import CONTRADICTION, Row

DIGITS = 3
"""Digits of a figure; sets have a thousand rows at most."""


@frozen
class Figures:
    """How a model does on one set.

    Attributes:
        rows: how many there are.
        accuracy: share of rows with the right one of three classes.
        precision: share of what it calls a contradiction that is one; None where it finds none.
        recall: share of contradictions that it finds; None where there are none.
    """

    rows: int
    accuracy: float
    precision: float | None
    recall: float | None


@frozen
class Measured:
    """How a model does.

    Attributes:
        model: its name with a hash of what is in it.
        sets: the figures of each set, by its name.
        pairs_per_second: pairs that it reads in a second of processor time, in one direction.
    """

    model: str
    sets: Mapping[str, Figures]
    pairs_per_second: float

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values."""
        return asdict(self)


def measure(folder: Path, sets: Mapping[str, Sequence[Row]], threads: int = 1) -> Measured:
    """Return how the model in a folder does on sets of rows, each read from premise to hypothesis.

    Raises:
        ConfigurationError: what runs the model is not installed.
        JudgeError: the folder holds no model that can judge.
    """
    needed()
    network = Network(read_folder(folder), threads)
    network.probabilities([("It is so.", "It is not so.")])  # loads it
    began = process_time()
    found = {name: _figures(rows, answers(network, rows)) for name, rows in sets.items()}
    spent = process_time() - began
    read = sum(len(rows) for rows in sets.values())
    return Measured(network.folder.name, found, round(read / spent, 1))


def answers(network: Network, rows: Sequence[Row]) -> list[int]:
    """Return the likeliest class of each row."""
    told = network.probabilities([(row.premise, row.hypothesis) for row in rows])
    return [max(range(3), key=shares.__getitem__) for shares in told]


def _figures(rows: Sequence[Row], answers: Sequence[int]) -> Figures:
    right = [answer == row.label for row, answer in zip(rows, answers, strict=True)]
    held = [answer == CONTRADICTION for answer in answers]
    true = [row.label == CONTRADICTION for row in rows]
    both = sum(one and other for one, other in zip(held, true, strict=True))
    return Figures(
        len(rows),
        _share(sum(right), len(rows)) or 0.0,
        _share(both, sum(held)),
        _share(both, sum(true)),
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, DIGITS) if whole else None
