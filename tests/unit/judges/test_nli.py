"""A cross-encoder from a folder: classes by name, both directions, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from onnxruntime.quantization import QuantType, quantize_dynamic
from tiny_models import LABELS, make_model

import factcheck as fc
from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges import second_judge, weights_of
from factcheck.judges.nli import CrossEncoder, read_folder
from factcheck.judges.nli.network import Network
from factcheck.settings import Settings

TEXTS = [
    ("The mast is high.", "The mast is never high."),
    ("The mast is indeed high.", "The mast is high."),
    ("The mast is high and old and grey and narrow.", "The keeper lived there."),
]


def probabilities(folder: Path, texts: list[tuple[str, str]]) -> list[tuple[float, float, float]]:
    return Network(read_folder(folder), 1).probabilities(texts)


@pytest.mark.parametrize(
    "labels",
    [
        LABELS,
        ("contradiction", "entailment", "neutral"),
        ("neutral", "contradiction", "entailment"),
    ],
)
def test_classes_are_told_by_their_names(tmp_path: Path, labels: tuple[str, ...]) -> None:
    folder = make_model(tmp_path / "model", labels)
    denied, affirmed, other = probabilities(folder, TEXTS)
    assert denied[2] > 0.9
    assert affirmed[0] > 0.5
    assert other[1] > 0.5
    assert sum(denied) == pytest.approx(1)


def test_names_of_classes_may_be_written_otherwise(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    config = {"id2label": {"0": "ENTAILMENT", "1": "Neutral", "2": "contradicts"}}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    assert probabilities(folder, TEXTS[:1])[0][2] > 0.9


def test_both_directions_are_asked(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    there, back = probabilities(folder, [TEXTS[0], (TEXTS[0][1], TEXTS[0][0])])
    assert there[2] > back[2] > 0.5
    settings = Settings(judge=f"nli:{folder}", jobs=1)
    (opinion,) = fc.opinions([TEXTS[0]], settings)
    assert opinion is not None
    assert opinion.contradicts == round((there[2] + back[2]) / 2, 3)
    assert opinion.judge.startswith("nli:model@")
    (other,) = fc.opinions([(TEXTS[0][1], TEXTS[0][0])], settings)
    assert other == opinion


def test_it_does_not_matter_what_else_is_asked(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    many = TEXTS * 40
    alone = [probabilities(folder, [pair])[0] for pair in TEXTS]
    for found, expected in zip(probabilities(folder, many), alone * 40, strict=True):
        assert found == pytest.approx(expected, abs=1e-6)
    assert probabilities(folder, []) == []


def test_a_quantized_model_says_the_same_among_others(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    quantize_dynamic(folder / "model.onnx", tmp_path / "small.onnx", weight_type=QuantType.QInt8)
    (tmp_path / "small.onnx").replace(folder / "model.onnx")
    loud = ("indeed " * 40, "indeed " * 40)
    assert probabilities(folder, [TEXTS[0], loud])[0] == probabilities(folder, TEXTS[:1])[0]


def test_a_model_without_types_of_tokens_is_run(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model", typed=False)
    assert probabilities(folder, TEXTS[:1])[0][2] > 0.5


def test_long_texts_are_cut(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    (pair,) = probabilities(folder, [("high " * 2000, "never " + "high " * 2000)])
    assert pair[2] > 0.5


def test_the_name_tells_models_apart(tmp_path: Path) -> None:
    one = read_folder(make_model(tmp_path / "one")).name
    other = read_folder(make_model(tmp_path / "other", LABELS[::-1])).name
    again = read_folder(make_model(tmp_path / "again" / "one")).name
    assert one == again
    assert one.partition("@")[2] != other.partition("@")[2]


def broken(name: str, content: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize(
    ("labels", "change", "told"),
    [
        (("entailment", "not_entailment"), None, "knows no contradiction"),
        (("LABEL_0", "LABEL_1", "LABEL_2"), None, "write their names there"),
        (("entailment", "contradiction"), None, "a judge has to tell entailment, neutral"),
        (("entailment", "entailment", "contradiction"), None, "0: entailment, 1: entailment"),
        (LABELS, broken("config.json", "{}"), "does not name the model's classes in 'id2label'"),
        (LABELS, broken("config.json", "{"), "config.json: is no JSON"),
        (LABELS, broken("config.json", "[]"), "config.json: holds no table"),
        (LABELS, lambda folder: (folder / "config.json").unlink(), "config.json: cannot be read"),
        (LABELS, lambda folder: (folder / "tokenizer.json").unlink(), "has no tokenizer.json"),
        (LABELS, lambda folder: (folder / "model.onnx").unlink(), "holds no model: model.onnx"),
    ],
)
def test_a_folder_that_cannot_be_used_is_refused(
    tmp_path: Path,
    labels: tuple[str, ...],
    change: Callable[[Path], object] | None,
    told: str,
) -> None:
    folder = make_model(tmp_path / "model", labels)
    if change is not None:
        change(folder)
    with pytest.raises(JudgeError, match=told) as caught:
        read_folder(folder)
    assert str(folder) in str(caught.value)


def test_a_path_that_is_no_folder_is_refused() -> None:
    with pytest.raises(JudgeError, match="is no folder with a model; none is downloaded"):
        read_folder(Path("nobody/deberta-nli"))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (broken("model.onnx", "no graph"), "model.onnx: cannot be loaded"),
        (broken("tokenizer.json", "{}"), "tokenizer.json: cannot be read"),
        (
            lambda folder: make_model(folder, inputs={"input_ids": "pixels"}),
            "takes 'pixels'",
        ),
        (
            lambda folder: (make_model(folder.parent / "two", LABELS[:2]) / "model.onnx").replace(
                folder / "model.onnx"
            ),
            "puts out 2 numbers for a pair, not 3",
        ),
    ],
)
def test_a_graph_that_is_no_judge_is_refused_where_it_is_asked(
    tmp_path: Path, change: Callable[[Path], object], told: str
) -> None:
    folder = make_model(tmp_path / "model")
    change(folder)
    with pytest.raises(JudgeError, match=told):
        probabilities(folder, TEXTS)


def test_weights_without_a_graph_name_what_converts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_model(tmp_path / "model")
    (folder / "model.onnx").replace(folder / "model.safetensors")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    try:
        import torch  # noqa: F401
    except ImportError:
        with pytest.raises(ConfigurationError, match=r"factcheck\[nli-convert\]"):
            read_folder(folder)
    else:
        with pytest.raises(JudgeError, match="cannot be converted"):
            read_folder(folder)


def test_a_converted_model_is_taken_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_model(tmp_path / "model")
    graph = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").replace(folder / "model.safetensors")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises((ConfigurationError, JudgeError)):
        read_folder(folder)
    from factcheck.judges.nli.folder import digest

    kept = tmp_path / "cache" / "factcheck" / "nli" / f"{digest(folder / 'model.safetensors')}.onnx"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(graph)
    assert read_folder(folder).graph == kept
    assert probabilities(folder, TEXTS[:1])[0][2] > 0.9


def test_the_settings_choose_the_judge_and_its_weights(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    settings = Settings(judge=f"nli:{folder}")
    assert second_judge(Settings()) is None
    assert isinstance(second_judge(settings), CrossEncoder)
    assert weights_of(settings) == ""
    (folder / "calibration.toml").write_text("[weights]\n", encoding="utf-8")
    assert weights_of(settings) == str(folder / "calibration.toml")
    assert weights_of(Settings()) == ""
