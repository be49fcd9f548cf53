"""The articles that the project started from, read in place and scored against their gold.

They are not part of this repository; the tests need them beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import factcheck as fc
from factcheck.evaluation import Gold, load_gold, score
from factcheck.serialization import from_data

SHARED = Path(__file__).parents[2] / ".." / "shared"
SEEDS = SHARED / "seeds"
GOLD = SHARED / "gold" / "ketamine"

pytestmark = pytest.mark.skipif(
    not (SEEDS.is_dir() and GOLD.is_dir()),
    reason="the seed articles and their gold are not beside this repository (../shared)",
)

Figures = Mapping[str, float | int | str]


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(GOLD)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command prints, run from a folder without any configuration."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", str(SEEDS.resolve()), "--format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path_factory.mktemp("elsewhere"),
    )
    assert done.returncode == 1, done.stderr
    data = json.loads(done.stdout)
    assert isinstance(data, dict)
    return data


@pytest.fixture(scope="module")
def figures(printed: dict[str, Any], gold: Gold) -> Figures:
    corpus = fc.read(SEEDS)
    verdicts = {
        one.id: fc.verify(one.statement, corpus).verdict.value for one in gold.statements or ()
    }
    return score(from_data(printed, corpus), gold, verdicts=verdicts).figures


def number(figures: Figures, name: str) -> float:
    """Return a figure; of ``4/19 N1 N2``, the first number."""
    return float(str(figures[name]).split()[0].split("/")[0])


def ids(figures: Figures, name: str) -> set[str]:
    return set(str(figures[name]).split()[1:])


def test_the_gold_belongs_to_these_texts(gold: Gold) -> None:
    assert list(gold.misfits(fc.read(SEEDS))) == []


def test_every_claim_quotes_its_article(printed: dict[str, Any]) -> None:
    texts = {document.name: document.text for document in fc.read(SEEDS)}
    assert printed["claims"]
    for claim in printed["claims"]:
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_nine_in_ten_claims_are_found(figures: Figures) -> None:
    assert number(figures, "claim_recall") >= 0.90


def test_seven_in_eight_claims_are_right(figures: Figures) -> None:
    assert number(figures, "claim_precision") >= 0.88


def test_advertising_and_headings_stay_out(figures: Figures) -> None:
    assert number(figures, "nonclaims_leaked") <= 1


def test_four_in_five_headline_conflicts_are_found(figures: Figures) -> None:
    assert number(figures, "headline_conflicts") >= 8
    assert {"C1", "C4"} <= ids(figures, "headline_conflicts")


def test_most_conflicts_are_found(figures: Figures) -> None:
    assert number(figures, "conflict_recall") >= 0.65


def test_most_headline_agreements_are_found(figures: Figures) -> None:
    assert number(figures, "headline_agreements") >= 7
    assert "A4" in ids(figures, "headline_agreements")


def test_nine_in_ten_contradictions_are_right(figures: Figures) -> None:
    assert number(figures, "contradicts_printed") > 0
    assert number(figures, "contradicts_precision_listed") >= 0.9


def test_what_only_looks_like_a_conflict_is_left_alone(figures: Figures) -> None:
    assert number(figures, "hard_negatives_called_contradicts") == 0
    assert number(figures, "hard_negatives_called_qualifies") <= 6


def test_four_in_five_verdicts_are_right(figures: Figures) -> None:
    assert number(figures, "verify") >= 16


def quotes(printed: dict[str, Any], finding: dict[str, Any]) -> str:
    """Return the words of every claim that a finding of the output names."""
    claims = {claim["id"]: claim["quote"] for claim in printed["claims"]}
    judgements = {one["id"]: one for one in printed["judgements"]}
    pairs = [judgements[name] for name in finding["judgements"]]
    return " ".join(claims[pair[side]] for pair in pairs for side in ("a", "b")).lower()


def test_glutamate_is_an_agreement_and_no_dispute(printed: dict[str, Any]) -> None:
    agreed = [quotes(printed, one) for one in printed["agreements"]]
    assert any("glutamate" in words for words in agreed)
    disputed = [one["topic"].lower() for one in printed["disputes"]]
    assert not any("glutamate" in topic for topic in disputed)


def test_abuse_potential_is_a_dispute(printed: dict[str, Any]) -> None:
    disputed = [quotes(printed, one) for one in printed["disputes"]]
    assert any("abuse" in words for words in disputed)


def test_evaluate_prints_the_same_figures(figures: Figures, tmp_path: Path) -> None:
    where = [str(GOLD.resolve()), str(SEEDS.resolve())]
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "evaluate", *where, "--misses"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=tmp_path,
    )
    for name, figure in figures.items():
        assert f"{name:36} {figure}" in done.stdout.splitlines()
