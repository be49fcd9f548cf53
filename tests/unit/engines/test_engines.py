"""Work in other processes: the same results, in order, and clear words where it fails."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from factcheck.engines import LARGE, Processes, Serial, engines, parts, processors
from factcheck.engines.processes import AHEAD
from factcheck.errors import ConfigurationError, EngineError

THINGS = tuple([number] for number in range(5))


def squared(number: int) -> int:
    return number * number


def picked(things: tuple[list[int], ...], part: range) -> list[list[int]]:
    return [things[number] for number in part]


def at_least(least: int, number: int) -> int:
    if number < least:
        raise ConfigurationError(f"{number} is less than {least}.")
    return number


class UnsendableError(Exception):
    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} and {other}")
        self.held = threading.Lock()


def unsendable(number: int) -> int:
    raise UnsendableError(number, number)


def dying(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def leaving(number: int) -> int:
    os._exit(7)


def children() -> list[int | None]:
    return [process.pid for process in multiprocessing.active_children()]


def test_results_come_in_order_here() -> None:
    assert list(Serial().map(squared, range(50))) == [number * number for number in range(50)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_order(count: int) -> None:
    with Processes(count) as engine:
        assert list(engine.map(squared, range(50))) == [number * number for number in range(50)]
        assert list(engine.map(squared, [])) == []
    assert not children()


@pytest.fixture
def beside() -> Iterator[None]:
    """Another thread, beside which nothing can be forked."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    yield
    stop.set()
    thread.join()


def working(number: int) -> tuple[int, int | None]:
    return number, os.getpid()


@pytest.mark.usefixtures("beside")
def test_workers_that_cannot_be_forked_are_kept_and_sent_other_work() -> None:
    with Processes(2) as engine:
        assert not children()
        ((_, first),) = engine.map(working, range(1))
        assert children() == [first]
        found = list(engine.map(working, range(9)))
        assert [number for number, _ in found] == list(range(9))
        assert {worker for _, worker in found} == set(children())
        assert first in children() and len(children()) == 2
        (picks,) = engine.map(partial(picked, THINGS), [range(1, 4)], THINGS)
        assert all(one is other for one, other in zip(picks, THINGS[1:4], strict=True))
        with pytest.raises(ConfigurationError, match="1 is less than 3"):
            list(engine.map(partial(at_least, 3), [5, 4, 1, 6]))
        kept = children()[0]
        assert kept is not None
        os.kill(kept, signal.SIGKILL)
        assert list(engine.map(abs, range(-6, 0))) == [6, 5, 4, 3, 2, 1]
        assert kept not in children()
    assert not children()


@pytest.mark.usefixtures("beside")
def test_work_that_cannot_be_sent_is_told() -> None:
    with Processes(2) as engine:
        with pytest.raises(EngineError, match=r"cannot be handed .* use one job"):
            list(engine.map(partial(print, threading.Lock()), [1]))
        with pytest.raises(ModuleNotFoundError, match="elsewhere"):
            list(engine.map(OnlyHere(), [1]))
        assert list(engine.map(abs, [-1])) == [1]


class OnlyHere:
    """Work that no other process can open."""

    def __call__(self, number: int) -> int:
        return number

    def __reduce__(self) -> tuple[Callable[..., object], tuple[int]]:
        return refused, (os.getpid(),)


def refused(process: int) -> None:
    raise ModuleNotFoundError(f"made elsewhere, in {process}")


def test_what_is_known_comes_back_as_it_stands_here() -> None:
    with Processes(2) as engine:
        (found,) = engine.map(partial(picked, THINGS), [range(1, 4)], THINGS)
    assert all(one is other for one, other in zip(found, THINGS[1:4], strict=True))


def test_work_is_taken_up_only_so_far_ahead() -> None:
    taken = 0

    def asked() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with Processes(2) as engine:
        results = engine.map(squared, asked())
        assert next(results) == 1
        assert taken <= 2 * AHEAD + 2
        results.close()  # type: ignore[attr-defined]
    assert not children()


def test_an_error_comes_as_it_was_raised() -> None:
    with (
        Processes(2) as engine,
        pytest.raises(ConfigurationError, match=r"^1 is less than 3\.") as raised,
    ):
        list(engine.map(partial(at_least, 3), [5, 4, 1, 6]))
    assert "In a worker process" in raised.value.__notes__[0]
    assert not children()


def test_an_error_that_cannot_be_sent_is_told() -> None:
    with Processes(2) as engine, pytest.raises(EngineError, match="UnsendableError: 4 and 4"):
        list(engine.map(unsendable, [4]))


def dying_once(mark: Path, number: int) -> int:
    if number in {2, 6} and not (mark / str(number)).exists():
        (mark / str(number)).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("threads", [False, True])
def test_a_worker_that_is_killed_is_replaced(
    threads: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if threads:
        request.getfixturevalue("beside")
    with Processes(2) as engine:
        assert list(engine.map(partial(dying_once, tmp_path), range(9))) == list(range(9))
    assert len(list(tmp_path.iterdir())) == 2
    assert not children()


def test_a_part_that_kills_its_workers_is_told() -> None:
    with (
        Processes(2) as engine,
        pytest.raises(EngineError, match=r"ended by SIGKILL .* so did another.* try fewer jobs"),
    ):
        list(engine.map(dying, range(9)))
    assert not children()


def test_a_worker_that_leaves_is_told() -> None:
    with Processes(1) as engine, pytest.raises(EngineError, match="exit code 7"):
        list(engine.map(leaving, range(3)))


@pytest.mark.parametrize(
    ("choice", "jobs", "small", "large"),
    [
        ("auto", 0, Serial(), Processes(2)),
        ("auto", 1, Serial(), Serial()),
        ("auto", 3, Processes(3), Processes(3)),
        ("serial", 3, Serial(), Serial()),
        ("processes", 1, Processes(1), Processes(1)),
        ("processes", 0, Processes(2), Processes(2)),
    ],
)
def test_small_work_is_done_here_and_large_work_in_processes(
    choice: str, jobs: int, small: object, large: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.engines.choice.processors", lambda: 2)
    with engines(choice, jobs) as engine_for:
        assert (engine_for(LARGE - 1), engine_for(LARGE)) == (small, large)


def test_one_processor_does_all_work_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.engines.choice.processors", lambda: 1)
    with engines("auto", 0) as engine_for:
        assert engine_for(LARGE) == Serial()


def test_there_is_a_processor() -> None:
    assert processors() >= 1


@pytest.mark.parametrize(
    ("sizes", "found"),
    [
        ([], []),
        ([99], [range(1)]),
        ([5, 5, 5], [range(2), range(2, 3)]),
        ([99, 1, 1], [range(1), range(1, 3)]),
        ([0, 0, 0], [range(3)]),
    ],
)
def test_parts_are_of_like_size(sizes: list[int], found: list[range]) -> None:
    assert list(parts(sizes, 10)) == found
