"""A judge beside the rules on the command line: compared, weighed, told, explained, refused."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tiny_models import make_model

from factcheck.cli import main
from factcheck.judging.confidence import of_opinions

ROOT = Path(__file__).parents[3]
TRAMWAY = (str(ROOT / "corpus" / "tramway" / "gold"), str(ROOT / "corpus" / "tramway"))
PAIRS = [
    ("The mast is 30 m high.", "The mast is 40 m high.", "contradict"),
    ("The ferry never hurt anybody.", "Storms have sunk the ferry.", "contradict"),
    ("The ferry never ran on Sundays.", "Storms have sunk the ferry.", "neutral"),
    ("The dues ruin every wooden boat.", "The dues indeed burden wooden boats.", "agree"),
]
HEARD = '[weights]\n"opinion.contradicts" = 2.0\n"opinion.agrees" = 2.0\n'


def call(*args: str) -> Result:
    return CliRunner().invoke(main, args)


@pytest.fixture
def judge(tmp_path: Path) -> str:
    folder = make_model(tmp_path / "model")
    (folder / "calibration.toml").write_text(HEARD, encoding="utf-8")
    return f"nli:{folder}"


@pytest.fixture
def pairs(tmp_path: Path) -> str:
    rows = [
        {"id": str(number), "a": a, "b": b, "label": label}
        for number, (a, b, label) in enumerate(PAIRS)
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def documents(tmp_path: Path) -> str:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in (
        ("a.txt", "The harbour dues never hurt a wooden boat."),
        ("b.txt", "The harbour dues ruin every wooden boat."),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def test_pairs_are_compared_judge_by_judge(pairs: str, judge: str) -> None:
    written = call(
        "evaluate", "pairs", pairs, "--judge", judge, "--by", "judge", "--format", "json"
    )
    rows = {(one["judge"], one["stance"]): one for one in json.loads(written.stdout)}
    assert list(rows) == [
        (who, stance) for who in ("rules", judge, "both") for stance in ("contradicts", "agrees")
    ]
    assert rows["rules", "contradicts"]["recall"] == 0.5
    assert rows[judge, "contradicts"] | {"judge": "", "stance": ""} == {
        "judge": "",
        "stance": "",
        "found": 2,
        "known": 2,
        "right": 1,
        "precision": 0.5,
        "listed": 2,
        "recall": 0.5,
    }
    assert rows["both", "contradicts"]["recall"] == 1.0
    text = call("evaluate", "pairs", pairs, "--judge", judge, "--by", "judge", "-f", "text").stdout
    assert len(text.splitlines()) == 7


def test_documents_with_gold_are_compared_judge_by_judge(judge: str) -> None:
    written = call("evaluate", *TRAMWAY, "--judge", judge, "--by", "judge", "--format", "json")
    rows = {(one["judge"], one["stance"]): one for one in json.loads(written.stdout)}
    assert rows["rules", "contradicts"]["listed"] == rows["both", "contradicts"]["listed"] > 40
    assert rows["rules", "contradicts"]["precision"] > rows[judge, "contradicts"]["precision"]


def test_there_has_to_be_a_judge_to_compare(pairs: str) -> None:
    for arguments in (("pairs", pairs, "--format", "text"), TRAMWAY):
        result = call("evaluate", *arguments, "--by", "judge")
        assert result.exit_code == 2
        assert "give --judge" in result.stderr


def test_only_what_a_judge_says_is_weighed_with_it(judge: str, pairs: str, tmp_path: Path) -> None:
    (tmp_path / "model" / "calibration.toml").unlink()
    written = call("evaluate", "calibrate", pairs, "--gold", *TRAMWAY, "--judge", judge)
    weights = tomllib.loads(written.stdout)["weights"]
    kept = tomllib.loads(
        (ROOT / "factcheck" / "judging" / "calibration.toml").read_text(encoding="utf-8")
    )["weights"]
    for name, weight in kept.items():
        if not of_opinions(name):
            assert weights[name] == weight
    assert weights["opinion.contradicts"] < 0, "nearly all that it calls one is none"


def test_reports_and_explanations_name_the_judge(documents: str, judge: str) -> None:
    result = call("check", documents, "--judge", judge, "--format", "json")
    run = json.loads(result.stdout)
    (found,) = run["judgements"]
    assert found["judge"] == run["judges"][1]
    text = " ".join(call("check", documents, "--judge", judge).stdout.split())
    assert f"Beside the rules, {found['judge']} was asked about 1 pair." in text
    told = call("explain", found["id"], documents, "--judge", judge).stdout
    assert f"{found['judge']} decides: agrees" in " ".join(told.split())
    assert "--judge rules" in told
    assert "--ignore opinion" not in told
    assert "Beside the rules" not in call("check", documents).stdout


def test_a_wrong_model_is_told_in_one_line(documents: str, tmp_path: Path) -> None:
    two = make_model(tmp_path / "two", ("entailment", "not_entailment"))
    for judge, told in ((f"nli:{two}", "knows no contradiction"), ("nli:none", "is no folder")):
        result = call("check", documents, "--judge", judge)
        assert result.exit_code == 2
        assert told in result.stderr
        assert len(result.stderr.splitlines()) == 1
    result = call("check", documents, "--judge", "magic")
    assert "give rules, nli, nli:PATH or llm:URL#MODEL" in result.stderr


def test_a_result_in_parts_hears_the_judge_too(documents: str, judge: str, tmp_path: Path) -> None:
    folder = str(tmp_path / "parts")
    asked = ("--judge", judge, "--format", "jsonl")
    told = call("check", documents, *asked)
    assert call("check", documents, *asked, "--output", folder + "/").exit_code == told.exit_code
    written = "".join(file.read_text("utf-8") for file in sorted(Path(folder).iterdir()))
    assert written == told.stdout
    assert '"asked": 1' in written
