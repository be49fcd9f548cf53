"""Whether whole checks have become slower: their time against the floor, now and when recorded.

    python tests/benchmarks/guard.py

Warns where a check of the seeds or of an example collection costs a fifth more, as a ratio to one
pass of a tokenising regular expression in the same run, than when it was last recorded.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import record
from floor import AGAINST, tokenising
from material import SEEDS, examples, text_of
from measuring import Row, times

import factcheck as fc

SLOWER = 1.2
REPEATS = 5
PASSES = 20
"""Passes that are timed together; one over a short text is too quick to time."""


def rows() -> Iterator[Row]:
    """Yield what a check of each collection costs."""
    for folder in (*examples(), SEEDS):
        if not folder.is_dir():
            print(f"left out: no folder of {folder.name} lies at {folder}", file=sys.stderr)
            continue
        corpus = fc.read(folder)
        whole, floor = _interleaved(
            partial(fc.check, corpus, fc.Settings(jobs=1)),
            tokenising(text_of(corpus) * PASSES),
        )
        ratio = whole / floor * PASSES
        yield Row(f"checking {folder.name}", times(ratio), AGAINST, ratio=ratio)


def warnings(now: Iterable[Row], before: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each row that costs more than it did, by a fifth."""
    for row in now:
        last = before.get(row.name)
        if last is not None and row.ratio is not None and row.ratio > SLOWER * last:
            more = row.ratio / last - 1
            cost = f"{times(row.ratio)}, {more:.0%} more than {times(last)}"
            yield f"warning: {row.name} costs {cost}"


def recorded(parts: Mapping[str, record.Part]) -> dict[str, float]:
    """Return the ratios of last time, by the names of their rows."""
    rows = parts["guard"].rows if "guard" in parts else ()
    return {one.row.name: one.row.ratio for one in rows if one.row.ratio is not None}


def _interleaved(*works: Callable[[], object]) -> list[float]:
    """Return the least time of each, in turns, so that what else runs disturbs all of them."""
    least = [float("inf")] * len(works)
    for _ in range(REPEATS):
        for number, work in enumerate(works):
            begun = time.process_time()
            work()
            least[number] = min(least[number], time.process_time() - begun)
    return least


if __name__ == "__main__":
    found = list(rows())
    print(record.table(found))
    for line in warnings(found, recorded(record.load())):
        print(line)
