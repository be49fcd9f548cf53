"""Where work is done: in this process, or in several beside it.

Every engine gives the same results in the same order; which one is used is no matter of a run's
record.
"""

from factcheck.engines.choice import LARGE, engine_for, processors
from factcheck.engines.parts import parts
from factcheck.engines.processes import Processes
from factcheck.engines.serial import Serial

__all__ = ["LARGE", "Processes", "Serial", "engine_for", "parts", "processors"]
