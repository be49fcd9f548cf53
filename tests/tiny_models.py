"""Cross-encoders of a few kilobytes, made here: real graphs, real tokenizers, no training.

Every word votes for a class, and the votes of the second text count double, so that what a model
says of two texts depends on their order.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save_model
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

LABELS = ("entailment", "neutral", "contradiction")
VOTES: Mapping[str, tuple[float, float, float]] = {
    "[CLS]": (0.0, 1.0, 0.0),
    "indeed": (2.0, 0.0, 0.0),
    "never": (0.0, 0.0, 2.0),
}
"""What words count for entailment, for neither and for contradiction."""

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def make_model(
    folder: Path,
    labels: Sequence[str] = LABELS,
    *,
    typed: bool = True,
    inputs: Mapping[str, str] | None = None,
) -> Path:
    """Write a model whose classes stand in the order of ``labels``, and return its folder.

    Args:
        folder: where to.
        labels: names of the classes.
        typed: whether it takes ``token_type_ids``.
        inputs: names that the graph has in the place of the usual ones.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = [*SPECIAL, *(word for word in VOTES if word not in SPECIAL)]
    order = [LABELS.index(name) if name in LABELS else 0 for name in labels]
    votes = [[VOTES.get(word, (0.0, 0.0, 0.0))[place] for place in order] for word in words]
    (folder / "config.json").write_text(
        json.dumps({"id2label": dict(enumerate(labels)), "pad_token_id": 0}), encoding="utf-8"
    )
    _tokenizer(words).save(str(folder / "tokenizer.json"))
    save_model(_graph(np.array(votes, np.float32), typed, inputs or {}), folder / "model.onnx")
    return folder


def _tokenizer(words: Sequence[str]) -> Tokenizer:
    vocabulary = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(name, vocabulary[name]) for name in ("[CLS]", "[SEP]")],
    )
    return tokenizer


def _graph(votes: np.ndarray, typed: bool, names: Mapping[str, str]):  # type: ignore[no-untyped-def]
    ids, mask, types = (
        names.get(name, name) for name in ("input_ids", "attention_mask", "token_type_ids")
    )
    counted = [helper.make_node("Cast", [mask], ["seen"], to=TensorProto.FLOAT)]
    if typed:
        counted += [
            helper.make_node("Cast", [types], ["type"], to=TensorProto.FLOAT),
            helper.make_node("Add", ["type", "one"], ["once_or_twice"]),
            helper.make_node("Mul", ["seen", "once_or_twice"], ["weight"]),
        ]
    else:
        counted += [helper.make_node("Identity", ["seen"], ["weight"])]
    nodes = [
        helper.make_node("Gather", ["identity", ids], ["words"]),
        *counted,
        helper.make_node("Unsqueeze", ["weight", "last"], ["column"]),
        helper.make_node("Mul", ["words", "column"], ["weighed"]),
        helper.make_node("ReduceSum", ["weighed", "tokens"], ["bag"], keepdims=0),
        helper.make_node("MatMul", ["bag", "votes"], ["logits"]),
    ]
    known: dict[str, np.ndarray] = {
        "identity": np.eye(len(votes), dtype=np.float32),
        "one": np.array(1, np.float32),
        "last": np.array([2], np.int64),
        "tokens": np.array([1], np.int64),
        "votes": votes,
    }
    shape = ["pairs", "tokens"]
    graph = helper.make_graph(
        nodes,
        "votes",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, shape)
            for name in (ids, mask, *([types] if typed else []))
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pairs", votes.shape[1]])],
        [numpy_helper.from_array(value, name) for name, value in known.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
