"""The index that claims are found through, in files that any piece of work maps into memory.

Claims are numbered here in the order of hashes of their documents' names, as the index wants it.
Ranges of hashes hold about the same number of claims each.
"""

from __future__ import annotations

import pickle
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, combinations

from attrs import define, field, frozen

from factcheck.blocking import (
    COMMON,
    Index,
    Rows,
    Said,
    Traits,
    common,
    home,
    key_weight,
    most_telling,
    postings,
    shown,
)
from factcheck.partitions.archive import Layout, Numbering
from factcheck.partitions.sections import Sections, mapped, whole, write_sections, write_values

TRAITS, COLUMNS, POSTINGS, KEYED, HOMES = "traits", "columns", "postings", "keyed", "homes"
"""Folders of what the index is made of, of itself, by claim and by key, and of the claims that are
to choose, with their homes."""

COLUMN_NAMES = (
    *("documents", "ids", "starts", "ends", "statements", "positions"),
    *("key-ends", "said-ends", "shown-ends", "keys", "said", "shown"),
)
"""Columns with a number for each claim: what ``Traits`` say, its number in the order of the corpus,
where its keys, what it says and what it shows end in the last columns, and these: those of all
claims."""

KNOWN = 5_000
"""Of how many keys and pairs of keys it is kept where they stand: at most 16 kilobytes each."""

KeyPair = tuple[int, int]
Located = tuple[int, Traits]
"""What choosing asks of a claim, with its number in the order of the corpus."""


def range_of(document: int, ranges: int) -> int:
    """Return which range of ids that of a document lies in."""
    return document * ranges >> 64


@frozen
class Vocabulary:
    """The keys of a whole corpus, numbered in their order.

    Attributes:
        names: the keys.
        weights: how telling each is, in whole numbers.
        counts: in how many claims each stands.
    """

    names: tuple[str, ...]
    weights: array[int]
    counts: array[int]

    @classmethod
    def of(cls, counts: Mapping[str, int], weights: Mapping[str, float]) -> Vocabulary:
        """Return the keys, given in how many claims each stands and how telling terms are."""
        names = tuple(sorted(counts))
        return cls(
            names,
            array("Q", (key_weight(name, weights) for name in names)),
            array("Q", map(counts.__getitem__, names)),
        )


