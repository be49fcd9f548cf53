"""What reviewers settled, in checks on the command line and in scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import factcheck, factcheck_here
from reviewing.examples import ANN, BEN
from reviewing.reviewed import TEXTS, Reviewed

import factcheck as fc
from factcheck.errors import StoreError
from factcheck.model import Ballot, Decision, Reason

HARMLESS = Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_TIME, note="rebuilt in 1911")
TRUE = Ballot(Decision.TRUE_CONFLICT)
TOLD = "not a conflict: different time – rebuilt in 1911 (ann, ben, 2026-03-31)"


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    found = Reviewed.of(tmp_path)
    found.agree("lighthouse", HARMLESS)
    return found


def test_what_is_no_conflict_does_not_fail_and_is_shown(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    done = factcheck("check", "documents", "--reviews", "reviews.db", cwd=folder)
    assert done.returncode == 1
    page = " ".join(done.stdout.decode().split())
    assert TOLD in page
    said = done.stderr.decode()
    assert "2 findings: 1 settled as no conflict in reviews.db, 1 new" in said
    reviewed.agree("bell", HARMLESS)
    quiet = factcheck_here("check", "documents", "--reviews", "reviews.db", cwd=folder)
    assert quiet.returncode == 0
    assert factcheck_here("check", "documents", cwd=folder).returncode == 1


def test_a_true_conflict_is_shown_and_fails(reviewed: Reviewed) -> None:
    reviewed.agree("bell", TRUE)
    done = factcheck_here(
        "check", "documents", "--reviews", "reviews.db", cwd=reviewed.store.parent
    )
    assert done.returncode == 1
    assert "true conflict (ann, ben, 2026-03-31)" in " ".join(done.stdout.decode().split())
    said = done.stderr.decode()
    assert "1 settled as no conflict in reviews.db, 1 confirmed there, 0 new" in said


def test_the_setting_and_the_variable_name_the_store_too(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    done = factcheck("check", "documents", cwd=folder, FACTCHECK_REVIEWS="reviews.db")
    assert "1 settled as no conflict" in done.stderr.decode()
    (folder / "factcheck.toml").write_text('reviews = "reviews.db"\n')
    done = factcheck_here("check", "documents", cwd=folder)
    assert f"1 settled as no conflict in {folder / 'reviews.db'}" in done.stderr.decode()
    off = factcheck_here("check", "documents", "--reviews", "", cwd=folder)
    assert "settled" not in off.stderr.decode()


def test_reviews_and_a_baseline_hold_beside_each_other(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    args = ("documents", "--reviews", "reviews.db")
    written = factcheck_here("baseline", "write", *args, cwd=folder)
    assert "1 finding settled as no conflict in reviews.db left out" in written.stderr.decode()
    entries = json.loads((folder / "factcheck-baseline.json").read_text())["findings"]
    assert ["bell" in one["question"].casefold() for one in entries] == [True]
    done = factcheck_here("check", *args, "--baseline", "factcheck-baseline.json", cwd=folder)
    assert done.returncode == 0
    assert (
        "2 findings: 1 accepted by factcheck-baseline.json, "
        "1 settled as no conflict in reviews.db, 0 new"
    ) in done.stderr.decode()


def test_changed_words_warn_and_count_again(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    reviewed.write("harbour.md", TEXTS["harbour.md"].replace("30 m", "31 m"))
    done = factcheck_here("check", "documents", "--reviews", "reviews.db", "-v", cwd=folder)
    said = done.stderr.decode()
    assert "0 settled as no conflict in reviews.db, 2 new" in said
    assert "warning: 1 decision of reviews.db no longer holds" in said
    assert "side B (harbour.md): the words do not stand in the document" in said
    report = factcheck_here("report", "documents", "--reviews", "reviews.db", cwd=folder)
    assert "1 decision of reviews.db no longer holds" in report.stderr.decode()


def test_documents_left_out_make_no_noise(reviewed: Reviewed) -> None:
    args = ("documents", "--reviews", "reviews.db", "--exclude", "harbour.md")
    done = factcheck_here("check", *args, cwd=reviewed.store.parent)
    assert "no longer" not in done.stderr.decode()


def test_a_report_shows_what_reviewers_settled(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    args = ("report", "documents", "--reviews", "reviews.db", "-o", "report.html", "-o", "out.json")
    assert factcheck_here(*args, cwd=folder).returncode == 0
    assert f"N{TOLD[1:]}" in (folder / "report.html").read_text()
    findings = json.loads((folder / "out.json").read_text())["disputes"]
    assert [one["accepted"] and one["accepted"]["decision"] for one in findings].count(
        "not_a_conflict"
    ) == 1


def test_a_comparison_marks_what_is_settled_and_does_not_fail_for_it(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    (folder / "old").mkdir()
    (folder / "old" / "coast.md").write_text("The bell weighs 60 kg.\n")
    (folder / "old" / "harbour.md").write_text("The bell weighs 40 kg.\n")
    args = ("diff", "old", "documents", "--fail-on", "new")
    assert factcheck_here(*args, cwd=folder).returncode == 1
    done = factcheck_here(*args, "--reviews", "reviews.db", cwd=folder)
    assert done.returncode == 0
    assert TOLD in " ".join(done.stdout.decode().split())
    told = factcheck_here(*args, "--reviews", "reviews.db", "-f", "json", cwd=folder)
    (change,) = json.loads(told.stdout)["appeared"]
    assert change["decided"]["author"] == "ann, ben"
    page = factcheck_here(*args, "--reviews", "reviews.db", "-f", "markdown", cwd=folder)
    assert "Not a conflict: different time" in page.stdout.decode()


@pytest.mark.parametrize("command", [("check",), ("report",), ("baseline", "write")])
def test_a_store_that_is_missing_is_named(reviewed: Reviewed, command: tuple[str, ...]) -> None:
    args = (*command, "documents", "--reviews", "nowhere.db")
    done = factcheck_here(*args, cwd=reviewed.store.parent)
    assert done.returncode == 2
    assert "error: nowhere.db: there is no such review store" in done.stderr.decode()
    assert not (reviewed.store.parent / "nowhere.db").exists()


def test_a_store_that_may_only_be_read_is_enough(reviewed: Reviewed) -> None:
    folder = reviewed.store.parent
    reviewed.desk.database.close()
    reviewed.store.chmod(0o444)
    done = factcheck_here("check", "documents", "--reviews", "reviews.db", cwd=folder)
    assert "1 settled as no conflict" in done.stderr.decode()


def test_a_script_does_the_same_in_one_line(reviewed: Reviewed) -> None:
    result = fc.check(fc.read(reviewed.documents), reviews=reviewed.store)
    assert ["bell" in one.topic.casefold() for one in result.remaining] == [True]
    assert len(result.disputes) == 2
    assert result.feedback is not None
    assert result.feedback.orphans == ()
    page = result.report(reviewed.store.parent / "report.md").read_text()
    assert TOLD.removeprefix("not a conflict").split(" (")[0] in page
    known = fc.read_reviews(reviewed.store)
    (one,) = known.settled
    assert (one.who, one.day) == (f"{ANN.name}, {BEN.name}", "2026-03-31")
    assert fc.check(fc.read(reviewed.documents)).remaining == result.disputes
    with pytest.raises(StoreError, match="nowhere"):
        fc.check(fc.read(reviewed.documents), reviews="nowhere.db")
