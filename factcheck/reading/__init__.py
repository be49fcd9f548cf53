"""Reading documents: files, folders and strings in, passages of prose with exact places out."""

from factcheck.reading.corpus import (
    Stream,
    corpus_of,
    distinct,
    read,
    read_rows,
    read_text,
    stream,
    unread_order,
    with_copies,
)

__all__ = [
    "Stream",
    "corpus_of",
    "distinct",
    "read",
    "read_rows",
    "read_text",
    "stream",
    "unread_order",
    "with_copies",
]
