"""Parts of the work in processes beside this one.

Each worker has a pipe of its own, so that one that dies is noticed at once, and all of them notice
where this process dies: their pipes end. They leave an interrupt from the keyboard to this process,
which then ends them.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from attrs import define, field, frozen

from factcheck.engines.travel import numbers, outcome, taken
from factcheck.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Parts for each worker that may be begun before the first of them is taken, which bounds how many
results are kept here."""


@frozen
class Processes:
    """Does parts in ``count`` processes at a time; results come in the order of the parts."""

    count: int

    def map(
        self, work: Callable[[T], R], parts: Iterable[T], known: Sequence[object] = (), /
    ) -> Iterator[R]:
        """Yield what ``work`` makes of every part, in their order.

        Args:
            work: what is done; it is handed to each worker once.
            parts: what it is done to; they and the results travel, so they should be small.
            known: values that both sides have: they travel as their number, and come back as
                the very values that stand here.

        Raises:
            EngineError: a worker died.
            Exception: what ``work`` raised, as it raised it.
        """
        with _Crew(work, known, self.count) as crew:
            yield from crew.results(enumerate(parts))


@define
class _Worker:
    """A process, the pipe to it, and the number of the part that it does, if any."""

    process: BaseProcess
    pipe: Connection
    part: int | None = None


@define
class _Crew:
    """Workers that are started together and ended together."""

    work: Callable[[Any], Any]
    known: Sequence[object]
    count: int
    _workers: list[_Worker] = field(factory=list, init=False)

    def __enter__(self) -> _Crew:
        context = _context()
        # What is here already is left alone by the collectors of the workers, which would
        # otherwise copy every page of it.
        gc.collect()
        gc.freeze()
        try:
            for _ in range(self.count):
                self._start(context)
        except BaseException:
            self._end()
            raise
        finally:
            gc.unfreeze()
        return self

    def __exit__(self, *problem: object) -> None:
        self._end()

    def _start(self, context: BaseContext) -> None:
        here, there = context.Pipe()
        # A forked worker inherits the pipes to those before it, which would never end.
        inherited = (
            [here, *(worker.pipe for worker in self._workers)]
            if context.get_start_method() == "fork"
            else []
        )
        process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, inherited, self.work, self.known), daemon=True
        )
        try:
            process.start()
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise EngineError(
                f"the work cannot be handed to other processes: {error}; use one job."
            ) from error
        there.close()
        self._workers.append(_Worker(process, here))

    def _end(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()

    def results(self, parts: Iterator[tuple[int, Any]]) -> Iterator[Any]:
        """Yield the results in order, with no more parts begun than may be."""
        done: dict[int, Any] = {}
        first = 0
        upcoming = next(parts, None)
        while upcoming is not None or done or any(one.part is not None for one in self._workers):
            for worker in self._workers:
                if upcoming is None or upcoming[0] >= first + AHEAD * self.count:
                    break
                if worker.part is None:
                    self._give(worker, *upcoming)
                    upcoming = next(parts, None)
            if first not in done:
                self._take(done)
            while first in done:
                yield done.pop(first)
                first += 1

    def _give(self, worker: _Worker, number: int, part: Any) -> None:
        worker.part = number
        try:
            worker.pipe.send(part)
        except OSError as error:
            raise self._died(worker) from error

    def _take(self, done: dict[int, Any]) -> None:
        """Wait for results, and keep those that have come."""
        pipes = {one.pipe: one for one in self._workers if one.part is not None}
        for pipe in wait(pipes):
            worker = pipes[pipe]  # type: ignore[index]
            try:
                content = worker.pipe.recv_bytes()
            except (EOFError, OSError) as error:
                raise self._died(worker) from error
            assert worker.part is not None
            done[worker.part] = taken(content, self.known)
            worker.part = None

    def _died(self, worker: _Worker) -> EngineError:
        worker.process.join()
        code = worker.process.exitcode
        how = (
            f"was ended by {signal.Signals(-code).name}"
            if code is not None and code < 0
            else f"ended with exit code {code}"
        )
        hint = " It may have run out of memory: try fewer jobs." if code == -signal.SIGKILL else ""
        return EngineError(f"a worker process {how} before its work was done.{hint}")


def _context() -> BaseContext:
    """Return how processes are started.

    A fork has everything that is here without a copy; it is not safe beside other threads, nor on
    macOS, where what was here is sent over instead.
    """
    fork = "fork" in multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1 and sys.platform != "darwin"
    return multiprocessing.get_context("fork" if fork and alone else "spawn")


def _serve(
    pipe: Connection,
    inherited: Sequence[Connection],
    work: Callable[[Any], Any],
    known: Sequence[object],
) -> None:
    """Do part after part until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    shared = numbers(known)
    while True:
        try:
            part = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send_bytes(outcome(work, part, shared))
        except OSError:
            return
