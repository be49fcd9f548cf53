"""Claims: what a document states, piece by piece."""

from factcheck.extraction.extractor import ClauseExtractor
from factcheck.extraction.text_reader import TextReader

__all__ = ["ClauseExtractor", "TextReader"]
