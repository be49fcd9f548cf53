"""Learning from reviews on the command line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviewing.examples import ANN, BEN, CONFLICT, HARMLESS, ROOT
from reviewing.findings import QUESTIONS, TEXTS

import factcheck as fc
from factcheck.cli import main
from factcheck.judging import load_calibration
from factcheck.model import Account
from factcheck.review import Desk, Policy
from factcheck.store import accounts, open_store

RIGHT = ("mast", "dam", "visitors")
WRONG = ("bridge", "lock")
PAIRS = [
    ("The mast is 30 m high.", "The mast is 30 metres high.", "agree"),
    ("The mast is 30 m high.", "The mast is 40 m high.", "contradict"),
    ("The mast is 30 m high.", "The mast is 30 m high and red.", "neutral"),
]


def call(*args: str) -> Result:
    return CliRunner().invoke(main, ("evaluate", *args))


@pytest.fixture
def places(tmp_path: Path) -> tuple[str, str]:
    """A store in which two people have settled five of six findings, and the documents."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text)
    database = open_store(str(tmp_path / "reviews.db"))
    for account in (ANN, BEN):
        database.write(lambda db, one=account: accounts.add(db, one, "hash"))  # type: ignore[misc]
    review = Desk(database)
    review.take_in(ROOT, fc.check(fc.read(documents)).run)
    for row in review.queue(ROOT).rows:
        about = next(word for word in QUESTIONS if word in row.topic.lower())
        if about in (*RIGHT, *WRONG):
            for who in (ANN, BEN):
                ballot = CONFLICT if about in RIGHT else HARMLESS
                review.vote(who, f"entry-{who.name}-{about}", row.fingerprint, ballot)
    database.close()
    return str(tmp_path / "reviews.db"), str(documents)


def test_figures_say_how_often_rules_are_right(places: tuple[str, str]) -> None:
    data = json.loads(call("--reviews", *places, "--format", "json").stdout)
    assert data["findings"] == len(QUESTIONS)
    assert data["left_out"] == {"unsettled": 1, "needs_source_check": 0, "duplicate": 0}
    assert (data["all"]["decided"], data["all"]["precision"]) == (5, 0.6)
    assert data["by_rule"][0] == {
        "rule": "value",
        "stance": "contradicts",
        "decided": 4,
        "right": 2,
        "wrong": 2,
        "precision": 0.5,
        "interval": [0.15, 0.85],
        "reasons": {"different_time": 2},
    }


def test_text_tells_the_same(places: tuple[str, str]) -> None:
    text = call("--reviews", *places).stdout
    assert max(map(len, text.splitlines())) <= 80
    for told in (
        "6 findings, 5 decided: 3 right, 2 wrong",
        "left out: 1 not settled",
        "value contradicts              4      2      0.500  0.150 to 0.850",
        "reasons: different time 2",
    ):
        assert told in text


def test_the_command_can_be_named_in_several_ways(places: tuple[str, str]) -> None:
    store, documents = places
    asked = call("reviews", store, documents).stdout
    assert asked
    assert call("--reviews", store, documents).stdout == asked
    assert call(f"--reviews={store}", documents).stdout == asked
    assert call("--format", "text", "--reviews", store, documents).stdout == asked


def test_reviews_break_down_as_gold_does(places: tuple[str, str]) -> None:
    rows = json.loads(call("--reviews", *places, "--by", "rule", "--format", "json").stdout)
    (value,) = [row for row in rows if (row["rule"], row["stance"]) == ("value", "contradicts")]
    # Three of the five pairs that the rule votes on, two of which make one finding.
    assert (value["known"], value["right"]) == (5, 3)
    text = call("--reviews", *places, "--by", "confidence").stdout
    assert "expected calibration error" in text


def test_one_person_alone_settles_findings(tmp_path: Path, places: tuple[str, str]) -> None:
    database = open_store(str(tmp_path / "alone.db"))
    review = Desk(database, Policy(needed=1))
    owner = Account("owner", ROOT.role)
    review.take_in(owner, fc.check(fc.read(places[1])).run)
    review.vote(owner, "entry-alone", review.queue(owner).rows[0].fingerprint, CONFLICT)
    database.close()
    data = json.loads(call("reviews", str(tmp_path / "alone.db"), places[1], "-f", "json").stdout)
    assert data["all"]["decided"] == 1


def test_nothing_decided_is_said_to_be_so(tmp_path: Path, places: tuple[str, str]) -> None:
    open_store(str(tmp_path / "new.db")).close()
    found = call("reviews", str(tmp_path / "new.db"), places[1])
    assert found.exit_code == 0
    assert found.stdout.endswith("Nothing that is found here was decided yet.\n")
    assert (
        json.loads(call("reviews", str(tmp_path / "new.db"), places[1], "-f", "json").stdout)[
            "all"
        ]["precision"]
        is None
    )


def test_a_store_that_is_not_there_is_named(places: tuple[str, str]) -> None:
    found = call("--reviews", "nowhere.db", places[1])
    assert found.exit_code == 2
    assert "nowhere.db" in found.stderr
    assert not Path("nowhere.db").exists()


def test_confidence_is_fitted_to_reviews(tmp_path: Path, places: tuple[str, str]) -> None:
    target = tmp_path / "own.toml"
    found = call("calibrate", "--reviews", *places, "--output", str(target))
    assert found.exit_code == 0, found.output
    # Nobody reviews agreements.
    assert "No finding among them agrees" in found.stderr
    assert target.read_text().startswith("# Fitted to 6 findings: documents.\n# No finding among")
    weights = load_calibration(target).weights
    assert weights["polarity.qualifies"] > weights["value.contradicts"]


def test_reviews_are_fitted_together_with_labelled_pairs(
    tmp_path: Path, places: tuple[str, str]
) -> None:
    pairs = tmp_path / "pairs.jsonl"
    rows = [{"id": f"{n}", "a": a, "b": b, "label": label} for n, (a, b, label) in enumerate(PAIRS)]
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows))
    found = call("calibrate", str(pairs), "--reviews", *places)
    assert found.exit_code == 0, found.output
    assert "No finding" not in found.stderr
    assert "documents, pairs." in found.stdout
    assert {"agrees", "contradicts", "qualifies"} <= tomllib.loads(found.stdout)["weights"].keys()


def test_something_to_fit_to_is_asked_for() -> None:
    found = call("calibrate")
    assert found.exit_code == 2
    assert "--reviews STORE DOCUMENTS" in found.stderr
