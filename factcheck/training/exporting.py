"""A trained network as a folder that ``--judge nli`` reads: ONNX with weights of a byte each."""

from __future__ import annotations

import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import ConfigurationError
from factcheck.judges.nli.conversion import write_graph
from factcheck.training.trained import BESIDE, require


def export(folder: Path, target: Path, *, whole: bool = False) -> Path:
    """Write a trained network as ONNX into a folder, with its configuration and tokenizer.

    Args:
        folder: what training wrote.
        target: the folder to write.
        whole: keep weights of 32 bits, to compare with.

    Raises:
        ConfigurationError: what converts is not installed.
        JudgeError: there is no trained network in the folder.
    """
    require(folder, *BESIDE)
    if find_spec("onnxruntime") is None or find_spec("onnx") is None:
        raise ConfigurationError("exporting a model needs onnx: pip install 'factcheck[train]'")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target) as made:
        graph = Path(made) / "whole.onnx"
        write_graph(folder, graph)
        if not whole:
            graph = _quantized(graph, Path(made) / "small.onnx")
        graph.replace(target / "model.onnx")
    for name in BESIDE:
        shutil.copyfile(folder / name, target / name)
    return target


def _quantized(graph: Path, target: Path) -> Path:
    """Write a graph with the weights of each channel as bytes of which 7 bits are used.

    Processors without instructions for it (VNNI and the like) add two products of bytes in 16 bits,
    which weights of 8 bits overflow: the same model would then say something else there (the
    quantisation guide of ONNX Runtime, "reduce_range").
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        graph, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    return target
