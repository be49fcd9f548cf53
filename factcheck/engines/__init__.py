"""Where work is done: in this process, in several beside it, or on a Dask cluster.

Every engine gives the same results in the same order; which one is used is no matter of a run's
record.
"""

from factcheck.engines.choice import LARGE, EngineFor, engines, processors
from factcheck.engines.garbage import making_no_rings, rarely_collecting
from factcheck.engines.parts import parts
from factcheck.engines.processes import Processes
from factcheck.engines.serial import Serial

__all__ = [
    "LARGE",
    "EngineFor",
    "Processes",
    "Serial",
    "engines",
    "making_no_rings",
    "parts",
    "processors",
    "rarely_collecting",
]
