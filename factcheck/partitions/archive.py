"""Documents and claims in files, each found by its number in the order of the corpus."""

from __future__ import annotations

import pickle
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from attrs import define, field, frozen

from factcheck.incremental.packing import pack, unpack
from factcheck.model import Claim, Document
from factcheck.partitions.placing import Placed, Standing
from factcheck.partitions.sections import Sections, write_sections

Pair = tuple[int, int]

DOCUMENTS, FAILED, PLACES = "documents", "failed", "places"
READ_CLAIMS, CLAIMS = "read-claims", "claims"
"""Folders of documents, of what could not be read, of the places of claims, and of claims: as they
were read, and with canonical terms."""


@frozen
class Numbering:
    """Which numbers the things in each part have: they go on from part to part.

    Attributes:
        ends: one past the last number of each part.
    """

    ends: tuple[int, ...]

    @classmethod
    def of(cls, sizes: Iterable[int]) -> Numbering:
        """Return the numbering of parts that hold so many things each."""
        return cls(tuple(accumulate(sizes)))

    def __len__(self) -> int:
        return self.ends[-1] if self.ends else 0

    def start(self, part: int) -> int:
        """Return the first number of a part."""
        return self.ends[part - 1] if part else 0

    def numbers(self, part: int) -> range:
        """Return the numbers of a part."""
        return range(self.start(part), self.ends[part])

    def part(self, number: int) -> int:
        """Return the part that holds a number."""
        return bisect_right(self.ends, number)


@frozen
class Layout:
    """What every piece of work on claims has to know of the files.

    Attributes:
        folder: the working folder.
        documents: the numbers of the documents.
        claims: the numbers of the claims, which has as many parts.
        buckets: in how many places meet what belongs together.
    """

    folder: Path
    documents: Numbering
    claims: Numbering
    buckets: int

    @property
    def parts(self) -> range:
        """The parts of the documents and claims."""
        return range(len(self.claims.ends))

    def file(self, kind: str, part: int) -> Path:
        """Return where a part of something is kept."""
        return part_file(self.folder / kind, part)

    def sent(self, kind: str, senders: int, receiver: int) -> Iterator[memoryview]:
        """Yield what each of so many senders sent to a receiver."""
        return (Sections(self.file(kind, sender))[receiver] for sender in range(senders))


@define(eq=False)
class Archive:
    """What has been written of the documents and claims of a check.

    Values that were asked for are kept, so that each is there once: an archive is for a piece of
    work, and goes with it.

    Attributes:
        layout: the files.
        kind: which of the claims are meant, ``READ_CLAIMS`` or ``CLAIMS``.
    """

    layout: Layout
    kind: str = CLAIMS
    _files: dict[tuple[str, int], Sections] = field(factory=dict, init=False)
    _documents: dict[int, Document] = field(factory=dict, init=False)
    _claims: dict[int, Claim] = field(factory=dict, init=False)
    _standing: dict[int, Standing] = field(factory=dict, init=False)

    def document(self, number: int) -> Document:
        """Return a document."""
        known = self._documents.get(number)
        if known is None:
            content = self.section(DOCUMENTS, self.layout.documents, number)
            known = self._documents[number] = pickle.loads(content)
        return known

    def claim(self, number: int) -> Claim:
        """Return a claim."""
        known = self._claims.get(number)
        if known is None:
            content = self.section(self.kind, self.layout.claims, number)
            known = self._claims[number] = unpack(content, Found(self.document))
        return known

    def place(self, number: int) -> int:
        """Return the number of a claim in the order of places (see ``factcheck.graph``).

        That is the order of the corpus, but for claims that are read from the very same words.
        """
        return self.standing(self.layout.claims.part(number)).place(number)

    def placed(self, number: int) -> Placed:
        """Return where a claim stands."""
        return self.at_place(self.place(number))

    def at_place(self, place: int) -> Placed:
        """Return where a claim stands, given its number in the order of places."""
        return self.standing(self.layout.claims.part(place)).placed(place)

    def standing(self, part: int) -> Standing:
        """Return where the claims of a part stand."""
        known = self._standing.get(part)
        if known is None:
            path, first = self.layout.file(PLACES, part), self.layout.claims.start(part)
            known = self._standing[part] = Standing.read(path, first)
        return known

    def part(self, part: int) -> Sequence[Claim]:
        """Return the claims of a part."""
        return [self.claim(number) for number in self.layout.claims.numbers(part)]

    def section(self, kind: str, numbering: Numbering, number: int) -> memoryview:
        """Return what is written of a thing of some kind, given how these are numbered."""
        part = numbering.part(number)
        return self.sections(kind, part)[number - numbering.start(part)]

    def sections(self, kind: str, part: int) -> Sections:
        """Return the sections of a file."""
        known = self._files.get((kind, part))
        if known is None:
            known = self._files[kind, part] = Sections(self.layout.file(kind, part))
        return known


def part_file(folder: Path, part: int) -> Path:
    """Return where a part of something is kept."""
    return folder / f"{part:06}"


def write_claims(path: Path, claims: Iterable[Claim], documents: Mapping[int, int]) -> None:
    """Write claims, given the numbers of their documents by their identities."""
    write_sections(path, (pack(claim, documents) for claim in claims))


@frozen(eq=False)
class Found:
    """Things by number, each found when it is asked for."""

    find: Callable[[int], object]

    def __getitem__(self, number: int) -> object:
        return self.find(number)
