"""The same documents give the same bytes, wherever, whenever and in whatever order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import everything
import pytest

import factcheck as fc
from factcheck.reporting import FORMATS, render

CORPUS = Path(__file__).parents[2] / "corpus"
KETAMINE = CORPUS / "ketamine"


def printed(*args: str, cwd: Path, **environment: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *args],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": "86400", **environment},
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stdout, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("collection", ["ketamine", "lighthouse"])
def test_the_hash_seed_changes_nothing(collection: str, tmp_path: Path) -> None:
    path = str(CORPUS / collection)
    runs = {
        printed("check", path, "--format", "json", cwd=tmp_path, PYTHONHASHSEED=seed)
        for seed in ("0", "4242")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("collection", ["ketamine", "tramway"])
def test_the_hash_seed_changes_no_format(collection: str) -> None:
    digests = set()
    for seed in ("7", "8"):
        done = subprocess.run(
            [sys.executable, everything.__file__, str(CORPUS / collection)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        digests.add(done.stdout)
    (digest,) = digests
    assert len(digest.splitlines()) == len(FORMATS)


def test_graphs_are_the_same_twice(tmp_path: Path) -> None:
    runs = {
        printed("graph", str(KETAMINE), "-f", "graphml", "-o", "-", cwd=tmp_path, PYTHONHASHSEED=s)
        for s in ("7", "8")
    }
    assert len(runs) == 1


def test_outputs_for_builds_are_the_same_twice(tmp_path: Path) -> None:
    files = (
        "a.sarif",
        "a.xml",
        "a.comment.md",
        "a.claims.csv",
        "a.judgements.csv",
        "a.disputes.csv",
    )
    outputs = [word for file in (*files, "-") for word in ("-o", file)]
    runs = set()
    for seed in ("5", "6"):
        folder = tmp_path / seed
        folder.mkdir()
        command = ("check", str(CORPUS / "tramway"), *outputs, "-f", "github")
        commands = printed(*command, cwd=folder, PYTHONHASHSEED=seed)
        runs.add((commands, *((folder / file).read_bytes() for file in files)))
    assert len(runs) == 1


def test_it_does_not_matter_where_the_documents_lie(tmp_path: Path) -> None:
    near, far = tmp_path / "near" / "mill", tmp_path / "far" / "away" / "of here"
    for target in (near, far):
        target.mkdir(parents=True)
        (target / "archive.txt").write_text("The mill was built in 1784.\n", encoding="utf-8")
        (target / "guide.txt").write_text("The mill was built in 1812.\n", encoding="utf-8")
    absolute = printed("check", str(near), "-f", "json", cwd=tmp_path)
    assert printed("check", ".", "-f", "json", cwd=near) == absolute
    assert printed("check", "../../../far/../near/mill/", "-f", "json", cwd=far) == absolute
    there = printed("check", str(far), "-f", "json", cwd=tmp_path)
    assert there.replace(b"of here", b"mill") == absolute


def test_it_does_not_matter_in_which_order_files_are_written(tmp_path: Path) -> None:
    texts = {path.name: path.read_bytes() for path in (KETAMINE / "documents").iterdir()}
    runs = set()
    for number, names in enumerate((sorted(texts), sorted(texts, reverse=True))):
        folder = tmp_path / str(number) / "ketamine"
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_bytes(texts[name])
        runs.add(render(fc.check(fc.read(folder)).run, "json"))
    assert len(runs) == 1


def test_it_does_not_matter_in_which_order_paths_are_given() -> None:
    paths = sorted((KETAMINE / "documents").iterdir())
    there = fc.check(fc.read(paths)).run
    back = fc.check(fc.read(paths[::-1])).run
    assert everything.in_every_format(there) == everything.in_every_format(back)


def test_two_checks_in_one_process_are_equal_and_leave_no_trace() -> None:
    corpus = fc.read(KETAMINE)
    first = render(fc.check(corpus).run, "json")
    fc.verify("Ketamine has a low potential for abuse.", corpus)
    fc.check(fc.read(CORPUS / "lighthouse"))
    fc.check(corpus, fc.Settings(select=("value",)))
    assert render(fc.check(corpus).run, "json") == first
