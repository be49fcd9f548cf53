"""A result in parts: the bytes of a run as JSON Lines, and what is said where there can be none."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from command import environment, factcheck, factcheck_here
from pyarrow.parquet import ParquetFile

SITES = ("bridge", "weir", "mill", "lock", "quay")
LIMIT = 20_000


def said(number: int) -> str:
    return " ".join(
        f"The Orne {site} was built in {1900 + (number * place) % 7}. The Orne {site} is"
        f" {20 + number % 3} metres long. It has {'no ' if number % 4 else ''}iron gates."
        for place, site in enumerate(SITES)
    )


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [{"id": str(9 - number), "text": said(number % 7)} for number in range(9)]
    rows.append({"id": "empty", "text": ""})
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def joined(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


@pytest.mark.parametrize("options", [("--part-size", "700", "-j", "1"), ("-j", "2")])
def test_a_table_in_parts_has_the_bytes_of_one_report(
    table: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    whole = factcheck_here("check", table, "-f", "jsonl", "-j", "1", cwd=tmp_path)
    done = factcheck("check", table, "-f", "jsonl", "-o", "out/", *options, cwd=tmp_path)
    assert done.returncode == whole.returncode == 3
    assert joined(tmp_path / "out") == whole.stdout
    assert b"text" in done.stderr and b"line 10" in done.stderr
    assert b"9 documents" in done.stderr


def test_a_table_in_parts_as_parquet_has_a_row_for_each_line(table: Path, tmp_path: Path) -> None:
    whole = factcheck_here("check", table, "-f", "jsonl", cwd=tmp_path)
    words = ("check", table, "-f", "parquet", "-o", "out/", "--part-size", "900")
    done = factcheck_here(*words, cwd=tmp_path)
    assert done.returncode == whole.returncode == 3
    assert b"line 10" in done.stderr
    files = sorted((tmp_path / "out").iterdir())
    assert {file.suffix for file in files} == {".parquet"}
    assert sum(ParquetFile(file).metadata.num_rows for file in files) == whole.stdout.count(b"\n")


def test_hash_seeds_make_no_difference(table: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        words = ("check", table, "-f", "jsonl", "-o", f"{seed}/", "--part-size", "900", "-j", "1")
        factcheck(*words, cwd=tmp_path, PYTHONHASHSEED=seed)
    assert joined(tmp_path / "1") == joined(tmp_path / "2")


def test_standard_input_in_parts(table: Path, tmp_path: Path) -> None:
    words = ("check", "-", "--input-format", "jsonl", "-f", "jsonl")
    whole = factcheck_here(*words, cwd=tmp_path, stdin=table.read_bytes())
    factcheck_here(*words, "-o", "out/", cwd=tmp_path, stdin=table.read_bytes())
    assert joined(tmp_path / "out") == whole.stdout


@pytest.mark.parametrize(
    ("options", "code"), [((), 1), (("--fail-on", "never"), 0), (("--select", "set"), 0)]
)
def test_findings_say_how_it_ends(tmp_path: Path, options: tuple[str, ...], code: int) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(said(number), encoding="utf-8")
    done = factcheck_here("check", ".", "-f", "jsonl", "-o", "out/", *options, cwd=tmp_path)
    assert done.returncode == code, done.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("-o", "full/", "-f", "jsonl"), b"full: holds files"),
        (("-o", "new/", "-f", "jsonl", "--baseline", "b.json"), b"--baseline"),
        (("-o", "new/", "-f", "sarif"), b"only html or jsonl or parquet is written as one"),
        (("-f", "parquet"), b"is written as a folder"),
        (("-o", "new.parquet", "-f", "parquet"), b"is written as a folder"),
        (("-o", "new/", "-f", "jsonl", "--part-size", "0"), b"part-size"),
    ],
)
def test_what_cannot_be_written_in_parts_is_refused(
    table: Path, tmp_path: Path, options: tuple[str, ...], message: bytes
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", encoding="utf-8")
    done = factcheck_here("check", table, *options, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / "new").exists()
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["notes.txt"]


def test_a_full_disk_is_told_and_leaves_no_half_result(table: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", table, "-f", "jsonl", "-o", "out/", "-j", "1"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)),
        timeout=60,
    )
    assert done.returncode == 2
    assert b"File too large" in done.stderr and b"Traceback" not in done.stderr
    assert {file.name for file in (tmp_path / "out").iterdir()} <= {".working"}
    options = ("check", table, "-f", "jsonl", "-j", "1")
    factcheck_here(*options, "-o", "out/", cwd=tmp_path)
    assert joined(tmp_path / "out") == factcheck_here(*options, cwd=tmp_path).stdout
