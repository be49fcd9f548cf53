"""Every plug point: what a part must be able to do to take another's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Protocol, TypeVar, runtime_checkable

from factcheck.model import (
    CandidatePair,
    Claim,
    Corpus,
    Counts,
    Document,
    Judgement,
    Note,
    Opinion,
    Passage,
    Run,
    Skipped,
    Topic,
)

PartT = TypeVar("PartT")
ResultT = TypeVar("ResultT")
OptionsT_contra = TypeVar("OptionsT_contra", contravariant=True)


class ParsedText(Protocol):
    """What a reader found in one file's text."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The blocks of prose, in reading order."""

    @property
    def metadata(self) -> Mapping[str, str]:
        """What the file says of itself: title, author, date."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the report should know about the file."""


class Reader(Protocol):
    """Finds the prose in the text of one format."""

    def __call__(self, text: str, /) -> ParsedText:
        """Return the passages of ``text``; every place in them points into it."""


class Segmenter(Protocol):
    """Splits passages into sentences."""

    def sentences(self, passage: Passage) -> tuple[tuple[int, int], ...]:
        """Return the sentences as half-open ranges of ``passage.text``, in order."""


class Extraction(Protocol):
    """What an extractor found in one document."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in reading order."""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What is no claim, with reasons."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Remarks on places in the document."""


class Extractor(Protocol):
    """Reads the claims out of a document."""

    def extract(self, document: Document, *, stated: bool = False) -> Extraction:
        """Return the claims of ``document``, each quoting it to the character.

        A phrase without a verb makes none, unless the text is ``stated``: put forward as one.
        """


class Linking(Protocol):
    """Claims with canonical terms and topics."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in the order given."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What they are about, the most telling first."""

    @property
    def weights(self) -> Mapping[str, float]:
        """How telling each term is, from 0 to 1."""

    @property
    def labels(self) -> Mapping[str, str]:
        """A readable form of each term."""

    @property
    def manifold(self) -> frozenset[str]:
        """The nouns by which so many things are called that alone they tell none of them."""


class Linker(Protocol):
    """Links claims by what they are about."""

    def __call__(self, claims: tuple[Claim, ...], corpus: Corpus, /) -> Linking:
        """Return the claims of ``corpus`` with canonical terms, and their topics."""


class Blocking(Protocol):
    """Candidate pairs, and how many there might have been."""

    @property
    def pairs(self) -> Sequence[CandidatePair]:
        """The pairs, in a deterministic order, each once."""

    @property
    def later(self) -> Sequence[Sequence[int]]:
        """For every claim, the positions of the later claims that it makes a pair with."""

    @property
    def counts(self) -> Counts:
        """How many were possible, kept and cut."""


class Blocker(Protocol):
    """Chooses which pairs of claims are worth judging."""

    def __call__(self, claims: tuple[Claim, ...], weights: Mapping[str, float], /) -> Blocking:
        """Return candidate pairs of ``claims``, given how telling each term is."""


@runtime_checkable
class Judge(Protocol):
    """Says how two claims stand to each other."""

    def judge(self, pair: CandidatePair) -> Judgement | None:
        """Return a judgement, or None where this judge abstains."""


@runtime_checkable
class LocalJudge(Judge, Protocol):
    """A judge that says of the same claims the same, so that it need not be asked again.

    What it says rests on the two claims, and on the weights and labels of the terms that it tells.
    """

    def basis(self) -> str:
        """Return what its judgements rest on besides, program and lexicons aside."""

    def reads(self, claim: Claim) -> Set[str]:
        """Return the terms whose weights and labels it may ask for when it judges a claim."""


@runtime_checkable
class SecondJudge(Protocol):
    """Gives a second opinion beside the rules, on many pairs at a time."""

    @property
    def name(self) -> str:
        """What it is known by in the record of a run: which judge, and which version of it."""

    def opinions(self, pairs: Sequence[CandidatePair], /) -> Sequence[Opinion | None]:
        """Return what it holds of each pair, in their order; None where it has no answer."""


class Engine(Protocol):
    """Does work part by part, here or in other processes, with the same results."""

    def map(
        self,
        work: Callable[[PartT], ResultT],
        parts: Iterable[PartT],
        known: Sequence[object] = (),
        /,
    ) -> Iterator[ResultT]:
        """Yield what ``work`` makes of every part, in their order.

        Where parts and results travel, values that are ``known`` come back as they stand here.
        """


class Entries(Protocol):
    """Keeps bytes by keys that tell all they depend on, from one run to the next."""

    def recall(self, keys: Sequence[str], /) -> Mapping[str, bytes]:
        """Return the entries that are there, by their keys."""

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = (), /) -> None:
        """Put entries in and drop others, all or none."""


class Writer(Protocol[OptionsT_contra]):
    """Writes a run in one format."""

    def __call__(self, run: Run, options: OptionsT_contra, /) -> Iterator[str]:
        """Yield the output piece by piece, so that no more of it is held than a piece."""
