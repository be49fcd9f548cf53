"""Documents as they come, written in parts in the order of their names."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from attrs import frozen

from factcheck.model import Document, Unread
from factcheck.partitions.archive import DOCUMENTS, FAILED, Numbering, part_file
from factcheck.partitions.sections import Sorter, in_parts, write_values
from factcheck.reading import distinct, unread_order, with_copies

SPOOL = "spool"
"""Folder of what is being sorted."""

HELD = 100_000
"""How many names, of documents or of what could not be read, are sorted at a time."""


@frozen
class Spooled:
    """What was read.

    Attributes:
        documents: which documents each part has.
        characters: how many there are in all of them.
        first: the document that came first; None where there is none.
    """

    documents: Numbering
    characters: int
    first: Document | None


def spool(outcomes: Iterable[Document | Unread], folder: Path, size: int) -> Spooled:
    """Write documents in parts, and what could not be read into one file.

    Args:
        outcomes: what was read, in any order.
        folder: the working folder.
        size: characters of a part; one document is never divided.

    Raises:
        CorpusError: two documents have one name.
        OSError: a file cannot be written.
    """
    read = Sorter[Document](folder / SPOOL / "read", _name, size)
    unread = Sorter[Unread](folder / SPOOL / "unread", unread_order, HELD)
    texts = Sorter[tuple[bytes, str]](folder / SPOOL / "texts", _whole, HELD)
    first, characters = None, 0
    for outcome in outcomes:
        if isinstance(outcome, Unread):
            unread.add(outcome)
            continue
        first = first or outcome
        characters += len(outcome.text)
        read.add(outcome, len(outcome.text))
        texts.add((_digest(outcome.text), outcome.name))
    sizes = []
    noted = _noted(distinct(read), _copies(texts, folder))
    for part, some in enumerate(in_parts(noted, size, lambda document: len(document.text))):
        sizes.append(write_values(part_file(folder / DOCUMENTS, part), some))
    write_values(part_file(folder / FAILED, 0), unread)
    shutil.rmtree(folder / SPOOL, ignore_errors=True)
    return Spooled(Numbering.of(sizes), characters, first)


def _name(document: Document) -> str:
    return document.name


def _whole(value: tuple[bytes, str]) -> tuple[bytes, str]:
    return value


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _copies(texts: Iterable[tuple[bytes, str]], folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the documents whose text another has too, in order, with the names of all of them."""
    found = Sorter[tuple[str, list[str]]](folder / SPOOL / "copies", itemgetter(0), HELD)
    for _, group in groupby(texts, itemgetter(0)):
        names = [name for _, name in group]
        if len(names) > 1:
            for name in names:
                found.add((name, names), len(names))
    return iter(found)


def _noted(
    documents: Iterable[Document], copies: Iterator[tuple[str, list[str]]]
) -> Iterator[Document]:
    name, names = next(copies, ("", []))
    for document in documents:
        if document.name == name:
            yield with_copies(document, names)
            name, names = next(copies, ("", []))
        else:
            yield document
