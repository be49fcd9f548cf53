"""Breaking findings down, and fitting confidence to them, on the command line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

ROOT = Path(__file__).parents[3]
LIGHTHOUSE = (str(ROOT / "corpus" / "lighthouse" / "gold"), str(ROOT / "corpus" / "lighthouse"))
PAIRS = [
    ("The mast is 30 m high.", "The mast is 40 m high.", "contradict"),
    ("The mast is 30 m high.", "The mast is 30 metres high.", "agree"),
    ("The mast is 30 m high.", "The mast is 30 m high and red.", "neutral"),
    ("The dam was opened in 1932.", "The dam was opened in 1951.", "contradict"),
    ("The dam was opened in 1932.", "The dam was closed on Mondays in 1951.", "neutral"),
]


def call(*args: str) -> Result:
    return CliRunner().invoke(main, ("evaluate", *args))


@pytest.fixture
def pairs(tmp_path: Path) -> str:
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"id": str(number), "a": a, "b": b, "label": label}
        for number, (a, b, label) in enumerate(PAIRS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_pairs_break_down_by_rule_and_by_confidence(pairs: str) -> None:
    rows = json.loads(call("pairs", pairs, "--by", "rule", "--format", "json").stdout)
    (value,) = [row for row in rows if (row["rule"], row["stance"]) == ("value", "contradicts")]
    assert value["votes"] >= 2
    assert value["coverage"] == pytest.approx(value["votes"] / len(PAIRS))
    table = json.loads(call("pairs", pairs, "--by", "confidence", "--format", "json").stdout)
    assert table["findings"] == sum(one["findings"] for one in table["bins"])
    text = call("pairs", pairs, "--by", "confidence", "--format", "text").stdout
    assert "expected calibration error" in text


def test_a_breakdown_has_no_line_for_each_pair(pairs: str) -> None:
    result = call("pairs", pairs, "--by", "rule")
    assert result.exit_code == 2
    assert "--format text" in result.stderr


def test_a_collection_breaks_down_too() -> None:
    text = call("gold", *LIGHTHOUSE, "--by", "rule").stdout
    assert text.startswith("rule")
    assert "value" in text
    table = json.loads(call(*LIGHTHOUSE, "--by", "confidence", "--format", "json").stdout)
    assert 0 <= table["expected_calibration_error"] <= 1


def test_a_fitted_calibration_is_used(pairs: str, tmp_path: Path) -> None:
    target = tmp_path / "own.toml"
    result = call("calibrate", pairs, "--gold", *LIGHTHOUSE, "--output", str(target))
    assert result.exit_code == 0, result.stderr
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# Fitted to ")
    assert "expected calibration error" in text
    assert tomllib.loads(text)["weights"]
    before, after = (
        [json.loads(line)["confidence"] for line in call("pairs", pairs, *more).stdout.splitlines()]
        for more in ((), ("--calibration", str(target)))
    )
    assert before != after
    again = call("calibrate", pairs, "--gold", *LIGHTHOUSE, "--output", "-")
    assert again.stdout == text


def test_nothing_to_fit_to_is_an_error() -> None:
    result = call("calibrate")
    assert result.exit_code == 2
    assert "--gold" in result.stderr
