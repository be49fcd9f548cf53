"""Runs that an earlier check saved."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import ConfigurationError
from factcheck.model import Corpus, Run
from factcheck.serialization import decoded, from_data, from_jsonl, parsed

_LINES = (".jsonl", ".ndjson")


def saved_run(file: str, corpus: Corpus) -> Run:
    """Return the run that ``check`` saved in ``file`` as JSON or JSON Lines.

    Args:
        file: where it was saved; the name's ending says which of the two it is.
        corpus: the documents, unchanged since.

    Raises:
        ConfigurationError: the file holds no run that this version reads, or not of these
            documents.
        OSError: the file cannot be read.
    """
    text = decoded(Path(file).read_bytes(), file)
    if Path(file).suffix.lower() in _LINES:
        return from_jsonl(text.split("\n"), corpus, file)
    data = parsed(text, file, "run")
    try:
        return from_data(data, corpus)
    except ConfigurationError as error:
        raise ConfigurationError(f"{file}: {error.message}") from error
