"""``--jobs`` and ``--engine``: the same bytes, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

import factcheck as fc
from factcheck.engines.connecting import local
from factcheck.model import CandidatePair
from factcheck.pipeline import Progress, make_pipeline, silent
from factcheck.reading import corpus_of
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


def test_the_same_bytes_whatever_the_engine(folder: Path) -> None:
    asked = ("check", folder, "--format", "json", "--jobs", "2", "--engine")
    serial, processes, dask = (run(*asked, one) for one in ("serial", "processes", "dask"))
    assert serial.stdout == processes.stdout == dask.stdout
    assert serial.stderr == processes.stderr == dask.stderr
    assert len(serial.stdout) > 1000


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with local(2) as opened:
        yield opened.client.scheduler_info()["address"]


def test_the_same_run_on_a_cluster_in_small_parts(
    cluster: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.pipeline.CHUNK", 2000)
    corpus = fc.read(folder)
    engines = ("serial", f"dask:{cluster}")
    one, two = (make_pipeline(Settings(engine=engine)).run(corpus) for engine in engines)
    assert to_data(one) == to_data(two)
    known = {id(claim) for claim in two.claims}
    assert all(id(claim) in known for judged in two.judgements for claim in (judged.a, judged.b))


def kill_a_worker(cluster: str) -> None:
    with Client(cluster, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        # One killed a moment ago may not have been replaced yet, and answers nothing.
        working = client.run(os.getpid, on_error="ignore")
        os.kill(min(working.values()), signal.SIGKILL)


def test_the_same_run_on_a_cluster_whose_worker_is_killed(
    cluster: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.pipeline.CHUNK", 2000)
    corpus = fc.read(folder)
    killed = 0

    def kill(stage: str, done: int, total: int) -> None:
        nonlocal killed
        if killed < 2 and done > total / 3 * (killed + 1):
            kill_a_worker(cluster)
            killed += 1

    found = make_pipeline(Settings(engine=f"dask:{cluster}")).run(corpus, kill)
    assert killed == 2
    assert to_data(found) == to_data(make_pipeline(Settings(engine="serial")).run(corpus))


def in_parts(folder: Path, target: Path, engine: str, progress: Progress = silent) -> bytes:
    settings = Settings(engine=engine, part_size=1000)
    fc.check_in_parts(fc.stream(folder), target, settings, progress)
    return b"".join(file.read_bytes() for file in sorted(target.iterdir()))


def test_a_check_in_parts_is_not_harmed_where_workers_are_killed_between_parts_that_meet(
    cluster: str, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")
    killed = []

    def kill(stage: str, done: int, total: int) -> None:
        if stage in {"link", "judge"} and done == 1 and stage not in killed:
            killed.append(stage)
            kill_a_worker(cluster)

    found = in_parts(folder, out / "dask", f"dask:{cluster}", kill)
    assert killed == ["link", "judge"]
    assert found == in_parts(folder, out / "serial", "serial")


def test_nothing_to_check_is_no_trouble_on_a_cluster(cluster: str) -> None:
    found = fc.check(corpus_of(()), Settings(engine=f"dask:{cluster}"))
    assert found.claims == ()


def test_a_judge_of_ones_own_works_on_a_cluster(cluster: str, folder: Path) -> None:
    class Wary:
        def judge(self, pair: CandidatePair) -> None:
            return None

    found = fc.check(fc.read(folder), Settings(engine=f"dask:{cluster}"), judge=Wary())
    assert found.judgements == ()


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
import os, signal, sys, time
from factcheck.cli import main
from factcheck.extraction import ClauseExtractor

# Where the tests run in the background, interrupts are ignored, and so they would be here.
signal.signal(signal.SIGINT, signal.default_int_handler)

def extract(self, document, stated=False):
    os.write(1, b"%d\\n" % os.getpid())
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


BUSY_EVERYWHERE = """
import os, signal, time
from pathlib import Path
from factcheck.extraction import ClauseExtractor

# Where the tests run in the background, interrupts are ignored, and so they would be here.
signal.signal(signal.SIGINT, signal.default_int_handler)

def extract(self, document, stated=False):
    Path(os.environ["BUSY"], str(os.getpid())).touch()
    time.sleep(60)

ClauseExtractor.extract = extract
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_ends_a_cluster_of_ones_own(folder: Path, tmp_path_factory: Any) -> None:
    # Python imports a module of this name whenever it starts, so that workers are busy too.
    everywhere, busy = tmp_path_factory.mktemp("everywhere"), tmp_path_factory.mktemp("busy")
    (everywhere / "sitecustomize.py").write_text(BUSY_EVERYWHERE)
    for path in folder.iterdir():
        path.write_text("The weir leaks. " * 3000, encoding="utf-8")
    command = [*COMMAND, "check", str(folder), "--engine", "dask", "--jobs", "2"]
    places = os.pathsep.join(map(str, (everywhere, Path(fc.__file__).parents[1])))
    environment = os.environ | {"BUSY": str(busy), "PYTHONPATH": places}
    # A terminal interrupts all that runs in it.
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, start_new_session=True, text=True
    ) as process:
        until = time.monotonic() + 60
        while len([*busy.iterdir()]) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        workers = [int(path.name) for path in busy.iterdir()]
        os.killpg(process.pid, signal.SIGINT)
        try:
            assert process.wait(60) == 130
        finally:
            process.kill()
        assert process.stderr is not None
        assert process.stderr.read().split("\n") == ["", "factcheck: error: interrupted", ""]
        assert len(workers) == 2
        assert not any(map(alive, workers))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rsplit(") ", 1)[1][0] != "Z"
