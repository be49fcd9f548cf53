"""Parts of the work on the workers of a Dask cluster: on this machine, or on many.

The work goes to each worker once, as the result of a task on which all parts depend, so that a
worker that joins late gets it too, and it is made anew should all who had it be gone. Parts that
were with a worker that died are done again by others.
"""

from __future__ import annotations

import gc
import json
import logging
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from attrs import define, field, frozen

from factcheck.engines.travel import numbers, outcome, taken
from factcheck.errors import ConfigurationError, EngineError
from factcheck.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Parts for each thread of the workers that may be begun before the first of them is taken, which
bounds how many results wait on the workers."""

CONNECTING = 10
"""Seconds within which a scheduler has to answer."""

LOOK = 1
"""Seconds after which a result that has not come makes us look whether there are workers."""


@frozen
class Cluster:
    """Does parts on the workers of a cluster; results come in the order of the parts.

    Attributes:
        client: the connection to the cluster's scheduler.
        name: what messages call the cluster.
        patience: seconds for which there may be no worker at all.
    """

    client: Client
    name: str
    patience: float = 60

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
            EngineError: the scheduler was lost, there are no workers, they cannot take up the
                work, or those that tried a part died.
            Exception: what ``work`` raised, as it raised it.
        """
        errand = _Errand(self, work, known)
        try:
            yield from errand.results(enumerate(parts))
        finally:
            errand.end()

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Say what it means where the connection breaks.

        Raises:
            EngineError: it broke.
        """
        from distributed.client import ClosedClientError

        try:
            yield
        except (CancelledError, ClosedClientError, OSError) as error:
            raise EngineError(
                f"the connection to {self.name} was lost, and with it the work; see to it that its"
                " scheduler runs on, and start again."
            ) from error


@define
class _Errand:
    """One piece of work: what of it is begun, and what is known to both sides."""

    cluster: Cluster
    work: Callable[[Any], Any]
    known: Sequence[object]
    _begun: deque[_Begun] = field(factory=deque, init=False)
    _shared: Future[Any] | None = field(default=None, init=False)
    _name: str = field(factory=lambda: uuid4().hex, init=False)

    def results(self, parts: Iterator[tuple[int, Any]]) -> Iterator[Any]:
        """Yield the results in order, with no more parts begun than may be."""
        for number, part in parts:
            while len(self._begun) >= self._most():
                yield taken(self._first(), self.known)
            with self.cluster.connected():
                if self._shared is None:
                    self._shared = self._handed()
                future = self._submitted("part", number, done, self._shared, part)
                self._begun.append(_Begun(number, part, future))
        while self._begun:
            yield taken(self._first(), self.known)

    def _handed(self) -> Future[Any]:
        """Hand the work to the workers."""
        import cloudpickle
        import dask

        try:
            content = cloudpickle.dumps((self.work, self.known))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise EngineError(
                f"the work cannot be handed to other processes: {error}; use the engine 'serial'."
            ) from error
        # That the work is large is no mistake here: it is sent once.
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}):
            shared = self._submitted("work", uuid4().hex, Kit, content, __version__)
        # Parts go where the work is, so it has to be everywhere before the first of them.
        workers = self.cluster.client.nthreads()  # type: ignore[no-untyped-call]
        with self._survived("the work"):
            for ready in [
                self._submitted("open", uuid4().hex, opened, shared, workers=at) for at in workers
            ]:
                self._result(ready)
        return shared

    def _most(self) -> int:
        """Return how many parts may be begun now."""
        with self.cluster.connected():
            threads: int = self.cluster.client.scheduler_info(n_workers=0)["total_threads"]
        return AHEAD * max(threads, 1)

    def _submitted(
        self,
        kind: str,
        number: object,
        function: Callable[..., object],
        *values: object,
        **how: str,
    ) -> Future[Any]:
        # Dask spreads tasks evenly whose keys differ in their second half only.
        return self.cluster.client.submit(
            function,
            *values,
            key=(f"factcheck-{kind}-{self._name}", number),
            pure=False,
            allow_other_workers=bool(how),
            **how,
        )

    def _first(self) -> bytes:
        """Return what came of the first part that is begun, and forget the part."""
        from distributed import KilledWorker

        first = self._begun[0]
        with self.cluster.connected():
            try:
                content: bytes = self._result(first.future)
            except KilledWorker:
                content = self._alone(first)
        self._begun.popleft()
        return content

    def _alone(self, part: _Begun) -> bytes:
        """Do a part again with nothing beside it.

        Dask blames all that was with a worker that died, whichever part killed it, and the work
        itself if it was being made there.
        """
        for one in self._begun:
            self._patiently(one.future.exception, LOOK)
        if self._shared is not None and self._shared.status == "error":
            self._shared = self._handed()
        part.future = self._submitted("alone", part.number, done, self._shared, part.part)
        with self._survived(f"part {part.number + 1} of the work, {part.part!r:.80},"):
            content: bytes = self._result(part.future)
        return content

    @contextmanager
    def _survived(self, what: str) -> Iterator[None]:
        from distributed import KilledWorker

        try:
            yield
        except KilledWorker as error:
            raise EngineError(
                f"every worker that took up {what} died of it; it may have run out of memory: give"
                " workers more, or look into their logs."
            ) from error

    def _result(self, future: Future[Any]) -> Any:
        from distributed import KilledWorker

        self._patiently(future.exception, LOOK)
        try:
            return self._patiently(future.result, self.cluster.patience)
        except (KilledWorker, CancelledError, EngineError):
            raise
        except Exception as error:
            raise EngineError(
                f"the workers of {self.cluster.name} cannot take up the work:"
                f" {type(error).__name__}: {error}; they need what this process has: factcheck"
                f" {__version__}, its extras, and your own modules."
            ) from error

    def _patiently(self, ask: Callable[[float], R], seconds: float) -> R:
        """Ask until there is an answer, as long as there are workers."""
        while True:
            try:
                return ask(seconds)
            except TimeoutError:
                self._see_workers()

    def _see_workers(self) -> None:
        cluster = self.cluster
        try:
            cluster.client.wait_for_workers(1, timeout=cluster.patience)
        except TimeoutError as error:
            raise EngineError(
                f"{cluster.name} has had no worker for {cluster.patience:g} seconds; see to it"
                " that some run (dask worker ADDRESS)."
            ) from error

    def end(self) -> None:
        """Take back what is not done."""
        futures = [one.future for one in self._begun]
        if self.cluster.client.status == "running" and futures:
            self.cluster.client.cancel(futures, force=True)  # type: ignore[no-untyped-call]
        self._begun.clear()
        self._shared = None


@define
class _Begun:
    """A part that was handed out."""

    number: int
    part: object
    future: Future[Any]


@define
class Kit:
    """The work and what is known to both sides, as it travels; it is opened where it is used.

    Attributes:
        content: both of them, pickled together so that what they share stays shared.
        version: of the library that made it.
    """

    content: bytes
    version: str
    _opened: tuple[Callable[[Any], Any], Sequence[object], dict[int, int]] | None = field(
        default=None, init=False, repr=False
    )

    def opened(self) -> tuple[Callable[[Any], Any], dict[int, int]]:
        """Return the work, and the numbers of what is known.

        Raises:
            EngineError: another version made it.
        """
        if self.version != __version__:
            raise EngineError(
                f"the workers have factcheck {__version__}, and {self.version} asks them; install"
                " the same version in both places."
            )
        if self._opened is None:
            work, known = pickle.loads(self.content)
            # Numbers go by identity, so what they are of has to stay.
            self._opened = work, known, numbers(known)
        work, _, numbered = self._opened
        return work, numbered

    def __reduce__(self) -> tuple[type[Kit], tuple[bytes, str]]:
        return Kit, (self.content, self.version)


def opened(kit: Kit) -> None:
    """Make the work ready, on a worker."""
    kit.opened()


def done(kit: Kit, part: object) -> bytes:
    """Return what the work makes of a part, on a worker."""
    work, known = kit.opened()
    return outcome(work, part, known)


@contextmanager
def local(count: int) -> Iterator[Cluster]:
    """Open a cluster of this machine's own, with a process for each of ``count`` workers.

    Raises:
        ConfigurationError: Dask is not installed.
        EngineError: the cluster cannot be started.
    """
    distributed = _distributed()
    import dask

    # Dask's own account of workers may miss some that died fast: it would end what starts them
    # again, and find a fault with itself (a KeyError) once it has ended everything.
    with dask.config.set({"distributed.deploy.lost-worker-timeout": "1 day"}):
        cluster = _started(distributed, count)
        try:
            with distributed.Client(cluster, set_as_default=False) as client:
                yield Cluster(client, "the local Dask cluster")
        finally:
            cluster.shutdown_on_close = False
            with suppress(KeyError):
                cluster.close()


def _started(distributed: ModuleType, count: int) -> LocalCluster:
    try:
        with _left_alone():
            cluster: LocalCluster = distributed.LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",
                worker_dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,
                # A part that kills two workers kills more, and new ones take seconds to start.
                scheduler_kwargs={"allowed_failures": 1, "dashboard": False},
            )
    except (OSError, RuntimeError) as error:
        raise EngineError(
            f"the local Dask cluster cannot be started: {str(error).rstrip('.')}; in a script of"
            " your own, begin the work below: if __name__ == '__main__'."
        ) from error
    return cluster


@contextmanager
def _left_alone() -> Iterator[None]:
    """Keep an interrupt from the keyboard from the threads and processes that are started.

    They would each show where they were; this process ends them. What it gets meanwhile waits.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # This process' helper undoes what is done here, unless it is there before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def connected(place: str) -> Iterator[Cluster]:
    """Open the connection to a cluster that runs.

    Args:
        place: the address of its scheduler, such as ``tcp://10.0.0.1:8786``, or the path of the
            file that the scheduler wrote.

    Raises:
        ConfigurationError: Dask is not installed.
        EngineError: there is no such scheduler.
    """
    distributed = _distributed()
    address = place if "://" in place else _written_address(Path(place))
    client, problem = None, ""
    try:
        client = distributed.Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        problem = str(error)
    if client is None:
        # What failed closes itself when it is collected, and waits for ever if that happens while
        # another client starts or ends.
        gc.collect()
        raise EngineError(
            f"no Dask scheduler answers at {address}: {problem}; start one with 'dask scheduler',"
            " or correct the setting 'engine'."
        )
    with client:
        yield Cluster(client, f"the Dask cluster at {address}")


def _written_address(path: Path) -> str:
    """Return the address in the file that a scheduler wrote."""
    try:
        address = json.loads(path.read_text(encoding="utf-8"))["address"]
    except OSError as error:
        raise EngineError(
            f"{path}: cannot be read: {error.strerror or error}; 'dask scheduler --scheduler-file"
            f" {path}' writes it."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{path}: is not the file of a Dask scheduler.") from error
    return str(address)


def _distributed() -> ModuleType:
    try:
        import distributed
    except ImportError as error:
        raise ConfigurationError(
            "the engine 'dask' needs Dask: pip install 'factcheck[dask]' installs it."
        ) from error
    return distributed
