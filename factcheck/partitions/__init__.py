"""A check of documents that memory cannot hold: stages meet in files."""

from factcheck.partitions.check import SIZE, PartitionedCheck, Summary
from factcheck.partitions.lines import Format

__all__ = ["SIZE", "Format", "PartitionedCheck", "Summary"]
