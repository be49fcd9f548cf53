"""Decisions out of a store and into another, assignments and progress on the command line."""

from __future__ import annotations

import csv
import json
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviewing.examples import ANN
from reviewing.reviewed import TEXTS, Reviewed

from factcheck.cli import main
from factcheck.model import Ballot, Decision, Reason

HARMLESS = Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_TIME, note="rebuilt")


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    found = Reviewed.of(tmp_path)
    found.agree("lighthouse", HARMLESS)
    found.vote("bell", (ANN, HARMLESS))
    return found


def review(reviewed: Reviewed, *args: str) -> Result:
    with chdir(reviewed.store.parent):
        done = CliRunner().invoke(main, ["review", *args])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done


def test_what_is_settled_goes_out_and_comes_in(reviewed: Reviewed) -> None:
    out = review(reviewed, "export", "-o", "settled.jsonl")
    assert out.exit_code == 0
    assert "1 finding with 2 entries written" in out.stderr
    done = review(reviewed, "import", "settled.jsonl", "--store", "other.db")
    assert done.exit_code == 0
    assert "other.db: 2 entries brought in, 0 known already; 1 finding new" in done.stderr
    again = review(reviewed, "import", "settled.jsonl", "--store", "other.db")
    assert "0 entries brought in, 2 known already; 0 findings new" in again.stderr
    back = review(reviewed, "export", "--store", "other.db")
    assert back.stdout == (reviewed.store.parent / "settled.jsonl").read_text(encoding="utf-8")


def test_votes_on_open_findings_go_out_with_a_warning_only(reviewed: Reviewed) -> None:
    assert '"status":"open"' not in review(reviewed, "export").stdout.replace(" ", "")
    refused = review(reviewed, "export", "--status", "open")
    assert refused.exit_code == 2
    assert "written with --open only, which unblinds" in refused.stderr
    done = review(reviewed, "export", "--open", "--status", "open")
    assert "warning: votes on findings that are not settled are written" in done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["author"] for row in rows if row["type"] == "entry"] == ["ann"]


def test_the_suffix_tells_the_format(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    review(reviewed, "export", "-o", "reviews.csv")
    with (folder / "reviews.csv").open(encoding="utf-8", newline="") as file:
        assert [row["author"] for row in csv.DictReader(file)] == ["ann", "ben"]
    review(reviewed, "export", "-o", "reviews.annotations.jsonld")
    assert json.loads((folder / "reviews.annotations.jsonld").read_text())["total"] == 2
    done = review(reviewed, "export", "-f", "adjudications")
    assert json.loads(done.stdout)["note"] == "different time – rebuilt"


def test_filters_are_those_of_the_queue(reviewed: Reviewed) -> None:
    assert "0 findings" in review(reviewed, "export", "--text", "bell").stderr
    assert "1 finding " in review(reviewed, "export", "--source", "harbour.md").stderr
    assert "0 findings" in review(reviewed, "export", "--rule", "polarity").stderr


def test_a_bad_file_is_refused_and_makes_no_store(reviewed: Reviewed) -> None:
    bad = reviewed.store.parent / "bad.jsonl"
    bad.write_text('{"type": "review", "schema": "factcheck-review/1", "lines": 1}\n{"type": 1}\n')
    done = review(reviewed, "import", "bad.jsonl", "--store", "new.db")
    assert done.exit_code == 2
    assert "error: bad.jsonl, line 2: a line of the type 1 has no place here" in done.stderr
    assert not (reviewed.store.parent / "new.db").exists()
    missing = review(reviewed, "import", "nowhere.jsonl")
    assert missing.exit_code == 2
    assert "nowhere.jsonl" in missing.stderr


def test_findings_are_handed_out_and_taken_back(reviewed: Reviewed) -> None:
    done = review(reviewed, "assign")
    assert done.stdout == "ben: 1 finding\n"
    assert "nothing to hand out" in review(reviewed, "assign").stderr
    back = review(reviewed, "unassign", "ben")
    assert back.stdout == "ben: 1 finding taken back\n"
    assert "nothing to take back" in review(reviewed, "unassign").stderr
    stranger = review(reviewed, "assign", "zoe")
    assert stranger.exit_code == 2
    assert "'zoe' is nobody who votes here" in stranger.stderr
    short = review(reviewed, "assign", "ann", "--topic", "nothing")
    assert short.exit_code == 0


def test_the_status_tells_how_far_it_is(reviewed: Reviewed) -> None:
    review(reviewed, "assign", "ben")
    page = review(reviewed, "status").stdout
    first, _, _, ann, ben = page.splitlines()
    assert first == "2 findings: 1 open, 0 waiting for an adjudicator, 1 settled"
    assert ann.split() == ["ann", "(reviewer)", "2", "0", "0", "0"]
    assert ben.split() == ["ben", "(reviewer)", "1", "0", "0", "1"]
    data = json.loads(review(reviewed, "status", "-f", "json").stdout)
    assert data["statuses"] == {"open": 1, "adjudication": 0, "closed": 1}
    assert data["people"][0] == {
        "name": "ann",
        "role": "reviewer",
        "active": True,
        "voted": 2,
        "skipped": 0,
        "settled": 0,
        "waiting": 0,
    }


def test_the_status_names_orphans_with_reasons(reviewed: Reviewed) -> None:
    reviewed.write("harbour.md", TEXTS["harbour.md"].replace("30 m", "31 m"))
    reviewed.take_in()
    page = " ".join(review(reviewed, "status").stdout.split())
    assert "Orphaned, and in the queue again: - Lighthouse" in page
    assert "side B (harbour.md): the words do not stand in the document" in page
    data = json.loads(review(reviewed, "status", "-f", "json").stdout)
    assert data["orphans"][0]["round"] == 2


def test_a_missing_store_is_named(reviewed: Reviewed) -> None:
    for command in (["export"], ["status"], ["assign"], ["unassign"]):
        done = review(reviewed, *command, "--store", "nowhere.db")
        assert done.exit_code == 2
        assert "nowhere.db: there is no such review store" in done.stderr
