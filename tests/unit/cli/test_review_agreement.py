from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviewing.examples import ADA, ANN, BEN, CLEO, CONFLICT, HARMLESS, desk, item

from factcheck.cli import main
from factcheck.model import Account, Ballot, Decision, Role
from factcheck.review import Policy
from factcheck.store import Connection, accounts


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["review", "agreement", *arguments], catch_exceptions=False)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A review of five findings: two alike, one adjudicated, one that waits, one voted on once."""
    made = desk(tmp_path, findings=5)
    check = Ballot(Decision.NEEDS_SOURCE_CHECK)
    votes: list[tuple[Account, int, Ballot]] = [
        (ANN, 0, CONFLICT),
        (BEN, 0, CONFLICT),
        (ANN, 1, HARMLESS),
        (CLEO, 1, HARMLESS),
        (ANN, 2, CONFLICT),
        (BEN, 2, HARMLESS),
        (BEN, 3, check),
        (CLEO, 3, HARMLESS),
        (ANN, 4, CONFLICT),
    ]
    for number, (who, finding, ballot) in enumerate(votes):
        made.vote(who, f"entry-{number:03}", item(finding).fingerprint, ballot)
    made.adjudicate(ADA, "entry-settles", item(2).fingerprint, CONFLICT)
    made.vote(BEN, "entry-anew", item(3).fingerprint, HARMLESS, seen="entry-006")
    made.vote(BEN, "entry-again", item(3).fingerprint, check, seen="entry-anew")
    made.database.close()
    return str(tmp_path / "reviews.db")


def test_figures_count_what_waits_and_leave_out_what_was_adjudicated(store: str) -> None:
    data = json.loads(run("--store", store, "--format", "json").stdout)
    assert (data["findings"], data["single"], data["votes"], data["revised"]) == (4, 1, 8, 1)
    assert data["agreed"] == 0.5
    assert [one["reviewers"] for one in data["pairs"]] == [
        ["ann", "ben"],
        ["ann", "cleo"],
        ["ben", "cleo"],
    ]
    assert data["decisions"][0] == "true_conflict"
    # Ann said conflict twice; ben said so once.
    assert data["pairs"][0]["confusion"][0] == [1, 1, 0, 0]
    assert data["pairs"][1]["cohen_kappa"] == {
        "value": None,
        "interval": None,
        "note": "only one category was used, so that agreement by chance is certain",
    }


def test_text_tells_all_figures_within_eighty_columns(store: str) -> None:
    text = run("--store", store).stdout
    assert max(map(len, text.splitlines())) <= 80
    assert "nan" not in text.lower()
    for told in (
        "4 findings with two votes or more, 8 votes of 3 reviewers",
        "1 finding with one vote only, left out",
        "votes alike           50.0%",
        "Rows are decisions of ann, columns of ben:",
        "Cohen's kappa         undefined: only one category was used, so that agreement",
    ):
        assert told in text
    # The duplicates that nobody found take no room.
    assert "duplicate" not in text


def test_many_pairs_of_reviewers_are_a_line_each(tmp_path: Path) -> None:
    made = desk(tmp_path, findings=2, policy=Policy(needed=4))
    voters = [Account(name, Role.REVIEWER) for name in ("ann", "ben", "cleo", "d" * 40)]
    for number, who in enumerate(voters * 2):
        finding = item(number // len(voters)).fingerprint
        made.vote(who, f"entry-{number:03}", finding, CONFLICT if number != 6 else HARMLESS)
    made.database.close()
    store = str(tmp_path / "reviews.db")
    lines = run("--store", store).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "ann and ben                              2  100.0%      undefined       1.000" in lines
    assert "Rows are" not in "\n".join(lines)
    assert run("--store", store, "--verbose").stdout.count("Rows are decisions of") == 6


def test_votes_under_names_that_nobody_has_are_left_out(tmp_path: Path) -> None:
    made = desk(tmp_path, findings=1, policy=Policy(needed=3))
    for number, who in enumerate((ANN, BEN, CLEO)):
        made.vote(who, f"entry-{number:03}", item(0).fingerprint, CONFLICT)
    for who in (ANN, BEN):
        made.database.write(partial(_open_account, who))
    made.database.close()
    text = run("--store", str(tmp_path / "reviews.db")).stdout
    assert "2 votes of 2 reviewers" in text
    assert "Left out are votes of those without an account: cleo" in text


def _open_account(account: Account, db: Connection) -> None:
    accounts.add(db, account, "hash")


def test_the_setting_names_the_store(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STORE", store)
    assert run().stdout == run("--store", store).stdout


def test_a_review_without_votes_has_nothing_to_compare(tmp_path: Path) -> None:
    desk(tmp_path).database.close()
    store = str(tmp_path / "reviews.db")
    assert run("--store", store).stdout.endswith("There is nothing to compare yet.\n")
    assert json.loads(run("--store", store, "-f", "json").stdout)["agreed"] is None


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "missing.db"
    found = run("--store", str(missing))
    assert (found.exit_code, found.stdout) == (2, "")
    assert "there is no such review store" in found.stderr
    assert not missing.exists()
