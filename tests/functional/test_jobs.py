"""``--jobs``: the same bytes, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import factcheck as fc
from factcheck.pipeline import make_pipeline
from factcheck.serialization import to_data
from factcheck.settings import Settings

COMMAND = [sys.executable, "-m", "factcheck"]
SITES = ("bridge", "weir", "mill", "lock", "quay")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(12):
        said = " ".join(
            f"The Orne {site} was built in {1900 + (number * place) % 7}. The Orne {site} is"
            f" {20 + number % 3} metres long. It has {'no ' if number % 4 else ''}iron gates."
            for place, site in enumerate(SITES)
        )
        (tmp_path / f"{number:02}.txt").write_text(said, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, timeout=120, check=False
    )


@pytest.mark.parametrize("command", ["check", "extract"])
def test_the_same_bytes_whatever_the_jobs(command: str, folder: Path) -> None:
    one, three = (run(command, folder, "--format", "json", "--jobs", n) for n in "13")
    assert one.returncode == three.returncode
    assert one.stdout == three.stdout
    assert len(one.stdout) > 1000


def test_the_same_run_in_small_parts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.pipeline.CHUNK", 200)
    corpus = fc.read(folder)
    one, two = (make_pipeline(Settings(jobs=jobs)).run(corpus) for jobs in (1, 2))
    assert len(one.judgements) > 50
    assert to_data(one) == to_data(two)
    assert all(claim.source is two.corpus.document(claim.source.name) for claim in two.claims)
    known = {id(claim) for claim in two.claims}
    assert all(id(claim) in known for judged in two.judgements for claim in (judged.a, judged.b))


def test_jobs_are_no_matter_of_the_record() -> None:
    assert Settings(jobs=3).as_data() == Settings().as_data()


@pytest.mark.parametrize("jobs", ["-1", "many"])
def test_a_wrong_number_of_jobs_is_told(jobs: str, folder: Path) -> None:
    ended = run("check", folder, f"--jobs={jobs}")
    assert ended.returncode == 2
    assert b"jobs" in ended.stderr


BUSY = """
import signal, sys, time
from factcheck.cli import main
from factcheck.extraction import ClauseExtractor

# Where the tests run in the background, interrupts are ignored, and so they would be here.
signal.signal(signal.SIGINT, signal.default_int_handler)

def extract(self, document, stated=False):
    print(__import__("os").getpid(), flush=True)
    time.sleep({seconds})

ClauseExtractor.extract = extract
sys.argv[1:] = ["check", {folder!r}, "--jobs", "2"]
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(
    ("sent", "code", "seconds"), [(signal.SIGINT, 130, 60), (signal.SIGKILL, -9, 2)]
)
def test_no_worker_outlives_the_command(
    sent: signal.Signals, code: int, seconds: int, folder: Path
) -> None:
    program = [sys.executable, "-c", BUSY.format(folder=str(folder), seconds=seconds)]
    for path in folder.iterdir():
        path.write_text("The weir leaks. " * 3000, encoding="utf-8")
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        workers = [int(process.stdout.readline()) for _ in range(2)]
        process.send_signal(sent)
        assert process.wait(20) == code
        until = time.monotonic() + 20
        while any(map(alive, workers)) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(map(alive, workers))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rsplit(") ", 1)[1][0] != "Z"
