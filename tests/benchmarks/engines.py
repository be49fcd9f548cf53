"""What a Dask cluster of two workers costs against two processes, and what has to travel.

Time is that of the processors of all processes together: of the one that asks, of the workers, and
with Dask of the scheduler and what watches the workers too.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from material import generated
from measuring import Row, needed, seconds_of, times
from metering import Meter

from factcheck.engines import Processes
from factcheck.model import Corpus
from factcheck.partitions import PartitionedCheck
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.protocols import Engine
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.engines.cluster import Cluster

DOCUMENTS = 25
PART = 10_000
"""Characters of a part where a check is made in parts: some dozen of them."""
WORKERS = 2
REPEATS = 3


@frozen
class Stage:
    """Something that engines do.

    Attributes:
        name: what it is called.
        on: does it on an engine.
    """

    name: str
    on: Callable[[Engine], object]


def rows() -> Iterator[Row]:
    """Yield what stages cost on a cluster, and what travels."""
    needed("distributed")
    with TemporaryDirectory() as folder:
        claims, stages = _stages(generated(DOCUMENTS), Path(folder))
        # Without other threads, as there are once a cluster is open, processes are forked.
        on_processes = [_median(stage, Processes(WORKERS), _spent) for stage in stages]
        opened, on_cluster = _on_cluster(stages)
        bare = seconds_of((sys.executable, "-c", "pass"))
        yield Row("opening a cluster of two workers", times(opened / bare), "starting Python")
        for stage, here, there in zip(stages, on_processes, on_cluster, strict=True):
            yield Row(f"{stage.name} on it", times(there / here), "two processes")
            meter = Meter()
            stage.on(meter)
            handed = sum(cost.handed for cost in meter.costs.values())
            came = sum(cost.came for cost in meter.costs.values())
            for what, size in (("work for each worker", handed), ("parts and results", came)):
                yield Row(f"{stage.name}: {what}", f"{size / claims:,.0f} bytes", "each claim")


def _stages(corpus: Corpus, folder: Path) -> tuple[int, list[Stage]]:
    """Return how many claims a corpus has, and what is done with it."""
    pipeline = make_pipeline(Settings())
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    linked = pipeline.linker(claims, corpus)
    pairs = pipeline.blocker(linked.claims, linked.weights).pairs
    judge = pipeline.make_judge(linked)
    numbers = count()

    def on(engine: Engine) -> Pipeline:
        return evolve(pipeline, engine_for=lambda size: engine)

    def whole(engine: Engine) -> None:
        PartitionedCheck(on(engine), PART).run(corpus, folder / str(next(numbers)))

    def extract(engine: Engine) -> None:
        on(engine).extract(corpus)

    def compare(engine: Engine) -> None:
        on(engine).judge(judge, pairs, linked.claims)

    named = {"extracting": extract, "judging": compare, "a check in parts": whole}
    return len(claims), [Stage(name, on) for name, on in named.items()]


def _on_cluster(stages: Sequence[Stage]) -> tuple[float, list[float]]:
    """Return what it takes to open and close a cluster, and what stages take on it."""
    from factcheck.engines.connecting import local

    begun = _spent()
    with local(WORKERS) as cluster:
        spent = partial(_spent_with, cluster)
        before = spent()
        taken = [_median(stage, cluster, spent) for stage in stages]
        after = spent()
    return _spent() - begun - (after - before), taken


def _median(stage: Stage, engine: Engine, spent: Callable[[], float]) -> float:
    times = []
    for _ in range(REPEATS):
        before = spent()
        stage.on(engine)
        times.append(spent() - before)
    return median(times)


def _spent() -> float:
    """Return the seconds of this process, and of those that it has ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _spent_with(cluster: Cluster) -> float:
    """Return the seconds of this process, in which the scheduler is too, and of the workers."""
    workers: dict[str, float] = cluster.client.run(time.process_time)
    return time.process_time() + sum(workers.values())
