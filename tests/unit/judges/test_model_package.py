"""The model as a package of its own: filled, built, installed, chosen without a path."""

from __future__ import annotations

import json
import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tiny_models import make_model

import factcheck as fc
from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges import second_judge, weights_of
from factcheck.judges.nli import installed_path
from factcheck.reading import corpus_of
from factcheck.settings import Settings
from factcheck.training.measuring import measure
from factcheck.training.rows import Row

ROOT = Path(__file__).parents[3]
PROJECT = ROOT / "factcheck" / "judges" / "model"
ROWS = [Row("The mast is high.", "The mast is never high.", 2)]


def fill(*paths: Path) -> None:
    runpy.run_path(str(PROJECT / "fill.py"))["fill"](*paths)


def build(project: Path, target: Path) -> Path:
    """Build a wheel and return it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    return wheel


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the package's project as it stands in the repository, without a model in it."""
    left = shutil.ignore_patterns("*.onnx", "__pycache__")
    return Path(shutil.copytree(PROJECT, tmp_path / "project", ignore=left))


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    folder = make_model(tmp_path / "exported")
    weights = ROOT / "factcheck" / "judging" / "calibration.toml"
    shutil.copyfile(weights, folder / "calibration.toml")
    return folder


def figures(folder: Path, path: Path) -> Path:
    path.write_text(json.dumps(measure(folder, {"mast": ROWS}).as_data()), encoding="utf-8")
    return path


def test_the_installed_model_judges_and_is_named(
    tmp_path: Path, project: Path, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = figures(exported, tmp_path / "measured.json")
    fill(exported, measured, measured, project)
    card = (project / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "| mast | 1 | 1.000 | 1.000 / 1.000 | 1.000 |" in card
    assert "Not measured yet" not in card
    with zipfile.ZipFile(build(project, tmp_path / "dist")) as wheel:
        assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
        wheel.extractall(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    settings = Settings(judge="nli", jobs=1)
    judge = second_judge(settings)
    assert judge is not None
    name, _, digest = judge.name.partition("@")
    assert name.startswith("nli:factcheck-nli-mini-")
    assert digest == json.loads(measured.read_text(encoding="utf-8"))["model"].partition("@")[2]
    assert weights_of(settings) == str(tmp_path / "site/factcheck_nli_mini/calibration.toml")
    (opinion,) = fc.opinions([(ROWS[0].premise, ROWS[0].hypothesis)], settings)
    assert opinion is not None
    assert opinion.judge == judge.name
    corpus = corpus_of([fc.read_text(text, name=text[:9]) for text in ("It is so.", "We are.")])
    assert judge.name in fc.check(corpus, settings).run.judges


def test_without_the_package_the_message_says_what_to_install() -> None:
    if installed_path() is not None:
        pytest.skip("factcheck-nli-mini is installed")
    with pytest.raises(ConfigurationError, match=r"install the package factcheck-nli-mini, or"):
        second_judge(Settings(judge="nli"))
    assert weights_of(Settings(judge="nli")) == ""


def test_figures_of_another_model_are_refused(
    tmp_path: Path, project: Path, exported: Path
) -> None:
    other = make_model(tmp_path / "other", ("neutral", "contradiction", "entailment"))
    measured = figures(other, tmp_path / "measured.json")
    before = (project / "MODEL_CARD.md").read_bytes()
    with pytest.raises(JudgeError, match="holds figures of nli:other"):
        fill(exported, measured, measured, project)
    assert (project / "MODEL_CARD.md").read_bytes() == before


def test_the_shipped_weights_overflow_on_no_processor() -> None:
    onnx = pytest.importorskip("onnx", reason="reading weights needs onnx")
    graph = onnx.load(PROJECT / "factcheck_nli_mini" / "model.onnx").graph
    weights = {each.name: each for each in graph.initializer}
    multiplied = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    assert multiplied
    for name in multiplied:
        largest = abs(onnx.numpy_helper.to_array(weights[name]).astype(int)).max()
        assert 2 * largest * 255 < 2**15, name


def test_the_library_comes_without_the_model(tmp_path: Path) -> None:
    with zipfile.ZipFile(build(ROOT, tmp_path)) as wheel:
        names = wheel.namelist()
    assert "factcheck/training/recipe.toml" in names
    assert not [name for name in names if name.startswith("factcheck/judges/model/")]
