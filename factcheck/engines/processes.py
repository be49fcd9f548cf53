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
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from attrs import define, field

from factcheck.engines.travel import Kit, Work, failure, outcome, packed, taken
from factcheck.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Parts for each worker that may be begun before the first of them is taken, which bounds how many
results are kept here."""


@define
class Processes:
    """Does parts in ``count`` processes at a time; results come in the order of the parts.

    Processes start when there are parts for them. Those that are dear to start are kept from one
    piece of work to the next, until the engine is left as a context.
    """

    count: int
    _idle: list[_Worker] = field(factory=list, init=False, eq=False, repr=False)

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *problem: object) -> None:
        _end(self._idle)
        self._idle.clear()

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
            EngineError: two workers died of one part.
            Exception: what ``work`` raised, as it raised it.
        """
        crew = _Crew(work, known, self.count, self._idle)
        try:
            yield from crew.results(enumerate(parts))
        finally:
            crew.end()


@define
class _Worker:
    """A process, the pipe to it, whether it has the work, and the part that it does, if any.

    A process that was forked has the work for which it was; others are sent one after the other.
    """

    process: BaseProcess
    pipe: Connection
    forked: bool
    ready: bool
    part: tuple[int, Any] | None = None


@define
class _Crew:
    """Workers that do one piece of work."""

    work: Work
    known: Sequence[object]
    count: int
    idle: list[_Worker]
    _workers: list[_Worker] = field(factory=list, init=False)
    _deadly: set[int] = field(factory=set, init=False)

    def results(self, parts: Iterator[tuple[int, Any]]) -> Iterator[Any]:
        """Yield the results in order, with no more parts begun than may be."""
        done: dict[int, Any] = {}
        first = 0
        begin = list(islice(parts, self.count))
        self._gather(len(begin))
        rest = chain(begin, parts)
        upcoming = next(rest, None)
        while upcoming is not None or done or any(one.part is not None for one in self._workers):
            for worker in tuple(self._workers):
                if upcoming is None or upcoming[0] >= first + AHEAD * self.count:
                    break
                if worker.part is None:
                    self._give(worker, *upcoming)
                    upcoming = next(rest, None)
            if first not in done:
                self._take(done)
            while first in done:
                yield done.pop(first)
                first += 1

    def end(self) -> None:
        """Keep workers that can be sent other work, and end the others."""
        kept = [one for one in self._workers if one.part is None and not one.forked]
        for worker in kept:
            worker.ready = False
        self.idle.extend(kept)
        _end([one for one in self._workers if one not in kept])
        self._workers.clear()

    def _gather(self, count: int) -> None:
        """Have so many workers."""
        while self.idle and len(self._workers) < count:
            self._workers.append(self.idle.pop())
        if len(self._workers) == count:
            return
        # What is here already is left alone by the collectors of the workers, which would
        # otherwise copy every page of it.
        gc.collect()
        gc.freeze()
        try:
            while len(self._workers) < count:
                self._start()
        finally:
            gc.unfreeze()

    def _start(self) -> _Worker:
        context = _context()
        forked = context.get_start_method() == "fork"
        here, there = context.Pipe()
        # A forked worker inherits the pipes to those before it, which would never end.
        inherited = [here, *(one.pipe for one in (*self._workers, *self.idle))] if forked else []
        has = Kit.at_hand(self.work, self.known) if forked else None
        process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, inherited, has), daemon=True
        )
        process.start()
        there.close()
        self._workers.append(_Worker(process, here, forked, forked))
        return self._workers[-1]

    def _give(self, worker: _Worker, number: int, part: Any) -> None:
        worker.part = number, part
        handed = (
            None if worker.ready else packed(self.work, self.known, pickle.dumps, "use one job")
        )
        try:
            worker.pipe.send((handed, part))
            worker.ready = True
        except OSError:
            self._replace(worker)

    def _take(self, done: dict[int, Any]) -> None:
        """Wait for results, and keep those that have come."""
        pipes = {one.pipe: one for one in self._workers if one.part is not None}
        for pipe in wait(pipes):
            worker = pipes[pipe]  # type: ignore[index]
            try:
                content = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            assert worker.part is not None
            number, _ = worker.part
            worker.part = None
            done[number] = taken(content, self.known)

    def _replace(self, worker: _Worker) -> None:
        """Have another worker do the part of one that died.

        Raises:
            EngineError: it is the second that died of this part.
        """
        assert worker.part is not None
        number, part = worker.part
        worker.process.join()
        code = worker.process.exitcode
        self._workers.remove(worker)
        _end([worker])
        if number in self._deadly:
            raise EngineError(_told(code))
        self._deadly.add(number)
        self._give(self._start(), number, part)


def _end(workers: Iterable[_Worker]) -> None:
    for worker in workers:
        worker.pipe.close()
        worker.process.terminate()
    for worker in workers:
        worker.process.join()
        worker.process.close()


def _told(code: int | None) -> str:
    """Return what an exit code of workers says."""
    how = (
        f"was ended by {signal.Signals(-code).name}"
        if code is not None and code < 0
        else f"ended with exit code {code}"
    )
    hint = " It may have run out of memory: try fewer jobs." if code == -signal.SIGKILL else ""
    return f"a worker process {how} before its work was done, and so did another.{hint}"


def _context() -> BaseContext:
    """Return how processes are started.

    A fork has everything that is here without a copy; it is not safe beside other threads, nor on
    macOS, where what was here is sent over instead.
    """
    fork = "fork" in multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1 and sys.platform != "darwin"
    return multiprocessing.get_context("fork" if fork and alone else "spawn")


def _serve(pipe: Connection, inherited: Sequence[Connection], kit: Kit | None) -> None:
    """Do part after part, of this work and of what is sent, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    while True:
        try:
            sent, part = pipe.recv()
            # What is replaced is let go of before the other is opened.
            kit, sent = sent or kit, None
            assert kit is not None
            pipe.send_bytes(_done(kit, part))
        except (EOFError, OSError):
            return


def _done(kit: Kit, part: object) -> bytes:
    try:
        work, known = kit.opened()
    except Exception as error:
        return failure(error)
    return outcome(work, part, known)
