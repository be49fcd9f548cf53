"""``--runs``: the same bytes, from what an earlier process kept."""

from __future__ import annotations

from pathlib import Path

from command import factcheck


def documents(folder: Path) -> Path:
    texts = folder / "notes"
    texts.mkdir()
    (texts / "a.txt").write_text("The tower was built in 1931. The tower is made of stone.")
    (texts / "b.md").write_text("# Tower\n\nThe tower was built in 1934.\n")
    return texts


def test_findings_are_the_same_with_what_was_kept(tmp_path: Path) -> None:
    texts = documents(tmp_path)
    check = ("check", texts, "--format", "json")
    scratch = factcheck(*check, cwd=tmp_path)
    assert scratch.returncode == 1
    for jobs in ("1", "2"):
        kept = factcheck(*check, "--runs", "runs.db", "--jobs", jobs, cwd=tmp_path)
        assert (kept.returncode, kept.stdout) == (1, scratch.stdout)
    (texts / "b.md").write_text("# Tower\n\nThe tower was built in 1931.\n")
    kept = factcheck(*check, cwd=tmp_path, FACTCHECK_RUNS="runs.db")
    assert kept.returncode == 0
    assert kept.stdout == factcheck(*check, cwd=tmp_path).stdout


def test_the_file_may_lie_among_the_documents(tmp_path: Path) -> None:
    texts = documents(tmp_path)
    told = [
        factcheck("check", texts, "--runs", texts / "runs.db", "-f", "json", cwd=tmp_path).stdout
        for _ in range(2)
    ]
    assert told[0] == told[1]


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    texts = documents(tmp_path)
    done = factcheck("check", texts, "--runs", texts / "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert b"a.txt: is no run store, nor any SQLite database" in done.stderr
    assert (texts / "a.txt").read_text().startswith("The tower was built in 1931.")
