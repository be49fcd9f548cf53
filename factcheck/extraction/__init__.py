"""Sentences into claims."""

from factcheck.extraction.extractor import ClauseExtractor, Extracted

__all__ = ["ClauseExtractor", "Extracted"]
