"""The mean of trained networks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from safetensors.numpy import load_file, save_file

from factcheck.cli import main
from factcheck.errors import JudgeError
from factcheck.judges.nli.folder import WEIGHTS
from factcheck.training.averaging import average


def network(folder: Path, **weights: list[float]) -> Path:
    folder.mkdir()
    save_file({name: np.array(each, "float32") for name, each in weights.items()}, folder / WEIGHTS)
    (folder / "config.json").write_text(f'{{"of": "{folder.name}"}}', encoding="utf-8")
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    return folder


def test_each_weight_is_the_mean(tmp_path: Path) -> None:
    one = network(tmp_path / "one", a=[1, 2], b=[0])
    other = network(tmp_path / "other", a=[3, 6], b=[1])
    target = average([one, other], tmp_path / "mean")
    found = load_file(target / WEIGHTS)
    assert {name: each.tolist() for name, each in found.items()} == {"a": [2, 4], "b": [0.5]}
    assert {each.dtype.name for each in found.values()} == {"float32"}
    assert (target / "config.json").read_text(encoding="utf-8") == '{"of": "one"}'


def test_one_named_twice_counts_twice(tmp_path: Path) -> None:
    one = network(tmp_path / "one", a=[0])
    other = network(tmp_path / "other", a=[3])
    target = average([one, other, one], tmp_path / "mean")
    assert load_file(target / WEIGHTS)["a"].tolist() == [1]


@pytest.mark.parametrize("weights", [{"a": [1, 2, 3]}, {"b": [1, 2]}, {}])
def test_networks_of_other_shapes_are_refused(
    tmp_path: Path, weights: dict[str, list[float]]
) -> None:
    one = network(tmp_path / "one", a=[1, 2])
    other = network(tmp_path / "other", **weights)
    with pytest.raises(JudgeError, match="holds another network than"):
        average([one, other], tmp_path / "mean")
    assert not (tmp_path / "mean").exists()


def test_the_command_writes_it_and_tells_what_a_folder_lacks(tmp_path: Path) -> None:
    folders = [str(network(tmp_path / name, a=[value])) for name, value in (("x", 1), ("y", 2))]
    mean = tmp_path / "mean"
    arguments = ("train", "average", *folders, "--output", str(mean))
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert load_file(mean / WEIGHTS)["a"].tolist() == [1.5]
    (tmp_path / "y" / WEIGHTS).unlink()
    failed = CliRunner().invoke(main, arguments)
    assert failed.exit_code == 2
    assert "has no model.safetensors; give what training wrote" in failed.output


def test_damaged_weights_are_told_by_their_file(tmp_path: Path) -> None:
    one = network(tmp_path / "one", a=[1])
    (one / WEIGHTS).write_bytes(b"no weights")
    with pytest.raises(JudgeError, match=r"one/model\.safetensors: cannot be read as weights"):
        average([one], tmp_path / "mean")
