"""What earlier runs worked out, used again where everything that it rests on is the same."""

from factcheck.incremental.basis import basis
from factcheck.incremental.extractions import Extractions

__all__ = ["Extractions", "basis"]
