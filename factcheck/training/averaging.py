"""Several trained networks as one: the mean of their weights."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges.nli.folder import WEIGHTS
from factcheck.training.trained import BESIDE, require


def average(folders: Sequence[Path], target: Path) -> Path:
    """Write the network whose weights are the mean of those of several.

    Networks that were trained from one start, on other rows or in another order, lie close enough
    together for their mean to do as well as the best of them, or better, at the cost of one
    (Wortsman et al. 2022, "Model soups").

    Args:
        folders: what trainings wrote; one named twice counts twice.
        target: the folder to write; the configuration and the tokenizer are those of the first.

    Raises:
        ConfigurationError: what reads weights is not installed.
        JudgeError: there is no trained network in a folder, or one of another shape.
    """
    if find_spec("safetensors") is None or find_spec("numpy") is None:
        raise ConfigurationError(
            "averaging models needs safetensors: pip install 'factcheck[train]'"
        )
    from safetensors.numpy import save_file

    first = _weights(folders[0])
    total = {name: weights / len(folders) for name, weights in first.items()}
    for folder in folders[1:]:
        weights = _weights(folder)
        if _shapes(weights) != _shapes(first):
            raise JudgeError(f"{folder}: holds another network than {folders[0]}.")
        for name, each in weights.items():
            total[name] += each / len(folders)
    target.mkdir(parents=True, exist_ok=True)
    save_file(
        {name: each.astype("float32") for name, each in total.items()},
        target / WEIGHTS,
        {"format": "pt"},
    )
    for name in BESIDE:
        shutil.copyfile(folders[0] / name, target / name)
    return target


def _weights(folder: Path) -> dict[str, Any]:
    """Return the weights of a network, in 64 bits so that their order hardly counts."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    require(folder, WEIGHTS, *BESIDE)
    try:
        weights = load_file(folder / WEIGHTS)
    except SafetensorError as error:
        raise JudgeError(f"{folder / WEIGHTS}: cannot be read as weights: {error}.") from error
    return {name: each.astype("float64") for name, each in weights.items()}


def _shapes(weights: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    return {name: each.shape for name, each in weights.items()}
