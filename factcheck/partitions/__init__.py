"""A check of documents that memory cannot hold: stages meet in files."""

from factcheck.partitions.check import SIZE, PartitionedCheck, Summary

__all__ = ["SIZE", "PartitionedCheck", "Summary"]
