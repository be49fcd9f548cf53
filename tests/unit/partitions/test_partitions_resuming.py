"""A check in parts that was broken off goes on where it was, and yields the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.errors import ConfigurationError
from factcheck.model import Document
from factcheck.partitions import PartitionedCheck
from factcheck.partitions.folders import WORKING
from factcheck.partitions.receipts import DamagedError, Once, digest_of, drop
from factcheck.partitions.sections import write_values
from factcheck.pipeline import Progress, make_pipeline
from factcheck.protocols import Extraction
from factcheck.reporting import render
from factcheck.settings import Settings

SETTINGS = Settings(engine="serial")
PIPELINE = make_pipeline(SETTINGS)
SITES = ("bridge", "weir", "mill")


def said(number: int) -> str:
    return " ".join(
        f"The Orne {site} was built in {1900 + (number * place) % 3}. The Orne {site} is"
        f" {20 + number % 3} metres long."
        for place, site in enumerate(SITES)
    )


ROWS = [{"id": str(number), "text": said(number)} for number in range(6)]
CORPUS = fc.read_rows(ROWS, "dams")
EXPECTED = "".join(render(fc.check(CORPUS, SETTINGS).run, "jsonl")).encode()


class Unwilling:
    """Reads no document, so that whatever is read was read before."""

    def extract(self, document: Document, stated: bool = False) -> Extraction:
        raise AssertionError(f"{document.name} is read again.")


def joined(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def stopping(stage: str, after: int) -> Progress:
    def told(at: str, done: int, total: int) -> None:
        if at == stage and done == after:
            raise KeyboardInterrupt

    return told


def broken_off(target: Path, stage: str, after: int = 1) -> Path:
    """A folder with what a check left that was broken off."""
    with pytest.raises(KeyboardInterrupt):
        PartitionedCheck(PIPELINE, 1_000, stopping(stage, after)).run(CORPUS, target)
    assert [file.name for file in target.iterdir()] == [WORKING]
    (left,) = (target / WORKING).iterdir()
    return left


@pytest.mark.parametrize("stage", ["link", "topics", "index", "judge", "findings"])
def test_what_is_done_is_not_done_again(stage: str, tmp_path: Path) -> None:
    broken_off(tmp_path / "out", stage)
    willing = evolve(PIPELINE, extractor=Unwilling())
    PartitionedCheck(willing, 1_000).run(CORPUS, tmp_path / "out")
    assert joined(tmp_path / "out") == EXPECTED


def test_only_what_is_left_of_a_stage_is_done(tmp_path: Path) -> None:
    broken_off(tmp_path / "out", "extract")
    read = []

    class Counting:
        def extract(self, document: Document, stated: bool = False) -> Extraction:
            read.append(document.name)
            return PIPELINE.extractor.extract(document)

    PartitionedCheck(evolve(PIPELINE, extractor=Counting()), 1_000).run(CORPUS, tmp_path / "out")
    assert joined(tmp_path / "out") == EXPECTED
    assert 0 < len(read) < len(ROWS)


@pytest.mark.parametrize("kind", ["claims/000001", "lines", "receipts/Canonize/000000"])
def test_damaged_files_are_noticed(kind: str, tmp_path: Path) -> None:
    left = broken_off(tmp_path / "out", "judge") / kind
    file = min(left.iterdir()) if left.is_dir() else left
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    PartitionedCheck(PIPELINE, 1_000).run(CORPUS, tmp_path / "out")
    assert joined(tmp_path / "out") == EXPECTED


def test_other_documents_or_settings_are_checked_anew(tmp_path: Path) -> None:
    broken_off(tmp_path / "out", "judge")
    fewer = fc.read_rows(ROWS[:5], "dams")
    settings = evolve(SETTINGS, min_confidence=0.8)
    PartitionedCheck(make_pipeline(settings), 1_000).run(fewer, tmp_path / "out")
    expected = "".join(render(fc.check(fewer, settings).run, "jsonl")).encode()
    assert joined(tmp_path / "out") == expected


def test_files_that_were_moved_before_it_ended_are_made_again(tmp_path: Path) -> None:
    left = broken_off(tmp_path / "out", "judgements")
    first = min((left / "lines").iterdir())
    first.rename(tmp_path / "out" / first.name)
    PartitionedCheck(PIPELINE, 1_000).run(CORPUS, tmp_path / "out")
    assert joined(tmp_path / "out") == EXPECTED


def test_files_of_ones_own_are_left_alone_beside_what_was_broken_off(tmp_path: Path) -> None:
    broken_off(tmp_path / "out", "judge")
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(ConfigurationError, match="holds files"):
        PartitionedCheck(PIPELINE, 1_000).run(CORPUS, tmp_path / "out")
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def written(folder: Path) -> Callable[[int], int]:
    return lambda part: write_values(folder / "kind" / str(part), [part])


def test_work_leaves_a_receipt_that_tells_damage(tmp_path: Path) -> None:
    once = Once(tmp_path, "writing", written(tmp_path))
    never = Once(tmp_path, "writing", lambda part: pytest.fail("is done again"))
    assert once(3) == never(3) == 1
    (tmp_path / "kind" / "3").unlink()
    with pytest.raises(DamagedError, match="kind/3"):
        never(3)
    drop(tmp_path, "kind")
    assert never(3) == 1
    assert digest_of(tmp_path / "kind" / "3") == b""


KILLED = """
import os, signal, sys
import factcheck as fc
from factcheck.extraction import ClauseExtractor

def told(stage, done, total):
    if stage == "pairs" and done == 1:
        os.kill(os.getpid(), signal.SIGKILL)

def unwilling(self, document, stated=False):
    raise AssertionError("is read again")

again = sys.argv[1] == "again"
if again:
    ClauseExtractor.extract = unwilling
settings = fc.Settings(part_size=1000, engine="serial")
fc.check_in_parts(fc.stream("."), "out", settings, None if again else told)
"""


def run(folder: Path, seed: str, *words: str) -> int:
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(Path(fc.__file__).parents[1]),
    }
    command = [sys.executable, "-c", KILLED, *words]
    return subprocess.run(command, cwd=folder, env=environment, check=False, timeout=100).returncode


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_check_that_was_killed_goes_on_in_another_process(tmp_path: Path) -> None:
    for row in ROWS:
        (tmp_path / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    expected = render(fc.check(fc.read(tmp_path), SETTINGS).run, "jsonl")
    assert run(tmp_path, "1", "first") == -signal.SIGKILL
    assert run(tmp_path, "2", "again") == 0
    assert joined(tmp_path / "out").decode() == expected
