"""Which rows are read in which step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, islice
from random import Random

from attrs import frozen

from factcheck.errors import GoldError
from factcheck.training.recipe import Recipe
from factcheck.training.rows import CONTRADICTION, Row


@frozen
class Read:
    """A row in a batch: its number, and whether it is read the other way round."""

    number: int
    swapped: bool


def batches(
    recipe: Recipe, rows: Sequence[Row], lengths: Sequence[int], first: int = 0
) -> Iterator[list[Read]]:
    """Yield the batches of the steps from ``first`` on, the same whenever they are asked for.

    Rows of like length stand together, so that little of a batch is padding.

    Args:
        recipe: how large they are, and how often a row is read.
        rows: what is trained on.
        lengths: the tokens of each row.
        first: the step to begin with.

    Raises:
        GoldError: the recipe leaves out every row.
    """
    return islice(_all(recipe, rows, lengths), first, recipe.steps)


def _all(recipe: Recipe, rows: Sequence[Row], lengths: Sequence[int]) -> Iterator[list[Read]]:
    for turn in count():
        rng = Random(f"{recipe.seed}:{turn}")
        order = [number for number, row in enumerate(rows) for _ in range(_times(recipe, row, rng))]
        if not order and not any(recipe.origins.get(row.origin, 1.0) for row in rows):
            raise GoldError("the recipe leaves out every row.")
        rng.shuffle(order)
        width = recipe.batch * recipe.sorted_batches
        for low in range(0, len(order), width):
            near = sorted(order[low : low + width], key=lambda number: lengths[number])
            cut = [near[at : at + recipe.batch] for at in range(0, len(near), recipe.batch)]
            rng.shuffle(cut)
            for batch in cut:
                yield [Read(number, _is_swapped(rows[number], recipe, rng)) for number in batch]


def _times(recipe: Recipe, row: Row, rng: Random) -> int:
    weight = recipe.origins.get(row.origin, 1.0)
    return int(weight) + (rng.random() < weight - int(weight))


def _is_swapped(row: Row, recipe: Recipe, rng: Random) -> bool:
    return rng.random() < recipe.swapped and row.label == CONTRADICTION
