"""An engine that does all work here and measures what workers would do and send."""

from __future__ import annotations

import pickle
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field
from measuring import needed

from factcheck.engines.travel import numbers, outcome, taken


@define
class Cost:
    """What a stage costs.

    Attributes:
        parts: how many parts of work it is.
        seconds: processor time of the workers.
        handed: bytes of the work, which every worker gets once.
        came: bytes of parts and results.
        written: bytes of files left for later stages.
    """

    parts: int = 0
    seconds: float = 0.0
    handed: int = 0
    came: int = 0
    written: int = 0


@define
class Meter:
    """Works here as a worker would, and books what that costs on the stage that is on.

    Attributes:
        folder: where stages leave files; None where they leave none.
        stage: the stage that is on.
        costs: what was measured, by stage.
        aside: processor time that went into measuring.
    """

    folder: Path | None = None
    stage: str = ""
    costs: defaultdict[str, Cost] = field(factory=lambda: defaultdict(Cost), init=False)
    aside: float = field(default=0.0, init=False)

    def map(
        self, work: Callable[[Any], Any], parts: Iterable[Any], known: Sequence[object] = (), /
    ) -> Iterator[Any]:
        """Yield what ``work`` makes of every part, in their order."""
        cost = self.costs[self.stage]
        begun = time.process_time()
        cost.handed += len(needed("cloudpickle").dumps((work, known)))
        self.aside += time.process_time() - begun
        numbered = numbers(known)
        for part in parts:
            before, begun = self._written(), time.process_time()
            content = outcome(work, part, numbered)
            cost.seconds += time.process_time() - begun
            cost.written += self._written() - before
            cost.came += len(pickle.dumps(part)) + len(content)
            cost.parts += 1
            yield taken(content, known)

    def _written(self) -> int:
        begun = time.process_time()
        files = self.folder.rglob("*") if self.folder else ()
        size = sum(file.stat().st_size for file in files if file.is_file())
        self.aside += time.process_time() - begun
        return size
