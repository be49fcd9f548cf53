"""The recipe, the order of rows that it gives, and what is wrong with rows and recipes."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from attrs import evolve

from factcheck.errors import ConfigurationError, GoldError
from factcheck.training.batches import batches
from factcheck.training.recipe import read_recipe
from factcheck.training.rows import CONTRADICTION, NEUTRAL, Row, read_rows

RECIPE = evolve(read_recipe(), batch=4, sorted_batches=3, steps=50, warm_up=4, decay=20)
ROWS = [Row(f"p{n}", f"h{n}", n % 3, "rare" if n % 2 else "plain") for n in range(40)]
LENGTHS = [5 + n % 7 for n in range(40)]


def test_the_recipe_of_this_project_can_be_read() -> None:
    recipe = read_recipe()
    assert recipe.origins["fever_sym"] == 0
    assert len(recipe.start.sha256) == 64


def test_the_rate_rises_stays_and_falls() -> None:
    rates = [RECIPE.rate(step) for step in range(50)]
    assert rates[:4] == sorted(rates[:4])
    assert set(rates[4:31]) == {RECIPE.learning_rate}
    assert rates[30:] == sorted(rates[30:], reverse=True)
    assert 0 < rates[-1] < RECIPE.learning_rate / 10


def test_batches_are_the_same_from_wherever_one_goes_on() -> None:
    whole = list(batches(RECIPE, ROWS, LENGTHS))
    assert len(whole) == 50
    assert list(batches(RECIPE, ROWS, LENGTHS, 17)) == whole[17:]
    assert whole != list(batches(evolve(RECIPE, seed=9), ROWS, LENGTHS))


def test_every_row_is_read_as_often_as_its_origin_asks() -> None:
    recipe = evolve(RECIPE, origins={"rare": 0.0, "plain": 2.0}, batch=40, sorted_batches=1)
    (turn,) = islice(batches(recipe, ROWS, LENGTHS), 1)
    assert Counter(read.number for read in turn) == dict.fromkeys(range(0, 40, 2), 2)
    with pytest.raises(GoldError, match="leaves out every row"):
        next(batches(evolve(RECIPE, origins={"rare": 0.0, "plain": 0.0}), ROWS, LENGTHS))


def test_contradictions_alone_are_swapped() -> None:
    reads = [read for batch in batches(RECIPE, ROWS, LENGTHS) for read in batch]
    swapped = [read for read in reads if read.swapped]
    assert all(ROWS[read.number].label == CONTRADICTION for read in swapped)
    contradictions = sum(ROWS[read.number].label == CONTRADICTION for read in reads)
    assert 0.05 < len(swapped) / contradictions < 0.5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("steps = 3", "start"),
        ("batches = 3", "batches"),
        ("steps = 'x'", "steps"),
        ("steps =", "is no TOML"),
    ],
)
def test_a_wrong_recipe_is_refused_with_its_fault(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=told) as caught:
        read_recipe(path)
    assert str(path) in caught.value.message
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_recipe(tmp_path / "none.toml")


def test_rows_may_name_their_label_and_lack_an_origin(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"p": "a", "h": "b", "y": "neutral"}\n', encoding="utf-8")
    assert read_rows([path]) == [Row("a", "b", NEUTRAL)]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"p": "a"}',
        '{"p": 1, "h": "b", "y": 0}',
        "[]",
        "3",
        '{"p": "a", "h": "b", "y": 3}',
        '{"p": "a", "h": "b", "y": []}',
    ],
)
def test_a_line_that_is_no_row_is_told_with_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"p": "a", "h": "b", "y": 0}}\n{line}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"rows\.jsonl:2: "):
        read_rows([path])
    (tmp_path / "rows.jsonl.gz").write_bytes(b"no gzip")
    with pytest.raises(GoldError, match="cannot be read"):
        read_rows([tmp_path / "rows.jsonl.gz"])
