"""Parts of the documents into parts of the claims: read, made canonical, and told."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from zlib import crc32

from attrs import evolve, frozen

from factcheck.blocking import AspectsOf, traits_of
from factcheck.lexicon.terms import Terms
from factcheck.linking import Canon, Concept, Usage, Wording, concepts
from factcheck.model import Claim
from factcheck.partitions.archive import (
    CLAIMS,
    PLACES,
    READ_CLAIMS,
    Archive,
    Layout,
    Numbering,
    part_file,
    write_claims,
)
from factcheck.partitions.indexing import TRAITS, Located, range_of
from factcheck.partitions.lines import line, write_lines
from factcheck.partitions.placing import write_places
from factcheck.partitions.sections import write_values
from factcheck.protocols import Extractor
from factcheck.serialization import value_to_data

CONCEPTS, ABOUT = "concepts", "about"
"""Folders of what claims are about: by concept, and by claim."""

Numbered = tuple[int, Claim]
"""A claim with its number in the order of the corpus."""

Member = tuple[Concept, int, str]
"""A concept, with the number and the id of a claim that has it."""


@frozen
class Extracted:
    """What reading a part of the documents came to.

    Attributes:
        claims: how many claims it has.
        within: how many pairs its documents' claims make within one document.
        lines: how many lines were written of each kind.
        wording: what linking counts.
    """

    claims: int
    within: int
    lines: Counter[str]
    wording: Wording


@frozen
class Extract:
    """Reads the claims of a part of the documents, and writes all that is no claim as lines."""

    folder: Path
    documents: Numbering
    extractor: Extractor
    terms: Terms

    def __call__(self, part: int) -> Extracted:
        """Read a part of the documents."""
        archive = Archive(Layout(self.folder, self.documents, Numbering(()), 0))
        documents = [archive.document(number) for number in self.documents.numbers(part)]
        numbers = {id(archive.document(number)): number for number in self.documents.numbers(part)}
        found = [self.extractor.extract(document) for document in documents]
        claims = [claim for one in found for claim in one.claims]
        write_claims(part_file(self.folder / READ_CLAIMS, part), claims, numbers)
        told = {
            "documents": documents,
            "skipped": chain.from_iterable(one.skipped for one in found),
            "notes": chain.from_iterable(one.notes for one in found),
        }
        lines = {
            key: write_lines(
                self.folder, key, part, (line(key, value_to_data(value)) for value in values)
            )
            for key, values in told.items()
        }
        within = sum(len(one.claims) * (len(one.claims) - 1) // 2 for one in found)
        wording = Wording.of(claims, documents, self.terms)
        return Extracted(len(claims), within, Counter(lines), wording)


@frozen
class Canonized:
    """What is to be known of all claims before any is compared.

    Attributes:
        usage: how far terms are spread.
        keys: how many claims are found by each key.
        ranges: how many claims have a document in each range of ids.
    """

    usage: Usage
    keys: Counter[str]
    ranges: Counter[int]

    @classmethod
    def total(cls, parts: Iterable[Canonized]) -> Canonized:
        """Return the same of what was counted in parts."""
        keys: Counter[str] = Counter()
        ranges: Counter[int] = Counter()

        def usages() -> Iterator[Usage]:
            for part in parts:
                keys.update(part.keys)
                ranges.update(part.ranges)
                yield part.usage

        return cls(Usage.total(usages()), keys, ranges)


@frozen
class Canonize:
    """Rewrites a part of the claims in canonical terms, and sends their concepts to buckets."""

    layout: Layout
    canon: Canon
    aspects: AspectsOf

    def __call__(self, part: int) -> Canonized:
        """Rewrite a part of the claims, and send what they are about and found by to buckets."""
        archive = Archive(self.layout, READ_CLAIMS)
        canonical = [self.canon.claim(claim) for claim in archive.part(part)]
        documents = {id(archive.document(n)): n for n in self.layout.documents.numbers(part)}
        write_claims(self.layout.file(CLAIMS, part), canonical, documents)
        numbered = list(zip(self.layout.claims.numbers(part), canonical, strict=True))
        write_places(self.layout.file(PLACES, part), numbered, documents)
        self._send_concepts(part, numbered)
        located: list[list[Located]] = [[] for _ in range(self.layout.buckets)]
        for number, claim in numbered:
            traits = traits_of(claim, self.aspects)
            located[range_of(traits.document, self.layout.buckets)].append((number, traits))
        write_values(self.layout.file(TRAITS, part), located)
        keys = Counter(key for some in located for _, traits in some for key in traits.keys)
        return Canonized(Usage.of(canonical), keys, Counter(dict(enumerate(map(len, located)))))

    def _send_concepts(self, part: int, claims: Iterable[Numbered]) -> None:
        sent: list[list[Member]] = [[] for _ in range(self.layout.buckets)]
        for number, claim in claims:
            for concept in concepts(claim):
                sent[bucket_of(concept, self.layout.buckets)].append((concept, number, claim.id))
        write_values(self.layout.file(CONCEPTS, part), sent)


def bucket_of(concept: Concept, buckets: int) -> int:
    """Return where everything about a concept meets."""
    return crc32("\x1f".join(concept).encode("utf-8", "surrogatepass")) % buckets


@frozen
class TellClaims:
    """Writes the lines of a part of the claims, once their topics are known."""

    layout: Layout

    def __call__(self, part: int) -> int:
        """Write a part of the claims, and return how many lines that is."""
        archive = Archive(self.layout)
        told = (line("claims", value_to_data(each)) for each in self._with_topics(archive, part))
        return write_lines(self.layout.folder, "claims", part, told)

    def _with_topics(self, archive: Archive, part: int) -> Iterator[Claim]:
        sent = self.layout.sent(ABOUT, self.layout.buckets, part)
        about = sorted(chain.from_iterable(map(pickle.loads, sent)))
        topics = {
            number: tuple(topic for _, _, topic in group)
            for number, group in groupby(about, itemgetter(0))
        }
        for number in self.layout.claims.numbers(part):
            yield evolve(archive.claim(number), topics=topics.get(number, ()))
