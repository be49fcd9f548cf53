"""Work in other processes: the same results, in order, and clear words where it fails."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from factcheck.engines import LARGE, Processes, Serial, engine_for, parts, processors
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


@pytest.mark.parametrize("engine", [Serial(), Processes(1), Processes(2), Processes(3)])
def test_results_come_in_order(engine: Serial | Processes) -> None:
    assert list(engine.map(squared, range(50))) == [number * number for number in range(50)]
    assert list(engine.map(squared, [])) == []
    assert not children()


def test_results_come_in_order_where_nothing_can_be_forked() -> None:
    stop = threading.Event()
    beside = threading.Thread(target=stop.wait)
    beside.start()
    try:
        assert list(Processes(2).map(abs, range(-6, 0))) == [6, 5, 4, 3, 2, 1]
    finally:
        stop.set()
        beside.join()


def test_what_is_known_comes_back_as_it_stands_here() -> None:
    (found,) = Processes(2).map(partial(picked, THINGS), [range(1, 4)], THINGS)
    assert all(one is other for one, other in zip(found, THINGS[1:4], strict=True))


def test_work_is_taken_up_only_so_far_ahead() -> None:
    taken = 0

    def asked() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = Processes(2).map(squared, asked())
    assert next(results) == 1
    assert taken <= 2 * AHEAD + 2
    results.close()  # type: ignore[attr-defined]
    assert not children()


def test_an_error_comes_as_it_was_raised() -> None:
    with pytest.raises(ConfigurationError, match=r"^1 is less than 3\.") as raised:
        list(Processes(2).map(partial(at_least, 3), [5, 4, 1, 6]))
    assert "In a worker process" in raised.value.__notes__[0]
    assert not children()


def test_an_error_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(EngineError, match="UnsendableError: 4 and 4"):
        list(Processes(2).map(unsendable, [4]))


def test_a_worker_that_is_killed_is_told() -> None:
    with pytest.raises(EngineError, match=r"ended by SIGKILL .* try fewer jobs"):
        list(Processes(2).map(dying, range(9)))
    assert not children()


def test_a_worker_that_leaves_is_told() -> None:
    with pytest.raises(EngineError, match="exit code 7"):
        list(Processes(1).map(leaving, range(3)))


def test_small_work_is_done_here_and_large_work_in_processes() -> None:
    assert engine_for(0, LARGE - 1) == Serial()
    many = Serial() if processors() == 1 else Processes(processors())
    assert engine_for(0, LARGE) == many
    assert engine_for(1, 10 * LARGE) == Serial()
    assert engine_for(3, 1) == Processes(3)


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
