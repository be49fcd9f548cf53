"""A transformers folder into ONNX, once."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from factcheck.errors import ConfigurationError, JudgeError

OPSET = 17
"""Version of the ONNX operators; every onnxruntime of the last years runs it."""

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def converted(folder: Path, digest: str) -> Path:
    """Return the ONNX form of the model in a transformers folder, made where there is none yet.

    It is kept in the user's cache under the digest of the weights: the folder may be read-only.

    Raises:
        ConfigurationError: what converts is not installed.
        JudgeError: the model cannot be converted.
    """
    kept = _cache() / f"{digest}.onnx"
    if not kept.is_file():
        write_graph(folder, kept)
    return kept


def _cache() -> Path:
    named = os.environ.get("XDG_CACHE_HOME")
    return (Path(named) if named else Path.home() / ".cache") / "factcheck" / "nli"


def write_graph(folder: Path, target: Path) -> None:
    """Write the ONNX form of the model in a transformers folder.

    Raises:
        ConfigurationError: what converts is not installed.
        JudgeError: the model cannot be converted.
    """
    try:
        import onnx  # noqa: F401 - the export needs it
        import torch
        from transformers import AutoModelForSequenceClassification
    except ImportError as error:
        raise ConfigurationError(
            f"{folder}: has no model.onnx, and making one needs torch, transformers and onnx: "
            "pip install 'factcheck[nli-convert]', or put a model.onnx there."
        ) from error
    try:
        model = AutoModelForSequenceClassification.from_pretrained(
            folder, local_files_only=True, attn_implementation="eager"
        )
        names = [name for name in _INPUTS if _takes(model, name)]
        token = torch.ones(2, 8, dtype=torch.long)
        batch = {name: token * (name != "token_type_ids") for name in names}
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as made:
            graph = Path(made) / "model.onnx"
            torch.onnx.export(
                model.float().eval(),
                (),
                str(graph),
                kwargs=batch,
                input_names=names,
                output_names=["logits"],
                dynamic_axes={name: {0: "pairs", 1: "tokens"} for name in names}
                | {"logits": {0: "pairs"}},
                opset_version=OPSET,
                dynamo=False,
            )
            graph.replace(target)
    except (OSError, ValueError, RuntimeError) as error:
        raise JudgeError(f"{folder}: cannot be converted to ONNX: {error}") from error


def _takes(model: object, name: str) -> bool:
    """Return whether a model has a use for an input: not all tell the two texts by types."""
    config = getattr(model, "config", None)
    return name != "token_type_ids" or getattr(config, "type_vocab_size", 0) > 1
