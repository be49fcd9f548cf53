"""Values of documents, many of them in one entry.

One value is read among others in a third of the time that it takes by itself. So values that are
kept at one time stand on one shelf, and of each document it is kept where its value stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.incremental.basis import digest
from factcheck.incremental.packing import numbered, pack_all, unpack_all
from factcheck.model import Document
from factcheck.protocols import Entries


def recalled(entries: Entries, documents: Mapping[str, Document]) -> Iterator[tuple[str, Any]]:
    """Yield the values that are there, with their keys, in any order.

    Args:
        entries: where they are kept.
        documents: what they are values of, by the keys of these values.
    """
    shelves: dict[str, dict[int, str]] = defaultdict(dict)
    for key, content in entries.recall(tuple(documents)).items():
        place, _, shelf = content.decode().partition(" ")
        shelves[shelf][int(place)] = key
    for shelf, held in shelves.items():
        for content in entries.recall((shelf,)).values():
            # What is of no use any more still stands there, with no document.
            known: dict[int, Document | None] = defaultdict(lambda: None)
            known.update((place, documents[key]) for place, key in held.items())
            values = unpack_all(content, known)
            yield from ((key, values[place]) for place, key in held.items())


def keep(entries: Entries, documents: Mapping[str, Document], values: Sequence[object]) -> None:
    """Keep a value of each document, in their order, under its key."""
    shelf = digest("shelf", *documents)
    content = pack_all(tuple(values), numbered(documents.values()))
    places = {key: f"{place} {shelf}".encode() for place, key in enumerate(documents)}
    entries.keep({shelf: content} | places)