@frozen
class IndexClaims:
    """Numbers a range of the claims, writes its columns, and sends its keys to buckets."""

    layout: Layout
    ranges: Numbering
    vocabulary: Vocabulary

    def __call__(self, part: int) -> None:
        """Index the claims of a range."""
        sent = self.layout.sent(TRAITS, len(self.layout.parts), part)
        located: list[Located] = sorted(
            chain.from_iterable(map(pickle.loads, sent)), key=lambda each: (each[1][0], each[0])
        )
        number = {name: index for index, name in enumerate(self.vocabulary.names)}
        keys = [array("I", map(number.__getitem__, traits.keys)) for _, traits in located]
        columns = [
            array("Q", values)
            for values in zip(*(traits[:5] for _, traits in located), strict=True)
        ]
        columns.append(array("Q", (position for position, _ in located)))
        columns.append(array("Q", accumulate(map(len, keys))))
        said = [traits.said for _, traits in located]
        columns.append(array("Q", accumulate(map(len, said))))
        rows = list(map(shown, keys, map(Said.unpacked, said)))
        columns.append(array("Q", accumulate(map(len, rows))))
        columns.append(array("I", chain.from_iterable(keys)))
        columns.append(array("Q", chain.from_iterable(said)))
        columns.append(array("Q", chain.from_iterable(rows)))
        if located:
            write_sections(self.layout.file(COLUMNS, part), map(array.tobytes, columns))
        self._send(part, keys)
        self._send_home(part, keys)

    def _send_home(self, part: int, keys: Sequence[Sequence[int]]) -> None:
        """Send claims to where they choose, so that those of one home are together.

        That is where its commonest key says, and one of several places where that is very common.
        """
        counts, buckets = self.vocabulary.counts, self.layout.buckets
        sent = [array("q") for _ in range(buckets)]
        for claim, own in enumerate(keys, self.ranges.start(part)):
            commonest, rare = home(own, counts)
            places = 1 + (counts[commonest] * buckets // len(self.ranges) if own else 0)
            bucket = (commonest + (rare if rare >= 0 else part) % places) % buckets
            sent[bucket].extend((commonest, rare, claim))
        write_sections(self.layout.file(HOMES, part), map(array.tobytes, sent))

    def _send(self, part: int, keys: Sequence[Sequence[int]]) -> None:
        start, counts, weights = (
            self.ranges.start(part),
            self.vocabulary.counts,
            self.vocabulary.weights,
        )
        alone = postings(enumerate(keys, start))
        together = postings(
            (claim, combinations(most_telling(common(own, counts), weights), 2))
            for claim, own in enumerate(keys, start)
        )
        sent: list[dict[KeyPair, array[int]]] = [{} for _ in range(self.layout.buckets)]
        for key, places in alone.items():
            sent[key % self.layout.buckets][key, key] = places
        for pair, places in together.items():
            sent[pair[0] % self.layout.buckets][pair] = places
        write_values(self.layout.file(POSTINGS, part), sent)


@frozen
class JoinColumn:
    """Joins the ranges of a column."""

    layout: Layout
    ranges: Numbering

    def __call__(self, column: int) -> None:
        """Join a column, known by its place among all."""
        base = 0
        with whole(self.layout.folder / COLUMNS / COLUMN_NAMES[column]) as file:
            for part in range(len(self.ranges.ends)):
                if not self.ranges.numbers(part):
                    continue
                content = Sections(self.layout.file(COLUMNS, part))[column]
                if COLUMN_NAMES[column].endswith("-ends"):
                    ends = array("Q", (base + end for end in content.cast("Q")))
                    base = ends[-1]
                    file.write(ends.tobytes())
                else:
                    file.write(content)


@frozen
class IndexKeys:
    """Gathers where the keys of a bucket stand."""

    layout: Layout
    ranges: Numbering

    def __call__(self, bucket: int) -> None:
        """Write the places of every key, and of every two keys, of a bucket."""
        places: defaultdict[KeyPair, array[int]] = defaultdict(lambda: array("Q"))
        for sent in self.layout.sent(POSTINGS, len(self.ranges.ends), bucket):
            for key, some in pickle.loads(sent).items():
                places[key].extend(some)
        ordered = sorted(places)
        directory = array("Q", (_packed(key) for key in ordered))
        every = chain([directory], map(places.__getitem__, ordered))
        write_sections(self.layout.file(KEYED, bucket), map(array.tobytes, every))


def _packed(key: KeyPair) -> int:
    return key[0] << 32 | key[1]


@define(eq=False)
class PlacesInFiles:
    """Where keys, and pairs of keys, stand."""

    layout: Layout
    _files: dict[int, tuple[Sections, Sequence[int]]] = field(factory=dict, init=False)
    _known: dict[int | KeyPair, Sequence[int]] = field(factory=dict, init=False)

    def __getitem__(self, key: int | KeyPair) -> Sequence[int]:
        places = self._known.get(key)
        if places is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            places = self._known[key] = self._found(key)
        return places

    def _found(self, key: int | KeyPair) -> Sequence[int]:
        one, other = (key, key) if isinstance(key, int) else key
        bucket = one % self.layout.buckets
        if bucket not in self._files:
            sections = Sections(self.layout.file(KEYED, bucket))
            self._files[bucket] = sections, sections[0].cast("Q")
        sections, directory = self._files[bucket]
        places = sections[bisect_left(directory, _packed((one, other))) + 1].cast("Q")
        # Claims that all meet are gone through again and again.
        return places.tolist() if len(places) <= COMMON else places


def homed(layout: Layout, bucket: int) -> list[int]:
    """Return the claims that choose in a bucket, those with one home after each other."""
    flat = array("q")
    for sent in layout.sent(HOMES, layout.buckets, bucket):
        flat.frombytes(sent)
    return [claim for *_, claim in sorted(zip(flat[::3], flat[1::3], flat[2::3], strict=True))]


def open_index(
    layout: Layout, vocabulary: Vocabulary, within_documents: bool
) -> tuple[Index, Sequence[int]]:
    """Return the index in the files of a folder, and the number of each claim in the corpus."""
    columns = [
        mapped(layout.folder / COLUMNS / name).cast("I" if name == "keys" else "Q")
        for name in COLUMN_NAMES
    ]
    documents, ids, starts, ends, statements, positions, *rows = columns
    key_ends, said_ends, shown_ends, keys, said, all_shown = rows
    places = PlacesInFiles(layout)
    index = Index(
        vocabulary.names,
        vocabulary.weights,
        Rows(key_ends, keys),
        documents,
        ids,
        starts,
        ends,
        statements,
        places,
        places,
        Rows(said_ends, said),
        Rows(shown_ends, all_shown),
        within_documents,
    )
    return index, positions
