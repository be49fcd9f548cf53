"""Work on a Dask cluster of real processes: the same results, whatever dies meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from factcheck.engines import connecting, engines, travel
from factcheck.engines.cluster import AHEAD, Cluster
from factcheck.engines.connecting import connected, local
from factcheck.errors import ConfigurationError, EngineError

THINGS = tuple([number] for number in range(5))


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with local(2) as opened:
        yield opened


def squared(number: int) -> int:
    return number * number


def picked(things: tuple[list[int], ...], part: range) -> list[list[int]]:
    return [things[number] for number in part]


def at_least(least: int, number: int) -> int:
    if number < least:
        raise ConfigurationError(f"{number} is less than {least}.")
    return number


def unreadable(number: int) -> int:
    return Path(f"nowhere/{number}").stat().st_size


class UnsendableError(Exception):
    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} and {other}")


def unsendable(number: int) -> int:
    raise UnsendableError(number, number)


def slow(number: int) -> tuple[int, int]:
    time.sleep(0.05)
    return number, os.getpid()


def slower(number: int) -> tuple[int, int]:
    # Long enough for an idle worker to take over from a busy one, however slow the machine is.
    time.sleep(0.5)
    return number, os.getpid()


def die() -> None:
    # A worker that dies while it is still being started is not started again.
    time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGKILL)


def dying(at: int, number: int) -> int:
    if number == at:
        die()
    return number


def dying_once(folder: Path, number: int) -> int:
    mark = folder / str(number)
    if number % 4 == 1 and not mark.exists():
        mark.touch()
        die()
    return number


def test_results_come_in_order(cluster: Cluster) -> None:
    assert list(cluster.map(squared, range(50))) == [number * number for number in range(50)]


def test_nothing_to_do_is_done_at_once(cluster: Cluster) -> None:
    assert list(cluster.map(squared, [])) == []


def test_few_parts_are_spread_too(cluster: Cluster) -> None:
    assert len({worker for _, worker in cluster.map(slower, range(4))}) == 2


def test_what_is_known_comes_back_as_it_stands_here(cluster: Cluster) -> None:
    (found,) = cluster.map(partial(picked, THINGS), [range(1, 4)], THINGS)
    assert all(one is other for one, other in zip(found, THINGS[1:4], strict=True))


def test_what_is_defined_here_only_is_handed_over(cluster: Cluster) -> None:
    factor = 3
    assert list(cluster.map(lambda number: factor * number, range(3))) == [0, 3, 6]


def test_work_is_taken_up_only_so_far_ahead(cluster: Cluster) -> None:
    taken = 0

    def asked() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = cluster.map(squared, asked())
    assert next(results) == 1
    assert taken <= 2 * AHEAD + 2
    results.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 10
    while (left := held(cluster)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def held(cluster: Cluster) -> list[str]:
    """What the cluster still keeps."""
    return cluster.client.run_on_scheduler(lambda dask_scheduler: [*map(str, dask_scheduler.tasks)])  # type: ignore[no-any-return, no-untyped-call]


def test_an_error_comes_as_it_was_raised(cluster: Cluster) -> None:
    with pytest.raises(ConfigurationError, match=r"^1 is less than 3\.") as raised:
        list(cluster.map(partial(at_least, 3), [5, 4, 1, 6]))
    assert "In a worker process" in raised.value.__notes__[0]


def test_an_error_like_those_of_connections_comes_as_it_was_raised(cluster: Cluster) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        list(cluster.map(unreadable, range(3)))


def test_an_error_that_cannot_be_sent_is_told(cluster: Cluster) -> None:
    with pytest.raises(EngineError, match="UnsendableError: 4 and 4"):
        list(cluster.map(unsendable, [4]))


def test_work_that_cannot_be_sent_is_told(cluster: Cluster) -> None:
    with pytest.raises(EngineError, match="cannot be handed"):
        list(cluster.map(partial(print, threading.Lock()), [4]))


def test_another_version_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(travel, "__version__", "0.0.1")
    with pytest.raises(EngineError, match=r"workers have factcheck .*, and 0\.0\.1 asks them"):
        list(cluster.map(squared, [3]))


class AtHome:
    """Work that can be made here only."""

    def __call__(self, number: int) -> int:
        return number

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[int]]:
        return made_at, (os.getpid(),)


def made_at(process: int) -> AtHome:
    if process != os.getpid():
        raise ModuleNotFoundError("No module named 'mine'")
    return AtHome()


def test_workers_that_lack_something_are_told(cluster: Cluster) -> None:
    with pytest.raises(EngineError, match=r"cannot take up the work: .*'mine'; they need"):
        list(cluster.map(AtHome(), [3]))


def is_written(file: Path) -> bool:
    return file.exists() and file.read_text().rstrip().endswith("}")


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """A scheduler in a process of its own, and the file that it wrote."""
    file = tmp_path / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"]
    command = [sys.executable, "-m", "dask", "scheduler", *options, "--scheduler-file", str(file)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=tmp_path) as process:
        until = time.monotonic() + 30
        while not is_written(file) and time.monotonic() < until:
            time.sleep(0.05)
        yield process, file
        process.kill()


def test_a_cluster_that_runs_is_found_and_told_where_it_has_no_workers(
    scheduler: tuple[subprocess.Popen[bytes], Path],
) -> None:
    process, file = scheduler
    address = json.loads(file.read_text())["address"]
    with connected(str(file)) as found:
        impatient = Cluster(found.client, found.name, patience=0.1)
        with pytest.raises(EngineError, match=f"{address} has had no worker for 0.1 seconds"):
            list(impatient.map(squared, [1]))
    with engines(f"dask:{address}", 0) as engine_for:
        results = engine_for(1).map(squared, [1])
        process.kill()
        with pytest.raises(EngineError, match=f"connection to the Dask cluster at {address}"):
            list(results)


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "CONNECTING", 0.2)
    told = r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"
    with pytest.raises(EngineError, match=told), engines("dask:tcp://127.0.0.1:9", 0):
        pass


@pytest.mark.parametrize("address", ["tcp://", "smoke://here", "tcp://a:b:c"])
def test_an_address_that_is_none_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "CONNECTING", 0.2)
    with pytest.raises(EngineError, match="no Dask scheduler answers"), connected(address):
        pass


@pytest.mark.parametrize("content", [None, "", "[]", "{}", "tcp://127.0.0.1:9"])
def test_a_file_that_is_none_of_a_scheduler_is_told(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "scheduler.json"
    if content is not None:
        path.write_text(content)
    told = r"scheduler\.json: (cannot be read|is not the file)"
    with pytest.raises(EngineError, match=told), connected(str(path)):
        pass


def test_the_extra_is_named_where_dask_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = r"pip install 'factcheck\[dask\]'"
    with pytest.raises(ConfigurationError, match=told), engines("dask", 2):
        pass


def test_a_worker_that_is_killed_harms_no_result(cluster: Cluster) -> None:
    found = []
    for number, worker in cluster.map(slow, range(40)):
        found.append(number)
        if number == 5:
            os.kill(worker, signal.SIGKILL)
    assert found == list(range(40))


def test_parts_that_were_beside_a_dying_one_are_not_blamed(
    cluster: Cluster, tmp_path: Path
) -> None:
    assert list(cluster.map(partial(dying_once, tmp_path), range(12))) == list(range(12))


def test_a_part_that_kills_every_worker_is_named(cluster: Cluster) -> None:
    with pytest.raises(EngineError, match=r"took up part 7 of the work, 6, died of it"):
        list(cluster.map(partial(dying, 6), range(12)))
    assert list(cluster.map(squared, [3])) == [9]
