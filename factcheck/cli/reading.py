"""The documents that a command was given."""

from __future__ import annotations

import glob
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import Output
from factcheck.cli.program import ExitCode
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError, CorpusError, GoldError
from factcheck.model import Corpus
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.api import Result

STANDARD = "-"
_PIECE = 1 << 16


def read_corpus(path: str, settings: Settings, terminal: Terminal, *outputs: Output) -> Corpus:
    """Return the documents at ``path``; ``-`` reads standard input.

    A file that will be written is no document: it would hold the report of an earlier run.

    Raises:
        CorpusError: there is nothing to read.
        ConfigurationError: the output would overwrite the only document.
    """
    from factcheck import api

    if path != STANDARD:
        own = (pattern for output in outputs for pattern in _own_output(path, output, terminal))
        exclude = (*settings.exclude, *own)
        corpus = api.read(
            path,
            include=settings.include,
            exclude=exclude,
            format=settings.input_format,
            columns=settings.column_names,
        )
        terminal.unread(corpus)
        return corpus
    with standard_input(settings, terminal) as file:
        corpus = api.read(file, format=settings.input_format, columns=settings.column_names)
    terminal.unread(corpus)
    return Corpus("standard input", corpus.documents, corpus.failed)


@contextmanager
def standard_input(settings: Settings, terminal: Terminal) -> Iterator[Path]:
    """Keep standard input as a file, so that it is read as every other is.

    Its encoding is found out, and a table comes row by row. One that nobody called a table is told.

    Raises:
        CorpusError: it is empty.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        file = Path(folder) / f"stdin.{settings.input_format or 'txt'}"
        with file.open("wb") as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
        if _is_blank(file):
            raise CorpusError("standard input is empty.")
        if not settings.input_format and _begins_with_json(file):
            terminal.warn(
                "standard input is read as one text, though its first line is JSON; "
                "--input-format jsonl reads a document from each line"
            )
        yield file


def _begins_with_json(path: Path) -> bool:
    with path.open("rb") as file:
        line = file.readline(_PIECE)
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_blank(path: Path) -> bool:
    with path.open("rb") as file:
        return not any(piece.strip() for piece in iter(partial(file.read, _PIECE), b""))


def checked(corpus: Corpus, settings: Settings, terminal: Terminal) -> Result:
    """Return what the documents claim, and where they agree or not; the terminal shows progress."""
    from factcheck import api

    if len(corpus) == 1 and not settings.within_documents:
        terminal.say(
            "one document is not compared with itself; --within-documents compares its claims"
        )
    result = api.check(corpus, settings, progress=terminal.progress)
    terminal.clear()
    return result


def elsewhere(names: Iterable[str], corpus: Corpus, path: str) -> frozenset[str]:
    """Return which documents are there, or may be, though they were not read.

    Args:
        names: of documents.
        corpus: what was read.
        path: where it was read from.
    """
    root = Path(path) if Path(path).is_dir() else Path(path).parent
    read = {document.name for document in corpus}
    return frozenset(
        name
        for name in names
        if name not in read and (corpus.could_not_read(name) or _is_there(root / name))
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except ValueError:  # a name that the system cannot have names no file
        return False
    except OSError:  # it may be there: only looking for it is not allowed
        return True


def folder_of(path: str) -> str:
    """Return the folder from which the names of the documents at ``path`` go on.

    It is seen from the current folder where it lies below, as build services want it, and else
    absolute; empty for the current folder and for standard input.
    """
    if path == STANDARD:
        return ""
    here, named = Path.cwd(), Path(path) if Path(path).is_dir() else Path(path).parent
    # A link keeps the name that it has here; only what comes from elsewhere is followed.
    folder = Path(os.path.normpath(here / named))
    if not folder.is_relative_to(here):
        folder = folder.resolve()
    if not folder.is_relative_to(here):
        return folder.as_posix()
    return "" if folder == here else folder.relative_to(here).as_posix()


def _own_output(path: str, output: Output, terminal: Terminal) -> tuple[str, ...]:
    """Return the pattern that leaves an existing output file out of the documents."""
    if not output.to_file or not Path(output.path).exists():
        return ()
    documents, target = Path(path).resolve(), Path(output.path).resolve()
    if documents == target:
        raise ConfigurationError(f"{output.path}: would overwrite the document it is made from.")
    if documents not in target.parents:
        return ()
    terminal.warn(f"{output.path}: is the output, so it is not read as a document")
    return (f"/{glob.escape(target.relative_to(documents).as_posix())}",)


def read_lines(file: str) -> tuple[list[str], str]:
    """Return the lines of a UTF-8 file, ``-`` for standard input, and what messages call it.

    Only line feeds end a line: JSON texts may hold other separators, such as U+2028.

    Raises:
        GoldError: the file is not UTF-8; the message names the line.
    """
    if file == STANDARD:
        content, name = sys.stdin.buffer.read(), "standard input"
    else:
        content, name = Path(file).read_bytes(), file
    try:
        return content.decode("utf-8").split("\n"), name
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GoldError(f"{name}, line {line}: is not UTF-8.") from error


def exit_code(corpus: Corpus, findings: bool = False) -> ExitCode:
    """Return how a command ends: documents left unread outrank findings."""
    if corpus.failed:
        return ExitCode.UNREAD
    return ExitCode.FINDINGS if findings else ExitCode.CLEAN
