"""What a folder with a model has to hold."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from factcheck.errors import JudgeError
from factcheck.judges.nli.classes import Classes, read_classes
from factcheck.judges.nli.conversion import converted

LONGEST = 512
"""Tokens that a pair of texts may have; what a model was trained on is seldom longer."""

CONFIG = "config.json"
TOKENIZER = "tokenizer.json"
WEIGHTS = "model.safetensors"
"""Names of files as the library ``transformers`` gives them."""

_GRAPHS = ("model.onnx", "onnx/model.onnx")
_WEIGHTS = (WEIGHTS, "pytorch_model.bin")
_OFFSET_POSITIONS = ("roberta", "xlm-roberta", "camembert", "mpnet")
"""Kinds of model in which two of the positions are not for tokens."""


@frozen
class ModelFolder:
    """A cross-encoder on disk.

    Attributes:
        name: what the record of a run calls it: the folder's name, and a hash of what is in it.
        graph: the model in ONNX.
        tokenizer: the tokenizer in the format of the library ``tokenizers``.
        classes: which output stands for what.
        longest: tokens that a pair may have.
        padding: the token that fills up the shorter pairs of a batch.
    """

    name: str
    graph: Path
    tokenizer: Path
    classes: Classes
    longest: int
    padding: int


def read_folder(path: Path) -> ModelFolder:
    """Return the model in a folder; one without ONNX is converted once.

    Raises:
        JudgeError: something is missing or of another kind; the message names it and the mend.
        ConfigurationError: it has to be converted, and what that needs is not installed.
    """
    if not path.is_dir():
        raise JudgeError(f"{path}: is no folder with a model; none is downloaded, so give a path.")
    config = _json(path / CONFIG)
    names = config.get("id2label")
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise JudgeError(f"{path}: {CONFIG} does not name the model's classes in 'id2label'.")
    classes = read_classes(names, str(path))
    tokenizer = path / TOKENIZER
    if not tokenizer.is_file():
        raise JudgeError(
            f"{path}: has no {TOKENIZER}; save it with the tokenizer's save_pretrained."
        )
    graph = _graph(path)
    return ModelFolder(
        name=f"nli:{path.resolve().name}@{digest(graph, tokenizer, path / CONFIG)}",
        graph=graph,
        tokenizer=tokenizer,
        classes=classes,
        longest=_longest(config),
        padding=_whole(config, "pad_token_id", 0),
    )


def _graph(path: Path) -> Path:
    for name in _GRAPHS:
        if (path / name).is_file():
            return path / name
    if any((path / name).is_file() for name in _WEIGHTS):
        return converted(path, digest(*(path / n for n in _WEIGHTS if (path / n).is_file())))
    wanted = " or ".join((*_GRAPHS, *_WEIGHTS))
    raise JudgeError(f"{path}: holds no model: {wanted}.")


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise JudgeError(f"{path}: cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise JudgeError(f"{path}: is no JSON: {error}.") from error
    if not isinstance(data, dict):
        raise JudgeError(f"{path}: holds no table.")
    return data


def _longest(config: dict[str, Any]) -> int:
    positions = _whole(config, "max_position_embeddings", LONGEST)
    unused = 2 if config.get("model_type") in _OFFSET_POSITIONS else 0
    return min(LONGEST, positions - unused)


def _whole(config: dict[str, Any], key: str, otherwise: int) -> int:
    value = config.get(key)
    return value if type(value) is int else otherwise


def digest(*files: Path) -> str:
    """Return a short hash of the content of files, in their order."""
    digest = sha256()
    for file in files:
        with file.open("rb") as content:
            while piece := content.read(1 << 20):
                digest.update(piece)
    return digest.hexdigest()[:12]
