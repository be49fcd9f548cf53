"""Reading documents: files, folders and strings in, passages of prose with exact places out."""

from factcheck.reading.corpus import corpus_of, read, read_rows, read_text

__all__ = ["corpus_of", "read", "read_rows", "read_text"]
