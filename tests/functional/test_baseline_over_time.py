"""A folder is edited week after week; what is accepted stays accepted, and only news fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from command import factcheck, factcheck_here
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

FILE = "factcheck-baseline.json"
REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, year in (("archive.txt", 1784), ("guide.md", 1812)):
        (folder / name).write_text(f"The mill was built in {year}.\n", encoding="utf-8")
    factcheck_here("baseline", "write", "docs", cwd=tmp_path)
    return folder


def check(docs: Path, *args: str) -> tuple[int, str, str]:
    done = factcheck_here("check", "docs", "--baseline", FILE, *args, cwd=docs.parent)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def baseline(docs: Path, *args: str) -> CompletedProcess[bytes]:
    return factcheck_here("baseline", *args, cwd=docs.parent)


def entries(docs: Path) -> list[dict[str, Any]]:
    data = json.loads((docs.parent / FILE).read_text(encoding="utf-8"))
    schema = json.loads((REFERENCE / "baseline.schema.json").read_text(encoding="utf-8"))
    assert [each.message for each in Draft202012Validator(schema).iter_errors(data)] == []
    return data["findings"]  # type: ignore[no-any-return]


def test_what_is_accepted_does_not_fail_and_is_still_shown(docs: Path) -> None:
    code, out, err = check(docs)
    assert code == 0
    assert "accepted" in out and "1784" in out
    assert err == f"factcheck: 1 finding: 1 accepted by {FILE}, 0 new\n"
    assert factcheck_here("check", "docs", cwd=docs.parent).returncode == 1


def test_edits_elsewhere_in_a_file_keep_it_accepted(docs: Path) -> None:
    text = (docs / "archive.txt").read_text(encoding="utf-8")
    (docs / "archive.txt").write_text(f"The sluice is old.\n\n{text}\nIt is red.\n", "utf-8")
    assert check(docs)[0] == 0


def test_an_edited_sentence_is_a_new_finding_and_leaves_a_stale_entry(docs: Path) -> None:
    (docs / "archive.txt").write_text("The mill was built in 1785.\n", encoding="utf-8")
    code, _, err = check(docs, "--verbose")
    assert code == 1
    assert "0 accepted by" in err and "1 new" in err
    assert "1 accepted finding no longer found; 'factcheck baseline prune docs'" in err
    assert entries(docs)[0]["fingerprint"] in err
    assert "dropped: ≠" in baseline(docs, "prune", "docs").stderr.decode()
    assert entries(docs) == []


def test_a_third_side_is_news_and_joins_under_the_old_reason(docs: Path) -> None:
    baseline(docs, "write", "docs", "--only", "fp-", "--reason", "Two editions.")
    (docs / "third.txt").write_text("The mill was built in 1650.\n", encoding="utf-8")
    code, _, err = check(docs)
    assert code == 1 and "no longer" not in err
    baseline(docs, "write", "docs")
    assert check(docs)[0] == 0
    (entry,) = entries(docs)
    assert len(entry["claims"]) == 3
    assert entry["reason"] == "Two editions."
    (docs / "third.txt").unlink()
    code, _, err = check(docs)
    assert code == 0 and "1 accepted finding found only in part" in err
    baseline(docs, "prune", "docs")
    (entry,) = entries(docs)
    assert len(entry["claims"]) == 2


def test_a_renamed_document_keeps_its_entries(docs: Path) -> None:
    (docs / "archive.txt").rename(docs / "annals.txt")
    code, _, err = check(docs)
    assert code == 0
    assert "archive.txt is taken to be annals.txt now" in err
    baseline(docs, "write", "docs")
    assert [claim["document"] for claim in entries(docs)[0]["claims"]] == ["annals.txt", "guide.md"]
    assert "taken to be" not in check(docs)[2]


def test_a_copy_is_no_rename(docs: Path) -> None:
    shutil.copy(docs / "archive.txt", docs / "copy.txt")
    code, _, err = check(docs)
    assert code == 1 and "taken to be" not in err


def test_what_was_not_read_is_neither_stale_nor_dropped(docs: Path) -> None:
    before = (docs.parent / FILE).read_bytes()
    assert "no longer" not in check(docs, "--include", "guide.md")[2]
    baseline(docs, "prune", "docs", "--include", "guide.md")
    baseline(docs, "write", "docs", "--include", "guide.md")
    (docs / "archive.txt").write_bytes(bytes(range(256)) * 20)
    code, _, err = check(docs, "--verbose")
    assert code == 3
    assert "no longer" not in err and "documents that were not read" in err
    assert baseline(docs, "prune", "docs").returncode == 3
    assert (docs.parent / FILE).read_bytes() == before


def test_a_deleted_document_makes_its_entries_stale(docs: Path) -> None:
    (docs / "archive.txt").unlink()
    code, _, err = check(docs)
    assert code == 0 and "1 accepted finding no longer found" in err


def test_under_other_settings_nothing_is_called_stale(docs: Path) -> None:
    before = (docs.parent / FILE).read_bytes()
    for args in (("--ignore", "value"), ("--min-confidence", "1")):
        code, _, err = check(docs, *args)
        assert code == 0 and "no longer" not in err and "settings" in err
        baseline(docs, "prune", "docs", *args)
        assert (docs.parent / FILE).read_bytes() == before


def test_reasons_are_put_to_what_is_new_and_stay(docs: Path) -> None:
    (docs / "more.txt").write_text("The tower is 40 m high.\n", encoding="utf-8")
    (docs / "less.txt").write_text("The tower is 90 m high.\n", encoding="utf-8")
    baseline(docs, "write", "docs", "--reason", "Rebuilt.", "--author", "Ann", "--date", "2026")
    told = {entry["question"]: (entry["reason"], entry["author"]) for entry in entries(docs)}
    assert sorted(told.values()) == [("", ""), ("Rebuilt.", "Ann")]
    before = (docs.parent / FILE).read_bytes()
    baseline(docs, "write", "docs")
    assert (docs.parent / FILE).read_bytes() == before
    shown = baseline(docs, "show", "docs").stdout.decode()
    assert "accepted: Rebuilt. (Ann, 2026)" in shown
    assert shown.count("     found\n") == 2


def test_tensions_are_accepted_where_they_would_fail(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, words in (("a.txt", "weeks or months"), ("b.txt", "months or years")):
        (docs / name).write_text(f"The repair takes {words}.\n", encoding="utf-8")
    factcheck_here("baseline", "write", "docs", cwd=tmp_path)
    assert check(docs, "--fail-on", "qualifies")[0] == 1
    factcheck_here("baseline", "write", "docs", "--fail-on", "qualifies", cwd=tmp_path)
    assert check(docs, "--fail-on", "qualifies")[0] == 0


def test_the_setting_names_the_file_from_its_own_folder(docs: Path) -> None:
    (docs.parent / "factcheck.toml").write_text(f"baseline = '{FILE}'\n", encoding="utf-8")
    assert factcheck("check", ".", cwd=docs).returncode == 0
    assert factcheck("check", "docs", "--baseline", "", cwd=docs.parent).returncode == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no such baseline; 'factcheck baseline write' makes one"),
        (b"\xff", "is not UTF-8"),
        (b'{"schema":\n', "line 2: is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "it is no baseline"),
        (b'{"schema": "factcheck-run/1"}', "it is no baseline: its shape is 'factcheck-run/1'"),
        (b'{"schema": "factcheck-baseline/9"}', "it has the shape 'factcheck-baseline/9'"),
        (b'{"schema": "factcheck-baseline/1"}', "lacks the list 'findings'"),
    ],
)
def test_a_wrong_file_is_refused_before_anything_is_checked(
    docs: Path, content: bytes | None, message: str
) -> None:
    wrong = docs.parent / "wrong.json"
    if content is not None:
        wrong.write_bytes(content)
    for command in (("check", "docs"), ("report", "docs"), ("baseline", "prune", "docs")):
        done = factcheck_here(*command, "--baseline", "wrong.json", cwd=docs.parent)
        assert (done.returncode, done.stdout) == (2, b"")
        assert message in done.stderr.decode()
        assert "wrong.json" in done.stderr.decode()
    if content is not None:
        done = factcheck_here("baseline", "write", "docs", "--baseline", wrong, cwd=docs.parent)
        assert done.returncode == 2
        assert wrong.read_bytes() == content


def test_a_name_that_stands_for_nothing_is_refused(docs: Path) -> None:
    done = baseline(docs, "write", "docs", "--only", "fp-zzz")
    assert done.returncode == 2
    assert "no finding starts with 'fp-zzz'; there are: f-" in done.stderr.decode()
    assert baseline(docs, "write", "docs", "--date", "soon").returncode == 2
