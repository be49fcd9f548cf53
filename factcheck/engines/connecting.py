"""Clusters to work on: one of this machine's own, opened for a run, or one that runs."""

from __future__ import annotations

import gc
import json
import logging
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from factcheck.engines.cluster import Cluster
from factcheck.errors import ConfigurationError, EngineError

if TYPE_CHECKING:
    from distributed import LocalCluster

CONNECTING = 10
"""Seconds within which a scheduler has to answer."""


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
            with distributed.Client(cluster, set_as_default=False) as client, _dropped():
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
def _dropped() -> Iterator[None]:
    """Let an interrupt drop what was asked of a cluster without a word.

    Python would warn of each answer that nobody waits for any more, when it is collected.
    """
    try:
        yield
    except KeyboardInterrupt:
        warnings.filterwarnings("ignore", "coroutine 'Future.* was never awaited", RuntimeWarning)
        raise


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
    with client, _dropped():
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
