"""Where the claims of a part stand, in columns that are mapped into memory.

What is asked of claims again and again is found there by their numbers, and nothing is read for it
but those places of the file: where they stand, their ids and their fingerprints.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from attrs import frozen

from factcheck.graph.signed import place
from factcheck.model import Claim
from factcheck.partitions.sections import Sections, write_sections


class Placed(NamedTuple):
    """Where a claim stands.

    Attributes:
        document: number of its document.
        start: first character of the claim.
        end: one past its last.
        number: the number of the claim in the order of the corpus.
        id: its id.
        fingerprint: its fingerprint.
    """

    document: int
    start: int
    end: int
    number: int
    id: str
    fingerprint: str


@frozen(eq=False)
class Standing:
    """Where the claims of a part stand, in the order of their places.

    Attributes:
        first: the number of the first claim, in either order.
        documents: the number of the document of each claim.
        authorities: how much that counts.
        starts, ends: its first character, and one past its last.
        numbers: its number in the order of the corpus.
        ids, fingerprints: the digits of those.
        places: of each claim in the order of the corpus, which it is in the order of places.
    """

    first: int
    documents: Sequence[int]
    authorities: Sequence[float]
    starts: Sequence[int]
    ends: Sequence[int]
    numbers: Sequence[int]
    ids: Sequence[int]
    fingerprints: Sequence[int]
    places: Sequence[int]

    @classmethod
    def read(cls, path: Path, first: int) -> Self:
        """Return what was written of a part, given the number of its first claim."""
        documents, authorities, *rest = Sections(path)
        return cls(
            first, documents.cast("Q"), authorities.cast("d"), *(one.cast("Q") for one in rest)
        )

    def place(self, number: int) -> int:
        """Return the number in the order of places of a claim of the part."""
        return self.places[number - self.first]

    def placed(self, place: int) -> Placed:
        """Return where a claim stands, given its number in the order of places."""
        at = place - self.first
        return Placed(
            self.documents[at],
            self.starts[at],
            self.ends[at],
            self.numbers[at],
            f"c-{self.ids[at]:016x}",
            f"fp-{self.fingerprints[at]:016x}",
        )


def write_places(
    path: Path, claims: Iterable[tuple[int, Claim]], documents: Mapping[int, int]
) -> None:
    """Write where the claims of a part stand.

    Args:
        path: of the file.
        claims: the claims with their numbers, which follow each other.
        documents: the numbers of their documents by the identities of these.
    """
    ordered = sorted(claims, key=lambda each: place(each[1]))
    numbers = [number for number, _ in ordered]
    first = min(numbers, default=0)
    places = array("Q", bytes(8 * len(numbers)))
    for at, number in enumerate(numbers, first):
        places[number - first] = at
    found = [claim for _, claim in ordered]
    columns: tuple[array[Any], ...] = (
        array("Q", (documents[id(one.source)] for one in found)),
        array("d", (one.source.authority for one in found)),
        array("Q", (one.start for one in found)),
        array("Q", (one.end for one in found)),
        array("Q", numbers),
        array("Q", (_digits(one.id) for one in found)),
        array("Q", (_digits(one.fingerprint) for one in found)),
        places,
    )
    write_sections(path, map(array.tobytes, columns))


def _digits(name: str) -> int:
    return int(name.rpartition("-")[2], 16)
