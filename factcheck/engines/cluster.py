"""Parts of the work on the workers of a Dask cluster.

The work goes to each worker once, as the result of a task on which all parts depend, so that a
worker that joins late gets it too, and it is made anew should all who had it be gone. Parts that
were with a worker that died are done again by others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from attrs import define, field, frozen

from factcheck.engines.travel import Kit, outcome, packed, taken
from factcheck.errors import EngineError
from factcheck.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Parts for each thread of the workers that may be begun before the first of them is taken, which
bounds how many results wait on the workers."""

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

        kit = packed(self.work, self.known, cloudpickle.dumps, "use the engine 'serial'")
        # That the work is large is no mistake here: it is sent once.
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}):
            shared = self._submitted("work", uuid4().hex, Kit, kit.content, kit.version)
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


def opened(kit: Kit) -> None:
    """Make the work ready, on a worker."""
    kit.opened()


def done(kit: Kit, part: object) -> bytes:
    """Return what the work makes of a part, on a worker."""
    work, known = kit.opened()
    return outcome(work, part, known)
